import Terminal

extension CommandID {
  static let accountOpen = CommandID("account.open")
  static let accountCharge = CommandID("account.charge")
  static let accountWaive = CommandID("account.waive")
  static let accountRefund = CommandID("account.refund")
  static let accountDeposit = CommandID("account.deposit")
  static let accountVoid = CommandID("account.void")
  static let cashOpen = CommandID("cash.open")
  static let cashStart = CommandID("cash.start")
  static let cashMove = CommandID("cash.move")
  static let cashClose = CommandID("cash.close")
  static let accountReplace = CommandID("account.replace")
  static let lossReport = CommandID("circulation.loss")
  static let overduesOpen = CommandID("circulation.overdues")
  static let overduesMark = CommandID("overdues.mark")
}

extension KeyContext {
  static let money: [KeyContext] = [
    KeyContext(
      "account", title: LocalizedText(vi: "Trong tài khoản bạn đọc", en: "In a patron's account"),
      parents: ["list"]),
    KeyContext(
      "cash", title: LocalizedText(vi: "Trong sổ thu tiền", en: "Among the drawers"),
      parents: ["list"]),
    KeyContext(
      "overdues", title: LocalizedText(vi: "Trong danh sách quá hạn lâu", en: "Long overdue"),
      parents: ["list"]),
    KeyContext(
      "shift", title: LocalizedText(vi: "Trong một ca thu tiền", en: "In a shift at a drawer"),
      parents: ["list"]),
  ]
}

extension Command {
  static let money: [Command] = [
    Command(
      .accountOpen, label: LocalizedText(vi: "Tài khoản", en: "Account"),
      summary: LocalizedText(
        vi: "Tài khoản của bạn đọc này: nợ, đã nộp, tiền cược",
        en: "This patron's account: debts, payments, deposits"),
      contexts: ["circulation", "patron"]),
    Command(
      .accountCharge, label: LocalizedText(vi: "Ghi nợ", en: "Charge"),
      summary: LocalizedText(
        vi: "Ghi nợ: đền sách, làm thẻ, sao chụp…",
        en: "Charge for a lost or damaged item, a card, photocopies …"),
      contexts: ["account"], permission: "circulation.charge", flags: .keyBar),
    Command(
      .accountWaive, label: LocalizedText(vi: "Miễn giảm", en: "Waive"),
      summary: LocalizedText(
        vi: "Miễn hoặc giảm nợ, với lý do ghi lại",
        en: "Let the patron off a debt, with a written reason"),
      contexts: ["account"], permission: "circulation.waive"),
    Command(
      .accountRefund, label: LocalizedText(vi: "Hoàn tiền", en: "Refund"),
      summary: LocalizedText(
        vi: "Trả lại số nộp thừa", en: "Hand back what was paid too much"),
      contexts: ["account"], permission: "circulation.pay"),
    Command(
      .accountDeposit, label: LocalizedText(vi: "Tiền cược", en: "Deposit"),
      summary: LocalizedText(
        vi: "Nhận, trả lại hoặc trừ tiền cược", en: "Take, return or use a deposit"),
      contexts: ["account"], permission: "circulation.pay"),
    Command(
      .accountReplace, label: LocalizedText(vi: "Đền sách", en: "Replace"),
      summary: LocalizedText(
        vi: "Nhận bản khác thay cho bản mất của khoản đang chọn",
        en: "Take another copy in place of the lost one of the selected line"),
      contexts: ["account"], permission: "circulation.pay"),
    Command(
      .lossReport, label: LocalizedText(vi: "Mất, hỏng", en: "Lost"),
      summary: LocalizedText(
        vi: "Bản đang chọn bị mất, hỏng, hay bạn đọc nói đã trả",
        en: "The selected copy is lost, damaged, or claimed to be returned"),
      contexts: ["circulation", "patron"], permission: "circulation.lost"),
    Command(
      .overduesOpen, label: LocalizedText(vi: "Quá hạn lâu", en: "Long overdue"),
      summary: LocalizedText(
        vi: "Những lượt quá hạn mà quy định coi là lâu, là mất; ghi cả loạt",
        en: "Overdue loans that the rules give up; mark them all"),
      contexts: [KeyContext.global], permission: "circulation.lost"),
    Command(
      .overduesMark, label: LocalizedText(vi: "Ghi cả loạt", en: "Mark all"),
      summary: LocalizedText(
        vi: "Ghi mọi lượt trong danh sách là quá hạn lâu, là mất",
        en: "Mark every loan on the list long overdue or lost"),
      contexts: ["overdues"], permission: "circulation.lost", danger: .dangerous, flags: .keyBar),
    Command(
      .accountVoid, label: LocalizedText(vi: "Huỷ phiếu", en: "Void"),
      summary: LocalizedText(
        vi: "Huỷ phiếu đang chọn, với lý do; cả hai phiếu đều còn",
        en: "Void the selected entry, with a reason; both stay on record"),
      contexts: ["account"], permission: "circulation.pay", danger: .dangerous),
    Command(
      .cashOpen, label: LocalizedText(vi: "Sổ thu tiền", en: "Drawers"),
      summary: LocalizedText(
        vi: "Ngăn tiền và các ca thu: mở ca, đếm tiền, khoá sổ",
        en: "Drawers and shifts: open, count and close"),
      contexts: [KeyContext.global], permission: "circulation.pay"),
    Command(
      .cashStart, label: LocalizedText(vi: "Mở ca", en: "Open"),
      summary: LocalizedText(
        vi: "Mở ca thu ở một ngăn, với tiền đầu ca", en: "Open a shift at a drawer, with its float"),
      contexts: ["cash"], permission: "circulation.pay", flags: .keyBar),
    Command(
      .cashMove, label: LocalizedText(vi: "Bỏ vào, lấy ra", en: "Move"),
      summary: LocalizedText(
        vi: "Bỏ thêm tiền vào ngăn hoặc lấy ra, như nộp quỹ",
        en: "Put money into the drawer or take it out"),
      contexts: ["cash"], permission: "circulation.pay"),
    Command(
      .cashClose, label: LocalizedText(vi: "Khoá sổ", en: "Close"),
      summary: LocalizedText(
        vi: "Đếm tiền và khoá sổ ca đang mở", en: "Count the drawer and close the shift"),
      contexts: ["cash"], permission: "circulation.pay", flags: .keyBar),
  ]
}
