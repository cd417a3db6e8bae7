public import LibraryCore

/// Holds (giữ chỗ) in words.
extension Wording {
  /// That a reader has to wait again for what was kept already.
  public func waitsAgain(_ kept: SetAside) -> String {
    say(
      vi: "\(kept.patron.name) (\(kept.patron.card)) phải chờ lại",
      en: "\(kept.patron.name) (\(kept.patron.card)) waits again")
      + (kept.place.map { say(vi: ", thứ \($0) trong hàng chờ", en: ", as number \($0)") } ?? "")
  }

  /// How a hold stands, in a few words.
  public func holdState(_ state: Hold.State) -> String {
    switch state {
    case .waiting: say(vi: "đang chờ", en: "waiting")
    case .frozen(let until):
      say(vi: "tạm dừng đến \(day(until))", en: "frozen until \(day(until))")
    case .lapsed(let on):
      say(vi: "hết hạn chờ \(day(on))", en: "no longer wanted since \(day(on))")
    case .onShelf(let until):
      say(vi: "đã giữ, đến \(day(until))", en: "on the shelf until \(day(until))")
    case .uncollected(let since):
      say(vi: "không đến lấy (\(day(since)))", en: "not collected (\(day(since)))")
    case .underWay: say(vi: "đang chuyển", en: "under way")
    case .filled: say(vi: "đã cho mượn", en: "lent")
    case .cancelled: say(vi: "đã bỏ", en: "cancelled")
    }
  }

  /// What a hold asks for.
  public func holdWanted(_ wanted: HoldWanted) -> String {
    switch wanted {
    case .item(let item):
      say(
        vi: "\(item.title) (riêng bản \(item.barcode))",
        en: "\(item.title) (copy \(item.barcode) only)")
    case .titles(let titles):
      wanted.title
        + (titles.count > 1
          ? say(
            vi: " (hoặc \(titles.count - 1) nhan đề khác)",
            en: " (or \(counted(titles.count - 1, "other title")))")
          : "")
    }
  }

  /// Where a hold stands in its queue, and when its turn is likely to come.
  public func holdForecast(_ forecast: HoldForecast) -> String {
    let place = say(
      vi: "Thứ \(forecast.position) trong hàng chờ", en: "Number \(forecast.position) in the queue")
    if forecast.hasShelvedCopy {
      return place + say(vi: ", có bản trên giá để lấy", en: ", a copy stands on the shelf")
    }
    guard let day = forecast.expectedOn else {
      return place + say(vi: ", chưa biết bao giờ có", en: ", nobody knows when")
    }
    return place
      + say(vi: ", dự kiến \(self.day(day))", en: ", expected on \(self.day(day))")
      + expectation(forecast)
  }

  /// What the expected day is reckoned from: the copy that is free first, and the turns of those before.
  private func expectation(_ forecast: HoldForecast) -> String {
    guard let copy = forecast.expectedFrom else { return "" }
    let turns = forecast.position - 1
    let wait =
      turns == 0
      ? ""
      : say(
        vi: "; trước đó \(turns) lượt, mỗi lượt tính \(forecast.turnDays) ngày",
        en: "; \(turns) before, \(counted(forecast.turnDays, "day")) each")
    return " (\(copy.item.barcode) \(whereabouts(copy.whereabouts))\(wait))"
  }

  /// The place and the expected day of a hold that waits, in the width of a column.
  public func queuePlace(_ forecast: HoldForecast) -> String {
    let place = say(vi: "thứ \(forecast.position)", en: "no. \(forecast.position)")
    if forecast.hasShelvedCopy {
      return place + say(vi: " · có trên giá", en: " · on the shelf")
    }
    return place + " · "
      + (forecast.expectedOn.map { say(vi: "dự kiến \(day($0))", en: "on \(day($0))") }
        ?? say(vi: "chưa biết ngày", en: "day unknown"))
  }

  /// How a hold of a list stands: where it waits, its place.
  public func queueState(_ line: QueueLine, on today: CalendarDay) -> String {
    line.forecast.map(queuePlace) ?? holdState(line.hold.state(on: today))
  }

  private func whereabouts(_ whereabouts: HoldForecast.Whereabouts) -> String {
    switch whereabouts {
    case .onShelf: say(vi: "trên giá", en: "on the shelf")
    case .onLoan(let due):
      say(vi: "đang mượn, hạn trả \(day(due))", en: "on loan, due \(day(due))")
    case .overdue(let since):
      say(
        vi: "quá hạn từ \(day(since)), không biết bao giờ về",
        en: "overdue since \(day(since)), nobody knows when it comes")
    case .setAside: say(vi: "đang giữ cho người khác", en: "kept for somebody else")
    case .underWay(let library):
      say(vi: "đang chuyển đến ", en: "under way to ") + term(.library, library)
    case .away(let status): itemStatus(status)
    }
  }

