extension KeyContext {
  /// The contexts of the widgets; a program adds one for each kind of screen.
  public static let standard: [KeyContext] = [
    KeyContext(global, title: LocalizedText(vi: "Ở mọi nơi", en: "Everywhere")),
    KeyContext(
      "field", title: LocalizedText(vi: "Trong ô nhập", en: "In a field"), takesText: true),
    KeyContext(
      "line", title: LocalizedText(vi: "Trên dòng nhập", en: "On the input line"),
      parents: ["field"], takesText: true),
    KeyContext(
      "form", title: LocalizedText(vi: "Trong biểu mẫu", en: "In a form"),
      parents: ["field"], takesText: true),
    KeyContext(
      "lookup", title: LocalizedText(vi: "Khi hỏi cần tìm gì", en: "When asking what to find"),
      parents: ["form"], takesText: true),
    KeyContext("list", title: LocalizedText(vi: "Trong danh sách", en: "In a list")),
    KeyContext(
      "reader", title: LocalizedText(vi: "Trong trang chữ", en: "In a page of text"),
      parents: ["list"], isPage: true),
    KeyContext(
      "palette", title: LocalizedText(vi: "Trong bảng lệnh", en: "In the command palette"),
      parents: ["field", "list"], takesText: true),
    KeyContext(
      "dialog", title: LocalizedText(vi: "Khi được hỏi", en: "While a question waits"),
      parents: ["field"], takesText: true, isQuestion: true),
  ]
}
