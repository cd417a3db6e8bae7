import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Who answers for a child")
struct GuardianTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    for number in 1...3 { try library.addPatron("TV\(number)", name: "Bạn đọc \(number)") }
  }

  private func codes(_ outcome: SaveOutcome) throws -> [String] {
    try library.desk.notices(ofSaved: outcome).map(\.code)
  }

  private func lent(_ barcode: String) throws -> CheckoutOutcome.Lent {
    guard case .lent(let lent) = try library.desk.checkOut(barcode, to: "HS1") else {
      throw TestFailure("\(barcode) was not lent")
    }
    return lent
  }

  @Test(
    "a child without a guardian is enrolled and told of, until a guardian is named by card or by name"
  )
  func told() throws {
    let child = try library.desk.enrol(PatronDraft(name: "Lê Bé", card: "HS1", born: "2015"))
    #expect(try library.desk.notices(ofSaved: child) == [.guardianMissing(age: 11)])
    #expect(try codes(library.desk.editPatron("HS1", [.note: "nhỏ"])) == ["guardianMissing"])
    #expect(try codes(library.desk.editPatron("HS1", [.guardianName: "Lê Thị Mẹ"])) == [])
    #expect(
      try codes(library.desk.editPatron("HS1", [.guardianName: nil, .guardian: "TV1"])) == [])
    #expect(try codes(library.desk.editPatron("TV1", [.born: "1987"])) == [])
    #expect(try codes(library.desk.editPatron("TV9", [.born: "1987"])) == [])
  }

  @Test("a loan to a child without a guardian is told of, and goes on")
  func checkout() throws {
    for number in 1...2 { try library.addItem("VV.\(number)") }
    try library.addPatron("HS1", [.born: "2015-01-01"])
    #expect(try lent("VV.1").notices.map(\.code) == ["guardianMissing"])
    _ = try library.desk.editPatron("HS1", [.guardian: "TV1"])
    #expect(try lent("VV.2").notices.isEmpty)
  }

  @Test("nobody answers for himself, nor for whoever answers for him, over any number of steps")
  func circles() throws {
    func refused(_ card: String, by guardian: String) throws -> [[String]] {
      guard case .refused(let reasons) = try library.desk.editPatron(card, [.guardian: guardian])
      else { return [] }
      return reasons.map { reason in
        if case .guardianCircular(let way) = reason { way.map(\.card.text) } else { [reason.code] }
      }
    }
    #expect(try refused("TV1", by: "TV1") == [["TV1"]])
    _ = try library.desk.editPatron("TV1", [.guardian: "TV2"])
    #expect(try refused("TV2", by: "TV1") == [["TV1", "TV2"]])
    _ = try library.desk.editPatron("TV2", [.guardian: "TV3"])
    #expect(try refused("TV3", by: "TV1") == [["TV1", "TV2", "TV3"]])
    #expect(try library.desk.editPatron("TV1", [.note: "x"]).reasons == nil)
    try library.expectFolded()
  }

  @Test("an entry that is merged takes over no guardian for whom it answers itself")
  func merged() throws {
    try library.addPatron("TV4", name: "Bạn đọc 4", [.guardianPhone: "0903"])
    _ = try library.desk.editPatron("TV4", [.guardian: "TV3"])
    _ = try library.desk.editPatron("TV3", [.guardian: "TV1"])
    _ = try library.desk.mergePatrons("TV1", "TV4")
    let kept = try #require(try library.desk.patronDetails(library.patron("TV1")))
    #expect(kept.guardian == nil && kept.guardianPhone == nil)
  }

  @Test(
    "who has no telephone is called on the guardian's, which says so; the entered one goes before that of the guardian's card"
  )
  func telephones() throws {
    _ = try library.desk.editPatron("TV1", [.phone: "0901"])
    _ = try library.desk.editPatron("TV2", [.guardian: "TV1"])
    _ = try library.desk.editPatron(
      "TV3", [.guardian: "TV1", .guardianName: "Bà ngoại", .guardianPhone: "0903"])
    try library.addPatron("TV4", name: "Bạn đọc 4", [.guardianPhone: "0904"])
    try library.addPatron("TV5", name: "Bạn đọc 5", [.phone: "0905", .guardianPhone: "0999"])
    try library.addPatron("TV6", name: "Bạn đọc 6")
    for number in 2...6 {
      try library.addItem("VV.\(number)")
      _ = try library.desk.checkOut(
        "VV.\(number)", to: "TV\(number)", due: RequestedDue("2026-11-24"))
    }
    let readers = try library.desk.dueSoonReaders(days: 3)
    #expect(readers.map(\.phone) == ["0901", "0903", "0904", "0905", nil])
    #expect(
      readers.map(\.phoneHolder) == [
        .guardian("Bạn đọc 1"), .guardian("Bà ngoại"), .guardian(nil), .reader, .reader,
      ])
  }
}
