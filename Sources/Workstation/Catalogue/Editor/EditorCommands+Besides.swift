import Terminal

/// The commands beside the record itself: macros, lines of text, comparing.
extension Command {
  static let besides: [Command] = [
    Command(
      .editorComplete, label: LocalizedText(vi: "Nhận gợi ý", en: "Complete"),
      summary: LocalizedText(
        vi: "Nhận tiêu đề hay từ khoá được gợi ý khi gõ",
        en: "Take the heading or keyword that is suggested while typing"),
      contexts: ["editor"]),
    Command(
      .editorRecord, label: LocalizedText(vi: "Ghi lệnh", en: "Record"),
      summary: LocalizedText(
        vi: "Bắt đầu hay dừng ghi macro", en: "Begin or end recording a macro"),
      contexts: ["editor"]),
    Command(
      .editorMacros, label: LocalizedText(vi: "Macro", en: "Macros"),
      summary: LocalizedText(
        vi: "Chạy, đổi tên hay xoá một macro", en: "Run, rename or delete a macro"),
      contexts: ["editor"]),
    Command(
      .editorFlat, label: LocalizedText(vi: "Dạng dòng", en: "As lines"),
      summary: LocalizedText(
        vi: "Sửa biểu ghi như chữ: =245  10$aNhan đề",
        en: "Edit the record as text: =245  10$aTitle"),
      contexts: ["editor"]),
    Command(
      .flatDone, label: LocalizedText(vi: "Xong", en: "Done"),
      summary: LocalizedText(
        vi: "Đưa các dòng trở lại thành trường", en: "Take the lines back as fields"),
      contexts: ["flatText"], flags: [.keyBar, .notInPalette]),
    Command(
      .editorCompare, label: LocalizedText(vi: "So sánh", en: "Compare"),
      summary: LocalizedText(
        vi: "So bản đang sửa với một phiên bản hay biểu ghi khác",
        en: "Compare with a version or another record"),
      contexts: ["editor", "record"]),
    Command(
      .macroRename, label: LocalizedText(vi: "Đổi tên", en: "Rename"),
      summary: LocalizedText(vi: "Đổi tên macro", en: "Rename the macro"),
      contexts: ["macros"], flags: .keyBar),
    Command(
      .macroDelete, label: LocalizedText(vi: "Xoá", en: "Delete"),
      summary: LocalizedText(vi: "Xoá macro", en: "Delete the macro"),
      contexts: ["macros"], flags: .keyBar),
    Command(
      .compareChanges, label: LocalizedText(vi: "Chỗ khác", en: "Changes"),
      summary: LocalizedText(
        vi: "Chỉ xem chỗ khác nhau, hay xem cả biểu ghi", en: "Show only what differs, or all"),
      contexts: ["compare"], flags: .keyBar),
  ]
}
