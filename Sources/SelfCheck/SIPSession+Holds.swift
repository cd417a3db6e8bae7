import LibraryCore
import LibraryStore

extension SIPSession {
  /// 15 → 16: `+` asks for a title by one of its copies, or for that copy alone (BY 3); `-` gives the wish up.
  func hold(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    let code = message.value("AB") ?? ""
    guard case .item(let item) = try desk.look(code, preferring: .label) else {
      return refused(message, words.unknownItem(code))
    }
    switch message.fixed(0, 1) {
    case "-": return try endHold(message, item, desk)
    case "+": break
    default: return refused(message, words.noSuchHold)
    }
    let isOfCopy = message.value("BY") == "3"
    let request = HoldRequest(
      card: message.value("AA") ?? "", records: isOfCopy ? [] : [item.item.record],
      item: isOfCopy ? code : nil, pickup: message.value("BS"),
      expiresOn: message.value("BW").flatMap { Moment(sip: $0)?.day })
    switch try desk.placeHold(request) {
    case .placed(let placed):
      let isFree = placed.forecast.copies.contains { $0.whereabouts == .onShelf }
      return held(
        message, ok: true, isFree: isFree, words.placed(placed),
        position: placed.forecast.position, pickup: placed.pickup)
    case .refused(let reasons, _): return held(message, ok: false, words.reasons(reasons))
    case .unknownPatron(let card): return held(message, ok: false, words.unknownPatron(card))
    case .unknownItem(let code), .unknownRecord(let code):
      return held(message, ok: false, words.unknownItem(code))
    }
  }

  private func endHold(
    _ message: SIPMessage, _ item: ItemFacts, _ desk: Desk
  ) throws -> SIPAnswer {
    let patron = try message.value("AA").flatMap { try desk.patron($0) }
    let holds = try patron.map { try desk.holds(of: $0.patron.id) } ?? []
    let found = holds.first { hold in
      switch hold.wanted {
      case .item(let wanted): wanted.id == item.item.id
      case .titles(let titles): titles.contains { $0.record == item.item.record }
      }
    }
    guard let found else { return held(message, ok: false, words.noSuchHold) }
    switch try desk.endHold(found.id, reason: "SIP2") {
    case .ended: return held(message, ok: true, words.holdEnded)
    case .refused(let reasons): return held(message, ok: false, words.reasons(reasons))
    case .unknownHold: return held(message, ok: false, words.noSuchHold)
    }
  }

  private func held(
    _ message: SIPMessage, ok: Bool, isFree: Bool = false, _ text: String, position: Int? = nil,
    pickup: String? = nil
  ) -> SIPAnswer {
    var answer = SIPAnswer("16")
    answer.put(ok: ok)
    answer.put(yes: isFree)
    answer.put(now)
    answer.add("BW", message.value("BW"))
    answer.add("BR", position.map(String.init))
    answer.add("BS", pickup)
    addInstitution(&answer)
    answer.add("AA", message.value("AA") ?? "")
    answer.add("AB", message.value("AB") ?? "")
    addScreenMessage(text, to: &answer)
    return answer
  }
}
