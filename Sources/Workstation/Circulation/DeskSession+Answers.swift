import LibraryCore
import LibraryStore
import Terminal

/// Outcomes put into words for the counter.
extension DeskSession {
  private var words: Wording { workplace.wording }

  func answer(to outcome: CheckoutOutcome, code: String, card: String) -> DeskAnswer {
    switch outcome {
    case .lent(let lent):
      let due = words.due(lent.due.due)
      return DeskAnswer(
        tone: lent.notices.contains(where: \.isUrgent) ? .notice : .good,
        headline: words.say(
          vi: "ĐÃ CHO MƯỢN – hạn trả \(due)", en: "LENT – due \(due)"),
        lines: [title(lent.item), person(lent.patron)] + lent.notices.map(words.notice),
        mustBeRead: lent.notices.compactMap(\.mustBeRead),
        subject: lent.op.map { .loan($0, item: code) })
    case .refused(let reasons, let item, let patron):
      return DeskAnswer(
        tone: .bad, headline: words.say(vi: "KHÔNG CHO MƯỢN", en: "REFUSED"),
        lines: [title(item), person(patron)] + reasons.map { "• " + words.refusal($0) },
        row: row(
          verb: words.say(vi: "từ chối", en: "refused"), code: code, title: item.title,
          person: patron.name, .error),
        subject: .checkout(item: code, card: card, onSite: isOnSite))
    case .unknownItem(let text): return unknown(text)
    case .unknownPatron(let text): return unknown(text)
    }
  }

  func answer(to outcome: ReturnOutcome, code: String) -> DeskAnswer {
    switch outcome {
    case .returned(let returned):
      var lines = [title(returned.item), person(returned.patron)]
      if returned.lateDays > 0 {
        lines.append(
          words.say(
            vi: "Trễ \(returned.lateDays) ngày", en: "\(counted(returned.lateDays, "day")) late")
            + (returned.charge > .zero ? ", " + words.money(returned.charge) : ""))
      }
      if returned.lateDays == 0, returned.lateHours > 0 {
        lines.append(
          words.say(
            vi: "Trễ \(returned.lateHours) giờ", en: "\(counted(returned.lateHours, "hour")) late")
            + (returned.charge > .zero ? ", " + words.money(returned.charge) : ""))
      }
      if let moment = returned.returnedAt { lines.append(words.returnCounted(moment)) }
      if let until = returned.suspendedUntil {
        lines.append(words.suspended(until))
      }
      return DeskAnswer(
        tone: returned.lateDays > 0 || returned.lateHours > 0
          || returned.notices.contains(where: \.isUrgent)
          || returned.errand.isElsewhere
          ? .notice : .good,
        headline: words.say(
          vi: "ĐÃ TRẢ – hạn trả \(words.due(returned.due))",
          en: "RETURNED – was due \(words.due(returned.due))"),
        lines: lines + [words.errand(returned.errand)] + returned.notices.map(words.notice),
        mustBeRead: returned.notices.compactMap(\.mustBeRead), subject: .item(code))
    case .notOnLoan(let item, let errand, let notices, let op):
      return DeskAnswer(
        tone: .notice, headline: words.say(vi: "KHÔNG GHI MƯỢN", en: "NOT ON LOAN"),
        lines: [
          title(item), words.say(vi: "Bản này không có ai đang mượn", en: "Nobody had it on loan"),
          words.errand(errand),
        ]
          + notices.map(words.notice),
        row: op != nil
          ? nil
          : row(
            verb: words.say(vi: "không mượn", en: "not lent"), code: code, title: item.title,
            person: "", .warning, due: words.shortErrand(errand) ?? ""),
        subject: .item(code))
    case .refused(let reasons, let item):
      return DeskAnswer(
        tone: .bad, headline: words.say(vi: "KHÔNG GHI TRẢ ĐƯỢC", en: "NOT TAKEN BACK"),
        lines: [title(item)] + reasons.map { "• " + words.refusal($0) },
        row: row(
          verb: words.say(vi: "từ chối", en: "refused"), code: code, title: item.title, person: "",
          .error),
        mustBeRead: [
          words.say(vi: "Chưa ghi trả: ", en: "Not taken back: ")
            + "\(item.title) (\(item.barcode))"
        ] + reasons.map(words.refusal), subject: .item(code))
    case .unknownItem(let text): return unknown(text)
    }
  }

