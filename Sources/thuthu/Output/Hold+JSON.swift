import LibraryCore
import Workstation

/// Holds as JSON.
extension JSONValue {
  init(_ hold: Hold, today: CalendarDay) {
    self = [
      "hold": .entity(hold.id), "patron": JSONValue(hold.patron), "wanted": JSONValue(hold.wanted),
      "pickup": .text(hold.pickup), "placedAt": .moment(hold.placedAt),
      "expiresOn": .day(hold.expiresOn), "frozenUntil": .day(hold.frozenUntil),
      "status": .text(hold.status.rawValue), "state": .text(hold.state(on: today).name),
      "copy": hold.copy.map { JSONValue($0) } ?? .null, "shelfUntil": .day(hold.shelfUntil),
      "sentTo": .optional(hold.sentTo),
      "note": .optional(hold.note), "endReason": .optional(hold.endReason),
    ]
  }

  init(_ wanted: HoldWanted) {
    switch wanted {
    case .item(let item): self = ["item": JSONValue(item)]
    case .titles(let titles):
      self = [
        "records": .list(
          titles.map { ["record": .entity($0.record), "title": .text($0.title)] })
      ]
    }
  }

  init(_ line: PullLine, today: CalendarDay) {
    self = [
      "location": .optional(line.location), "item": JSONValue(line.item),
      "hold": JSONValue(line.hold, today: today), "pickupName": .text(line.pickup),
    ]
  }

  /// A hold of a list; its place in the queue stands beside it.
  init(_ line: QueueLine, today: CalendarDay) {
    self = JSONValue(line.hold, today: today).adding(
      line.forecast.map { JSONValue($0) }
        ?? [
          "position": .null, "frozenAhead": .null, "expectedOn": .null, "turnDays": .null,
          "expectedFrom": .null,
        ])
  }

  init(_ forecast: HoldForecast) {
    self = [
      "position": .count(forecast.position), "frozenAhead": .count(forecast.frozenAhead),
      "expectedOn": .day(forecast.expectedOn), "turnDays": .count(forecast.turnDays),
      "expectedFrom": forecast.expectedFrom.map { JSONValue($0) } ?? .null,
    ]
  }

  /// A copy, with where it is now.
  init(_ copy: HoldForecast.Copy) {
    var (due, library): (CalendarDay?, String?)
    switch copy.whereabouts {
    case .onLoan(let day), .overdue(let day): due = day
    case .underWay(let code): library = code
    case .onShelf, .setAside, .away: break
    }
    self = [
      "item": JSONValue(copy.item), "whereabouts": .text(copy.whereabouts.name),
      "due": .day(due), "sentTo": .optional(library),
    ]
  }

  init(_ kept: SetAside) {
    self = [
      "hold": .entity(kept.hold), "patron": JSONValue(kept.patron), "until": .day(kept.until),
      "sentTo": .optional(kept.sentTo), "masked": .text(MaskedReader(kept.patron).text),
    ]
  }

  /// Whoever the copy was kept for, with the place in the queue that the reader has again.
  static func waitsAgain(_ kept: SetAside) -> JSONValue {
    JSONValue(kept).adding(["place": kept.place.map { .count($0) } ?? .null])
  }

  /// What is to be done with a copy; `holdFor` and `send` stand beside it as a return's answer has them.
  static func errand(_ errand: CopyErrand) -> JSONValue {
    switch errand {
    case .shelf(let location, let callNumber):
      [
        "errand": "shelf", "location": .optional(location), "callNumber": .optional(callNumber),
        "holdFor": .null, "send": .null,
      ]
    case .holdShelf(let kept):
      ["errand": "holdShelf", "holdFor": JSONValue(kept), "send": .null]
    case .send(let library, let kept):
      [
        "errand": "send", "holdFor": kept.map { JSONValue($0) } ?? .null, "send": .text(library),
      ]
    case .aside(let status):
      ["errand": "aside", "status": .text(status.rawValue), "holdFor": .null, "send": .null]
    }
  }

