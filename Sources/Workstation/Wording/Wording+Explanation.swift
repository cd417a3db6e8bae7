public import LibraryCore

extension Wording {
  /// What would change a refusal, as advice.
  public func remedy(_ remedy: Remedy) -> String? {
    switch remedy {
    case .takeBackFirst(let loan):
      say(
        vi: "ghi trả bản này của \(loan.patronName) trước",
        en: "return it for \(loan.patronName) first")
    case .renewInstead: say(vi: "gia hạn thay vì mượn lại", en: "renew it instead")
    case .putItemRight: say(vi: "sửa tình trạng của bản này", en: "put the copy's status right")
    case .changeRule(let parameter):
      say(
        vi: "đổi quy định «\(ruleParameter(parameter))»",
        en: "change the rule “\(ruleParameter(parameter))”")
    case .unblock: say(vi: "mở khoá thẻ", en: "unblock the card")
    case .extendCard: say(vi: "gia hạn thẻ", en: "extend the card")
    case .returnLoans(let count):
      say(vi: "trả bớt \(count) bản", en: "return \(counted(count, "loan"))")
    case .returnLoansOfType(let count, let type):
      say(
        vi: "trả bớt \(count) bản loại \(term(.itemType, type))",
        en: "return \(counted(count, "loan")) of type \(term(.itemType, type))")
    case .returnOverdues(let count):
      say(vi: "trả \(count) bản quá hạn", en: "return \(counted(count, "overdue loan"))")
    case .settleLost(let count):
      say(
        vi: "tìm lại \(count) bản đã mất",
        en: "find \(counted(count, "lost copy", "lost copies")) again")
    case .pay(let amount): say(vi: "nộp \(money(amount))", en: "pay \(money(amount))")
    case .takeDeposit(let amount):
      say(vi: "nhận cược \(money(amount))", en: "take a deposit of \(money(amount))")
    case .askStaff(let permission):
      say(
        vi: "nhờ người có quyền \(self.permission(permission))",
        en: "ask somebody who may \(self.permission(permission))")
    case .waitUntil(let day): say(vi: "đợi đến \(self.day(day))", en: "wait until \(self.day(day))")
    case .serveWaiting(let count):
      say(
        vi: "để \(count) bản khác trên giá cho người chờ",
        en: "have \(counted(count, "more copy", "more copies")) on the shelf for those who wait")
    case .giveToReader(let kept):
      say(vi: "để lại cho \(kept.patron.name)", en: "leave it for \(kept.patron.name)")
    case .nobodyWaiting(let count):
      say(
        vi: "đợi khi không còn ai chờ (đang có \(count) người)",
        en: "wait until nobody waits (\(counted(count, "reader does", "readers do")))")
    case .returnAndLendAgain:
      say(vi: "ghi trả rồi cho mượn lại", en: "return it and lend it anew")
    case .endHolds(let count):
      say(vi: "bỏ bớt \(count) giữ chỗ", en: "end \(counted(count, "hold"))")
    case .takeFromShelf:
      say(vi: "lấy ngay bản đang trên giá", en: "take the copy that stands on the shelf")
    case .chooseLaterDay: say(vi: "chọn ngày sau", en: "choose a later day")
    case .chooseEarlierDay: say(vi: "chọn ngày gần hơn", en: "choose a nearer day")
    case .nothing: nil
    }
  }

  /// The whole decision as paragraphs: what is known, what stands against it, which row decided, how the date came about.
  public func explanation(_ explanation: CheckoutExplanation) -> [String] {
    facts(explanation) + [""]
      + reasons(
        explanation.reasons, say(vi: "KHÔNG CHO MƯỢN VÌ", en: "REFUSED BECAUSE"),
        none: say(vi: "Không có gì ngăn cản: cho mượn được.", en: "Nothing stands against it."))
      + [""] + rulesInForce(explanation.values) + [""]
      + dueWalk(
        explanation.due, from: explanation.today, say(vi: "HẠN TRẢ", en: "DUE DATE"))
  }

  private func facts(_ explanation: CheckoutExplanation) -> [String] {
    [
      say(vi: "DỮ KIỆN", en: "FACTS"), itemFacts(explanation.item),
      patronFacts(explanation.patron),
    ]
  }

  /// A copy as a decision sees it.
  func itemFacts(_ item: ItemFacts) -> String {
    let type = term(.itemType, item.item.type)
    let isLent = item.loan != nil && item.item.status == .available
    let state = isLent ? say(vi: "đang có người mượn", en: "on loan") : copyState(item)
    return "  \(item.title) (\(item.item.barcode)): \(state), "
      + say(vi: "loại \(type)", en: "type \(type)")
  }

  /// A patron as a decision sees him or her.
  func patronFacts(_ patron: PatronFacts) -> String {
    let category = term(.patronCategory, patron.patron.category)
    return "  \(patron.patron.name) (\(patron.patron.card)): "
      + say(
        vi:
          "\(category), đang mượn \(patron.loans), quá hạn \(patron.overdues), còn nợ \(money(patron.owed))",
        en:
          "category \(category), \(counted(patron.loans, "loan")), \(patron.overdues) overdue, owes \(money(patron.owed))"
      )
  }

