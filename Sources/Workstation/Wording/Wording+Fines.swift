public import LibraryCore

extension Wording {
  /// How a charge comes about: the days, the terms, the sum, and where the terms are from.
  public func explanation(_ fine: FineExplanation) -> [String] {
    let returned = fine.isReturned
    return [
      say(vi: "DỮ KIỆN", en: "FACTS"), "  \(fine.item.title) (\(fine.item.barcode))",
      "  \(fine.patron.name) (\(fine.patron.card))",
      "  " + say(vi: "hạn trả \(due(fine.due)), ", en: "due \(due(fine.due)), ")
        + (returned
          ? say(vi: "đã trả \(day(fine.countedTo))", en: "returned \(day(fine.countedTo))")
          : say(
            vi: "chưa trả, tính đến \(day(fine.countedTo))",
            en: "not returned, counted to \(day(fine.countedTo))")),
      "", say(vi: "NGÀY TÍNH TRỄ", en: "DAYS COUNTED"),
    ] + fineDays(fine) + ["", say(vi: "QUY ĐỊNH", en: "RULES")]
      + loanTerms(fine.terms, areOwn: fine.areTermsOfLoan, fine.values)
      + ["", say(vi: "KẾT QUẢ", en: "RESULT")] + fineResult(fine)
  }

  private func fineDays(_ fine: FineExplanation) -> [String] {
    guard !fine.days.isEmpty else { return ["  " + say(vi: "không trễ ngày nào", en: "none")] }
    var counted = 0
    return fine.days.map { line in
      guard let closure = line.closure else {
        counted += 1
        return "  \(day(line.day)) \(weekday(line.day.weekday)): "
          + say(vi: "ngày trễ thứ \(counted)", en: "day \(counted)")
      }
      return "  \(day(line.day)) \(weekday(line.day.weekday)): "
        + say(vi: "không tính, ", en: "not counted, ") + self.closure(closure)
    }
  }

  /// What being late costs a loan, and whose terms those are; `values` are the rows that say so today.
  func loanTerms(_ terms: LoanTerms, areOwn: Bool, _ values: [RuleValue]) -> [String] {
    let source =
      areOwn
      ? say(
        vi: "của riêng lượt mượn này; đổi quy định không đổi nó, trừ khi được yêu cầu áp lại",
        en: "the loan's own; a changed rule does not change it unless it is asked for")
      : say(
        vi: "quy định hôm nay, vì lượt mượn này có từ trước khi lượt mượn giữ quy định của nó",
        en: "the rules of today, since the loan is older than loans that keep their terms")
    return ["  " + source]
      + values.map { value in
        let (parameter, own) = (value.parameter, terms[value.parameter])
        let line = "  \(ruleParameter(parameter)) = \(ruleValue(parameter, own))"
        guard own == value.value else {
          let now = ruleValue(parameter, value.value)
          return line + say(vi: "  (hôm nay: \(now))", en: "  (today: \(now))")
        }
        return line + "  ← \(ruleRow(value.decidedBy))"
      }
  }

  private func fineResult(_ fine: FineExplanation) -> [String] {
    let hours =
      fine.lateHours > 0
      ? [
        "  "
          + say(
            vi: "\(fine.lateHours) giờ mở cửa sau giờ hạn",
            en: "\(counted(fine.lateHours, "open hour")) after the due time")
      ] : []
    var lines =
      hours + [
        "  " + say(vi: "\(fine.lateDays) ngày trễ: ", en: "\(counted(fine.lateDays, "day")) late: ")
          + money(fine.charge)
      ]
    if let until = fine.suspendedUntil { lines.append("  " + suspended(until)) }
    if let price = fine.price, fine.terms[.fineUpToPrice] == 1 {
      lines.append(
        "  " + say(vi: "không quá giá của bản: ", en: "never more than the copy's price: ")
          + money(price))
    }
    return lines
  }

  /// One action of `day`'s history, in a line; what was written on another day than it happened says so.
  public func dayEntry(_ entry: DayEntry, of day: CalendarDay) -> String {
    let happened = entry.statedAt.flatMap { $0.day == day ? $0 : nil }
    var parts = [(happened ?? entry.at).clock, deskAction(entry.action)]
    if let item = entry.item { parts.append("\(item.title) (\(item.barcode))") }
    if let loans = entry.loans, loans.total > 0 { parts.append(loansTogether(loans)) }
    if entry.item == nil, let title = entry.title { parts.append(title) }
    if let patron = entry.patron { parts.append("\(patron.name) (\(patron.card))") }
    if let due = entry.due {
      parts.append(say(vi: "hạn \(self.due(due))", en: "due \(self.due(due))"))
    }
    if let amount = entry.amount, amount != .zero { parts.append(money(amount)) }
    if !entry.staff.isEmpty { parts.append("[\(entry.staff)]") }
    if let override = entry.override { parts.append("– " + overridden(override)) }
    if happened != nil {
      let written = "\(self.day(entry.at.day)) \(entry.at.clock)"
      parts.append(say(vi: "(ghi bù lúc \(written))", en: "(written down on \(written))"))
    } else if let stated = entry.statedAt {
      parts.append("(\(writtenDownFor(stated)))")
    }
    if entry.isUndone { parts.append(say(vi: "(đã hoàn tác)", en: "(undone)")) }
    return parts.joined(separator: "  ")
  }

  /// That something counts for another moment than it was written at.
  func writtenDownFor(_ moment: LibraryCore.Moment) -> String {
    let text = "\(day(moment.day)) \(moment.clock)"
    return say(vi: "ghi bù cho \(text)", en: "written down for \(text)")
  }

  /// That a return counts as of another moment than now.
  public func returnCounted(_ moment: LibraryCore.Moment) -> String {
    say(vi: "Tính như trả lúc \(self.moment(moment))", en: "Counts as of \(self.moment(moment))")
  }
}