  func answer(to outcome: RenewOutcome) -> DeskAnswer {
    switch outcome {
    case .renewed(let renewed):
      let due = words.due(renewed.due.due)
      return DeskAnswer(
        tone: .good,
        headline: words.say(vi: "ĐÃ GIA HẠN – hạn trả \(due)", en: "RENEWED – due \(due)"),
        lines: [
          title(renewed.item), person(renewed.patron),
          words.say(
            vi: "Còn gia hạn được \(renewed.renewalsLeft) lần",
            en: "\(counted(renewed.renewalsLeft, "renewal")) left"),
        ] + renewed.notices.map(words.notice),
        subject: renewed.op.map { .loan($0, item: renewed.item.barcode.text) })
    case .refused(let reasons, let item, let patron):
      return DeskAnswer(
        tone: .bad, headline: words.say(vi: "KHÔNG GIA HẠN ĐƯỢC", en: "NOT RENEWED"),
        lines: [title(item)] + (patron.map { [person($0)] } ?? [])
          + reasons.map { "• " + words.refusal($0) },
        subject: patron == nil ? .item(item.barcode.text) : .renewal(item.barcode.text))
    case .unknownItem(let text): return unknown(text)
    }
  }

  func answer(to outcome: HoldOutcome, of request: HoldRequest, item: ItemLine) -> DeskAnswer {
    switch outcome {
    case .placed(let placed):
      DeskAnswer(
        tone: .good, headline: words.say(vi: "ĐÃ ĐẶT GIỮ CHỖ", en: "HOLD PLACED"),
        lines: [
          words.holdWanted(placed.wanted), person(placed.patron),
          words.holdForecast(placed.forecast),
        ], subject: placed.hold.map { .hold($0) })
    case .refused(let reasons, let patron):
      DeskAnswer(
        tone: .bad, headline: words.say(vi: "KHÔNG GIỮ CHỖ ĐƯỢC", en: "NO HOLD PLACED"),
        lines: [title(item), person(patron)] + reasons.map { "• " + words.refusal($0) },
        subject: .placing(request))
    case .unknownPatron(let text), .unknownRecord(let text), .unknownItem(let text): unknown(text)
    }
  }

  func welcome(_ facts: PatronFacts) -> DeskAnswer {
    let isExpired = facts.patron.expiresOn.map { $0 < workplace.desk.today } ?? false
    let isBlocked = facts.patron.status == .blocked
    var lines = [person(PatronLine(facts.patron))]
    if isBlocked {
      lines.append("• " + words.refusal(.patronBlocked(reason: facts.patron.blockReason)))
    }
    if isExpired, let day = facts.patron.expiresOn {
      lines.append("• " + words.refusal(.cardExpired(on: day)))
    }
    let restrictions = facts.remarks.filter { $0.kind == .restriction }
    lines += restrictions.map { "• " + words.remarkLine($0) }
    lines += facts.remarks.filter { $0.kind == .message }.map(words.remarkLine)
    if Membership.endsSoon(facts.patron.expiresOn, today: workplace.desk.today),
      let day = facts.patron.expiresOn
    {
      lines.append(words.notice(.cardExpiresSoon(on: day)))
    }
    if facts.lacksGuardian(on: workplace.desk.today) {
      lines.append(words.guardianMissing(age: facts.patron.age(on: workplace.desk.today)))
    }
    if facts.holdsReady > 0 { lines.append(words.notice(.holdsReady(facts.holdsReady))) }
    if let note = facts.patron.note { lines.append(words.notice(.patronNote(note))) }
    return DeskAnswer(
      tone: isBlocked || isExpired || !restrictions.isEmpty
        ? .bad
        : facts.overdues > 0 || facts.patron.note != nil || facts.holdsReady > 0
          || !facts.remarks.isEmpty
          ? .notice : .good,
      headline: words.say(vi: "BẠN ĐỌC", en: "PATRON"), lines: lines)
  }

