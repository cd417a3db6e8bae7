import Terminal

extension CommandID {
  static let catalogueDuplicates = CommandID("catalogue.duplicates")
  static let duplicateShow = CommandID("duplicate.show")
  static let duplicateSame = CommandID("duplicate.same")
  static let duplicateDifferent = CommandID("duplicate.different")
}

extension KeyContext {
  static let duplicates: [KeyContext] = [
    KeyContext(
      "sheet", title: LocalizedText(vi: "Trên phiếu nhập sách", en: "On the simple sheet"),
      parents: ["form"], takesText: true),
    KeyContext(
      "duplicates", title: LocalizedText(vi: "Trong danh sách nghi trùng", en: "Among duplicates"),
      parents: ["list"]),
  ]
}

extension Command {
  static let duplicates: [Command] = [
    Command(
      .catalogueDuplicates, label: LocalizedText(vi: "Biểu ghi trùng", en: "Duplicates"),
      summary: LocalizedText(
        vi: "Tìm những biểu ghi nghi trùng trong cả mục lục",
        en: "Look for suspected duplicates in the whole catalogue"),
      contexts: [KeyContext.global], permission: "catalogue.record"),
    Command(
      .duplicateShow, label: LocalizedText(vi: "Xem bản đã có", en: "Show it"),
      summary: LocalizedText(
        vi: "Mở biểu ghi đã có giống phiếu đang nhập; khi biên mục thì xem cạnh nhau",
        en: "Open the record that is like the one being entered; in the editor side by side"),
      contexts: ["sheet", "editor"]),
    Command(
      .duplicateSame, label: LocalizedText(vi: "Là một", en: "Same"),
      summary: LocalizedText(
        vi: "Ghi nhận hai biểu ghi là một, dù máy có chắc hay không",
        en: "Record that both are the same, whatever the rules say"),
      contexts: ["duplicates"], permission: "catalogue.record", flags: .keyBar),
    Command(
      .duplicateDifferent, label: LocalizedText(vi: "Khác nhau", en: "Different"),
      summary: LocalizedText(
        vi: "Ghi nhận hai biểu ghi khác nhau; không liệt kê nữa",
        en: "Record that they differ; they are not listed again"),
      contexts: ["duplicates"], permission: "catalogue.record", flags: .keyBar),
  ]
}
