import LibraryCore
import Testing

@Suite("The category that a child's age proposes")
struct CategoryProposalTests {
  private static let categories = [
    (code: "ADULT", name: "người lớn"), (code: "CHILD", name: "thiếu nhi"),
    (code: "PUPIL", name: "học sinh"),
  ]

  private func proposal(
    _ age: Int, _ limits: [(String?, [RuleParameter: Int])] = [],
    of categories: [(code: String, name: String)] = categories
  ) throws -> String? {
    let rows = limits.enumerated().map { number, limit in
      LoanRule(
        id: EntityID(rawValue: Int64(number)), scope: RuleScope(category: limit.0),
        values: limit.1)
    }
    return CategoryProposal(
      LoanRules(rows: rows), library: "VN-TP", categories: categories, age: age,
      on: try Sample.day("2026-11-23"))?.category
  }

  @Test(
    "without a limit of its own the children's category goes to the day of sixteen",
    arguments: [(0, "CHILD"), (15, "CHILD"), (16, nil), (40, nil)] as [(Int, String?)])
  func law(age: Int, expected: String?) throws {
    #expect(try proposal(age) == expected)
    #expect(try proposal(age, of: [("ADULT", "người lớn")]) == nil)
  }

  @Test(
    "of the categories that the rules end, the one that ends first above the age is proposed",
    arguments: [
      (5, "CHILD"), (10, "CHILD"), (11, "PUPIL"), (17, "PUPIL"), (18, nil),
    ] as [(Int, String?)])
  func limits(age: Int, expected: String?) throws {
    let limits: [(String?, [RuleParameter: Int])] = [
      ("CHILD", [.ageMaximum: 10]), ("PUPIL", [.ageMinimum: 6, .ageMaximum: 17]),
    ]
    #expect(try proposal(age, limits) == expected)
    #expect(try proposal(age, limits.reversed()) == expected)
  }

  @Test("a category too old for the child, or a limit for everybody, proposes nothing by itself")
  func others() throws {
    #expect(try proposal(5, [("PUPIL", [.ageMinimum: 6, .ageMaximum: 17])]) == "CHILD")
    #expect(try proposal(12, [("CHILD", [.ageMaximum: 10])]) == nil)
    #expect(try proposal(40, [(nil, [.ageMaximum: 60])]) == nil)
    #expect(try proposal(8, [("ADULT", [.ageMaximum: 90])]) == nil)
  }
}
