import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Gives loans already made the rules of today, which no change of a rule does by itself.
struct RuleReapplyCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "reapply",
    abstract: .say(
      vi: "Áp quy định hôm nay cho các lượt đang mượn: hạn trả và mức phạt.",
      en: "Give open loans the rules of today: their due dates and what being late costs."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var scope: RuleCommand.Scope

  @Flag(help: .say(vi: "Chỉ cho biết lượt nào đổi.", en: "Only tell which loans would change."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let outcome = try session.desk.reapplyRules(scope.scope, dryRun: dryRun)
    session.answer(outcome.json, session.words.reapplication(outcome).joined(separator: "\n"))
    return outcome.status
  }
}

extension ReapplyOutcome {
  var json: JSONValue {
    switch self {
    case .reapplied(let done):
      [
        "outcome": "reapplied", "looked": .count(done.looked),
        "changed": .list(done.changed.map(\.json)), "op": .op(done.op),
      ]
    case .unchanged(let looked): ["outcome": "unchanged", "looked": .count(looked)]
    case .refused(let reasons): .refused(reasons)
    }
  }

  var status: ExitStatus { if case .refused = self { .refused } else { .done } }
}

extension MovedLoan {
  fileprivate var json: JSONValue {
    [
      "loan": .op(loan.loan), "item": JSONValue(item), "patron": JSONValue(patron),
      "dueBefore": JSONValue(loan.before), "dueAfter": JSONValue(loan.after),
      "terms": .list(
        LoanTerms.parameters.compactMap { parameter in
          loan.terms.flatMap { terms in
            let (before, after) = (terms.before[parameter], terms.after[parameter])
            return before == after
              ? nil
              : [
                "parameter": .text(parameter.rawValue), "before": .text(parameter.text(of: before)),
                "after": .text(parameter.text(of: after)),
              ]
          }
        }),
    ]
  }
}

extension JSONValue {
  fileprivate init(_ due: Due) {
    self = ["dueOn": .day(due.day), "dueAt": .optional(due.time?.text)]
  }
}
