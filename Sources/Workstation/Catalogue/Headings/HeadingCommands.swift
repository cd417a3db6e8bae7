import Terminal

extension CommandID {
  static let headingsOpen = CommandID("headings.open")
  static let headingsKind = CommandID("headings.kind")
  static let headingsChange = CommandID("headings.change")
  static let headingsAuthority = CommandID("headings.authority")
  static let headingsRecord = CommandID("headings.record")
  static let headingsRemove = CommandID("headings.remove")
  static let headingsSimilar = CommandID("headings.similar")
}

extension KeyContext {
  static let headings: [KeyContext] = [
    KeyContext(
      "headings", title: LocalizedText(vi: "Trong danh sách tiêu đề", en: "Among the headings"),
      parents: ["line", "list"], takesText: true),
    KeyContext(
      "headingWorks", title: LocalizedText(vi: "Trên một tiêu đề", en: "On a heading"),
      parents: ["list"]),
    KeyContext(
      "similarHeadings",
      title: LocalizedText(vi: "Trong các tiêu đề gần nhau", en: "Among similar headings"),
      parents: ["list"]),
  ]
}

extension Command {
  static let headings: [Command] = [
    Command(
      .headingsOpen, label: LocalizedText(vi: "Tiêu đề", en: "Headings"),
      summary: LocalizedText(
        vi: "Tiêu đề chuẩn: tên người, chủ đề, từ khóa, tùng thư từ A đến Z",
        en: "Headings and authorities: persons, subjects, keywords, series from A to Z"),
      contexts: [KeyContext.global]),
    Command(
      .headingsKind, label: LocalizedText(vi: "Loại", en: "Kind"),
      summary: LocalizedText(
        vi: "Đổi loại tiêu đề: người, cơ quan, chủ đề, từ khóa, …",
        en: "Change the kind: persons, bodies, subjects, keywords, …"),
      contexts: ["headings", "similarHeadings"], flags: .keyBar),
    Command(
      .headingsChange, label: LocalizedText(vi: "Đổi/nhập", en: "Change"),
      summary: LocalizedText(
        vi: "Đổi tiêu đề ở mọi biểu ghi, hay nhập vào tiêu đề khác",
        en: "Change the heading in every record, or merge it into another"),
      contexts: ["headings", "headingWorks", "similarHeadings"], permission: "catalogue.record",
      flags: .keyBar),
    Command(
      .headingsAuthority, label: LocalizedText(vi: "Tiêu đề chuẩn", en: "Authority"),
      summary: LocalizedText(
        vi: "Lập hay sửa tiêu đề chuẩn: bút danh, cách viết khác, nguồn",
        en: "Make or edit the authority: pseudonyms, other forms, sources"),
      contexts: ["headings", "headingWorks"], permission: "catalogue.record", flags: .keyBar),
    Command(
      .headingsRecord, label: LocalizedText(vi: "MARC", en: "MARC"),
      summary: LocalizedText(
        vi: "Sửa mọi trường của biểu ghi chuẩn trong trình biên mục MARC",
        en: "Edit every field of the authority record in the MARC editor"),
      contexts: ["headings", "headingWorks"], permission: "catalogue.record"),
    Command(
      .headingsRemove, label: LocalizedText(vi: "Bỏ chuẩn", en: "Remove"),
      summary: LocalizedText(
        vi: "Bỏ tiêu đề chuẩn; biểu ghi thư mục giữ nguyên",
        en: "Take the authority out of use; titles stay as they are"),
      contexts: ["headings", "headingWorks"], permission: "catalogue.record", danger: .dangerous),
    Command(
      .headingsSimilar, label: LocalizedText(vi: "Gần nhau", en: "Similar"),
      summary: LocalizedText(
        vi: "Các tiêu đề gần như một, để nhập lại",
        en: "Headings that are nearly one, to be merged"),
      contexts: ["headings"], flags: .keyBar),
  ]
}
