public import LibraryCore

/// The matrix of loan rules in words.
extension Wording {
  public func ruleParameter(_ parameter: RuleParameter) -> String {
    switch parameter {
    case .lendable: say(vi: "Cho mượn", en: "Lendable")
    case .loanDays: say(vi: "Số ngày mượn", en: "Loan days")
    case .calendarMode: say(vi: "Ngày nghỉ trong hạn trả", en: "Closed days in due dates")
    case .hardDue: say(vi: "Mốc hạn trả cố định", en: "Hard due date")
    case .hardDueMode: say(vi: "Cách dùng mốc cố định", en: "Use of the hard due date")
    case .dueWithinCard: say(vi: "Hạn trả trong hạn thẻ", en: "Due within the card's validity")
    case .loansMaximum: say(vi: "Số bản nhiều nhất", en: "Loans maximum")
    case .loansOfTypeMaximum:
      say(vi: "Số bản nhiều nhất của loại này", en: "Loans of this type maximum")
    case .renewalsMaximum: say(vi: "Số lần gia hạn", en: "Renewals maximum")
    case .renewalDays: say(vi: "Số ngày mỗi lần gia hạn", en: "Renewal days")
    case .renewalFrom: say(vi: "Gia hạn tính từ", en: "Renewal counts from")
    case .renewalNotBefore:
      say(vi: "Gia hạn sớm nhất trước hạn (ngày)", en: "Renewal days before due, at most")
    case .graceDays: say(vi: "Số ngày trễ không phạt", en: "Grace days")
    case .finePerDay: say(vi: "Tiền phạt mỗi kỳ (đồng)", en: "Fine per period (đồng)")
    case .finePeriod: say(vi: "Số ngày một kỳ phạt", en: "Days in a fine period")
    case .fineMaximum: say(vi: "Tiền phạt nhiều nhất (đồng)", en: "Fine maximum (đồng)")
    case .fineUpToPrice:
      say(vi: "Phạt không quá giá tài liệu", en: "Fine never above the price")
    case .suspensionDays:
      say(vi: "Ngừng mượn mỗi ngày trễ (ngày)", en: "Suspension per late day (days)")
    case .suspensionMaximum:
      say(vi: "Ngừng mượn nhiều nhất (ngày)", en: "Suspension maximum (days)")
    case .lostPercent: say(vi: "Đền sách mất (% giá)", en: "Lost copy (% of the price)")
    case .processingFee: say(vi: "Phí xử lý khi mất (đồng)", en: "Processing fee (đồng)")
    case .lostRefund: say(vi: "Tìm lại được thì hoàn", en: "Refund when found")
    case .refundFee: say(vi: "Hoàn cả phí xử lý", en: "Refund the fee too")
    case .longOverdueDays: say(vi: "Quá hạn lâu sau (ngày)", en: "Long overdue after (days)")
    case .lostDays: say(vi: "Coi là mất sau (ngày)", en: "Lost after (days)")
    case .lostMaximum:
      say(vi: "Số bản mất vẫn cho mượn", en: "Lost copies allowed when borrowing")
    case .overduesMaximum:
      say(vi: "Số bản quá hạn vẫn cho mượn", en: "Overdues allowed when borrowing")
    case .owedMaximum:
      say(vi: "Số nợ vẫn cho mượn (đồng)", en: "Debt allowed when borrowing (đồng)")
    case .familyOwedMaximum:
      say(vi: "Nợ của gia đình vẫn cho mượn (đồng)", en: "Debt of the family allowed (đồng)")
    case .ageMinimum: say(vi: "Tuổi nhỏ nhất", en: "Age minimum")
    case .ageMaximum: say(vi: "Tuổi lớn nhất", en: "Age maximum")
    case .holdPolicy: say(vi: "Nhận giữ chỗ", en: "Holds")
    case .holdsMaximum: say(vi: "Số giữ chỗ nhiều nhất", en: "Holds maximum")
    case .pickupDays: say(vi: "Số ngày mở cửa chờ đến lấy", en: "Open days on the hold shelf")
    case .shortLoanFrom:
      say(vi: "Rút ngắn hạn khi số người chờ từ", en: "Short loans from so many waiting")
    case .shortLoanDays: say(vi: "Số ngày mượn rút ngắn", en: "Days of a short loan")
    case .renewalsExtra:
      say(vi: "Gia hạn thêm khi không ai chờ", en: "Extra renewals while nobody waits")
    case .onSiteMaximum:
      say(vi: "Số bản đọc tại chỗ nhiều nhất", en: "Read on the spot at once, at most")
    case .copiesOfTitleMaximum:
      say(vi: "Số bản cùng nhan đề nhiều nhất", en: "Copies of one title at once, at most")
    case .loanHours: say(vi: "Số giờ mượn", en: "Loan hours")
    case .hoursEnd: say(vi: "Hết giờ lúc đóng cửa thì", en: "Hours that end while closed")
    case .dueTime: say(vi: "Giờ phải trả trong ngày hạn", en: "Time of day loans end")
    case .finePerHour: say(vi: "Tiền phạt mỗi giờ trễ (đồng)", en: "Fine per hour (đồng)")
    case .deposit: say(vi: "Tiền cược mỗi bản (đồng)", en: "Deposit for a copy (đồng)")
    case .depositPercent:
      say(vi: "Tiền cược, phần trăm giá bìa", en: "Deposit, percent of the price")
    case .membershipMonths:
      say(vi: "Số tháng thẻ có giá trị", en: "Months a card is good for")
    }
  }

