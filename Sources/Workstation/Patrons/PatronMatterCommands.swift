import Terminal

extension CommandID {
  static let patronsRestrict = CommandID("patrons.restrict")
  static let patronsMessage = CommandID("patrons.message")
  static let patronsSettle = CommandID("patrons.settle")
  static let patronsReplaceCard = CommandID("patrons.replaceCard")
  static let patronsAddCard = CommandID("patrons.addCard")
  static let patronsMerge = CommandID("patrons.merge")
  static let patronsPromote = CommandID("patrons.promote")
  static let patronsRenewClass = CommandID("patrons.renewClass")
}

extension KeyContext {
  static let patronMatters: [KeyContext] = [
    KeyContext(
      "patronMatters",
      title: LocalizedText(
        vi: "Nhắc nhở, thẻ, gia đình bạn đọc", en: "Remarks, cards, family of a patron"),
      parents: ["list"]),
    KeyContext(
      "classes", title: LocalizedText(vi: "Trong danh sách lớp", en: "In the list of classes"),
      parents: ["list"]),
  ]
}

extension Command {
  static let patronMatters: [Command] = [
    Command(
      .patronsEnrolScanned, label: LocalizedText(vi: "Cấp thẻ", en: "Enrol"),
      summary: LocalizedText(
        vi: "Vừa quét căn cước: bạn đọc đồng ý cho lưu dữ liệu, cấp thẻ; nếu không thì đến ô sau",
        en: "Right after a citizen card: the patron consents, enrol; otherwise the next field"),
      contexts: ["patronForm"]),
    Command(
      .patronsNoConsent, label: LocalizedText(vi: "Chưa đồng ý", en: "No consent"),
      summary: LocalizedText(
        vi: "Ghi đã hỏi mà bạn đọc chưa đồng ý cho lưu dữ liệu; vừa quét căn cước thì cấp thẻ luôn",
        en: "Note that the patron was asked and did not consent; right after a scan, enrol so"),
      contexts: ["patronForm"]),
    Command(
      .patronsConsent, label: LocalizedText(vi: "Đồng ý", en: "Consent"),
      summary: LocalizedText(
        vi: "Ghi bạn đọc hôm nay đã ký đồng ý cho lưu dữ liệu cá nhân",
        en: "Note that the patron agreed today to the keeping of personal data"),
      contexts: ["patronForm"]),
    Command(
      .patronsMatters, label: LocalizedText(vi: "Nhắc, thẻ", en: "Remarks"),
      summary: LocalizedText(
        vi: "Hạn chế, lời nhắn, các thẻ, gia đình và hồ sơ trùng của bạn đọc này",
        en: "This patron's restrictions, messages, cards, family and duplicates"),
      contexts: ["patron"], flags: .keyBar),
    Command(
      .patronsRenewMembership, label: LocalizedText(vi: "Gia hạn thẻ", en: "Renew card"),
      summary: LocalizedText(
        vi: "Gia hạn thẻ theo số tháng của đối tượng",
        en: "Renew the card for the months of the category"),
      contexts: ["patron"], permission: "patrons.edit"),
    Command(
      .patronsClasses, label: LocalizedText(vi: "Lớp", en: "Classes"),
      summary: LocalizedText(
        vi: "Lớp và đối tượng: lên lớp cuối năm, gia hạn thẻ cả lớp, cả đối tượng",
        en: "Classes and categories: move classes up at the end of a year, renew cards"),
      contexts: ["patrons"], flags: .keyBar),
    Command(
      .patronsRestrict, label: LocalizedText(vi: "Hạn chế", en: "Restrict"),
      summary: LocalizedText(
        vi: "Ghi một hạn chế có thời hạn, ngăn cho mượn",
        en: "Restrict the patron for a time: no loans"),
      contexts: ["patronMatters"], permission: "patrons.edit", flags: .keyBar),
    Command(
      .patronsMessage, label: LocalizedText(vi: "Lời nhắn", en: "Message"),
      summary: LocalizedText(
        vi: "Để lại lời nhắn cho người phục vụ bạn đọc này",
        en: "Leave a message for whoever serves the patron"),
      contexts: ["patronMatters"], permission: "patrons.edit", flags: .keyBar),
    Command(
      .patronsSettle, label: LocalizedText(vi: "Bỏ", en: "Lift"),
      summary: LocalizedText(
        vi: "Bỏ hạn chế, lời nhắn đang chọn; báo mất thẻ phụ đang chọn",
        en: "Lift the selected remark; report the selected further card lost"),
      contexts: ["patronMatters"], permission: "patrons.edit", flags: .keyBar),
    Command(
      .patronsReplaceCard, label: LocalizedText(vi: "Thay thẻ", en: "Replace card"),
      summary: LocalizedText(
        vi: "Cấp thẻ mới thay thẻ mất, hỏng; thẻ cũ vẫn được nhớ",
        en: "Give a new card for one lost or damaged; the old one stays known"),
      contexts: ["patronMatters"], permission: "patrons.edit", flags: .keyBar),
    Command(
      .patronsAddCard, label: LocalizedText(vi: "Thêm thẻ", en: "Add card"),
      summary: LocalizedText(
        vi: "Thêm một thẻ dùng song song", en: "Add a card that is good beside the other"),
      contexts: ["patronMatters"], permission: "patrons.edit"),
    Command(
      .patronsMerge, label: LocalizedText(vi: "Gộp", en: "Merge"),
      summary: LocalizedText(
        vi: "Gộp hồ sơ trùng đang chọn vào hồ sơ này",
        en: "Merge the selected duplicate into this patron"),
      contexts: ["patronMatters"], permission: "patrons.edit", danger: .dangerous),
    Command(
      .patronsPromote, label: LocalizedText(vi: "Lên lớp", en: "Move up"),
      summary: LocalizedText(
        vi: "Cho các lớp lên lớp, ra trường; xem trước rồi mới ghi",
        en: "Move classes up or out of school; shown before it is written"),
      contexts: ["classes"], permission: "patrons.edit", flags: .keyBar),
    Command(
      .patronsRenewClass, label: LocalizedText(vi: "Gia hạn thẻ", en: "Renew cards"),
      summary: LocalizedText(
        vi: "Gia hạn thẻ cả lớp, cả đối tượng đang chọn; xem trước rồi mới ghi",
        en: "Renew the cards of the selected class or category; shown before it is written"),
      contexts: ["classes"], permission: "patrons.edit", flags: .keyBar),
  ]
}
