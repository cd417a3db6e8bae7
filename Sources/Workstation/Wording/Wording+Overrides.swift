public import LibraryCore

/// What a person lifted, in words.
extension Wording {
  /// Which reasons were lifted for an action, and why in the words of who did it.
  public func overridden(_ override: Override) -> String {
    let lifted = override.codes.map { code in
      Refusal.Code(rawValue: code).map(liftedReason) ?? code
    }.joined(separator: ", ")
    return say(
      vi: "cho phép dù \(lifted); lý do: «\(override.reason)»",
      en: "allowed although \(lifted); reason: “\(override.reason)”")
  }

  /// What stood against an action, in a few words without its data, as long after the fact only the name of it is known.
  func liftedReason(_ code: Refusal.Code) -> String {
    switch code {
    case .itemLost: say(vi: "bản ghi là mất", en: "the copy was recorded as lost")
    case .itemMissing: say(vi: "bản ghi là thiếu", en: "the copy was recorded as missing")
    case .itemDamaged: say(vi: "bản ghi là hỏng", en: "the copy was recorded as damaged")
    case .itemNotLendable: say(vi: "loại không cho mượn", en: "its kind is not lent")
    case .itemOnLoanToOther: say(vi: "người khác đang mượn", en: "somebody else had it on loan")
    case .itemHeldForOther: say(vi: "đang giữ cho người khác", en: "it was kept for somebody else")
    case .titleWanted: say(vi: "có người chờ nhan đề", en: "others waited for the title")
    case .holdNotAllowed: say(vi: "quy định không cho giữ chỗ", en: "the rules allow no hold")
    case .tooManyHolds: say(vi: "quá số giữ chỗ", en: "there were too many holds")
    case .patronBlocked: say(vi: "thẻ bị khoá", en: "the card was blocked")
    case .cardExpired: say(vi: "thẻ hết hạn", en: "the card had expired")
    case .beforeEnrolment: say(vi: "chưa được cấp thẻ", en: "the card was not issued yet")
    case .patronRestricted: say(vi: "bạn đọc bị hạn chế", en: "the patron was restricted")
    case .patronSuspended: say(vi: "bị ngừng mượn", en: "the patron was suspended")
    case .patronTooYoung: say(vi: "chưa đủ tuổi", en: "the patron was too young")
    case .patronTooOld: say(vi: "quá tuổi", en: "the patron was too old")
    case .tooManyLoans: say(vi: "quá số bản được mượn", en: "there were too many loans")
    case .tooManyLoansOfType: say(vi: "quá số bản của loại này", en: "too many loans of the type")
    case .tooManyOnSite: say(vi: "quá số bản đọc tại chỗ", en: "too many copies read on the spot")
    case .tooManyOfTitle: say(vi: "quá số bản cùng nhan đề", en: "too many copies of the title")
    case .tooManyOverdues: say(vi: "quá số bản quá hạn", en: "there were too many overdue loans")
    case .tooManyLost: say(vi: "quá số bản làm mất", en: "too many copies were lost")
    case .owesTooMuch: say(vi: "nợ quá mức", en: "too much was owed")
    case .depositTooSmall: say(vi: "tiền cược không đủ", en: "the deposit was too small")
    case .dueDateFar: say(vi: "hạn trả xa quá hai năm", en: "it was due over two years ahead")
    case .renewalAddsNothing: say(vi: "gia hạn không thêm ngày", en: "the renewal added nothing")
    case .renewalOverdue: say(vi: "quá hạn có phạt", en: "late, with a charge")
    case .familyOwesTooMuch: say(vi: "gia đình nợ quá mức", en: "the family owed too much")
    case .noMoreRenewals: say(vi: "hết lượt gia hạn", en: "no renewal was left")
    case .renewalTooEarly: say(vi: "chưa đến lúc gia hạn", en: "it was too early to renew")
    default: code.rawValue
    }
  }
}