  /// Why a hold stands where it stands, as paragraphs.
  public func explanation(_ explanation: HoldExplanation) -> [String] {
    let hold = explanation.hold
    var lines = [
      say(vi: "GIỮ CHỖ SỐ \(hold.id)", en: "HOLD \(hold.id)"),
      "  \(holdWanted(hold.wanted))",
      "  \(hold.patron.name) (\(hold.patron.card)): \(holdState(hold.state(on: explanation.today)))",
      say(
        vi: "  đặt lúc \(moment(hold.placedAt))", en: "  placed \(moment(hold.placedAt))")
        + (hold.pickup.isEmpty
          ? ""
          : say(
            vi: ", lấy tại \(term(.library, hold.pickup))",
            en: ", to be fetched at \(term(.library, hold.pickup))")),
    ]
    if let reason = hold.endReason {
      lines.append(say(vi: "  lý do bỏ: \(reason)", en: "  ended because: \(reason)"))
    }
    if let forecast = explanation.forecast {
      lines += ["", say(vi: "HÀNG CHỜ", en: "QUEUE"), "  \(holdForecast(forecast))"]
      lines += explanation.ahead.enumerated().map { place, other in
        "  \(place + 1). \(other.patron.name) (\(other.patron.card)), \(moment(other.placedAt))"
      }
      if forecast.frozenAhead > 0 {
        lines.append(
          say(
            vi: "  \(forecast.frozenAhead) người đặt trước đang tạm dừng hoặc hết hạn, không tính",
            en: "  ahead of it, but frozen or lapsed and not counted: \(forecast.frozenAhead)"))
      }
      lines += [""] + copies(of: forecast)
    }
    return lines + ["", say(vi: "QUY ĐỊNH", en: "RULES")]
      + explanation.values.map { "  " + ruleLine($0) }
  }

  /// Why a hold would be placed or not, and where it would stand, as paragraphs.
  public func explanation(_ explanation: HoldPlacementExplanation) -> [String] {
    let (patron, forecast) = (explanation.patron, explanation.forecast)
    return [
      say(vi: "DỮ KIỆN", en: "FACTS"), "  \(holdWanted(explanation.wanted))",
      patronFacts(patron),
      say(vi: "  đang giữ chỗ \(patron.holds)", en: "  \(counted(patron.holds, "hold"))"), "",
    ]
      + reasons(
        explanation.reasons, say(vi: "KHÔNG GIỮ CHỖ VÌ", en: "NO HOLD BECAUSE"),
        none: say(vi: "Không có gì ngăn cản: giữ chỗ được.", en: "Nothing stands against it."))
      + [
        "", say(vi: "CHỖ TRONG HÀNG CHỜ NẾU ĐẶT", en: "PLACE IN THE QUEUE IF PLACED"),
        "  \(holdForecast(forecast))", "",
      ] + copies(of: forecast) + [""] + rulesInForce(explanation.values)
  }

  /// Where the copies are that could fill a hold, and how long each reader before it is taken to keep one.
  private func copies(of forecast: HoldForecast) -> [String] {
    [say(vi: "CÁC BẢN", en: "COPIES")]
      + forecast.copies.map { "  \($0.item.barcode): \(whereabouts($0.whereabouts))" }
      + [
        say(
          vi: "  mỗi người trước tính \(forecast.turnDays) ngày: chờ lấy và mượn",
          en:
            "  each reader before counts as \(counted(forecast.turnDays, "day")): fetching and loan"
        )
      ]
  }

  public func holdPolicy(_ policy: HoldPolicy) -> String {
    switch policy {
    case .none: say(vi: "không", en: "no")
    case .any: say(vi: "mọi bản", en: "any copy")
    case .onShelf: say(vi: "chỉ bản đang trên giá", en: "only from the shelf")
    case .allOut: say(vi: "chỉ khi mọi bản đã mượn hết", en: "only when all are out")
    }
  }

  /// What is to be done with a copy that came over the counter.
  public func errand(_ errand: CopyErrand) -> String {
    switch errand {
    case .shelf(let location, let callNumber):
      say(vi: "Xếp lên giá", en: "Shelve")
        + ([location, callNumber].compactMap { $0 }.joined(separator: " · ")).prefixed(": ")
    case .holdShelf(let kept):
      say(
        vi: "GIÁ GIỮ CHỖ: \(kept.patron.name) (\(kept.patron.card))",
        en: "HOLD SHELF: \(kept.patron.name) (\(kept.patron.card))")
        + (kept.until.map { say(vi: ", đến \(day($0))", en: ", until \(day($0))") } ?? "")
    case .send(let library, let kept):
      say(vi: "CHUYỂN ĐẾN ", en: "SEND TO ") + term(.library, library)
        + (kept.map { say(vi: " cho \($0.patron.name)", en: " for \($0.patron.name)") } ?? "")
    case .aside(let status):
      say(vi: "Để riêng: \(itemStatus(status))", en: "Set aside: \(itemStatus(status))")
    }
  }

