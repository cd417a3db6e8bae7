import Terminal

extension CommandID {
  static let deskCheckOut = CommandID("circulation.checkout")
  static let deskReturn = CommandID("circulation.return")
  static let deskAutomatic = CommandID("circulation.desk")
  static let deskRenew = CommandID("circulation.renew")
  static let deskOverride = CommandID("circulation.override")
  static let deskTakeDeposit = CommandID("circulation.takeDeposit")
  static let deskOverrideVisit = CommandID("circulation.overrideVisit")
  static let deskDropBox = CommandID("circulation.dropBox")
  static let deskDamaged = CommandID("circulation.damaged")
  static let deskReturnDay = CommandID("circulation.returnDay")
  static let deskOnSite = CommandID("circulation.onSite")
  static let deskDueDate = CommandID("circulation.dueDate")
  static let deskFastAdd = CommandID("circulation.fastAdd")
  static let deskUndoVisit = CommandID("circulation.undoVisit")
  static let deskEndVisit = CommandID("circulation.endVisit")
  static let deskPatron = CommandID("circulation.patron")
  static let deskPay = CommandID("circulation.pay")
  static let deskJournal = CommandID("circulation.journal")
  static let deskTakeKoc = CommandID("circulation.takeKoc")
  static let deskWriteKoc = CommandID("circulation.writeKoc")
  static let undo = CommandID("app.undo")
  static let explain = CommandID("app.explain")
}

extension KeyContext {
  static let circulation: [KeyContext] = [
    KeyContext(
      "circulation", title: LocalizedText(vi: "Ở quầy mượn–trả", en: "At the desk"),
      parents: ["line", "list"], takesText: true),
    KeyContext(
      "block", title: LocalizedText(vi: "Khi bị từ chối cho mượn", en: "When a loan is refused"),
      parents: ["dialog"], takesText: true, isQuestion: true),
    KeyContext(
      "journal", title: LocalizedText(vi: "Trong nhật ký việc làm", en: "In the journal"),
      parents: ["list"]),
  ]
}

