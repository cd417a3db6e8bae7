import LibraryCore
import LibraryStore
import Testing

@testable import SelfCheck

@Suite("A self-check machine at work")
struct SIPSessionTests {
  let library: SelfCheckLibrary
  let session: SIPSession

  init() throws {
    library = try SelfCheckLibrary()
    session = library.session()
  }

  private static let stamp = "20261123    080000"
  private func checkOut(_ item: String, _ card: String, _ rest: String = "") -> String {
    session.answer(to: "11NN\(Self.stamp)\(Self.stamp)AOTP|AA\(card)|AB\(item)|AC|\(rest)")
  }
  private func checkIn(_ item: String) -> String {
    session.answer(to: "09N\(Self.stamp)\(Self.stamp)AP|AOTP|AB\(item)|AC|")
  }

  @Test("the library says what it can, and for whom")
  func status() {
    let answer = session.answer(to: "9900302.00")
    #expect(answer.hasPrefix("98YYYYYY030003\(Self.stamp)2.00AO"))
    #expect(answer.contains("AMThư viện xã Tân Phú|BXYYYYYYYYYYYNYYYY|"))
  }

  @Test("a loan answers with title and due date, and is in the library")
  func loan() throws {
    let answer = checkOut("VV.1", "TV1")
    #expect(
      answer.hasPrefix("121NUY\(Self.stamp)AOTP|AATV1|ABVV.1|AJTruyện Kiều|AH20261207    235900|"))
    #expect(answer.hasSuffix("AFlent 2026-12-07|"))
    #expect(try library.desk.patron("TV1")?.loans == 1)
  }

  @Test("a loan that is refused says why and lends nothing")
  func refusedLoan() throws {
    _ = checkOut("VV.1", "TV1")
    let answer = checkOut("VV.1", "TV2")
    #expect(answer.hasPrefix("120NUN"))
    #expect(answer.contains("AFitemOnLoanToOther|"))
    #expect(try library.desk.patron("TV2")?.loans == 0)
  }

  @Test("unknown codes are named")
  func unknown() {
    #expect(checkOut("XX", "TV1").contains("AFunknownItem|"))
    #expect(checkOut("VV.1", "XX").contains("AFunknownPatron|"))
    #expect(checkIn("XX").hasPrefix("100NUY"))
  }

  @Test("a copy that the reader has already is renewed where the machine may")
  func renewalAtCheckout() throws {
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 7])
    _ = checkOut("VV.1", "TV1")
    let again = session.answer(
      to: "11YN\(Self.stamp)\(Self.stamp)AOTP|AATV1|ABVV.1|AC|")
    #expect(again.hasPrefix("121YUY"))
    #expect(checkOut("VV.1", "TV1").hasPrefix("120NUN"))
  }

  @Test("a loan just made is taken back when the copy leaves the pad")
  func cancelledLoan() throws {
    _ = checkOut("VV.1", "TV1")
    #expect(checkOut("VV.1", "TV1", "BIY|").contains("AFcancelled|"))
    #expect(try library.desk.patron("TV1")?.loans == 0)
    #expect(checkOut("VV.1", "TV1", "BIY|").contains("AFnothingToCancel|"))
  }

  @Test(
    "a message sent again because its answer was lost is answered again, and nothing is done twice")
  func sentAgain() throws {
    let text = Array("11NN\(Self.stamp)\(Self.stamp)AOTP|AATV1|ABVV.1|AC|AY4AZ".utf8)
    let line = text + Array(SIPMessage.checksum(text).utf8)
    let first = session.answer(line)
    #expect(String(decoding: first, as: UTF8.self).contains("AY4AZ"))
    #expect(session.answer(line) == first)
    #expect(session.answer(Array("97AZFEF5".utf8)) == first)
    #expect(try library.desk.patron("TV1")?.loans == 1)
  }

  @Test("an answer with a sum is right by its own sum")
  func answerSum() throws {
    let text = Array("9900302.00AY7AZ".utf8)
    let answer = session.answer(text + Array(SIPMessage.checksum(text).utf8)).dropLast()
    #expect(
      SIPMessage.checksum(answer.dropLast(4)) == String(decoding: answer.suffix(4), as: UTF8.self))
  }

  @Test("a return closes the loan; a copy that was not on loan is said so")
  func takeBack() throws {
    _ = checkOut("VV.1", "TV1")
    #expect(checkIn("VV.1").hasPrefix("101YUN\(Self.stamp)AOTP|ABVV.1|AQ"))
    #expect(try library.desk.patron("TV1")?.loans == 0)
    #expect(checkIn("VV.1").contains("AFnotOnLoan|"))
  }

  @Test("renewing all names what runs on and what does not")
  func renewAll() throws {
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 7])
    _ = checkOut("VV.1", "TV1")
    _ = checkOut("VV.2", "TV1")
    let answer = session.answer(to: "65\(Self.stamp)AOTP|AATV1|")
    #expect(answer.hasPrefix("66100020000\(Self.stamp)"))
    #expect(answer.contains("BMVV.1|BMVV.2|"))
  }

  @Test("nobody renews a copy that somebody else has")
  func othersRenewal() {
    _ = checkOut("VV.1", "TV1")
    let answer = session.answer(to: "29NN\(Self.stamp)\(Self.stamp)AOTP|AATV2|ABVV.1|")
    #expect(answer.hasPrefix("300NUN"))
    #expect(answer.contains("AFitemOnLoanToOther|"))
  }

  @Test("what a card has is counted and listed")
  func patronInformation() {
    _ = checkOut("VV.1", "TV1")
    _ = checkOut("VV.2", "TV1")
    let answer = session.answer(to: "63000\(Self.stamp)  Y       AOTP|AATV1|")
    #expect(answer.hasPrefix("64  Y           000\(Self.stamp)000000000002000000000000AOTP|"))
    #expect(answer.contains("AENguyễn Thị Lan|BLY|CQY|BHVND|BV0|"))
    #expect(answer.contains("AUVV.1|AUVV.2|"))
    let second = session.answer(to: "63000\(Self.stamp)  Y       AOTP|AATV1|BP2|BQ2|")
    #expect(!second.contains("AUVV.1|"))
    #expect(second.contains("AUVV.2|"))
  }

  @Test("an unknown card is denied everything")
  func unknownCard() {
    let answer = session.answer(to: "23000\(Self.stamp)AOTP|AAXX|")
    #expect(answer.hasPrefix("24YYYY          000"))
    #expect(answer.contains("BLN|AFunknownPatron|"))
  }

  @Test("a machine blocks a card and opens it again, but not one that staff blocked")
  func block() throws {
    _ = session.answer(to: "01Y\(Self.stamp)AOTP|ALThẻ bị giữ|AATV1|")
    #expect(try library.desk.patron("TV1")?.patron.status == .blocked)
    #expect(checkOut("VV.1", "TV1").contains("AFpatronBlocked|"))
    #expect(session.answer(to: "25\(Self.stamp)AOTP|AATV1|").hasPrefix("26  Y "))
    #expect(try library.desk.patron("TV1")?.patron.status == .active)
    _ = try library.desk.editPatron("TV2", [.status: "blocked", .blockReason: "Mất thẻ"])
    #expect(session.answer(to: "25\(Self.stamp)AOTP|AATV2|").hasPrefix("26YYYY"))
    #expect(try library.desk.patron("TV2")?.patron.status == .blocked)
  }

  @Test("a copy is described with its status")
  func itemInformation() {
    #expect(session.answer(to: "17\(Self.stamp)AOTP|ABVV.1|").hasPrefix("18030001"))
    _ = checkOut("VV.1", "TV1")
    let lent = session.answer(to: "17\(Self.stamp)AOTP|ABVV.1|")
    #expect(lent.hasPrefix("18040001"))
    #expect(lent.contains("AH20261207    235900|"))
    #expect(session.answer(to: "17\(Self.stamp)AOTP|ABXX|").contains("AFunknownItem|"))
  }

  @Test("a title is asked for and given up, and the next return says that it is held")
  func hold() throws {
    _ = checkOut("VV.1", "TV1")
    for item in ["VV.2", "VV.3"] { _ = checkOut(item, "TV1") }
    let placed = session.answer(to: "15+\(Self.stamp)AOTP|AATV2|ABVV.1|BY2|")
    #expect(placed.hasPrefix("161N\(Self.stamp)BR1|"))
    #expect(placed.contains("AFplaced 1|"))
    let back = checkIn("VV.2")
    #expect(back.hasPrefix("101YUY"))
    #expect(back.contains("CV01|"))
    #expect(!back.contains("Trần"))
    #expect(session.answer(to: "15-\(Self.stamp)AOTP|AATV2|ABVV.1|").contains("AFholdEnded|"))
    #expect(session.answer(to: "15-\(Self.stamp)AOTP|AATV2|ABVV.1|").hasPrefix("160N"))
  }

  @Test("money is taken once, and what is no amount is refused")
  func money() throws {
    let paid = session.answer(to: "37\(Self.stamp)0100VNDBV5000|AOTP|AATV1|BKA1|")
    #expect(paid.hasPrefix("38Y\(Self.stamp)"))
    #expect(try library.desk.patron("TV1")?.owed == Money(dong: -5000))
    for wrong in ["", "-5", "5.5", "năm"] {
      #expect(session.answer(to: "37\(Self.stamp)0100VNDBV\(wrong)|AOTP|AATV1|").hasPrefix("38N"))
    }
  }

  @Test("the same payment sent again under another number is answered as before and booked once")
  func paidOnce() throws {
    for number in 1...2 {
      let answer = session.answer(
        to: "37\(Self.stamp)0100VNDBV5000|AOTP|AATV1|BKA1|AY\(number)")
      #expect(answer.hasPrefix("38Y\(Self.stamp)"))
      #expect(answer.contains(number == 1 ? "AFpaid 5000|" : "AFpaidBefore 5000|"))
    }
    #expect(try library.desk.patron("TV1")?.owed == Money(dong: -5000))
    _ = session.answer(to: "37\(Self.stamp)0100VNDBV5000|AOTP|AATV1|BKA2|")
    _ = session.answer(to: "37\(Self.stamp)0100VNDBV6000|AOTP|AATV1|BKA1|")
    #expect(try library.desk.patron("TV1")?.owed == Money(dong: -16_000))
  }

  @Test("money of another currency is not booked as đồng")
  func currency() throws {
    let answer = session.answer(to: "37\(Self.stamp)0100USDBV5|AOTP|AATV1|BKA1|")
    #expect(answer.hasPrefix("38N") && answer.contains("AFotherCurrency USD|"))
    #expect(try library.desk.patron("TV1")?.owed == .zero)
    #expect(session.answer(to: "37\(Self.stamp)0100   BV5|AOTP|AATV1|BKA2|").hasPrefix("38Y"))
  }

  @Test("a session ends with a word")
  func end() {
    #expect(
      session.answer(to: "35\(Self.stamp)AOTP|AATV1|").hasPrefix(
        "36Y\(Self.stamp)AOTP|AATV1|AFfarewell|"))
  }

  @Test("what was done while the line was down counts at its own moment")
  func offline() throws {
    let answer = session.answer(to: "11NY20261120    100000\(Self.stamp)AOTP|AATV1|ABVV.1|AC|")
    #expect(answer.hasPrefix("121"))
    let loan = try #require(try library.desk.patron("TV1"))
    #expect(try library.desk.loans(of: loan.patron.id).first?.lentAt.day.iso == "2026-11-20")
  }

  @Test("who is not signed in is told so, and a wrong password signs nobody in")
  func signIn() throws {
    let session = library.session(signedIn: false)
    #expect(session.answer(to: "35\(Self.stamp)AOTP|AATV1|").contains("AFsignInFailed|"))
    #expect(session.answer(to: "9300CNnobody|COx|") == "940")
    #expect(session.answer(to: "9300CNadmin|CO|") == "941")
    #expect(session.answer(to: "9900302.00").hasPrefix("98YYYYYY"))
  }

  @Test("garbage is asked for again, and given up after some of it")
  func garbage() {
    for _ in 0..<4 { #expect(session.answer(to: "GET / HTTP/1.1") == "96AZFEF6") }
    #expect(!session.isGivenUp)
    _ = session.answer(to: "\u{1}\u{2}")
    #expect(session.isGivenUp)
  }

  @Test("lines end, dates and letters come as the machine wants them")
  func habits() {
    var habits = SelfCheckHabits()
    habits.lineEnd = .crlf
    habits.plainDates = true
    habits.marksLeftOut = true
    let session = library.session(habits)
    let answer = String(
      decoding: session.answer(
        Array("11NN\(Self.stamp)\(Self.stamp)AOTP|AATV1|ABVV.1|AC|".utf8)), as: UTF8.self)
    #expect(answer.hasSuffix("\r\n"))
    #expect(answer.contains("AJTruyen Kieu|AH2026-12-07|"))
  }
}
