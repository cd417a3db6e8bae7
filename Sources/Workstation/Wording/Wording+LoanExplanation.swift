public import LibraryCore

extension Wording {
  /// How a loan came to be due when it is, as paragraphs: what set the date, one after the other, what the rules of today say, and
  /// what being late costs.
  public func explanation(_ explanation: LoanExplanation) -> [String] {
    let loan = explanation.loan
    return [
      say(vi: "LƯỢT MƯỢN SỐ \(loan.loan)", en: "LOAN \(loan.loan)"),
      "  \(loan.title) (\(loan.barcode))",
      "  \(explanation.patron.name) (\(explanation.patron.card))",
      "  "
        + say(
          vi:
            "mượn \(moment(loan.lentAt)), hạn trả \(due(loan.due)), gia hạn \(loan.renewals) lần, ",
          en:
            "lent \(moment(loan.lentAt)), due \(due(loan.due)), renewed \(counted(loan.renewals, "time")), "
        ) + loanEnd(loan, explanation.status),
      "", say(vi: "HẠN TRẢ TỪ ĐÂU RA", en: "HOW THE DUE DATE CAME ABOUT"),
    ] + explanation.steps.flatMap(step) + today(explanation) + terms(explanation)
  }

  /// Whether a loan runs, or how it ended.
  public func loanEnd(_ loan: LoanLine, _ status: LoanStory.Status) -> String {
    switch status {
    case .open:
      [say(vi: "đang mượn", en: "on loan"), loanState(loan)].compactMap(\.self)
        .joined(separator: ", ")
    case .void: say(vi: "lượt mượn đã hoàn tác", en: "the checkout was taken back")
    case .closed:
      loan.returnedAt.map { say(vi: "trả \(moment($0))", en: "returned \(moment($0))") }
        ?? say(vi: "đã xong", en: "ended")
    }
  }

  /// What set or moved a due date, when, to what, and by whom, in a line.
  public func dueSetting(_ setting: DueSetting) -> String {
    let staff = setting.staff.isEmpty ? "" : "  [\(setting.staff)]"
    return "\(moment(setting.at))  \(dueCause(setting.cause)): → \(due(setting.due))\(staff)"
      + say(vi: "  (việc \(setting.op))", en: "  (action \(setting.op))")
      + (setting.override.map { " – " + overridden($0) } ?? "")
  }

  private func dueCause(_ cause: DueSetting.Cause) -> String {
    switch cause {
    case .lent: say(vi: "cho mượn, hạn theo quy định", en: "lent, due by the rules")
    case .chosen: say(vi: "cho mượn, hạn do cán bộ đặt", en: "lent, the date set by staff")
    case .renewed(let before):
      say(vi: "gia hạn, trước đó \(due(before))", en: "renewed, due \(due(before)) before")
    case .closed(let days):
      say(vi: "dời hạn vì đóng cửa ", en: "moved, closed on ") + closedDays(days)
    case .reapplied:
      say(vi: "áp lại quy định cho lượt đang mượn", en: "given the rules of that day")
    case .takenBack(let op): say(vi: "hoàn tác việc \(op)", en: "action \(op) taken back")
    }
  }

  /// The first and the last of the days, and why.
  private func closedDays(_ days: [OpeningDay]) -> String {
    let (first, last) = (days.map(\.day).min(), days.map(\.day).max())
    let span = (first == last ? [first] : [first, last]).compactMap { $0 }.map(day)
      .joined(separator: "–")
    return span + (days.first?.reason.map { " (\($0))" } ?? "")
  }

  private func step(_ step: LoanExplanation.Step) -> [String] {
    let walk = step.walk.map { counted in
      dueWalk(counted.due, from: counted.from) + ["  " + decidedBy(counted.rule)]
    }
    let lines = (walk ?? untold(step.setting.cause)) + step.closed.map { "  " + closedDay($0) }
    return ["  " + dueSetting(step.setting)] + lines.map { "  " + $0 }
  }

  /// That the rules of then no longer tell how a date came about which they gave.
  private func untold(_ cause: DueSetting.Cause) -> [String] {
    switch cause {
    case .lent, .renewed, .reapplied:
      [
        "  "
          + say(
            vi: "không dựng lại được cách tính: lịch mở cửa hay hồ sơ đã đổi từ đó",
            en: "cannot be counted again: the opening days or the data were changed since")
      ]
    case .chosen, .closed, .takenBack: []
    }
  }

  private func today(_ explanation: LoanExplanation) -> [String] {
    guard let today = explanation.today else { return [] }
    guard explanation.isOtherToday else {
      return [
        "", say(vi: "Quy định hôm nay cũng cho hạn này.", en: "The rules of today say the same."),
      ]
    }
    let lengths = explanation.values.filter { !LoanTerms.parameters.contains($0.parameter) }
    return [""]
      + dueWalk(
        today.due, from: today.from,
        say(vi: "QUY ĐỊNH HÔM NAY CHO HẠN KHÁC", en: "THE RULES OF TODAY GIVE ANOTHER DATE"))
      + [
        "  "
          + say(
            vi: "lượt mượn giữ hạn của nó: đổi quy định không đổi lượt đã mượn",
            en: "the loan keeps its date: a changed rule changes no loan already made")
      ] + lengths.map { "  " + ruleLine($0) }
  }

  /// What being late, losing it and the deposit come to, where that is more than the built-in values say or other than today.
  private func terms(_ explanation: LoanExplanation) -> [String] {
    let today = explanation.values.filter { LoanTerms.parameters.contains($0.parameter) }
    guard !today.isEmpty else { return [] }
    let heading = ["", say(vi: "TRẢ MUỘN, MẤT, TIỀN CƯỢC", en: "LATE, LOST, DEPOSIT")]
    let own = explanation.terms
    let telling = today.filter { value in
      let given = own?[value.parameter] ?? value.value
      return given != value.parameter.builtIn || given != value.value
    }
    guard !telling.isEmpty else {
      return heading + [
        say(
          vi: "  không phạt, không cược; làm mất thì đền đúng giá",
          en: "  no fine, no deposit; a lost copy costs its price")
      ]
    }
    guard let own else { return heading + telling.map { "  " + ruleLine($0) } }
    return heading + loanTerms(own, areOwn: true, telling)
  }
}