extension Command {
  static let circulation: [Command] = [
    Command(
      .deskCheckOut, label: LocalizedText(vi: "Ghi mượn", en: "Check out"),
      summary: LocalizedText(
        vi: "Ghi mượn: quét thẻ rồi quét sách", en: "Check out: scan a card, then items"),
      contexts: [KeyContext.global], permission: "circulation.checkout", flags: .keyBar),
    Command(
      .deskReturn, label: LocalizedText(vi: "Ghi trả", en: "Return"),
      summary: LocalizedText(
        vi: "Ghi trả: mỗi mã quét là một lượt trả", en: "Return: every code scanned comes back"),
      contexts: [KeyContext.global], permission: "circulation.return", flags: .keyBar),
    Command(
      .deskAutomatic, label: LocalizedText(vi: "Quầy", en: "Desk"),
      summary: LocalizedText(
        vi: "Về quầy mượn–trả, tự nhận thẻ hay sách",
        en: "To the desk, which tells cards from items itself"),
      contexts: [KeyContext.global], flags: .keyBar),
    Command(
      .deskRenew, label: LocalizedText(vi: "Gia hạn", en: "Renew"),
      summary: LocalizedText(
        vi: "Gia hạn bản đang chọn trong danh sách", en: "Renew the copy selected in the list"),
      contexts: ["circulation", "patron", "block"], permission: "circulation.renew"),
    Command(
      .deskPatron, label: LocalizedText(vi: "Hồ sơ", en: "Patron"),
      summary: LocalizedText(
        vi: "Mở hồ sơ bạn đọc đang ở quầy", en: "Open the patron at the desk"),
      contexts: ["circulation"]),
    Command(
      .deskPay, label: LocalizedText(vi: "Thu tiền", en: "Payment"),
      summary: LocalizedText(
        vi: "Thu tiền của bạn đọc này", en: "Take a payment from this patron"),
      contexts: ["circulation", "patron", "account"], permission: "circulation.pay"),
    Command(
      .deskDropBox, label: LocalizedText(vi: "Thùng trả", en: "Drop box"),
      summary: LocalizedText(
        vi: "Ghi trả từ thùng trả sách: tính như trả lúc đóng cửa lần trước; nhấn lại thì thôi",
        en: "Return from the drop box, as of the last closing; once more to end it"),
      contexts: ["circulation"], permission: "circulation.return"),
    Command(
      .deskDamaged, label: LocalizedText(vi: "Trả hỏng", en: "Damaged"),
      summary: LocalizedText(
        vi: "Ghi trả bản bị hỏng: trả, ghi hỏng, ghi nợ một lần",
        en: "Return a damaged copy: the return, the damage and its charge at once"),
      contexts: ["circulation"], permission: "circulation.lost"),
    Command(
      .deskReturnDay, label: LocalizedText(vi: "Trả lùi ngày", en: "Return as of"),
      summary: LocalizedText(
        vi: "Ghi trả như đã trả vào một ngày trước", en: "Return as of an earlier day"),
      contexts: ["circulation"], permission: "circulation.backdate"),
    Command(
      .deskOnSite, label: LocalizedText(vi: "Đọc tại chỗ", en: "On the spot"),
      summary: LocalizedText(
        vi: "Cho mượn đọc tại chỗ, trả trong ngày; nhấn lại thì thôi",
        en: "Lend for reading here, due today; once more to end it"),
      contexts: ["circulation", "block"], permission: "circulation.checkout"),
    Command(
      .deskDueDate, label: LocalizedText(vi: "Đặt hạn trả", en: "Due date"),
      summary: LocalizedText(
        vi: "Đặt hạn trả cho mọi bản mượn lượt này", en: "Set the due date of this visit's loans"),
      contexts: ["circulation"], permission: "circulation.dueDate"),
    Command(
      .deskFastAdd, label: LocalizedText(vi: "Thêm nhanh", en: "Fast add"),
      summary: LocalizedText(
        vi: "Thêm nhanh bản chưa có trong mục lục rồi cho mượn theo quy định",
        en: "Add a copy that has no record yet, then lend it by the rules"),
      contexts: ["circulation"], permission: "catalogue.item"),
    Command(
      .deskTakeDeposit, label: LocalizedText(vi: "Nhận cược", en: "Deposit"),
      summary: LocalizedText(
        vi: "Nhận tiền cược còn thiếu bằng tiền mặt rồi cho mượn",
        en: "Take what is missing of the deposit in cash, then lend"),
      contexts: ["block"], permission: "circulation.pay", flags: .keyBar),
    Command(
      .deskOverrideVisit, label: LocalizedText(vi: "Cả lượt này", en: "Whole visit"),
      summary: LocalizedText(
        vi: "Vẫn cho mượn, với cùng lý do cho đến hết lượt của bạn đọc này",
        en: "Lend all the same, for the same reason until this patron's visit ends"),
      contexts: ["block"], danger: .dangerous, flags: .keyBar),
    Command(
      .deskUndoVisit, label: LocalizedText(vi: "Hoàn tác lượt", en: "Undo visit"),
      summary: LocalizedText(
        vi:
          "Ở quầy: hoàn tác cả lượt của bạn đọc này; ở hồ sơ: trở về một thời điểm; xem trước rồi mới làm",
        en:
          "At the desk: take back this patron's whole visit; on the page: back to a moment; after a preview"
      ),
      contexts: ["circulation", "patron"], permission: "undo.own", danger: .dangerous),
    Command(
      .deskEndVisit, label: LocalizedText(vi: "Người sau", en: "Next"),
      summary: LocalizedText(
        vi: "Xong với bạn đọc này, chờ người sau", en: "Done with this patron, wait for the next"),
      contexts: ["circulation"]),
    Command(
      .deskOverride, label: LocalizedText(vi: "Vẫn cho mượn", en: "Override"),
      summary: LocalizedText(
        vi: "Vẫn cho mượn, với lý do ghi lại", en: "Lend all the same, with a written reason"),
      contexts: ["block"], danger: .dangerous, flags: .keyBar),
    Command(
      .deskJournal, label: LocalizedText(vi: "Nhật ký", en: "Journal"),
      summary: LocalizedText(
        vi: "Xem nhật ký mọi việc đã làm", en: "Read the journal of everything done"),
      contexts: [KeyContext.global]),
    Command(
      .deskTakeKoc, label: LocalizedText(vi: "Nhận tệp .koc", en: "Take .koc"),
      summary: LocalizedText(
        vi: "Nhận tệp .koc của Koha: mượn trả khi mất mạng",
        en: "Take a Koha .koc file: what was lent and returned offline"),
      contexts: [KeyContext.global], permission: "circulation.backdate"),
    Command(
      .deskWriteKoc, label: LocalizedText(vi: "Ghi tệp .koc", en: "Write .koc"),
      summary: LocalizedText(
        vi: "Ghi mượn, trả, thu tiền ra tệp .koc cho Koha",
        en: "Write loans, returns and payments as a .koc file for Koha"),
      contexts: [KeyContext.global]),
    Command(
      .undo, label: LocalizedText(vi: "Hoàn tác", en: "Undo"),
      summary: LocalizedText(
        vi: "Hoàn tác việc vừa làm hoặc việc đang chọn",
        en: "Take back the last or the selected action"),
      contexts: [KeyContext.global], flags: .keyBar),
    Command(
      .explain, label: LocalizedText(vi: "Vì sao", en: "Why"),
      summary: LocalizedText(
        vi: "Giải thích vì sao: dữ kiện, dòng quy định, cách tính ngày",
        en: "Explain why: the facts, the rule row, how the date came about"),
      contexts: [KeyContext.global], flags: .keyBar),
  ]
}
