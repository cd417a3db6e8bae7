import LibraryCore
import LibraryStore

/// The library's things as JSON: keys in English, money in đồng, days as `YYYY-MM-DD`, moments in ISO 8601.
extension JSONValue {
  static func day(_ day: CalendarDay) -> JSONValue { .text(day.iso) }
  static func day(_ day: CalendarDay?) -> JSONValue { .optional(day?.iso) }
  static func moment(_ moment: Moment) -> JSONValue { .text(moment.iso) }
  static func op(_ op: OpID?) -> JSONValue { op.map { .name(.op($0)) } ?? .null }
  static func entity(_ id: EntityID?) -> JSONValue { id.map { .name(.entity($0)) } ?? .null }
  static func money(_ money: Money?) -> JSONValue { money.map { .integer($0.dong) } ?? .null }

  init(_ item: ItemLine) {
    self = [
      "barcode": .text(item.barcode.text), "title": .text(item.title),
      "author": .optional(item.author), "callNumber": .optional(item.callNumber),
      "record": .entity(item.record),
    ]
  }

  init(_ patron: PatronLine) {
    self = ["card": .text(patron.card.text), "name": .text(patron.name)]
  }

  init(_ loan: OpenLoan) {
    self = [
      "loan": .op(loan.id), "card": .text(loan.card.text), "name": .text(loan.patronName),
      "dueOn": .day(loan.dueOn), "dueAt": .optional(loan.dueAt?.text),
      "lentAt": .moment(loan.lentAt),
      "renewals": .count(loan.renewals),
    ]
  }

  init(_ loan: LoanLine) {
    self = [
      "loan": .op(loan.loan), "barcode": .text(loan.barcode), "title": .text(loan.title),
      "lentAt": .moment(loan.lentAt), "dueOn": .day(loan.dueOn),
      "dueAt": .optional(loan.dueAt?.text), "overdue": .bool(loan.isOverdue),
      "claim": .optional(loan.claim?.rawValue), "longOverdue": .bool(loan.isLongOverdue),
      "renewals": .count(loan.renewals),
      "returnedAt": .optional(loan.returnedAt?.iso), "lateDays": .count(loan.lateDays),
      "charge": .money(loan.charge),
    ]
  }

  init(_ facts: ItemFacts) {
    let item = facts.item
    self = [
      "barcode": .text(item.barcode.text), "status": .text(item.status.rawValue),
      "record": .entity(item.record), "title": .text(facts.title),
      "author": .optional(facts.author), "callNumber": .optional(item.callNumber),
      "location": .optional(item.location), "type": .text(item.type), "price": .money(item.price),
      "copyNumber": .optional(item.copyNumber), "note": .optional(item.note),
      "source": .optional(item.source), "document": .optional(item.document),
      "acquiredOn": .optional(item.acquiredOn?.iso), "library": .optional(item.library),
      "sentTo": .optional(item.sentTo),
      "item": .entity(item.id), "loan": facts.loan.map { JSONValue($0) } ?? .null,
      "heldFor": facts.setAside.map { JSONValue($0) } ?? .null,
    ]
  }

  init(_ patron: Patron) {
    self = [
      "card": .text(patron.card.text), "name": .text(patron.name),
      "category": .text(patron.category), "born": .optional(patron.born),
      "phone": .optional(patron.phone), "address": .optional(patron.address),
      "email": .optional(patron.email), "expiresOn": .day(patron.expiresOn),
      "status": .text(patron.status.rawValue), "blockReason": .optional(patron.blockReason),
      "note": .optional(patron.note), "enrolledOn": .day(patron.enrolledOn),
      "patron": .entity(patron.id),
    ]
  }

  init(_ facts: PatronFacts) {
    self = JSONValue(facts.patron).adding([
      "loans": .count(facts.loans), "overdues": .count(facts.overdues),
      "owed": .money(facts.owed), "holds": .count(facts.holds),
      "holdsReady": .count(facts.holdsReady), "loansOnSite": .count(facts.loansOnSite),
    ])
  }

  init(_ hit: PatronHit) {
    self = JSONValue(hit.patron).adding(["loans": .count(hit.loans), "owed": .money(hit.owed)])
  }

  init(_ rule: RuleValue) {
    self = [
      "parameter": .text(rule.parameter.rawValue), "value": .count(rule.value),
      "text": .text(rule.parameter.text(of: rule.value)),
      "row": .entity(rule.decidedBy?.number),
    ]
  }

  init(_ rule: LoanRule) {
    self = .object(
      [
        Member(key: "rule", value: .entity(rule.id)),
        Member(key: "library", value: .optional(rule.scope.library)),
        Member(key: "category", value: .optional(rule.scope.category)),
        Member(key: "itemType", value: .optional(rule.scope.itemType)),
        Member(key: "collection", value: .optional(rule.scope.collection)),
        Member(key: "from", value: .optional(rule.period.from?.iso)),
        Member(key: "to", value: .optional(rule.period.to?.iso)),
      ]
        + RuleParameter.allCases.compactMap { parameter in
          rule.values[parameter].map { Member(key: parameter.rawValue, value: .count($0)) }
        })
  }
}

extension Rehearsed {
  /// Whether the rehearsal gave that name, which nothing bears now.
  func made(_ name: JSONValue.Name) -> Bool {
    switch name {
    case .op(let op): made(op)
    case .entity(let entity): made(entity)
    }
  }
}