  /// A single value as people read it.
  public func ruleValue(_ parameter: RuleParameter, _ value: Int) -> String {
    switch (parameter, parameter.form) {
    case (.lendable, _): Lendability(rawValue: value).map(lendability) ?? "\(value)"
    case (.calendarMode, _): CalendarMode(rawValue: value).map(calendarMode) ?? "\(value)"
    case (.hardDueMode, _): HardDueMode(rawValue: value).map(hardDueMode) ?? "\(value)"
    case (.renewalFrom, _): RenewalStart(rawValue: value).map(renewalStart) ?? "\(value)"
    case (.holdPolicy, _): HoldPolicy(rawValue: value).map(holdPolicy) ?? "\(value)"
    case (.hoursEnd, _): HoursEnd(rawValue: value).map(hoursEnd) ?? "\(value)"
    case (.loanHours, _):
      value == 0
        ? say(vi: "tính theo ngày", en: "counted in days")
        : say(vi: "\(value) giờ", en: counted(value, "hour"))
    case (.shortLoanFrom, _) where value == 0: say(vi: "không", en: "never")
    case (.lostRefund, _): LostRefund(rawValue: value).map(lostRefund) ?? "\(value)"
    case (.longOverdueDays, _) where value == 0, (.lostDays, _) where value == 0:
      say(vi: "không bao giờ", en: "never")
    case (.lostMaximum, _) where value >= 1000: say(vi: "không giới hạn", en: "no limit")
    case (.fineMaximum, _) where value == 0, (.suspensionMaximum, _) where value == 0:
      say(vi: "không giới hạn", en: "no limit")
    case (.renewalNotBefore, _) where value >= parameter.builtIn:
      say(vi: "bất cứ lúc nào", en: "at any time")
    case (_, .day):
      value == 0 ? say(vi: "không", en: "none") : day(CalendarDay(number: value))
    case (_, .time):
      value == 0
        ? say(vi: "hết ngày", en: "the end of the day")
        : TimeOfDay(minutes: value)?.text ?? "\(value)"
    case (_, .flag): value == 1 ? say(vi: "có", en: "yes") : say(vi: "không", en: "no")
    case (_, .dong): money(Money(dong: Int64(value)))
    case (_, .days): say(vi: "\(value) ngày", en: counted(value, "day"))
    case (_, .years): say(vi: "\(value) tuổi", en: counted(value, "year"))
    default: "\(value)"
    }
  }

  private func lendability(_ lendability: Lendability) -> String {
    switch lendability {
    case .no: say(vi: "không", en: "no")
    case .home: say(vi: "về nhà", en: "home")
    case .onSite: say(vi: "chỉ đọc tại chỗ", en: "on the spot only")
    }
  }

