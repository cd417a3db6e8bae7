import LibraryCore
import Testing

@Suite struct RuleTableTests {
  /// The codes of a house with two categories, two types, two collections and two libraries.
  private static func codes(_ kind: TermKind) -> [String] {
    switch kind {
    case .library: ["VN-\"TP\"", "VN-2"]
    case .patronCategory: ["A", "CHILD", "THIẾU NHI"]
    case .itemType: ["A,B", "BOOK"]
    case .location: ["TN", "KD"]
    default: []
    }
  }

  private func read(_ text: String) -> Result<RuleTable, RuleTable.Faults> {
    RuleTable.read(Array(text.utf8), known: Self.codes)
  }

  @Test(
    "codes that no list has are told with all other faults of all lines, each by line and column")
  func unknownCodes() {
    let text = """
      library,category,itemType,collection,loanDays,to
      VN-9,KHONG,SACH,KX,x,
      ,CHILD,,,7,99/99/2026
      ,NHAM,,,7,
      """
    guard case .failure(let faults) = read(text) else {
      Issue.record("the table was taken")
      return
    }
    #expect(
      faults.all.map { "\($0.line ?? 0) \($0.column ?? "")" } == [
        "2 loanDays", "2 library", "2 category", "2 itemType", "2 collection", "3 to", "4 category",
      ])
  }

  @Test("a value that counts over everything a patron has is told by its column")
  func overAll() {
    guard case .failure(let faults) = read("itemType,loansMaximum\nBOOK,3\n") else {
      Issue.record("the table was taken")
      return
    }
    #expect(
      faults.all == [
        .refused(line: 2, heading: "loansMaximum", .valueOverAll(.loansMaximum))
      ])
  }

  @Test("of a table whose codes are all known nothing is told")
  func knownCodes() throws {
    #expect(try read("category,collection,loanDays\nCHILD,TN,7\n").get().rows.count == 1)
  }

  @Test("a matrix is read back from its table as it was")
  func roundTrip() throws {
    let rules = LoanRules(rows: [
      LoanRule(
        id: EntityID(rawValue: 1), scope: RuleScope(), values: [.loanDays: 14, .lendable: 2]),
      LoanRule(
        id: EntityID(rawValue: 2),
        scope: RuleScope(
          library: "VN-\"TP\"", category: "THIẾU NHI", itemType: "A,B", collection: "TN"),
        period: RulePeriod(from: try Sample.day("2026-06-01"), to: try Sample.day("2026-08-31")),
        values: Dictionary(
          uniqueKeysWithValues: RuleParameter.allCases.filter { !$0.isOverAll }
            .map { ($0, $0.range.upperBound) })),
    ])
    let table = RuleTable(rules)
    #expect(try read(table.text).get() == table)
  }

  @Test("a table of any order, separator and writing of values is read")
  func spreadsheets() throws {
    let table = try read("loanDays;to;category;lendable\n21;31/05/2027;CHILD;onSite\n;;;1\n").get()
    #expect(table.rows.map(\.values) == [[.loanDays: 21, .lendable: 0], [.lendable: 1]])
    #expect(table.rows[0].period == RulePeriod(to: try Sample.day("2027-05-31")))
    #expect(table.rows[0].scope == RuleScope(category: "CHILD"))
  }

  @Test(
    "every fault of a table is told with its line",
    arguments: [
      ("", RuleTable.Fault.table(.empty)), ("loanDays,x\n1,2\n", .unknownHeading("x")),
      ("loanDays\n10,00\n", .value(line: 2, .loanDays, text: "ten")),
      ("loanDays\n\n9999\n", .outOfRange(line: 3, .loanDays, 9999)),
      ("loanDays,from\n1,32/01/2026\n", .day(line: 2, heading: "from", text: "32/01/2026")),
      ("loanDays,category\n,A\n", .empty(line: 2)),
      ("loanDays,category\n1,A\n2,A\n", .repeated(line: 3, first: 2)),
    ])
  func faults(text: String, fault: RuleTable.Fault) throws {
    let text = text.split(separator: "10,00").joined(separator: "ten")
    guard case .failure(let faults) = read(text) else {
      Issue.record("the table was taken")
      return
    }
    #expect(faults.all.contains(fault))
  }

  @Test("whom a line with a wrong day speaks for is not known, so it repeats nothing")
  func falseDouble() {
    guard
      case .failure(let faults) = read("category,loanDays,from\nA,1,\nA,2,32/01/2026\n")
    else {
      Issue.record("the table was taken")
      return
    }
    #expect(faults.all.count == 1)
  }

  @Test("nobody is old enough and young enough at once")
  func ages() {
    let row = RuleTable.Row(scope: RuleScope(), values: [.ageMinimum: 18, .ageMaximum: 10])
    #expect(row.refusals { _ in [] }.map(\.code) == ["valueOutOfRange"])
  }

  @Test("a table with two faults tells both")
  func allFaults() {
    guard case .failure(let faults) = read("loanDays,from,to\nx,2026-02-01,2026-01-01\n") else {
      Issue.record("the table was taken")
      return
    }
    #expect(faults.all.map(\.column) == ["loanDays", "to"])
  }
}
