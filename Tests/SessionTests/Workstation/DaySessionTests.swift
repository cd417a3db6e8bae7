import Foundation
import Testing

/// A day at the desk, by keys and scanner, from the first card to F10.
@Suite("A day at the desk")
struct DaySessionTests {
  private typealias Reader = SessionLibrary.Reader

  private func daysAgo(_ days: Int) -> String {
    Date(timeIntervalSinceNow: -86_400 * Double(days)).ISO8601Format()
  }

  @Test("lend, be refused, override, take back late, undo, ask why, and leave")
  func day() throws {
    let library = try SessionLibrary()
    try library.desk([
      #"{"do":"checkout","patron":"TV0001","item":"B00010","at":"\#(daysAgo(40))","override":"sổ cũ"}"#
    ])
    let terminal = try library.open()
    terminal.expect("QUẦY MƯỢN – TRẢ", "Thư viện Thử", "F2")

    try terminal.send([Reader.khai].scanned)
    terminal.expect("Nguyễn Thị Minh Khai", "TV0001", "người lớn", "Đang mượn 1", "Quá hạn 1")

    try terminal.send(["B00001"].scanned)
    terminal.expect("Không cho mượn", "Có 1 bản quá hạn, quy định cho phép 0", "Số đỏ")
    try terminal.send(Keys.enter)
    try terminal.send(Keys.f9)
    terminal.expect("Có 1 bản quá hạn")
    try terminal.send("hứa chiều nay trả")
    terminal.expect("hứa chiều nay trả")
    try terminal.send(Keys.f9)
    terminal.expect("ĐÃ CHO MƯỢN – hạn trả", "Đang mượn 2")

    try terminal.send(["B00002"].scanned)
    terminal.expect("Có 1 bản quá hạn")
    try terminal.send(Keys.escape)
    terminal.expect("từ chối", "Đang mượn 2")
    #expect(try library.lent() == ["B00010", "B00001"])

    try terminal.send(Keys.f3)
    terminal.expect("GHI TRẢ")
    try terminal.send(["B00010"].scanned)
    terminal.expect("ĐÃ TRẢ – hạn trả", "Trễ ", " ngày, ", "Quá hạn 0", "Đang mượn 1")

    try terminal.send(Keys.f12 + ["B00002"].scanned)
    terminal.expect("QUẦY MƯỢN – TRẢ", "ĐÃ CHO MƯỢN", "Dế Mèn phiêu lưu ký", "Đang mượn 2")
    try terminal.send(Keys.f7)
    terminal.expect("VÌ SAO – lượt mượn")
    try terminal.send(Keys.escape)
    try terminal.send(Keys.undo)
    terminal.expect("ĐÃ HOÀN TÁC", "Đang mượn 1")

    try terminal.send(Keys.escape)
    terminal.expectNo("Đang mượn")
    try terminal.send(Keys.f2 + ["B00003"].scanned)
    terminal.expect("GHI MƯỢN", "QUÉT THẺ TRƯỚC")
    try terminal.leave()

    #expect(try library.isSound())
    let journal = try library.journal()
    let kinds = journal.suffix(5).map(\.kind)
    #expect(
      kinds == ["loanOpened", "loanOpened", "loanClosed", "loanOpened", "loanVoided"])
    #expect(journal.last?.undoes == journal.dropLast().last?.op)
    #expect(journal.suffix(5).first?.patron?.card == Reader.khai)
  }

  @Test("every reason of a refusal is shown at once")
  func allReasons() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.hoa].scanned)
    terminal.expect("Phạm Thị Hoa", "Thẻ đã hết hạn ngày 01/01/2020")
    try terminal.send([SessionLibrary.damagedCopy].scanned)
    terminal.expect("Thẻ đã hết hạn ngày", "Bản này đang ghi là")
    try terminal.send(Keys.escape)
    try terminal.leave()
    #expect(try library.lent().isEmpty)
  }

  @Test("500 loans and returns typed into the program are all in the library, in order")
  func manyLoans() throws {
    let library = try SessionLibrary()
    let codes = (1...250).map(SessionLibrary.code)
    let terminal = try library.open(rows: 43, columns: 132)
    try terminal.send(Keys.f2 + [Reader.khai].scanned)
    for code in codes { try terminal.send([code].scanned) }
    #expect(terminal.loansShown == 250)
    try terminal.send(Keys.f3)
    for code in codes { try terminal.send([code].scanned) }
    terminal.expect("ĐÃ TRẢ", "Đang mượn 0")
    try terminal.leave()
    let journal = try library.journal().suffix(500)
    #expect(journal.prefix(250).allSatisfy { $0.kind == "loanOpened" })
    #expect(journal.suffix(250).allSatisfy { $0.kind == "loanClosed" })
    #expect(journal.compactMap(\.subject.item?.barcode) == codes + codes)
    #expect(try library.isSound())
  }
}