  public func calendarMode(_ mode: CalendarMode) -> String {
    switch mode {
    case .rollForward: say(vi: "dời tới ngày mở cửa sau", en: "move to the next open day")
    case .countAll: say(vi: "tính mọi ngày, không dời", en: "count all, move nothing")
    case .skipClosed: say(vi: "chỉ tính ngày mở cửa", en: "count open days only")
    case .rollBack: say(vi: "lùi về ngày mở cửa trước", en: "move back to an open day")
    case .weekly: say(vi: "dời trọn tuần", en: "move by whole weeks")
    }
  }

  public func hardDueMode(_ mode: HardDueMode) -> String {
    switch mode {
    case .before: say(vi: "không muộn hơn mốc", en: "not later")
    case .on: say(vi: "đúng ngày mốc", en: "on that day")
    case .after: say(vi: "không sớm hơn mốc", en: "not earlier")
    }
  }

  private func hoursEnd(_ end: HoursEnd) -> String {
    switch end {
    case .closing: say(vi: "rút lại đến giờ đóng cửa", en: "end when the library closes")
    case .opening: say(vi: "dời đến lúc mở cửa lại", en: "end when it opens again")
    case .ignore: say(vi: "vẫn hết đúng giờ", en: "end all the same")
    }
  }

  private func renewalStart(_ start: RenewalStart) -> String {
    switch start {
    case .today: say(vi: "hôm nay", en: "today")
    case .due: say(vi: "hạn trả cũ", en: "the former due date")
    }
  }

  /// The values of a rule row in one line, such as `mượn 21 ngày; 5 bản`.
  public func ruleValues(_ values: [RuleParameter: Int]) -> String {
    RuleParameter.allCases.compactMap { parameter in
      values[parameter].map { shortRule(parameter, $0) }
    }.joined(separator: "; ")
  }

  private func shortRule(_ parameter: RuleParameter, _ value: Int) -> String {
    let text = ruleValue(parameter, value)
    return switch parameter {
    case .lendable: say(vi: "cho mượn: \(text)", en: "lendable: \(text)")
    case .loanDays: text
    case .loansMaximum: say(vi: "\(value) bản", en: counted(value, "loan"))
    case .loansOfTypeMaximum: say(vi: "\(value) bản loại này", en: "\(value) of this type")
    case .renewalsMaximum: say(vi: "gia hạn \(value) lần", en: counted(value, "renewal"))
    case .renewalDays: say(vi: "mỗi lần \(text)", en: "\(text) each")
    case .graceDays: say(vi: "trễ \(text) không phạt", en: "\(text) of grace")
    case .finePerDay: say(vi: "phạt \(text) mỗi kỳ", en: "fine \(text) a period")
    case .finePeriod: say(vi: "kỳ phạt \(text)", en: "fined by \(text)")
    case .fineMaximum: say(vi: "phạt tối đa: \(text)", en: "fine at most: \(text)")
    case .suspensionDays:
      say(vi: "mỗi ngày trễ ngừng mượn \(text)", en: "suspended \(text) a late day")
    case .suspensionMaximum: say(vi: "ngừng tối đa: \(text)", en: "suspended at most: \(text)")
    case .overduesMaximum: say(vi: "quá hạn ≤ \(value) bản", en: "overdue ≤ \(value)")
    case .owedMaximum: say(vi: "nợ ≤ \(text)", en: "debt ≤ \(text)")
    case .ageMinimum: say(vi: "từ \(text)", en: "from \(text)")
    case .ageMaximum: say(vi: "đến \(text)", en: "up to \(text)")
    default: "\(ruleParameter(parameter)): \(text)"
    }
  }

  /// Which row of the matrix decided, in words.
  public func ruleRow(_ rule: LoanRule?) -> String {
    guard let rule else { return say(vi: "mặc định của chương trình", en: "built-in value") }
    let scope = ([ruleScope(rule.scope)] + [rulePeriod(rule.period)].compactMap { $0 })
      .joined(separator: ", ")
    return say(vi: "dòng \(rule.id): \(scope)", en: "row \(rule.id): \(scope)")
  }