  init(_ explanation: HoldExplanation) {
    self = [
      "outcome": "explained", "hold": JSONValue(explanation.hold, today: explanation.today),
      "ahead": .list(explanation.ahead.map { JSONValue($0, today: explanation.today) }),
      "forecast": explanation.forecast.map { JSONValue($0) } ?? .null,
      "rules": .list(explanation.values.map { JSONValue($0) }),
    ]
  }
}

extension HoldForecast.Whereabouts {
  /// The name in answers; never renamed.
  var name: String {
    switch self {
    case .onShelf: "onShelf"
    case .onLoan: "onLoan"
    case .overdue: "overdue"
    case .setAside: "setAside"
    case .underWay: "underWay"
    case .away(let status): status.rawValue
    }
  }
}

extension Hold.State {
  /// The name in answers; never renamed.
  var name: String {
    switch self {
    case .waiting: "waiting"
    case .frozen: "frozen"
    case .lapsed: "lapsed"
    case .onShelf: "onShelf"
    case .uncollected: "uncollected"
    case .underWay: "underWay"
    case .filled: "filled"
    case .cancelled: "cancelled"
    }
  }
}

extension HoldOutcome {
  var json: JSONValue {
    switch self {
    case .placed(let placed):
      JSONValue.object([]).adding([
        "outcome": "placed", "hold": .entity(placed.hold), "patron": JSONValue(placed.patron),
        "wanted": JSONValue(placed.wanted), "pickup": .text(placed.pickup),
        "overrode": .list(placed.overrode.map { .text($0.code) }), "op": .op(placed.op),
      ]).adding(JSONValue(placed.forecast))
    case .refused(let reasons, let patron):
      JSONValue.refused(reasons).adding(["patron": JSONValue(patron)])
    case .unknownPatron(let typed): .unknown("patron", typed)
    case .unknownRecord(let typed): .unknown("record", typed)
    case .unknownItem(let typed): .unknown("item", typed)
    }
  }

  var status: ExitStatus { if case .placed = self { .done } else { .refused } }
}

extension HoldEndOutcome {
  var json: JSONValue {
    switch self {
    case .ended(let hold, let end, let copy, let op):
      [
        "outcome": "ended", "hold": .entity(hold.id), "end": .text(end.rawValue),
        "patron": JSONValue(hold.patron), "copy": copy.map { JSONValue($0) } ?? .null,
        "sentTo": .optional(hold.sentTo), "op": .op(op),
      ]
    case .refused(let reasons): .refused(reasons)
    case .unknownHold(let typed): .unknown("hold", typed)
    }
  }

  var status: ExitStatus { if case .ended = self { .done } else { .refused } }
}

extension Wording {
  func lines(_ outcome: HoldOutcome) -> [String] {
    switch outcome {
    case .placed(let placed): placedHold(placed)
    case .refused(let reasons, let patron):
      [
        say(
          vi: "KHÔNG giữ chỗ cho \(label(patron))", en: "NO hold for \(label(patron))")
      ] + lines(reasons)
    case .unknownPatron(let typed): [unknownPatron(typed)]
    case .unknownItem(let typed): [unknownItem(typed)]
    case .unknownRecord(let typed):
      [say(vi: "Không có biểu ghi số «\(typed)»", en: "There is no record “\(typed)”")]
    }
  }

  func lines(_ outcome: HoldEndOutcome) -> [String] {
    switch outcome {
    case .ended(let hold, _, let copy, _): endedHold(hold, copy: copy)
    case .refused(let reasons):
      [say(vi: "KHÔNG bỏ giữ chỗ", en: "NOT ended")] + lines(reasons)
    case .unknownHold(let typed):
      [say(vi: "Không có giữ chỗ số \(typed)", en: "There is no hold \(typed)")]
    }
  }
}