  /// A card that was lost or replaced says so, and by whom.
  func outOfUse(_ former: FormerCard) -> DeskAnswer {
    let code = former.card.number.text
    return DeskAnswer(
      tone: .bad, headline: words.say(vi: "THẺ KHÔNG CÒN DÙNG", en: "CARD OUT OF USE"),
      lines: [words.formerCard(former)],
      row: row(
        verb: words.say(vi: "thẻ \(words.cardStanding(former.card.standing))", en: "old card"),
        code: code, title: "", person: former.patron.name, .error))
  }

  func insuranceCard() -> DeskAnswer {
    DeskAnswer(
      tone: .bad, headline: words.say(vi: "THẺ BẢO HIỂM Y TẾ", en: "HEALTH INSURANCE CARD"),
      lines: [
        words.say(
          vi: "Thư viện không dùng thẻ này; hãy quét căn cước hoặc thẻ bạn đọc",
          en: "It is of no use here; scan a citizen card or a library card")
      ])
  }

  func unknown(_ text: String) -> DeskAnswer {
    let fault = Barcode.fault(in: text)
    return DeskAnswer(
      tone: .bad, headline: words.say(vi: "MÃ LẠ", en: "UNKNOWN CODE"),
      lines: [
        words.visible(text),
        fault.map(words.labelFault)
          ?? words.say(
            vi: "Không phải thẻ hay sách của thư viện", en: "No card and no copy of this library"),
      ],
      row: row(
        verb: words.say(vi: "mã lạ", en: "unknown"), code: words.visible(text), title: "",
        person: "",
        .error))
  }

  /// A code that the machine, not a rule, stopped: the answer before it must not seem to be its own.
  func unwritten(_ text: String, _ fault: String) -> DeskAnswer {
    let code = words.visible(text)
    return DeskAnswer(
      tone: .bad, headline: words.say(vi: "CHƯA GHI – làm lại", en: "NOT WRITTEN – do it again"),
      lines: [code, fault],
      row: row(
        verb: words.say(vi: "CHƯA GHI", en: "NOT WRITTEN"), code: code,
        title: words.say(vi: "quét lại mã này", en: "scan it again"), person: "", .error))
  }

  func cardFirst(_ item: ItemFacts) -> DeskAnswer {
    DeskAnswer(
      tone: .bad, headline: words.say(vi: "QUÉT THẺ TRƯỚC", en: "SCAN A CARD FIRST"),
      lines: [title(ItemLine(item)), words.say(vi: "Chưa ghi mượn", en: "Nothing was lent")],
      row: row(
        verb: words.say(vi: "chưa có thẻ", en: "no card"), code: item.item.barcode.text,
        title: item.title, person: "", .error))
  }

  func show(_ item: ItemFacts) throws -> DeskAnswer {
    let previous = try workplace.desk.previousBorrower(of: item.item.id)
    let place = [item.item.location, item.item.callNumber].compactMap { $0 }.joined(
      separator: " · ")
    return DeskAnswer(
      tone: item.isOnShelf ? .good : .notice,
      headline: item.isOnShelf
        ? words.say(vi: "TRONG KHO", en: "IN STOCK")
        : words.say(vi: "KHÔNG CHO MƯỢN", en: "NOT ON THE SHELF") + " – "
          + words.shortCopyState(item),
      lines: [title(ItemLine(item)), item.setAside == nil ? place : words.copyState(item)]
        + (previous.map { [words.notice(.previousBorrower($0))] } ?? []),
      subject: .item(item.item.barcode.text))
  }

  private func title(_ item: ItemLine) -> String {
    [item.title, item.author].compactMap { $0 }.joined(separator: " / ") + "  (\(item.barcode))"
  }

  private func person(_ patron: PatronLine) -> String { "\(patron.name)  (\(patron.card))" }

  private func row(
    verb: String, code: String, title: String, person: String, _ role: Role,
    due: String = ""
  ) -> DeskRow {
    DeskRow(
      at: workplace.clock.now(), verb: verb, code: code, title: title, person: person, due: due,
      role: role)
  }
}

extension CopyErrand {
  /// Whether the copy goes anywhere but back to its shelf.
  var isElsewhere: Bool { if case .shelf = self { false } else { true } }
}