  /// The days on which a row is in force; nil for always.
  public func rulePeriod(_ period: RulePeriod) -> String? {
    switch (period.from, period.to) {
    case (nil, nil): nil
    case (let from?, nil): say(vi: "từ \(day(from))", en: "from \(day(from))")
    case (nil, let to?): say(vi: "đến \(day(to))", en: "until \(day(to))")
    case (let from?, let to?): "\(day(from)) – \(day(to))"
    }
  }

  /// What a late return brought beside a fine.
  public func suspended(_ until: CalendarDay) -> String {
    say(vi: "Ngừng mượn đến hết ngày \(day(until))", en: "Suspended until \(day(until))")
  }

  /// Whom a row speaks for.
  public func ruleScope(_ scope: RuleScope) -> String {
    let parts = [
      scope.library.map { term(.library, $0) }
        .map { say(vi: "thư viện \($0)", en: "library \($0)") },
      scope.category.map { term(.patronCategory, $0) }
        .map { say(vi: "bạn đọc \($0)", en: "category \($0)") },
      scope.itemType.map { term(.itemType, $0) }
        .map { say(vi: "loại tài liệu \($0)", en: "item type \($0)") },
      scope.collection.map { collection($0) },
    ].compactMap { $0 }
    return parts.isEmpty
      ? say(vi: "mọi trường hợp", en: "everything") : parts.joined(separator: ", ")
  }

  /// The names of collections say themselves that they are one.
  private func collection(_ code: String) -> String {
    let name = term(.location, code)
    return name == code ? say(vi: "kho \(code)", en: "collection \(code)") : name
  }

  /// What a change of the matrix would change, a line for each value of each combination.
  public func ruleComparison(_ comparison: RuleComparison) -> [String] {
    guard !comparison.lines.isEmpty else {
      return [
        say(vi: "Không giá trị áp dụng nào thay đổi.", en: "No value in force would change.")
      ]
    }
    return comparison.lines.map { line in
      let parameter = line.after.parameter
      var scope = line.scope
      if scope.library == comparison.library { scope.library = nil }
      let day = line.on == comparison.today ? "" : say(vi: ", ngày ", en: ", on ") + day(line.on)
      return "\(ruleScope(scope))\(day): \(ruleParameter(parameter)) "
        + "\(ruleValue(parameter, line.before.value)) → \(ruleValue(parameter, line.after.value))"
    }
  }

  /// Why a table of rules cannot be taken, with the line and the column.
  public func ruleTableFault(_ fault: RuleTable.Fault) -> String {
    let place = [
      fault.line.map { say(vi: "dòng \($0)", en: "line \($0)") },
      fault.column.map { say(vi: "cột \($0)", en: "column \($0)") },
    ].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? whatIsWrong(fault) : place + ": " + whatIsWrong(fault)
  }

  private func whatIsWrong(_ fault: RuleTable.Fault) -> String {
    switch fault {
    case .table(.empty): say(vi: "bảng trống", en: "the table is empty")
    case .table(.notText): say(vi: "không phải văn bản UTF-8", en: "no UTF-8 text")
    case .table(.openQuote):
      say(vi: "dấu nháy mở ở đây không đóng", en: "a quote opened here never ends")
    case .unknownHeading: say(vi: "không có cột nào tên như thế", en: "there is no such column")
    case .value(_, let parameter, let text): badRuleValue(parameter, text)
    case .outOfRange(_, let parameter, let value): refusal(.valueOutOfRange(parameter, value))
    case .day(_, _, let text):
      say(vi: "«\(text)» không phải ngày", en: "“\(text)” is no date")
    case .periodEmpty(_, let period): refusal(.periodEmpty(period))
    case .repeated(_, let first):
      say(
        vi: "nói về cùng trường hợp với dòng \(first)",
        en: "it speaks of the same as line \(first)")
    case .empty: say(vi: "không có giá trị nào", en: "it gives no value")
    case .refused(_, _, let reason): refusal(reason)
    }
  }
}
