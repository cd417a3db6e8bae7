import LibraryCore
import Testing

/// One line of a table of what the rules come to: a day, an amount, a word.
struct ValueRow: Sendable, CustomTestStringConvertible {
  var name: String
  var expected: String
  var answer: @Sendable () -> String

  var testDescription: String { "\(name): \(expected)" }
}

@Suite struct ValueRowTests {
  @Test("a due date is the one of its row", arguments: DueRows.all)
  func due(row: ValueRow) { #expect(row.answer() == row.expected) }

  @Test("being late costs what its row says", arguments: FineRows.all)
  func late(row: ValueRow) { #expect(row.answer() == row.expected) }

  @Test("a lost copy costs what its row says, and gives back what it says", arguments: LossRows.all)
  func losses(row: ValueRow) { #expect(row.answer() == row.expected) }

  @Test("the rules of today make of an open loan what its row says", arguments: ReapplyRows.all)
  func reapplied(row: ValueRow) { #expect(row.answer() == row.expected) }

  @Test("what comes over the counter goes where its row says", arguments: ErrandRows.all)
  func errands(row: ValueRow) { #expect(row.answer() == row.expected) }
}
