public import LibraryCore

/// Loans that one action changed together.
extension Wording {
  /// Each loan by copy, reader and the due date it got; how many are not named.
  public func loansTogether(_ loans: LoansTogether) -> String {
    let named = loans.loans.map { line in
      "\(line.item.barcode) \(line.item.title) – \(line.patron.name) (\(line.patron.card))"
        + (line.due.map { say(vi: ", hạn \(due($0))", en: ", due \(due($0))") } ?? "")
    }
    let rest = loans.total - named.count
    let more =
      rest > 0
      ? [say(vi: "và \(rest) lượt khác", en: "and \(counted(rest, "more loan"))")] : []
    return (named + more).joined(separator: "; ")
  }

  /// The titles in the width of a column: how many copies where there are several.
  func shortTitles(_ loans: LoansTogether) -> String {
    let titles = loans.loans.map(\.item.title).joined(separator: ", ")
    return loans.total > 1
      ? say(vi: "\(loans.total) bản: ", en: counted(loans.total, "copy", "copies") + ": ") + titles
      : titles
  }

  /// Who has them in the width of a column: each reader once.
  func shortReaders(_ loans: LoansTogether) -> String {
    var seen: Set<EntityID> = []
    return loans.loans.filter { seen.insert($0.patron.id).inserted }.map(\.patron.name)
      .joined(separator: ", ")
  }
}
