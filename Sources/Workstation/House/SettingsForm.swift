import LibraryCore
import LibraryStore
import Terminal

/// The settings of the house: what it is called, how its numbers begin, which language it speaks.
enum SettingsForm {
  private static let names = [
    HouseSetting.libraryName, HouseSetting.libraryCode, HouseSetting.cardPrefix,
    HouseSetting.barcodePrefix, HouseSetting.drawer, HouseSetting.filingOrder,
    HouseSetting.keywords,
    HouseSetting.deweyEdition, HouseSetting.shelfMarkScheme, HouseSetting.shelfMarkEnding,
    HouseSetting.countReturns, HouseSetting.borrowedBefore, HouseSetting.previousBorrower,
    HouseSetting.language, HouseSetting.keyMap, HouseSetting.theme, HouseSetting.consoleFont,
    HouseSetting.letters, HouseSetting.wantedByItself, HouseSetting.selfCheck,
  ]

  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "THIẾT LẬP", en: "SETTINGS"),
      items: items(workplace.house?.settings ?? [:], workplace)
    ) { form in try save(form, workplace) }
  }

  private static func items(_ settings: [String: String], _ workplace: Workplace) -> [Form.Item] {
    let words = workplace.wording
    let languages = Language.allCases.map { language in
      FieldChoice(language.rawValue, label: language == .vietnamese ? "tiếng Việt" : "English")
    }
    return [
      Form.Item(
        HouseSetting.libraryName, label: words.say(vi: "Tên thư viện", en: "Library"),
        field: workplace.keyboard.words(
          settings[HouseSetting.libraryName] ?? "", maximumLength: 200),
        isRequired: true),
      Form.Item(
        HouseSetting.libraryCode, label: words.say(vi: "Mã thư viện", en: "Code"),
        field: Field(
          .code, text: settings[HouseSetting.libraryCode] ?? "", maximumLength: 20), width: 24,
        hint: words.say(vi: "ISIL nếu có, ví dụ VN-TP", en: "An ISIL if there is one")),
      prefix(
        HouseSetting.cardPrefix, words.say(vi: "Đầu số thẻ", en: "Card prefix"), settings, words),
      prefix(
        HouseSetting.barcodePrefix, words.say(vi: "Đầu mã vạch", en: "Barcode prefix"), settings,
        words),
      Form.Item(
        HouseSetting.drawer, label: words.say(vi: "Ngăn tiền", en: "Drawer"),
        field: Field(.code, text: settings[HouseSetting.drawer] ?? "", maximumLength: 10),
        width: 24,
        hint: words.say(
          vi: "Đứng đầu số phiếu thu; để trống là \(DrawerCode.usual)",
          en: "Begins the numbers of receipts; empty for \(DrawerCode.usual)")),
      Form.Item(
        HouseSetting.filingOrder, label: words.say(vi: "Thứ tự chữ cái", en: "Filing order"),
        field: Field(
          .choice(FilingOrder.allCases.map { FieldChoice($0.rawValue, label: words.filing($0)) }),
          text: settings[HouseSetting.filingOrder] ?? FilingOrder.catalogue.rawValue), width: 40),
      Form.Item(
        HouseSetting.deweyEdition, label: words.say(vi: "Ấn bản DDC", en: "DDC edition"),
        field: Field(
          .code, text: settings[HouseSetting.deweyEdition] ?? HouseSetting.usualDeweyEdition,
          maximumLength: 10), width: 24,
        hint: words.say(
          vi: "Phiếu đơn giản ghi vào 082 $2, như 23 hay 14",
          en: "The simple sheet writes it in 082 $2, as 23 or 14")),
      choice(
        HouseSetting.shelfMarkScheme, words.say(vi: "Kiểu ký hiệu", en: "Shelf marks"), settings,
        ShelfMarkScheme.allCases.map { FieldChoice($0.rawValue, label: words.shelfMarkScheme($0)) },
        unset: ShelfMarkScheme.nameCode.rawValue),
      choice(
        HouseSetting.shelfMarkEnding, words.say(vi: "Chữ cuối của mã", en: "End of a code"),
        settings,
        NameCode.Ending.allCases.map { FieldChoice($0.rawValue, label: words.shelfMarkEnding($0)) },
        unset: NameCode.Ending.second.rawValue),
      Form.Item(
        HouseSetting.keywords, label: words.say(vi: "Từ khóa", en: "Keywords"),
        field: Field(
          .choice(
            KeywordPolicy.allCases.map { FieldChoice($0.rawValue, label: words.keywords($0)) }),
          text: settings[HouseSetting.keywords] ?? KeywordPolicy.open.rawValue), width: 40),
      choice(
        HouseSetting.countReturns, words.say(vi: "Trả không mượn", en: "Returned unlent"), settings,
        [
          FieldChoice("yes", label: words.say(vi: "đếm là đọc tại chỗ", en: "was read here")),
          FieldChoice("no", label: words.say(vi: "không đếm", en: "not counted")),
        ], unset: "yes"),
      choice(
        HouseSetting.borrowedBefore, words.say(vi: "Đã mượn rồi", en: "Had it before"), settings,
        [
          FieldChoice("yes", label: words.say(vi: "báo khi ghi mượn", en: "said at a checkout")),
          FieldChoice("no", label: words.say(vi: "không báo", en: "not said")),
        ], unset: "yes"),
      choice(
        HouseSetting.previousBorrower, words.say(vi: "Người mượn trước", en: "Had it last"),
        settings,
        [
          FieldChoice("no", label: words.say(vi: "không báo", en: "not told")),
          FieldChoice(
            "yes", label: words.say(vi: "báo cho người có quyền", en: "told to who may know")),
        ], unset: "no"),
      Form.Item(
        HouseSetting.language, label: words.say(vi: "Ngôn ngữ", en: "Language"),
        field: Field(
          .choice(languages),
          text: settings[HouseSetting.language] ?? unset(HouseSetting.language, workplace) ?? ""),
        width: 24),
      named(
        HouseSetting.keyMap, words.say(vi: "Bảng phím", en: "Key map"), settings,
        among: workplace.appearance.choices.keyMaps),
      named(
        HouseSetting.theme, words.say(vi: "Bảng màu", en: "Theme"), settings,
        among: workplace.appearance.choices.themes),
    ] + terminalItems(settings, words) + [selfCheck(settings, words)]
  }

  /// Both are looked at when a screen opens; a machine of its own kind sets its environment.
  private static func terminalItems(_ settings: [String: String], _ words: Wording) -> [Form.Item] {
    [
      Form.Item(
        HouseSetting.consoleFont, label: words.say(vi: "Phông console", en: "Console font"),
        field: Field(
          .choice(
            ConsoleFontChoice.allCases.map { FieldChoice($0.rawValue, label: words.choice($0)) }),
          text: settings[HouseSetting.consoleFont] ?? ConsoleFontChoice.auto.rawValue), width: 24,
        hint: words.say(vi: "Dùng từ lần mở sau", en: "From the next start on")),
      Form.Item(
        HouseSetting.letters, label: words.say(vi: "Chữ", en: "Letters"),
        field: Field(
          .choice(LetterChoice.allCases.map { FieldChoice($0.rawValue, label: words.choice($0)) }),
          text: settings[HouseSetting.letters] ?? LetterChoice.auto.rawValue), width: 24,
        hint: words.say(vi: "Dùng từ lần mở sau", en: "From the next start on")),
      choice(
        HouseSetting.wantedByItself, words.say(vi: "Mất mạng", en: "Line is down"), settings,
        [
          FieldChoice(
            "yes", label: words.say(vi: "sách quét được để dành", en: "scanned books are kept")),
          FieldChoice("no", label: words.say(vi: "không để dành", en: "nothing is kept")),
        ], unset: "yes"),
    ]
  }

  private static func selfCheck(_ settings: [String: String], _ words: Wording) -> Form.Item {
    Form.Item(
      HouseSetting.selfCheck, label: words.say(vi: "Máy tự mượn trả", en: "Self-check"),
      field: Field(.code, text: settings[HouseSetting.selfCheck] ?? "", maximumLength: 100),
      width: 52,
      hint: "127.0.0.1:6001 crlf plainDates noMarks anyChecksum")
  }

  private static func choice(
    _ name: String, _ label: String, _ settings: [String: String], _ choices: [FieldChoice],
    unset: String
  ) -> Form.Item {
    Form.Item(
      name, label: label, field: Field(.choice(choices), text: settings[name] ?? unset), width: 52)
  }

  /// A choice of file names; one that has gone since stays, so that looking does not change it.
  private static func named(
    _ name: String, _ label: String, _ settings: [String: String], among names: [String]
  ) -> Form.Item {
    let chosen = settings[name] ?? Appearance.usual
    let choices = names.contains(chosen) ? names : names + [chosen]
    return Form.Item(
      name, label: label,
      field: Field(.choice(choices.map { FieldChoice($0, label: $0) }), text: chosen), width: 24)
  }

  /// What holds where a setting was never saved.
  private static func unset(_ name: String, _ workplace: Workplace) -> String? {
    switch name {
    case HouseSetting.language: workplace.language.rawValue
    case HouseSetting.filingOrder: FilingOrder.catalogue.rawValue
    case HouseSetting.keywords: KeywordPolicy.open.rawValue
    case HouseSetting.deweyEdition: HouseSetting.usualDeweyEdition
    case HouseSetting.shelfMarkScheme: ShelfMarkScheme.nameCode.rawValue
    case HouseSetting.shelfMarkEnding: NameCode.Ending.second.rawValue
    case HouseSetting.countReturns, HouseSetting.borrowedBefore: "yes"
    case HouseSetting.previousBorrower: "no"
    case HouseSetting.keyMap, HouseSetting.theme: Appearance.usual
    case HouseSetting.consoleFont: ConsoleFontChoice.auto.rawValue
    case HouseSetting.letters: LetterChoice.auto.rawValue
    case HouseSetting.wantedByItself: "yes"
    default: nil
    }
  }

  private static func prefix(
    _ name: String, _ label: String, _ settings: [String: String], _ words: Wording
  ) -> Form.Item {
    Form.Item(
      name, label: label,
      field: Field(.code, text: settings[name] ?? "", maximumLength: 20), width: 24,
      hint: words.say(
        vi: "Đứng trước số chạy; chữ không dấu", en: "Stands before the running number"),
      check: { field in CardNumber.fault(in: field.text).map(words.labelFault) })
  }

  /// Writes what differs; an empty text clears a setting.
  private static func save(_ form: Form, _ workplace: Workplace) throws -> FormScreen.Outcome {
    let words = workplace.wording
    let before = workplace.house?.settings ?? [:]
    for name in names {
      let text = form[name]?.text ?? ""
      let value = text.isEmpty ? nil : text
      // A choice that nobody made shows what holds without it, which is no reason to write it.
      guard form.changedIDs.contains(name), value != before[name] ?? unset(name, workplace)
      else { continue }
      if case .refused(let reasons) = try workplace.desk.setSetting(name, value) {
        return .faults(reasons.map { (name, words.refusal($0)) })
      }
    }
    if let language = form[HouseSetting.language].flatMap({ Language(rawValue: $0.text) }) {
      workplace.speak(language)
    }
    let hasNewLook = workplace.dressAsTheHouse()
    return .saved(
      nil, note: workplace.wording.say(vi: "Đã lưu thiết lập", en: "Settings saved"),
      hasNewLook: hasNewLook)
  }
}
