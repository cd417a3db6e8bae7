import LibraryCore
import LibraryStore
import Terminal

/// Where slips are printed and how, and when notices are due.
enum SlipSettingsForm {
  static func screen(_ workplace: Workplace) -> any Screen {
    workplace.catchUp()
    let words = workplace.wording
    let settings = workplace.house?.slipSettings ?? SlipSettings()
    let steps = workplace.house?.reminderSteps ?? .usual
    return FormScreen(
      workplace: workplace, title: words.say(vi: "IN PHIẾU", en: "SLIP PRINTING"),
      items: [
        Form.Item(
          HouseSetting.slipPrinter, label: words.say(vi: "Máy in", en: "Printer"),
          field: Field(.text, text: settings.printer?.text ?? "", maximumLength: 200), width: 40,
          hint: words.say(
            vi: "lp, lp:TÊN, /dev/usb/lp0 hoặc 192.168.1.9:9100",
            en: "lp, lp:NAME, /dev/usb/lp0 or 192.168.1.9:9100")),
        choice(
          HouseSetting.slipLetters, words.say(vi: "Bảng chữ", en: "Letters"),
          SlipLetters.allCases.map { FieldChoice($0.rawValue, label: words.slipLetters($0)) },
          settings.letters.rawValue),
        choice(
          HouseSetting.slipPaper, words.say(vi: "Khổ giấy", en: "Paper"),
          SlipPaper.allCases.map { FieldChoice($0.rawValue, label: "\($0.rawValue) mm") },
          settings.paper.rawValue),
        choice(
          HouseSetting.slipAutomatic, words.say(vi: "Tự in", en: "By itself"),
          [
            FieldChoice("no", label: words.say(vi: "khi bấm phím", en: "when a key asks for it")),
            FieldChoice(
              "yes", label: words.say(vi: "khi xong một bạn đọc", en: "when a visit ends")),
          ], settings.isAutomatic ? "yes" : "no"),
        Form.Item(
          HouseSetting.reminderSteps, label: words.say(vi: "Các lần nhắc", en: "Notices"),
          field: Field(.text, text: steps.text, maximumLength: 20), isRequired: true, width: 16,
          hint: words.say(
            vi: "Số ngày quá hạn của lần 1, 2, 3", en: "Days overdue of the 1st, 2nd, 3rd")),
      ]
    ) { form in try save(form, workplace) }
  }

  private static func choice(
    _ name: String, _ label: String, _ choices: [FieldChoice], _ value: String
  ) -> Form.Item {
    Form.Item(name, label: label, field: Field(.choice(choices), text: value), width: 44)
  }

  private static func save(_ form: Form, _ workplace: Workplace) throws -> FormScreen.Outcome {
    let words = workplace.wording
    let names = [
      HouseSetting.slipPrinter, HouseSetting.slipLetters, HouseSetting.slipPaper,
      HouseSetting.slipAutomatic, HouseSetting.reminderSteps,
    ]
    for name in names where form.changedIDs.contains(name) {
      let typed = form[name]?.text ?? ""
      let outcome = try workplace.desk.setSetting(name, typed.isEmpty ? nil : typed)
      guard case .refused(let reasons) = outcome else { continue }
      return .faults(reasons.map { (name, words.refusal($0)) })
    }
    workplace.catchUp()
    return .saved(nil, note: words.say(vi: "Đã lưu cách in phiếu", en: "Slip printing saved"))
  }
}