  /// What stands against an action, each with the row that decided it, what would change it and who may lift it.
  func reasons(
    _ reasons: [CheckoutExplanation.Reason], _ heading: String, none: String
  ) -> [String] {
    guard !reasons.isEmpty else { return [none] }
    let lines = reasons.flatMap { reason in
      let lifting: String? = reason.refusal.permission.map { permission in
        reason.mayLift
          ? say(vi: "bạn được bỏ qua, ghi rõ lý do", en: "you may lift it with a written reason")
          : say(
            vi: "người có quyền «\(self.permission(permission))» được bỏ qua",
            en: "whoever may “\(self.permission(permission))” can lift it")
      }
      let decided = reason.refusal.rule.map { decidedBy($0) }
      let advice = remedy(reason.remedy).map { say(vi: "nên: \($0)", en: "remedy: \($0)") }
      return ["  • \(refusal(reason.refusal))"]
        + [decided, advice, lifting].compactMap { $0 }.map { "    \($0)" }
    }
    return [heading] + lines
  }

  /// A value of the matrix and the row it stands in.
  func ruleLine(_ value: RuleValue) -> String {
    "\(ruleParameter(value.parameter)) = \(ruleValue(value.parameter, value.value))"
      + "  ← \(ruleRow(value.decidedBy))"
  }

  /// The same behind what it decided.
  func decidedBy(_ value: RuleValue) -> String {
    say(vi: "quy định: ", en: "rule: ") + ruleLine(value)
  }

  func rulesInForce(_ values: [RuleValue]) -> [String] {
    [say(vi: "QUY ĐỊNH ĐÃ DÙNG", en: "RULES IN FORCE")] + values.map { "  " + ruleLine($0) }
  }

  /// How a due date came about, closed day by closed day, and what bounded it after that.
  func dueWalk(_ due: DueDate, from start: CalendarDay, _ heading: String) -> [String] {
    [heading] + dueWalk(due, from: start)
  }

  /// The same without a heading.
  func dueWalk(_ due: DueDate, from start: CalendarDay) -> [String] {
    ["  " + countedDue(due, from: start)] + due.skipped.map { "  " + closedDay($0) }
      + (due.skipped.isEmpty ? [] : ["  " + calendarMode(due.mode)])
      + due.bounds.map { "  " + dueBound($0) }
      + ["  → \(self.due(due.due)) (\(weekday(due.day.weekday)))"]
  }

  func closedDay(_ closed: DueDate.ClosedDay) -> String {
    "\(day(closed.day)) (\(weekday(closed.day.weekday))): \(closure(closed.closure))"
  }

  private func countedDue(_ due: DueDate, from today: CalendarDay) -> String {
    if let hours = due.hours {
      return say(
        vi: "\(self.due(hours.from)) + \(hours.count) giờ = \(self.due(hours.counted))",
        en: "\(self.due(hours.from)) + \(counted(hours.count, "hour")) = \(self.due(hours.counted))"
      )
    }
    let end = "\(day(due.counted)) (\(weekday(due.counted.weekday)))"
    return say(
      vi: "\(day(today)) + \(due.loanDays) ngày = \(end)",
      en: "\(day(today)) + \(counted(due.loanDays, "day")) = \(end)")
  }

  private func dueBound(_ bound: DueDate.Bound) -> String {
    switch bound {
    case .chosen: say(vi: "do cán bộ đặt", en: "set by staff")
    case .hardDue(let day, let mode):
      say(
        vi: "mốc cố định \(self.day(day)): \(hardDueMode(mode))",
        en: "hard due date \(self.day(day)): \(hardDueMode(mode))")
    case .cardExpiry(let day):
      say(vi: "thẻ hết hạn \(self.day(day))", en: "the card expires on \(self.day(day))")
    case .closing(let closing):
      say(
        vi: "đóng cửa \(due(closing)): rút lại đến lúc đó",
        en: "the library closes at \(due(closing)): it ends then")
    case .opening(let opening):
      say(
        vi: "lúc ấy đóng cửa, mở lại \(due(opening))",
        en: "closed then, open again at \(due(opening))")
    case .timeOfDay(let time):
      say(vi: "quy định trả trước \(time.text)", en: "the rules end loans at \(time.text)")
    case .onSite: say(vi: "đọc tại chỗ: trả trong ngày", en: "read on the spot: due today")
    case .manyWait(let count):
      say(
        vi: "\(count) người đang chờ: rút ngắn hạn",
        en: "\(counted(count, "reader waits", "readers wait")): a short loan")
    case .formerDue(let day):
      say(
        vi: "gia hạn không rút ngắn hạn cũ \(self.day(day))",
        en: "a renewal never shortens the former date \(self.day(day))")
    }
  }
}
