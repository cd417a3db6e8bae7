import LibraryCore
import LibraryStore

extension SIPSession {
  /// 11 → 12.
  func checkOut(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    let (item, card) = (message.value("AB") ?? "", message.value("AA") ?? "")
    if message.value("BI") == "Y" { return try cancel(message, item, desk) }
    let desk = acting(desk, message)
    let outcome = try desk.checkOut(item, to: card, override: reason(message))
    if case .refused(let reasons, _, _) = outcome, message.fixed(0, 1) == "Y",
      reasons.count == 1, case .itemAlreadyOnLoanToPatron = reasons[0]
    {
      return try renewed(desk.renew(item), message)
    }
    var answer = SIPAnswer("12")
    switch outcome {
    case .lent(let lent):
      if let op = lent.op { loans[item] = op }
      addLoan(lent.item, lent.patron, due: lent.due.due, isRenewal: false, to: &answer)
      let notices = words.notices(lent.notices).map { [$0] } ?? []
      let text = [words.lent(due: lent.due.due)] + notices
      addScreenMessage(text.joined(separator: " "), to: &answer)
    case .refused(let reasons, let item, let patron):
      addNoLoan(message, item, patron, to: &answer)
      addScreenMessage(words.reasons(reasons), to: &answer)
    case .unknownItem(let code):
      addNoLoan(message, to: &answer)
      addScreenMessage(words.unknownItem(code), to: &answer)
    case .unknownPatron(let code):
      addNoLoan(message, to: &answer)
      addScreenMessage(words.unknownPatron(code), to: &answer)
    }
    return answer
  }

  /// BI: the user took the copy off the pad again, so the loan that this machine just made is taken back.
  private func cancel(_ message: SIPMessage, _ item: String, _ desk: Desk) throws -> SIPAnswer {
    var text = words.nothingToCancel
    var isDone = false
    if let op = loans[item] {
      switch try desk.undo(op) {
      case .undone:
        loans[item] = nil
        (isDone, text) = (true, words.cancelled)
      case .refused(let reasons): text = words.reasons(reasons)
      case .unknownOp: break
      }
    }
    var answer = SIPAnswer("12")
    answer.put(ok: isDone)
    answer.put("NUN")
    answer.put(now)
    addInstitution(&answer)
    answer.add("AA", message.value("AA") ?? "")
    answer.add("AB", item)
    answer.add("AJ", "")
    answer.add("AH", "")
    addScreenMessage(text, to: &answer)
    return answer
  }

  /// 29 → 30.
  func renew(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    let item = message.value("AB") ?? ""
    if let refusal = try othersLoan(item, message, desk) { return refusal }
    return try renewed(acting(desk, message).renew(item, override: reason(message)), message)
  }

  /// A copy that somebody else has is not renewed from this card.
  private func othersLoan(
    _ item: String, _ message: SIPMessage, _ desk: Desk
  ) throws -> SIPAnswer? {
    guard let card = message.value("AA"), let patron = try desk.patron(card)?.patron,
      case .item(let facts) = try desk.look(item, preferring: .label), let loan = facts.loan,
      loan.patron != patron.id
    else { return nil }
    return refused(message, words.reasons([.itemOnLoanToOther(loan)]))
  }

  private func renewed(_ outcome: RenewOutcome, _ message: SIPMessage) throws -> SIPAnswer {
    var answer = SIPAnswer(message.kind.answer)
    switch outcome {
    case .renewed(let renewed):
      addLoan(renewed.item, renewed.patron, due: renewed.due.due, isRenewal: true, to: &answer)
      addScreenMessage(words.lent(due: renewed.due.due), to: &answer)
    case .refused(let reasons, let item, let patron):
      addNoLoan(message, item, patron, to: &answer)
      addScreenMessage(words.reasons(reasons), to: &answer)
    case .unknownItem(let code):
      addNoLoan(message, to: &answer)
      addScreenMessage(words.unknownItem(code), to: &answer)
    }
    return answer
  }

  /// 65 → 66: each loan by itself; BM names those that run on, BN the others.
  func renewAll(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    var (renewed, refused): ([String], [String]) = ([], [])
    var reasons: [Refusal] = []
    let known = try message.value("AA").flatMap { try desk.patron($0) }
    for loan in try known.map({ try desk.loans(of: $0.patron.id, limit: 2000) }) ?? [] {
      switch try desk.renew(loan.barcode) {
      case .renewed: renewed.append(loan.barcode)
      case .refused(let found, _, _):
        refused.append(loan.barcode)
        for reason in found where !reasons.contains(reason) { reasons.append(reason) }
      case .unknownItem: refused.append(loan.barcode)
      }
    }
    var answer = SIPAnswer("66")
    answer.put(ok: known != nil && refused.isEmpty)
    answer.put(count: renewed.count)
    answer.put(count: refused.count)
    answer.put(now)
    addInstitution(&answer)
    answer.add("AA", message.value("AA") ?? "")
    for barcode in renewed { answer.add("BM", barcode) }
    for barcode in refused { answer.add("BN", barcode) }
    let text =
      known == nil
      ? words.unknownPatron(message.value("AA") ?? "")
      : reasons.isEmpty ? nil : words.reasons(Array(reasons.prefix(3)))
    addScreenMessage(text, to: &answer)
    return answer
  }

  // MARK: - Parts

  /// `no block` says that the machine did it already while the line was down: it counts at the moment the message names, or now
  /// where the machine's clock is ahead of ours, because what was done must not be lost for a wrong clock.
  func acting(_ desk: Desk, _ message: SIPMessage) -> Desk {
    let isReturn = message.kind == .checkin
    guard message.fixed(isReturn ? 0 : 1, 1) == "Y",
      let moment = Moment(sip: message.fixed(isReturn ? 19 : 2, 18)), moment <= desk.now
    else { return desk }
    return desk.acting(at: moment)
  }

  /// What was done already is written down whatever stands against it.
  private func reason(_ message: SIPMessage) -> String? {
    message.fixed(1, 1) == "Y" ? "SIP2" : nil
  }

  /// The part of 12 and 30 for a loan that runs: it may be taken off the pad, and is not renewable without asking.
  private func addLoan(
    _ item: ItemLine, _ patron: PatronLine, due: Due, isRenewal: Bool,
    to answer: inout SIPAnswer
  ) {
    answer.put(ok: true)
    answer.put(yes: isRenewal)
    answer.put("UY")
    answer.put(now)
    addInstitution(&answer)
    answer.add("AA", patron.card.text)
    answer.add("AB", item.barcode.text)
    answer.add("AJ", shown(item.title))
    answer.add("AH", self.due(due))
  }

  private func addNoLoan(
    _ message: SIPMessage, _ item: ItemLine? = nil, _ patron: PatronLine? = nil,
    to answer: inout SIPAnswer
  ) {
    answer.put(ok: false)
    answer.put("NUN")
    answer.put(now)
    addInstitution(&answer)
    answer.add("AA", patron?.card.text ?? message.value("AA") ?? "")
    answer.add("AB", item?.barcode.text ?? message.value("AB") ?? "")
    answer.add("AJ", item.map { shown($0.title) } ?? "")
    answer.add("AH", "")
  }
}
