import Terminal

extension CommandID {
  static let patronsSearch = CommandID("patrons.search")
  static let patronsSort = CommandID("patrons.sort")
  static let patronsEnrol = CommandID("patrons.enrol")
  static let patronsUseExisting = CommandID("patrons.useExisting")
  static let patronsTakeAddress = CommandID("patrons.takeAddress")
  static let patronsNextAddress = CommandID("patrons.nextAddress")
  static let patronsVisit = CommandID("patrons.visit")
  static let patronsEdit = CommandID("patrons.edit")
  static let patronsBlock = CommandID("patrons.block")
  static let patronsRenewAll = CommandID("patrons.renewAll")
  static let patronsNextList = CommandID("patrons.nextList")
  static let patronsJournal = CommandID("patrons.journal")
  static let patronsEnrolScanned = CommandID("patrons.enrolScanned")
  static let patronsConsent = CommandID("patrons.consent")
  static let patronsNoConsent = CommandID("patrons.noConsent")
  static let patronsFilter = CommandID("patrons.filter")
  static let patronsMatters = CommandID("patrons.matters")
  static let patronsRenewMembership = CommandID("patrons.renewMembership")
  static let patronsClasses = CommandID("patrons.classes")
}

extension KeyContext {
  static let patrons: [KeyContext] =
    [
      KeyContext(
        "patrons", title: LocalizedText(vi: "Khi tìm bạn đọc", en: "Finding patrons"),
        parents: ["line", "list"], takesText: true),
      KeyContext(
        "patron", title: LocalizedText(vi: "Trong hồ sơ bạn đọc", en: "On a patron's page"),
        parents: ["list"]),
      KeyContext(
        "patronForm", title: LocalizedText(vi: "Khi cấp thẻ, sửa hồ sơ", en: "In a patron's form"),
        parents: ["form"], takesText: true),
    ] + patronMatters
}

extension Command {
  static let patrons: [Command] =
    [
      Command(
        .patronsSearch, label: LocalizedText(vi: "Bạn đọc", en: "Patrons"),
        summary: LocalizedText(
          vi: "Tìm bạn đọc theo thẻ, tên, năm sinh, điện thoại",
          en: "Find patrons by card, name, birth year, phone"),
        contexts: [KeyContext.global], flags: .keyBar),
      Command(
        .patronsSort, label: LocalizedText(vi: "Xếp theo", en: "Sort by"),
        summary: LocalizedText(
          vi: "Xếp danh sách bạn đọc theo tên hay theo số thẻ",
          en: "Sort the list of patrons by given name or by card"),
        contexts: ["patrons"], flags: .keyBar),
      Command(
        .patronsFilter, label: LocalizedText(vi: "Lọc", en: "Filter"),
        summary: LocalizedText(
          vi: "Chỉ liệt kê bạn đọc nam hoặc nữ, hay theo nghề nghiệp",
          en: "List patrons of a sex or an occupation alone"),
        contexts: ["patrons"], flags: .keyBar),
      Command(
        .patronsEnrol, label: LocalizedText(vi: "Cấp thẻ", en: "Enrol"),
        summary: LocalizedText(vi: "Cấp thẻ cho bạn đọc mới", en: "Enrol a new patron"),
        contexts: ["patrons", KeyContext.global], permission: "patrons.enrol", flags: .keyBar),
      Command(
        .patronsUseExisting, label: LocalizedText(vi: "Dùng thẻ đã có", en: "Use that card"),
        summary: LocalizedText(
          vi: "Không cấp thẻ mới, dùng thẻ đã có của người này",
          en: "Enrol nobody, use the card this person already has"),
        contexts: ["patronForm"], flags: .keyBar),
      Command(
        .patronsTakeAddress, label: LocalizedText(vi: "Lấy địa chỉ", en: "Take address"),
        summary: LocalizedText(
          vi: "Thay địa chỉ bằng địa chỉ đang gợi ý", en: "Put the proposed address in its field"),
        contexts: ["patronForm"], flags: .keyBar),
      Command(
        .patronsNextAddress, label: LocalizedText(vi: "Địa chỉ khác", en: "Next address"),
        summary: LocalizedText(vi: "Xem địa chỉ gợi ý tiếp theo", en: "Show the next proposal"),
        contexts: ["patronForm"], flags: .keyBar),
      Command(
        .patronsVisit, label: LocalizedText(vi: "Ra quầy", en: "Serve"),
        summary: LocalizedText(
          vi: "Phục vụ bạn đọc này ở quầy mượn–trả", en: "Serve this patron at the desk"),
        contexts: ["patron"], flags: .keyBar),
      Command(
        .patronsEdit, label: LocalizedText(vi: "Sửa", en: "Edit"),
        summary: LocalizedText(vi: "Sửa hồ sơ bạn đọc", en: "Edit the patron"),
        contexts: ["patron"], permission: "patrons.edit", flags: .keyBar),
      Command(
        .patronsBlock, label: LocalizedText(vi: "Khoá/mở", en: "Block"),
        summary: LocalizedText(
          vi: "Khoá thẻ với lý do, hoặc mở khoá", en: "Block the card with a reason, or unblock it"),
        contexts: ["patron"], permission: "patrons.edit", flags: .keyBar),
      Command(
        .patronsRenewAll, label: LocalizedText(vi: "Gia hạn hết", en: "Renew all"),
        summary: LocalizedText(
          vi: "Gia hạn mọi bản đang mượn", en: "Renew everything the patron has on loan"),
        contexts: ["patron"], permission: "circulation.renew"),
      Command(
        .patronsNextList, label: LocalizedText(vi: "Danh sách khác", en: "Next list"),
        summary: LocalizedText(
          vi: "Chuyển giữa đang mượn, đã mượn và thu tiền",
          en: "Switch between loans, past loans and payments"),
        contexts: ["patron"], flags: .keyBar),
      Command(
        .patronsJournal, label: LocalizedText(vi: "Nhật ký", en: "Journal"),
        summary: LocalizedText(
          vi: "Nhật ký của riêng bạn đọc này", en: "The journal of this patron alone"),
        contexts: ["patron"]),
    ] + patronMatters
}
