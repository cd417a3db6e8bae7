import LibraryCore
import LibraryStore
import Workstation

/// Remarks, cards, families, batches and merges of patrons as JSON.
extension JSONValue {
  init(_ remark: Remark) {
    self = [
      "remark": .entity(remark.id), "kind": .text(remark.kind.rawValue),
      "text": .text(remark.text), "from": .day(remark.from), "until": .day(remark.until),
      "mustBeRead": .bool(remark.mustBeRead), "readOn": .day(remark.readOn),
      "liftedOn": .day(remark.liftedOn), "madeOn": .day(remark.madeOn),
      "madeBy": .text(remark.madeBy),
    ]
  }

  init(_ card: PatronCard) {
    self = [
      "card": .text(card.number.text), "standing": .text(card.standing.rawValue),
      "since": .day(card.since),
    ]
  }

  init(_ former: FormerCard) {
    self = JSONValue(former.card).adding([
      "outcome": "cardOutOfUse", "by": .text(former.staff), "patron": JSONValue(former.patron),
    ])
  }

  /// No number of a citizen card is among it: none is stored.
  init(_ details: PatronDetails) {
    self = [
      "class": .optional(details.className), "schoolYear": .optional(details.schoolYear),
      "occupation": .optional(details.occupation), "sex": .optional(details.sex?.rawValue),
      "guardian": details.guardian.map { JSONValue($0) } ?? .null,
      "guardianName": .optional(details.guardianName),
      "guardianPhone": .optional(details.guardianPhone),
      "consent": .text(details.consentState.name), "consentOn": .day(details.consent?.on),
      "consentWording": .optional(details.consent?.wording),
      "consentRefusedOn": .day(details.consentRefusedOn), "photo": .optional(details.photo),
      "cards": .list(details.cards.map { JSONValue($0) }),
      "remarks": .list(details.remarks.map { JSONValue($0) }),
      "family": .list(details.family.map { JSONValue($0) }),
    ]
  }

  init(_ change: PatronChange) {
    self = [
      "patron": JSONValue(change.patron), "loans": .count(change.loans),
      "owed": .money(change.owed), "fromClass": .optional(change.fromClass),
      "toClass": .optional(change.toClass), "fromExpiry": .day(change.fromExpiry),
      "toExpiry": .day(change.toExpiry), "leaves": .bool(change.leaves),
    ]
  }

  init(_ left: PatronLeftOut) {
    self = [
      "patron": JSONValue(left.patron),
      "reasons": .list(left.obstacles.map { JSONValue($0) }),
    ]
  }

  private init(_ obstacle: MembershipRenewal.Obstacle) {
    self =
      switch obstacle {
      case .owes(let amount): ["code": "owes", "amount": .money(amount)]
      case .restricted(let reason): ["code": "restricted", "reason": .text(reason)]
      case .blocked(let reason): ["code": "blocked", "reason": .optional(reason)]
      case .goodAsLong(let until): ["code": "goodAsLong", "until": .day(until)]
      }
  }

  fileprivate init(_ count: ClassCount) {
    self = ["class": .text(count.name.name), "patrons": .count(count.patrons)]
  }

  init(_ twin: PatronTwin) {
    self = JSONValue(twin.hit).adding([
      "sameCitizenCard": .bool(twin.sameCitizenCard),
      "sameNameAndBirth": .bool(twin.sameNameAndBirth), "samePhone": .bool(twin.samePhone),
    ])
  }
}

extension PatronBatchOutcome {
  var json: JSONValue {
    switch self {
    case .changed(let batch):
      [
        "outcome": "changed", "batch": .entity(batch.batch), "op": .op(batch.op),
        "changes": .list(batch.changes.map { JSONValue($0) }),
        "leftOut": .list(batch.leftOut.map { JSONValue($0) }),
        "keptClasses": .list(batch.keptClasses.map { JSONValue($0) }),
        "inYearAlready": .list(batch.inYearAlready.map { JSONValue($0) }),
      ]
    case .refused(let reasons): .refused(reasons)
    }
  }

  var status: ExitStatus { if case .changed = self { .done } else { .refused } }
}

extension PatronMergeOutcome {
  var json: JSONValue {
    switch self {
    case .merged(let merged):
      [
        "outcome": "merged", "keeper": JSONValue(merged.keeper), "gone": JSONValue(merged.gone),
        "loans": .count(merged.loans), "holds": .count(merged.holds),
        "entries": .count(merged.entries), "taken": .list(merged.taken.map { .text($0.key) }),
        "dropped": .list(merged.dropped.map { .text($0.key) }),
        "wards": .list(merged.wards.map { JSONValue($0) }),
        "doubledHolds": .list(merged.doubled.map { .entity($0.id) }), "op": .op(merged.op),
      ]
    case .refused(let reasons): .refused(reasons)
    case .unknown(let card): .unknown("patron", card)
    }
  }

  var status: ExitStatus { if case .merged = self { .done } else { .refused } }
}

extension Wording {
  func lines(_ outcome: PatronBatchOutcome) -> [String] {
    switch outcome {
    case .changed(let batch):
      [patronBatch(batch)] + batch.changes.map { "  " + patronChange($0) }
        + batch.leftOut.map { "  " + leftOut($0) } + classesLeft(batch)
        + (batch.op.map { [say(vi: "Việc số \($0)", en: "Action \($0)")] } ?? [])
    case .refused(let reasons): reasons.map(refusal)
    }
  }

  /// What surrounds a patron, a line for each thing.
  func lines(
    _ details: PatronDetails, _ house: HouseConfiguration, today: CalendarDay
  ) -> [String] {
    let guardian = [
      details.guardian.map { "\($0.name) (\($0.card))" }, details.guardianName,
      details.guardianPhone,
    ].compactMap { $0 }.joined(separator: " ")
    let about: [(String, String)] = [
      (fieldName("class"), details.className ?? ""),
      (fieldName("schoolYear"), details.schoolYear ?? ""),
      (fieldName("occupation"), details.occupation.map { house.name(.occupation, $0) } ?? ""),
      (fieldName("sex"), details.sex.map(sex) ?? ""),
      (say(vi: "Giám hộ", en: "Guardian"), guardian),
      (consentLabel, consentState(details.consentState)),
      (fieldName("photo"), details.photo ?? ""),
    ]
    return labelled(about)
      + details.remarks.map { "#\($0.id) \(remarkLine($0)) – \(remarkState($0, on: today))" }
      + details.cards.map { card in
        say(vi: "Thẻ khác: ", en: "Card: ")
          + "\(card.number) \(cardStanding(card.standing)) \(day(card.since))"
      }
      + (details.family.isEmpty ? [] : [say(vi: "Gia đình:", en: "Family:")] + list(details.family))
  }
}
