import Terminal

extension CommandID {
  static let holdsOpen = CommandID("holds.open")
  static let holdsHere = CommandID("holds.here")
  static let holdsNew = CommandID("holds.new")
  static let holdsEdit = CommandID("holds.edit")
  static let holdsCancel = CommandID("holds.cancel")
  static let holdsClear = CommandID("holds.clear")
  static let holdsNextList = CommandID("holds.nextList")
  static let holdsEnded = CommandID("holds.ended")
  static let holdsPlace = CommandID("holds.place")
}

extension KeyContext {
  static let holds: [KeyContext] = [
    KeyContext(
      "holds", title: LocalizedText(vi: "Trong danh sách giữ chỗ", en: "In a list of holds"),
      parents: ["list"])
  ]
}

extension Command {
  static let holds: [Command] = [
    Command(
      .holdsOpen, label: LocalizedText(vi: "Giữ chỗ", en: "Holds"),
      summary: LocalizedText(
        vi: "Sách cần lấy cho người chờ, giá giữ chỗ, giữ chỗ hết hạn",
        en: "Copies to fetch for readers, the hold shelf, expired holds"),
      contexts: [KeyContext.global]),
    Command(
      .holdsHere, label: LocalizedText(vi: "Giữ chỗ", en: "Holds"),
      summary: LocalizedText(
        vi: "Giữ chỗ của bạn đọc này, hàng chờ của nhan đề này",
        en: "This patron's holds, this title's queue"),
      contexts: ["patron", "record", "circulation"], flags: .keyBar),
    Command(
      .holdsNew, label: LocalizedText(vi: "Giữ chỗ mới", en: "New hold"),
      summary: LocalizedText(
        vi: "Đặt giữ chỗ cho một bạn đọc", en: "Put a reader into the queue"),
      contexts: ["holds"], permission: "circulation.hold", flags: .keyBar),
    Command(
      .holdsEdit, label: LocalizedText(vi: "Sửa", en: "Edit"),
      summary: LocalizedText(
        vi: "Tạm dừng, hạn chờ, nơi lấy, ghi chú", en: "Freezing, last day, where, note"),
      contexts: ["holds"], permission: "circulation.hold", flags: .keyBar),
    Command(
      .holdsCancel, label: LocalizedText(vi: "Bỏ", en: "Cancel"),
      summary: LocalizedText(
        vi: "Bỏ giữ chỗ đang chọn, ghi rõ lý do", en: "Cancel the selected hold with a reason"),
      contexts: ["holds"], permission: "circulation.hold", danger: .dangerous, flags: .keyBar),
    Command(
      .holdsClear, label: LocalizedText(vi: "Dọn hết hạn", en: "Clear expired"),
      summary: LocalizedText(
        vi: "Bỏ mọi giữ chỗ hết hạn: không đến lấy hoặc hết hạn chờ",
        en: "End every hold not collected in time or no longer wanted"),
      contexts: ["holds"], permission: "circulation.hold"),
    Command(
      .holdsNextList, label: LocalizedText(vi: "Danh sách khác", en: "Next list"),
      summary: LocalizedText(
        vi: "Chuyển giữa sách cần lấy, giá giữ chỗ và hết hạn",
        en: "Switch between the pull list, the hold shelf and expired holds"),
      contexts: ["holds"], flags: .keyBar),
    Command(
      .holdsEnded, label: LocalizedText(vi: "Cả đã xong", en: "Ended too"),
      summary: LocalizedText(
        vi: "Xem cả những giữ chỗ đã xong của bạn đọc này; nhấn lại thì chỉ xem còn hiệu lực",
        en: "Show also this patron's holds that ended; once more for those that stand"),
      contexts: ["holds"], flags: .keyBar),
    Command(
      .holdsPlace, label: LocalizedText(vi: "Giữ chỗ", en: "Hold"),
      summary: LocalizedText(
        vi: "Không cho mượn, đặt giữ chỗ cho bạn đọc", en: "Do not lend, place a hold instead"),
      contexts: ["block"], permission: "circulation.hold", flags: .keyBar),
  ]
}
