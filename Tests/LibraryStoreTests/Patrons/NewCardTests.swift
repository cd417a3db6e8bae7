import Foundation
import LibraryCore
import Testing

@testable import LibraryStore

@Suite("How long a new card is good")
struct NewCardTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    _ = try library.desk.setRule(RuleScope(category: "PUPIL"), values: [.membershipMonths: 9])
    _ = try library.desk.setRule(RuleScope(category: "STAFF"), values: [.membershipMonths: 0])
  }

  private func expiry(_ card: String) throws -> String? {
    try library.desk.patron(card)?.patron.expiresOn?.iso
  }

  @Test("a card without a last day gets that of its category's rule, and a given one stays")
  func enrolled() throws {
    for (card, category, expires) in [
      ("TV1", "PUPIL", nil), ("TV2", "STAFF", nil), ("TV3", nil, nil), ("TV4", "PUPIL", "1/2/2027"),
      ("TV5", "PUPIL", ""),
    ] as [(String, String?, String?)] {
      _ = try library.desk.enrol(
        PatronDraft(name: "Ai đó \(card)", card: card, category: category, expiresOn: expires))
    }
    #expect(try expiry("TV1") == "2027-08-23")
    #expect(try expiry("TV2") == nil)
    #expect(try expiry("TV3") == "2027-11-23")
    #expect(try expiry("TV4") == "2027-02-01")
    #expect(try expiry("TV5") == nil)
    let term = try library.desk.membershipTerm(ofCategory: "PUPIL")
    #expect(term.until?.iso == "2027-08-23" && term.rule.decidedBy?.scope.category == "PUPIL")
    try library.expectFolded()
  }

  @Test("a row of a table without a last day gets one too, and changing an entry gives none")
  func table() throws {
    let path = try write(
      "Số thẻ,Họ tên,Đối tượng,Hết hạn\nHS1,Lê An,PUPIL,\nHS2,Lê Bé,PUPIL,01/06/2027\n")
    _ = try library.desk.importPatrons(from: .file(path))
    #expect(try expiry("HS1") == "2027-08-23")
    #expect(try expiry("HS2") == "2027-06-01")
    _ = try library.desk.editPatron("HS1", [.expiresOn: nil])
    _ = try library.desk.editPatron("HS1", [.note: "x"])
    #expect(try expiry("HS1") == nil)
  }

  @Test("children without guardians are counted in a table, and only a preview lists them")
  func countedInTable() throws {
    let path = try write(
      "Số thẻ,Họ tên,Năm sinh,Phụ huynh\nHS1,Lê An,2015,\nHS2,Lê Bé,2015,Lê Mẹ\n")
    guard case .imported(let preview) = try library.desk.previewPatrons(from: .file(path)),
      case .imported(let report) = try library.desk.importPatrons(from: .file(path))
    else { throw TestFailure("not taken") }
    #expect(preview.withoutGuardian == 1 && report.withoutGuardian == 1)
    #expect(preview.told.map { $0.notices.map(\.code) } == [["guardianMissing"], []])
    #expect(report.told.isEmpty)
  }

  private func write(_ table: String) throws -> String {
    let path = library.folder + "/lop.csv"
    try Data(table.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}
