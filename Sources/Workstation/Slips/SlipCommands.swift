import Terminal

extension CommandID {
  static let slipsPrint = CommandID("slips.print")
  static let slipsReceipt = CommandID("slips.receipt")
  static let slipsReprint = CommandID("slips.reprint")
  static let slipsTemplates = CommandID("slips.templates")
  static let slipsSettings = CommandID("slips.settings")
  static let slipsTest = CommandID("slips.test")
  static let remindersOpen = CommandID("reminders.open")
  static let remindersNext = CommandID("reminders.next")
  static let remindersAll = CommandID("reminders.all")
  static let remindersWrite = CommandID("reminders.write")
  static let historyOpen = CommandID("history.open")
}

extension KeyContext {
  static let slips: [KeyContext] = [
    KeyContext(
      "slipTemplates", title: LocalizedText(vi: "Trong các mẫu phiếu", en: "Among the templates"),
      parents: ["houseList"]),
    KeyContext(
      "slipTest", title: LocalizedText(vi: "Khi in phiếu thử", en: "At the test slip"),
      parents: ["list"]),
    KeyContext(
      "reminders", title: LocalizedText(vi: "Trong danh sách cần nhắc", en: "Among the reminders"),
      parents: ["list"]),
  ]
}

extension Command {
  static let slips: [Command] = [
    Command(
      .slipsPrint, label: LocalizedText(vi: "In phiếu", en: "Slip"),
      summary: LocalizedText(
        vi: "In phiếu của lượt bạn đọc này: mượn, trả, thu tiền",
        en: "Print the slips of this visit: loans, returns, payments"),
      contexts: ["circulation"]),
    Command(
      .slipsReceipt, label: LocalizedText(vi: "In phiếu thu", en: "Receipt"),
      summary: LocalizedText(
        vi: "In phiếu thu, phiếu chi của dòng đang chọn",
        en: "Print the receipt of the selected line"),
      contexts: ["account"]),
    Command(
      .slipsReprint, label: LocalizedText(vi: "In lại", en: "Reprint"),
      summary: LocalizedText(vi: "In lại phiếu in sau cùng", en: "Print the last slips again"),
      contexts: ["circulation"]),
    page(
      .slipsTemplates, "Mẫu phiếu", "Templates",
      vi: "Mẫu phiếu, giấy báo và tin nhắn", en: "Templates of slips, letters and messages"),
    Command(
      .slipsSettings, label: LocalizedText(vi: "In phiếu", en: "Slip printing"),
      summary: LocalizedText(
        vi: "Máy in phiếu, bảng chữ, khổ giấy, các lần nhắc",
        en: "Slip printer, letters, paper, steps of notices"),
      contexts: [KeyContext.global], permission: "rules.manage"),
    page(
      .slipsTest, "Phiếu thử", "Test slip",
      vi: "In phiếu thử rồi chọn bảng chữ đọc đúng",
      en: "Print a test slip and choose the letters that read right"),
    page(
      .remindersOpen, "Nhắc trả", "Reminders",
      vi: "Ai quá hạn, sắp đến hạn, có sách chờ; giấy báo, tin nhắn",
      en: "Who is overdue, due soon or has a hold ready; letters, messages"),
    Command(
      .remindersNext, label: LocalizedText(vi: "Loại khác", en: "Next kind"),
      summary: LocalizedText(
        vi: "Quá hạn, sắp đến hạn, sách chờ đã có", en: "Overdue, due soon, holds that are ready"),
      contexts: ["reminders"], flags: .keyBar),
    Command(
      .remindersAll, label: LocalizedText(vi: "Cả đã nhắc", en: "All"),
      summary: LocalizedText(
        vi: "Xem cả người đã được nhắc, hay chỉ người cần nhắc",
        en: "Show also who was reminded, or only who is due"),
      contexts: ["reminders"], flags: .keyBar),
    Command(
      .remindersWrite, label: LocalizedText(vi: "Viết giấy", en: "Write"),
      summary: LocalizedText(
        vi: "Viết giấy báo hay danh sách nhắn tin ra tệp hoặc lp, ghi nhận đã nhắc",
        en: "Write letters or a list for messages to a file or lp, and note who was reminded"),
      contexts: ["reminders"], flags: .keyBar),
    page(
      .historyOpen, "Lịch sử", "History",
      vi: "Lịch sử một bản, một bạn đọc hay một ngày",
      en: "The history of a copy, a patron or a day"),
  ]

  private static func page(
    _ id: CommandID, _ viLabel: String, _ enLabel: String, vi: String, en: String
  ) -> Command {
    Command(
      id, label: LocalizedText(vi: viLabel, en: enLabel), summary: LocalizedText(vi: vi, en: en),
      contexts: [KeyContext.global])
  }
}

extension Workplace {
  /// The pages of slips, reminders and history; nil for any other command.
  func openSlips(_ command: CommandID, from screen: any Screen) -> (any Screen)? {
    switch command {
    case .slipsTemplates where screen.context != SlipTemplateList.ownContext:
      HouseListScreen(workplace: self, SlipTemplateList())
    case .slipsSettings: SlipSettingsForm.screen(self)
    case .slipsTest where !(screen is TestSlipScreen): TestSlipScreen(workplace: self)
    case .remindersOpen where !(screen is RemindersScreen): RemindersScreen(workplace: self)
    case .historyOpen: HistoryForm.screen(self)
    default: nil
    }
  }
}
