import Terminal

extension CommandID {
  static let targetsOpen = CommandID("house.targets")
  static let packsOpen = CommandID("house.packs")
  static let targetsSwitch = CommandID("targets.switch")
  static let targetsCheck = CommandID("targets.check")
  static let targetsCheckAll = CommandID("targets.checkAll")
  static let targetsCheckAgain = CommandID("targetCheck.again")
}

extension KeyContext {
  static let targets: [KeyContext] = [
    KeyContext(
      "targets",
      title: LocalizedText(vi: "Trong các mục lục của nơi khác", en: "Among catalogues of others"),
      parents: ["houseList"]),
    KeyContext(
      "targetCheck",
      title: LocalizedText(vi: "Khi thử các mục lục", en: "While trying catalogues"),
      parents: ["list"]),
    KeyContext(
      "packs", title: LocalizedText(vi: "Trong các gói biểu ghi", en: "Among the record packs"),
      parents: ["houseList"]),
  ]
}

extension Command {
  static let targets: [Command] = [
    Command(
      .targetsOpen, label: LocalizedText(vi: "Mục lục khác", en: "Catalogues"),
      summary: LocalizedText(
        vi: "Mục lục của nơi khác (Z39.50, SRU): thêm, sửa, tắt, thử",
        en: "Catalogues of others (Z39.50, SRU): add, edit, switch off, try"),
      contexts: [KeyContext.global]),
    Command(
      .packsOpen, label: LocalizedText(vi: "Gói biểu ghi", en: "Record packs"),
      summary: LocalizedText(
        vi: "Gói biểu ghi tra không cần mạng: gắn, xem, bỏ",
        en: "Record packs, looked up without a network: attach, inspect, detach"),
      contexts: [KeyContext.global]),
    Command(
      .targetsSwitch, label: LocalizedText(vi: "Bật/tắt", en: "On/off"),
      summary: LocalizedText(
        vi: "Từ nay hỏi hay thôi hỏi mục lục này", en: "Ask this catalogue or ask it no more"),
      contexts: ["targets"], permission: "rules.manage", flags: .keyBar),
    Command(
      .targetsCheck, label: LocalizedText(vi: "Thử", en: "Try"),
      summary: LocalizedText(
        vi: "Thử hỏi mục lục đang chọn", en: "See whether the selected catalogue answers"),
      contexts: ["targets"], flags: .keyBar),
    Command(
      .targetsCheckAll, label: LocalizedText(vi: "Thử hết", en: "Try all"),
      summary: LocalizedText(
        vi: "Thử hỏi mọi mục lục cùng lúc", en: "Try all catalogues at once"),
      contexts: ["targets"], flags: .keyBar),
    Command(
      .targetsCheckAgain, label: LocalizedText(vi: "Thử lại", en: "Try again"),
      summary: LocalizedText(vi: "Thử lại từ đầu", en: "Try again from the start"),
      contexts: ["targetCheck"], flags: .keyBar),
  ]
}
