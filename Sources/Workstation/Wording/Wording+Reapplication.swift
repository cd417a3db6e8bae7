public import LibraryCore

extension Wording {
  /// What the rules of today change of open loans, a line for each of the first few.
  public func reapplication(_ outcome: ReapplyOutcome, linesMaximum: Int = .max) -> [String] {
    switch outcome {
    case .reapplied(let done):
      let lines = done.changed.prefix(linesMaximum).map { moved in
        "\(moved.item.barcode)  \(moved.item.title) – \(moved.patron.name): \(change(moved.loan))"
      }
      let rest = done.changed.count - lines.count
      return [reapplied(done)] + lines + (rest > 0 ? ["… +\(rest)"] : [])
    case .unchanged(looked: 0):
      return [say(vi: "Không có lượt nào đang mượn", en: "There are no open loans")]
    case .unchanged(let looked):
      return [
        say(
          vi: "Cả \(looked) lượt đang mượn đã đúng quy định hôm nay",
          en: "Nothing to change: \(counted(looked, "open loan")) as the rules of today say")
      ]
    case .refused(let reasons): return reasons.map { "• " + refusal($0) }
    }
  }

  /// How many loans change, and how: in the future while nothing is written.
  public func reapplied(_ done: Reapplication) -> String {
    let dues = done.changed.count { $0.loan.before != $0.loan.after }
    let terms = done.changed.count { $0.loan.terms != nil }
    let (changed, looked) = (done.changed.count, done.looked)
    guard done.op == nil else {
      return say(
        vi: "Đã đổi \(changed) trong \(looked) lượt đang mượn: \(dues) hạn trả, \(terms) mức phạt",
        en:
          "Changed \(changed) of \(counted(looked, "open loan")): \(counted(dues, "due date")), terms of \(counted(terms, "loan"))"
      )
    }
    return say(
      vi: "Sẽ đổi \(changed) trong \(looked) lượt đang mượn: \(dues) hạn trả, \(terms) mức phạt",
      en:
        "\(changed) of \(counted(looked, "open loan")) would change: \(counted(dues, "due date")), terms of \(counted(terms, "loan"))"
    )
  }

  /// What changes of one loan: the due date, then each term.
  public func change(_ loan: RedatedLoan) -> String {
    let dues =
      loan.before == loan.after
      ? []
      : [
        say(
          vi: "hạn trả \(due(loan.before)) → \(due(loan.after))",
          en: "due \(due(loan.before)) → \(due(loan.after))")
      ]
    return (dues + termChanges(loan)).joined(separator: "; ")
  }

  /// What being late costs, before and after, for each value that changes.
  public func termChanges(_ loan: RedatedLoan) -> [String] {
    guard let terms = loan.terms else { return [] }
    return LoanTerms.parameters.filter { terms.before[$0] != terms.after[$0] }.map {
      "\(ruleParameter($0)) \(ruleValue($0, terms.before[$0])) → \(ruleValue($0, terms.after[$0]))"
    }
  }
}
