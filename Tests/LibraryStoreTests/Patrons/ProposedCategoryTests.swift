import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct ProposedCategoryTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary(today: "2026-11-23") }

  private func draft(born: String?, category: String? = nil) -> PatronDraft {
    PatronDraft(name: "Lê Bé", category: category, born: born)
  }

  @Test(
    "a child's birth, a day or a year, proposes the children's category, and no other does",
    arguments: [
      ("23/11/2010", nil), ("24/11/2010", "CHILD"), ("2011", "CHILD"), ("2010", nil),
      ("31/02/2015", nil), ("", nil),
    ] as [(String, String?)])
  func proposed(born: String, expected: String?) throws {
    #expect(try library.desk.proposedCategory(for: draft(born: born))?.category == expected)
  }

  @Test("a category that was chosen stays, whatever the age")
  func chosen() throws {
    var chosen = draft(born: "2016", category: "ADULT")
    #expect(try library.desk.settleCategory(of: &chosen).isEmpty)
    #expect(chosen[.category] == "ADULT")
    var blank = draft(born: "2016", category: "  ")
    #expect(
      try library.desk.settleCategory(of: &blank) == [
        .categoryProposed("CHILD", name: "thiếu nhi", age: 10)
      ])
    #expect(blank[.category] == "CHILD")
  }

  @Test("the rules of the house end the category earlier, and name another")
  func ruled() throws {
    _ = try library.desk.setRule(RuleScope(category: "CHILD"), values: [.ageMaximum: 10])
    _ = try library.desk.setRule(RuleScope(category: "PUPIL"), values: [.ageMaximum: 17])
    let proposal = try #require(try library.desk.proposedCategory(for: draft(born: "2015")))
    #expect(proposal.category == "PUPIL" && proposal.rule?.value == 17)
  }
}
