import LibraryCore
import Testing

@testable import LibraryStore

@Suite("What a patron's history says")
struct PatronHistoryTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    try library.addItem("VV.1")
    for number in 1...2 { try library.addPatron("TV\(number)", name: "Bạn đọc \(number)") }
  }

  private func history(_ card: String) throws -> [LogEntry] {
    try library.desk.history(ofPatron: library.patron(card))
  }

  @Test(
    "the lines of a loan say when it is due, also after it came back, and lines of money how much")
  func loansAndMoney() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1", due: RequestedDue("2026-12-01"))
    _ = try library.desk.enter(
      AccountEntry(.charge, Money(dong: 20_000), charge: .card), for: "TV1")
    _ = try library.desk.pay("TV1", amount: Money(dong: 5000))
    _ = try library.desk.takeBack("VV.1")
    let lines = try history("TV1").reversed()
    #expect(lines.map { $0.due?.day.iso } == [nil, "2026-12-01", nil, nil, "2026-12-01"])
    #expect(lines.map { $0.amount?.dong } == [nil, nil, 20_000, 5000, nil])
  }

  @Test("a saved entry says which fields changed, from what to what, by the names people use")
  func revisions() throws {
    _ = try library.desk.editPatron("TV1", [.phone: "0901", .guardian: "TV2"])
    _ = try library.desk.editPatron("TV1", [.phone: "0902", .category: "STAFF"])
    _ = try library.desk.editPatron("TV1", [.phone: nil])
    let lines = try history("TV1").map(\.revisions)
    #expect(lines[0] == [PatronRevision(.phone, from: .init("0902"), to: nil)])
    #expect(lines[1].map(\.field) == [.category, .phone])
    #expect(lines[1][1] == PatronRevision(.phone, from: .init("0901"), to: .init("0902")))
    #expect(lines[1][0].to?.text == "STAFF" && lines[1][0].from == nil)
    #expect(
      lines[2].last
        == PatronRevision(.guardian, from: nil, to: .init("TV2", name: "Bạn đọc 2 (TV2)")))
    #expect(lines[3].allSatisfy { $0.from == nil })
  }

  @Test("the first entry of a patron is an enrolment, and no later one, whatever it changes")
  func enrolment() throws {
    _ = try library.desk.editPatron("TV1", [.name: "Lê Na", .card: "TV9"])
    _ = try library.desk.editPatron("TV9", [.phone: "0901"])
    #expect(try history("TV9").map(\.isEnrolment) == [false, false, true])
  }

  @Test("what a citizen card's number comes to is told as changed, and never shown")
  func secret() throws {
    var draft = PatronDraft(name: "Lê Ngọc Hòa", card: "TV9")
    draft.citizenNumber = "001087012345"
    _ = try library.desk.enrol(draft)
    let revision = try #require(
      try history("TV9")[0].revisions.first { $0.field == .citizenKey })
    #expect(revision.isHidden && revision.from == nil && revision.to == nil)
  }

  @Test(
    "a merge stands in the history of the entry that stayed, with what it took over, also once it is taken back"
  )
  func merging() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV2")
    _ = try library.desk.editPatron("TV2", [.phone: "0902"])
    let gone = try #require(try library.desk.patron("TV2")).patron
    guard case .merged(let merged) = try library.desk.mergePatrons("TV1", "TV2"), let op = merged.op
    else { throw TestFailure("not merged") }
    func kinds() throws -> [UInt8] { try history("TV1").map(\.op.body.kind) }
    let entry = try #require(try history("TV1").first { $0.op.id == op })
    #expect(entry.subject == .patron(PatronLine(gone)))
    #expect(entry.patron?.card.text == "TV1")
    #expect(
      try history("TV1").first { !$0.revisions.isEmpty }?.revisions
        == [PatronRevision(.phone, from: nil, to: .init("0902"))])
    _ = try library.desk.undo(op)
    #expect(try kinds().contains(OpKind.patronMerged.rawValue))
    #expect(try kinds().contains(OpKind.patronParted.rawValue))
    try library.expectFolded()
  }

  @Test("a library of an older version learns of the merges it made")
  func older() throws {
    _ = try library.desk.mergePatrons("TV1", "TV2")
    try library.forgetMigrations(behind: 25)
    let file = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 2))
    let desk = Desk(file: file, staff: EntityID(rawValue: 2), clock: library.clock)
    let lines = try desk.history(ofPatron: library.patron("TV1"))
    #expect(lines.contains { $0.op.body.kind == OpKind.patronMerged.rawValue })
    #expect(try file.check().findings == [])
  }
}