  /// The same in a word or two for a list; nil for what simply goes back to its shelf.
  public func shortErrand(_ errand: CopyErrand) -> String? {
    switch errand {
    case .shelf: nil
    case .holdShelf: say(vi: "giá giữ chỗ", en: "hold shelf")
    case .send(let library, _): "→ " + term(.library, library)
    case .aside: say(vi: "để sửa", en: "repair")
    }
  }

  /// The slip to lie in a copy on the hold shelf: whom it is for as nobody else can tell, and until when.
  public func holdSlip(_ kept: SetAside) -> String {
    [MaskedReader(kept.patron).text, kept.until.map { say(vi: "đến ", en: "until ") + day($0) }]
      .compactMap { $0 }.joined(separator: "  ")
  }

  /// Why nobody may be given what others wait for, or may not wait.
  func holdRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .itemHeldForOther(let kept):
      say(
        vi: "Đang giữ cho \(kept.patron.name) (\(kept.patron.card))",
        en: "Kept for \(kept.patron.name) (\(kept.patron.card))")
        + (kept.until.map { say(vi: " đến \(day($0))", en: " until \(day($0))") } ?? "")
    case .titleWanted(let waiting, let spare):
      say(
        vi: "\(waiting) người đang chờ nhan đề này, trên giá chỉ còn \(spare) bản khác",
        en:
          "\(counted(waiting, "reader waits", "readers wait")) for this title, and \(counted(spare, "other copy stands", "other copies stand")) on the shelf"
      )
    case .holdNotAllowed(let rule):
      say(
        vi: "Quy định giữ chỗ: \(ruleValue(rule.parameter, rule.value))",
        en: "The rules on holds say: \(ruleValue(rule.parameter, rule.value))")
    case .nothingToHold:
      say(vi: "Không có bản nào cho mượn được", en: "No copy could ever be lent")
    case .tooManyHolds(let held, let rule):
      say(
        vi: "Đang chờ \(held) tài liệu, quy định nhiều nhất \(rule.value)",
        en: "Has \(counted(held, "hold")), the limit is \(rule.value)")
    case .alreadyHeld(let hold):
      say(vi: "Đã đặt giữ chỗ rồi (số \(hold))", en: "Waits for it already (hold \(hold))")
    case .holdEnded(let status):
      status == .filled
        ? say(vi: "Giữ chỗ này đã được cho mượn", en: "The hold was filled")
        : say(vi: "Giữ chỗ này đã bỏ", en: "The hold has ended")
    default: preconditionFailure("\(refusal.code) is no refusal about holds")
    }
  }

  /// The answer to placing a hold, in lines.
  public func placedHold(_ placed: HoldOutcome.Placed) -> [String] {
    let done =
      placed.op == nil
      ? say(vi: "Sẽ giữ chỗ", en: "Would place a hold")
      : say(
        vi: "Đã giữ chỗ số \(placed.hold?.description ?? "")",
        en: "Placed hold \(placed.hold?.description ?? "")")
    return [
      "\(done): \(holdWanted(placed.wanted))",
      "  \(placed.patron.name) (\(placed.patron.card))", "  " + holdForecast(placed.forecast),
    ] + placed.overrode.map { "  ! " + refusal($0) }
  }

  /// The answer to ending a hold as it stood before, and what to do with its copy.
  public func endedHold(_ hold: Hold, copy: ItemLine?) -> [String] {
    let ended =
      say(vi: "Đã bỏ giữ chỗ số \(hold.id): ", en: "Ended hold \(hold.id): ")
      + "\(holdWanted(hold.wanted)) – \(hold.patron.name)"
    guard let copy else { return [ended] }
    guard let library = hold.sentTo.map({ term(.library, $0) }) else {
      return [
        ended,
        say(
          vi: "  Lấy bản \(copy.barcode) khỏi giá giữ chỗ rồi quét ở Ghi trả",
          en: "  Take copy \(copy.barcode) off the hold shelf and scan it as a return"),
      ]
    }
    return [
      ended,
      say(
        vi: "  Bản \(copy.barcode) đang trên đường đến \(library)",
        en: "  Copy \(copy.barcode) is under way to \(library)"),
      say(
        vi: "  Đến nơi thì quét ở Ghi trả: giữ cho người chờ tiếp theo, không ai chờ thì gửi về",
        en: "  On arrival scan it as a return: the next reader has it, or it goes home"),
    ]
  }
}

extension String {
  fileprivate func prefixed(_ prefix: String) -> String { isEmpty ? "" : prefix + self }
}
