import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Circles of guardians that undoing would close")
struct GuardianUndoTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    for number in 1...3 { try library.addPatron("TV\(number)", name: "Bạn đọc \(number)") }
  }

  private func name(_ guardian: Int?, for patron: Int) throws -> OpID {
    let card = guardian.map { "TV\($0)" }
    return try #require(try library.desk.editPatron("TV\(patron)", [.guardian: card]).op)
  }

  private func circle(_ outcome: UndoOutcome) -> [String]? {
    guard case .refused(let reasons) = outcome, reasons.count == 1,
      case .guardianCircular(let way) = reasons[0]
    else { return nil }
    return way.map(\.card.text)
  }

  @Test("a guardian who was taken away is not put back where the patron answers for him by now")
  func undo() throws {
    _ = try name(2, for: 1)
    let away = try name(nil, for: 1)
    let turned = try name(1, for: 2)
    #expect(circle(try library.desk.undo(away)) == ["TV2", "TV1"])
    #expect(try library.desk.undo(turned).op != nil)
    #expect(try library.desk.undo(away).op != nil)
    #expect(try library.file.check().isSound)
  }

  @Test("nor is an edit done again, over any number of steps")
  func redo() throws {
    let undone = try #require(try library.desk.undo(try name(2, for: 1)).op)
    _ = try name(3, for: 2)
    let last = try name(1, for: 3)
    #expect(circle(try library.desk.undo(undone)) == ["TV2", "TV3", "TV1"])
    _ = try library.desk.undo(last)
    #expect(try library.desk.undo(undone).op != nil)
  }

  @Test("a merge done again brings no circle")
  func merge() throws {
    _ = try name(3, for: 2)
    guard case .merged(let merged) = try library.desk.mergePatrons("TV1", "TV2"),
      let op = merged.op
    else { throw TestFailure("not merged") }
    #expect(merged.taken.contains(.guardian))
    let parted = try #require(try library.desk.undo(op).op)
    _ = try name(1, for: 3)
    #expect(circle(try library.desk.undo(parted)) == ["TV3", "TV1"])
    #expect(try library.file.check().isSound)
  }

  @Test("actions taken back together close none either")
  func together() throws {
    _ = try name(2, for: 1)
    let away = try name(nil, for: 1)
    _ = try name(1, for: 2)
    #expect(try library.desk.undo(all: [away]).compactMap(circle) == [["TV2", "TV1"]])
  }

  @Test("a check finds a circle, and names everybody in it")
  func check() throws {
    _ = try name(2, for: 1)
    let second = try #require(try library.desk.patron("TV2")).patron.id
    let first = try #require(try library.desk.patron("TV1")).patron.id
    _ = try library.file.record { journal in
      try journal.append(
        .patronSaved([PatronField.guardian.set(first.description)]), on: second,
        by: library.admin, at: library.clock.now())
    }
    let found = try library.file.check().findings.compactMap { finding in
      if case .contradiction(.guardiansInNoCircle, let key) = finding { key } else { nil }
    }
    #expect(found.sorted() == ["TV1", "TV2"])
  }
}
