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
    case .chooseLaterDay: say(vi: "chọn ngày sau", en: "choose a later day")
    case .chooseEarlierDay: say(vi: "chọn ngày gần hơn", en: "choose a nearer day")
    case .nothing: nil
    }
  }

  /// The whole decision as paragraphs: what is known, what stands against it, which row decided, how the date came about.
  public func explanation(_ explanation: CheckoutExplanation) -> [String] {
    facts(explanation) + [""] + reasons(explanation) + [""] + values(explanation) + [""]
      + dueWalk(explanation.due, from: explanation.today)
  }

  private func facts(_ explanation: CheckoutExplanation) -> [String] {
    let item = explanation.item
    let patron = explanation.patron
    let type = term(.itemType, item.item.type)
    let category = term(.patronCategory, patron.patron.category)
    return [
      say(vi: "DỮ KIỆN", en: "FACTS"),
      "  \(item.title) (\(item.item.barcode)): \(itemStatus(item.item.status)), "
        + say(vi: "loại \(type)", en: "type \(type)"),
      "  \(patron.patron.name) (\(patron.patron.card)): "
        + say(
          vi:
            "\(category), đang mượn \(patron.loans), quá hạn \(patron.overdues), còn nợ \(money(patron.owed))",
          en:
            "category \(category), \(counted(patron.loans, "loan")), \(patron.overdues) overdue, owes \(money(patron.owed))"
        ),
    ]
  }

  private func reasons(_ explanation: CheckoutExplanation) -> [String] {
    guard !explanation.isAllowed else {
      return [say(vi: "Không có gì ngăn cản: cho mượn được.", en: "Nothing stands against it.")]
    }
    let lines = explanation.reasons.flatMap { reason in
      let lifting: String? = reason.refusal.permission.map { permission in
        reason.mayLift
          ? say(vi: "bạn được bỏ qua, ghi rõ lý do", en: "you may lift it with a written reason")
          : say(
            vi: "người có quyền «\(self.permission(permission))» được bỏ qua",
            en: "whoever may “\(self.permission(permission))” can lift it")
      }
      let advice = remedy(reason.remedy).map { say(vi: "nên: \($0)", en: "remedy: \($0)") }
      return ["  • \(refusal(reason.refusal))"]
        + [advice, lifting].compactMap { $0 }.map { "    \($0)" }
    }
    return [say(vi: "KHÔNG CHO MƯỢN VÌ", en: "REFUSED BECAUSE")] + lines
  }

  private func values(_ explanation: CheckoutExplanation) -> [String] {
    [say(vi: "QUY ĐỊNH ĐÃ DÙNG", en: "RULES IN FORCE")]
      + explanation.values.map { value in
        "  \(ruleParameter(value.parameter)) = \(ruleValue(value.parameter, value.value))"
          + "  ← \(ruleRow(value.decidedBy))"
      }
  }

  /// How a due date came about, closed day by closed day, and what bounded it after that.
  public func dueWalk(_ due: DueDate, from today: CalendarDay) -> [String] {
    [say(vi: "HẠN TRẢ", en: "DUE DATE"), "  " + countedDue(due, from: today)]
      + due.skipped.map { skipped in
        "  \(day(skipped.day)) (\(weekday(skipped.day.weekday))): \(closure(skipped.closure))"
      }
      + (due.skipped.isEmpty ? [] : ["  " + calendarMode(due.mode)])
      + due.bounds.map { "  " + dueBound($0) }
      + ["  → \(self.due(due.due)) (\(weekday(due.day.weekday)))"]
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
