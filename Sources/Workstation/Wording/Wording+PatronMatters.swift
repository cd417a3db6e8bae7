public import LibraryCore

/// Remarks, cards, families, classes and merging of patrons in words.
extension Wording {
  func patronRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .patronRestricted(let remark): remarkLine(remark)
    case .citizenKnown(let patron):
      say(
        vi: "Người có căn cước này đã có thẻ: \(patron.name) (\(patron.card))",
        en: "The holder of this citizen card is enrolled: \(patron.name) (\(patron.card))")
    case .patronsNotMerged(let obstacle): mergeObstacle(obstacle)
    case .guardianCircular(let way): guardianCircle(way)
    default: preconditionFailure("\(refusal.code) is no refusal about a patron")
    }
  }

  private func mergeObstacle(_ obstacle: PatronMergeObstacle) -> String {
    switch obstacle {
    case .same: say(vi: "Hai số thẻ là của cùng một hồ sơ", en: "Both cards are of the same patron")
    case .bornApart:
      say(
        vi: "Hai hồ sơ khác ngày sinh, không gộp được",
        en: "The two patrons were born on different days")
    case .otherCitizen:
      say(
        vi: "Hai hồ sơ cấp theo hai căn cước khác nhau",
        en: "The two patrons have different citizen cards")
    }
  }

  /// What a remark says, until when, and who said it.
  public func remarkLine(_ remark: Remark) -> String {
    let kind =
      switch remark.kind {
      case .restriction: say(vi: "Hạn chế", en: "Restricted")
      case .message: say(vi: "Nhắn", en: "Message")
      }
    let until = remark.until.map { say(vi: ", đến hết \(day($0))", en: ", until \(day($0))") } ?? ""
    return "\(kind): \(remark.text) (\(remark.madeBy) \(day(remark.madeOn))\(until))"
  }

  /// How a remark stands, in a few words.
  public func remarkState(_ remark: Remark, on today: CalendarDay) -> String {
    switch remark.state(on: today) {
    case .counts where remark.isUnread(on: today): say(vi: "CHƯA ĐỌC", en: "UNREAD")
    case .counts:
      remark.until.map { say(vi: "đến \(day($0))", en: "until \(day($0))") }
        ?? say(vi: "không thời hạn", en: "no end")
    case .later(let from): say(vi: "từ \(day(from))", en: "from \(day(from))")
    case .over(let since): say(vi: "hết hạn \(day(since))", en: "over since \(day(since))")
    case .lifted(let on): say(vi: "đã bỏ \(day(on))", en: "lifted \(day(on))")
    }
  }

  public func cardStanding(_ standing: PatronCard.Standing) -> String {
    switch standing {
    case .good: say(vi: "còn dùng", en: "good")
    case .lost: say(vi: "báo mất", en: "lost")
    case .damaged: say(vi: "hỏng", en: "damaged")
    case .replaced: say(vi: "đã thay", en: "replaced")
    }
  }

  /// Whose a card out of use was, and who took it out of use when.
  public func formerCard(_ former: FormerCard) -> String {
    let (card, patron) = (former.card, former.patron)
    return say(
      vi:
        "Thẻ \(card.number) của \(patron.name) \(cardStanding(card.standing)) ngày \(day(card.since)) (\(former.staff) ghi); thẻ đang dùng: \(patron.card)",
      en:
        "Card \(card.number) of \(patron.name) is \(cardStanding(card.standing)) since \(day(card.since)) (said \(former.staff)); the card in use is \(patron.card)"
    )
  }

  func citizenFault(_ fault: CitizenCard.Fault) -> String {
    switch fault {
    case .province:
      say(
        vi: "số căn cước: ba số đầu không phải mã tỉnh",
        en: "citizen number: no province has its first three digits")
    case .sex:
      say(
        vi: "số căn cước không khớp giới tính", en: "citizen number and sex do not agree")
    case .birthYear:
      say(
        vi: "số căn cước không khớp năm sinh", en: "citizen number and year of birth do not agree")
    case .garbled:
      say(
        vi: "máy quét làm hỏng chữ: hãy gõ lại họ tên, địa chỉ",
        en: "the scanner garbled letters: type name and address")
    case .numberOnly:
      say(
        vi: "kiểu mã lạ, chỉ đọc được số căn cước: hãy gõ các ô",
        en: "an unknown layout, only the number was read: fill in the fields")
    }
  }

  /// One patron of a batch: what changes.
  public func patronChange(_ change: PatronChange) -> String {
    let who = "\(change.patron.name) (\(change.patron.card))"
    var parts: [String] = []
    if change.leaves {
      parts.append("\(change.fromClass ?? "") → " + say(vi: "ra trường", en: "leaves"))
    } else if let to = change.toClass {
      parts.append("\(change.fromClass ?? "") → \(to)")
    }
    if change.fromExpiry != change.toExpiry {
      let none = say(vi: "không hạn", en: "no end")
      let (from, to) = (
        change.fromExpiry.map(day) ?? none, change.toExpiry.map(day) ?? none
      )
      parts.append(say(vi: "hạn thẻ \(from) → \(to)", en: "card \(from) → \(to)"))
    }
    if change.leaves, change.loans > 0 {
      parts.append(say(vi: "còn mượn \(change.loans)", en: "\(change.loans) on loan"))
    }
    if change.leaves, change.owed > .zero {
      parts.append(say(vi: "còn nợ \(money(change.owed))", en: "owes \(money(change.owed))"))
    }
    return "\(who): " + parts.joined(separator: "; ")
  }

  /// Whose card is left as it is when a group's are renewed, and why.
  public func leftOut(_ left: PatronLeftOut) -> String {
    "\(left.patron.name) (\(left.patron.card)): "
      + say(vi: "không gia hạn, ", en: "not renewed, ")
      + left.obstacles.map(renewalObstacle).joined(separator: "; ")
  }

  private func renewalObstacle(_ obstacle: MembershipRenewal.Obstacle) -> String {
    switch obstacle {
    case .owes(let amount): say(vi: "còn nợ \(money(amount))", en: "owes \(money(amount))")
    case .restricted(let reason): say(vi: "bị hạn chế: \(reason)", en: "restricted: \(reason)")
    case .blocked(let reason):
      say(vi: "thẻ bị khoá", en: "blocked") + (reason.map { ": \($0)" } ?? "")
    case .goodAsLong(let until?):
      say(vi: "thẻ đã có hạn đến \(day(until))", en: "good until \(day(until)) already")
    case .goodAsLong(nil): say(vi: "thẻ không có hạn", en: "the card has no end")
    }
  }

  /// What a batch does or did, in one line.
  public func patronBatch(_ batch: PatronBatch) -> String {
    let (all, leaving) = (batch.changes.count, batch.changes.count(where: \.leaves))
    let debts = batch.leavingWithDebts.count
    let leavers =
      leaving == 0
      ? ""
      : say(
        vi: "; \(leaving) người ra trường, \(debts) người còn nợ sách hoặc tiền",
        en: "; leaving: \(leaving), \(debts) of them with books or debts")
    return
      (batch.op == nil
      ? say(vi: "Sẽ đổi \(all) bạn đọc", en: "\(counted(all, "patron")) would change")
      : say(vi: "Đã đổi \(all) bạn đọc", en: "\(counted(all, "patron")) changed")) + leavers
      + (batch.leftOut.isEmpty
        ? ""
        : say(
          vi: "; bỏ qua \(batch.leftOut.count) người",
          en: "; left out: \(batch.leftOut.count)"))
  }

  /// Which classes a promotion leaves as they are, and why; nothing where there are none.
  public func classesLeft(_ batch: PatronBatch) -> [String] {
    func list(_ classes: [ClassCount]) -> String {
      classes.map { "\($0.name.name) (\($0.patrons))" }.joined(separator: ", ")
    }
    var lines: [String] = []
    if !batch.keptClasses.isEmpty {
      lines.append(
        say(
          vi: "Giữ nguyên, chưa nói lên lớp nào: ",
          en: "Left as they are, nothing was said of them: ")
          + list(batch.keptClasses))
    }
    if !batch.inYearAlready.isEmpty {
      lines.append(
        say(
          vi: "Đã thuộc năm học này, không lên nữa: ",
          en: "In that school year already, not moved again: ")
          + list(batch.inYearAlready))
    }
    return lines
  }

  /// What came of a merge, in one line; refusals have words of their own.
  public func patronMerge(_ outcome: PatronMergeOutcome) -> String {
    switch outcome {
    case .merged(let merged):
      (merged.op == nil ? say(vi: "Sẽ gộp", en: "Would merge") : say(vi: "Đã gộp", en: "Merged"))
        + mergedParts(merged).joined(separator: "; ")
    case .refused(let reasons): reasons.map(refusal).joined(separator: "; ")
    case .unknown(let card): say(vi: "Không có thẻ «\(card)»", en: "Nobody has the card “\(card)”")
    }
  }

  /// What went over in a merge, and what the person should look at.
  private func mergedParts(_ merged: MergedPatrons) -> [String] {
    let (keeper, gone) = (merged.keeper, merged.gone)
    func fields(_ fields: [PatronField]) -> String {
      fields.map(\.key).map(fieldName).joined(separator: ", ")
    }
    var parts = [
      say(
        vi:
          " \(gone.name) (\(gone.card)) vào \(keeper.name) (\(keeper.card)): \(merged.loans) lượt mượn, \(merged.holds) giữ chỗ, \(merged.entries) khoản tiền",
        en:
          " \(gone.name) (\(gone.card)) into \(keeper.name) (\(keeper.card)): \(counted(merged.loans, "loan")), \(counted(merged.holds, "hold")), \(counted(merged.entries, "line")) of the account"
      )
    ]
    if !merged.wards.isEmpty {
      let names = merged.wards.map { "\($0.name) (\($0.card))" }.joined(separator: ", ")
      parts.append(say(vi: "từ nay giám hộ cho: \(names)", en: "now guardian of: \(names)"))
    }
    if !merged.taken.isEmpty {
      parts.append(say(vi: "chép sang: ", en: "taken over: ") + fields(merged.taken))
    }
    if !merged.dropped.isEmpty {
      parts.append(
        say(
          vi: "hai bên khác nhau, giữ của hồ sơ ở lại: ", en: "different, the kept entry's stays: ")
          + fields(merged.dropped))
    }
    if !merged.doubled.isEmpty {
      parts.append(
        say(
          vi: "chờ hai lần cùng một sách, nên bỏ bớt giữ chỗ số: ",
          en: "waits twice for the same, so cancel one; hold: ")
          + merged.doubled.map { "\($0.id) (\(holdWanted($0.wanted)))" }.joined(separator: ", "))
    }
    return parts
  }

  /// By what two entries may be one person.
  public func twin(_ twin: PatronTwin) -> String {
    [
      twin.sameCitizenCard
        ? say(vi: "cùng căn cước: chắc chắn", en: "same citizen card: certain") : nil,
      twin.sameNameAndBirth
        ? say(vi: "trùng tên và năm sinh", en: "same name and birth") : nil,
      twin.samePhone ? say(vi: "trùng điện thoại", en: "same phone") : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }
}
