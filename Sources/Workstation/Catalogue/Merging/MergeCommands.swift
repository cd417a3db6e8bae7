import Terminal

extension CommandID {
  static let recordMerge = CommandID("record.merge")
  static let duplicateMerge = CommandID("duplicate.merge")
  static let mergeLeft = CommandID("merge.left")
  static let mergeRight = CommandID("merge.right")
  static let mergeBoth = CommandID("merge.both")
  static let mergeNeither = CommandID("merge.neither")
  static let mergeSwap = CommandID("merge.swap")
  static let mergeRun = CommandID("merge.run")
}

extension KeyContext {
  static let merging: [KeyContext] = [
    KeyContext(
      "mergeChooser",
      title: LocalizedText(vi: "Khi chọn biểu ghi gộp", en: "While choosing a record"),
      parents: ["line", "list"], takesText: true),
    KeyContext(
      "merge", title: LocalizedText(vi: "Khi gộp hai biểu ghi", en: "While merging two records"),
      parents: ["list"]),
  ]
}

extension Command {
  static let merging: [Command] = [
    Command(
      .recordMerge, label: LocalizedText(vi: "Gộp với", en: "Merge with"),
      summary: LocalizedText(
        vi: "Gộp một biểu ghi khác vào biểu ghi này, chọn từng trường",
        en: "Merge another record into this one, field by field"),
      contexts: ["record"], permission: "catalogue.record"),
    Command(
      .duplicateMerge, label: LocalizedText(vi: "Gộp", en: "Merge"),
      summary: LocalizedText(
        vi: "Gộp hai biểu ghi đang chọn thành một", en: "Make one record of the selected pair"),
      contexts: ["duplicates"], permission: "catalogue.record", flags: .keyBar),
    Command(
      .mergeLeft, label: LocalizedText(vi: "Lấy trái", en: "Left"),
      summary: LocalizedText(vi: "Lấy trường bên trái", en: "Take the left field"),
      contexts: ["merge"], flags: .keyBar),
    Command(
      .mergeRight, label: LocalizedText(vi: "Lấy phải", en: "Right"),
      summary: LocalizedText(vi: "Lấy trường bên phải", en: "Take the right field"),
      contexts: ["merge"], flags: .keyBar),
    Command(
      .mergeBoth, label: LocalizedText(vi: "Cả hai", en: "Both"),
      summary: LocalizedText(vi: "Lấy cả hai trường", en: "Take both fields"),
      contexts: ["merge"], flags: .keyBar),
    Command(
      .mergeNeither, label: LocalizedText(vi: "Bỏ", en: "Neither"),
      summary: LocalizedText(vi: "Không lấy trường nào", en: "Take neither field"),
      contexts: ["merge"], flags: .keyBar),
    Command(
      .mergeSwap, label: LocalizedText(vi: "Đổi bên", en: "Swap"),
      summary: LocalizedText(
        vi: "Đổi bên: biểu ghi kia thành biểu ghi được giữ",
        en: "Swap: the other record becomes the one that stays"),
      contexts: ["merge"], flags: .keyBar),
    Command(
      .mergeRun, label: LocalizedText(vi: "Gộp", en: "Merge"),
      summary: LocalizedText(
        vi: "Gộp: bản và lượt mượn chuyển sang, biểu ghi kia bị bỏ và trỏ tới đây",
        en: "Merge: copies and loans go over, the other record is removed and points here"),
      contexts: ["merge"], permission: "catalogue.record", flags: .keyBar),
  ]
}
