import LibraryCore
import Workstation

/// Explanations of loans and renewals as JSON.
extension JSONValue {
  init(_ explanation: RenewalExplanation) {
    let demand = explanation.demand
    self = [
      "outcome": "explained", "allowed": .bool(explanation.isAllowed),
      "liftable": .bool(explanation.isLiftable), "today": .day(explanation.today),
      "item": JSONValue(explanation.item), "patron": JSONValue(explanation.patron),
      "loan": JSONValue(explanation.loan), "renewalsAllowed": .count(explanation.renewalsAllowed),
      "notBefore": .day(explanation.notBefore), "readersWaiting": .count(demand.readers),
      "waitingBefore": .count(demand.waiting), "spareCopies": .count(demand.spare),
      "waiting": .list(explanation.waiting.map { JSONValue($0, today: explanation.today) }),
      "rules": .list(explanation.values.map { JSONValue($0) }),
      "reasons": .list(explanation.reasons.map { JSONValue($0) }),
      "countedFrom": .day(explanation.start), "due": JSONValue(explanation.due),
    ]
  }

  init(_ explanation: LoanExplanation) {
    let today = explanation.today
    self = [
      "outcome": "explained", "loan": JSONValue(explanation.loan),
      "patron": JSONValue(explanation.patron), "status": .text(explanation.status.rawValue),
      "onSite": .bool(explanation.isOnSite),
      "settings": .list(explanation.steps.map { JSONValue($0) }),
      "dueToday": today.map { JSONValue($0) } ?? .null,
      "otherToday": .bool(explanation.isOtherToday),
      "terms": explanation.terms.map { terms in
        .object(
          LoanTerms.parameters.map { Member(key: $0.rawValue, value: .count(terms[$0])) })
      } ?? .null,
      "rules": .list(explanation.values.map { JSONValue($0) }),
    ]
  }

  init(_ explanation: HoldPlacementExplanation) {
    self = [
      "outcome": "explained", "allowed": .bool(explanation.isAllowed),
      "liftable": .bool(explanation.isLiftable), "today": .day(explanation.today),
      "patron": JSONValue(explanation.patron), "wanted": JSONValue(explanation.wanted),
      "reasons": .list(explanation.reasons.map { JSONValue($0) }),
      "forecast": JSONValue(explanation.forecast),
      "copies": .list(explanation.forecast.copies.map { JSONValue($0) }),
      "rules": .list(explanation.values.map { JSONValue($0) }),
    ]
  }

  init(_ reason: CheckoutExplanation.Reason) {
    self = JSONValue(reason.refusal).adding([
      "mayLift": .bool(reason.mayLift), "remedy": JSONValue(reason.remedy),
    ])
  }

  /// What set or moved a due date.
  init(_ setting: DueSetting) {
    var (before, days, undone): (Due?, [OpeningDay], OpID?) = (nil, [], nil)
    switch setting.cause {
    case .renewed(let due): before = due
    case .closed(let closed): days = closed
    case .takenBack(let op): undone = op
    case .lent, .chosen, .reapplied: break
    }
    self = [
      "op": .op(setting.op), "at": .moment(setting.at), "staff": .text(setting.staff),
      "cause": .text(setting.cause.name), "dueOn": .day(setting.due.day),
      "dueAt": .optional(setting.due.time?.text), "dueOnBefore": .day(before?.day),
      "dueAtBefore": .optional(before?.time?.text), "undoes": .op(undone),
      "closed": .list(days.map { ["day": .day($0.day), "reason": .optional($0.reason)] }),
      "override": JSONValue(setting.override),
    ]
  }

  private init(_ step: LoanExplanation.Step) {
    self = JSONValue(step.setting).adding([
      "walk": step.walk.map { JSONValue($0) } ?? .null
    ])
  }

  private init(_ counted: CountedDue) {
    self = JSONValue(counted.due).adding([
      "countedFrom": .day(counted.from), "rule": JSONValue(counted.rule),
    ])
  }

  /// What would change a refusal; null where nothing does.
  fileprivate init(_ remedy: Remedy) {
    let (name, data) = remedy.parts
    self = name.map { JSONValue.object([]).adding(["code": .text($0)]).adding(data) } ?? .null
  }
}

extension Remedy {
  /// The name in answers, never renamed, and what belongs to it.
  fileprivate var parts: (String?, JSONValue) {
    switch self {
    case .takeBackFirst(let loan): ("takeBackFirst", ["loan": JSONValue(loan)])
    case .renewInstead: ("renewInstead", .object([]))
    case .putItemRight(let status): ("putItemRight", ["status": .text(status.rawValue)])
    case .changeRule(let parameter): ("changeRule", ["parameter": .text(parameter.rawValue)])
    case .unblock: ("unblock", .object([]))
    case .extendCard: ("extendCard", .object([]))
    case .returnLoans(let count): ("returnLoans", ["count": .count(count)])
    case .returnLoansOfType(let count, let type):
      ("returnLoansOfType", ["count": .count(count), "type": .text(type)])
    case .returnOverdues(let count): ("returnOverdues", ["count": .count(count)])
    case .settleLost(let count): ("settleLost", ["count": .count(count)])
    case .pay(let amount): ("pay", ["amount": .money(amount)])
    case .takeDeposit(let amount): ("takeDeposit", ["amount": .money(amount)])
    case .askStaff(let permission): ("askStaff", ["permission": .text(permission.rawValue)])
    case .chooseLaterDay: ("chooseLaterDay", .object([]))
    case .chooseEarlierDay: ("chooseEarlierDay", .object([]))
    case .serveWaiting(let count): ("serveWaiting", ["count": .count(count)])
    case .giveToReader(let kept): ("giveToReader", ["holdFor": JSONValue(kept)])
    case .nobodyWaiting(let count): ("nobodyWaiting", ["count": .count(count)])
    case .returnAndLendAgain: ("returnAndLendAgain", .object([]))
    case .endHolds(let count): ("endHolds", ["count": .count(count)])
    case .takeFromShelf: ("takeFromShelf", .object([]))
    case .waitUntil(let day): ("waitUntil", ["on": .day(day)])
    case .nothing: (nil, .object([]))
    }
  }
}

extension DueSetting.Cause {
  /// The name in answers; never renamed.
  fileprivate var name: String {
    switch self {
    case .lent: "lent"
    case .chosen: "chosen"
    case .renewed: "renewed"
    case .closed: "closed"
    case .reapplied: "reapplied"
    case .takenBack: "takenBack"
    }
  }
}
