import Terminal

extension CommandID {
  static let editorSave = CommandID("editor.save")
  static let editorAdd = CommandID("editor.add")
  static let editorDelete = CommandID("editor.delete")
  static let editorCopy = CommandID("editor.copy")
  static let editorMoveUp = CommandID("editor.moveUp")
  static let editorMoveDown = CommandID("editor.moveDown")
  static let editorRedo = CommandID("editor.redo")
  static let editorKeepDraft = CommandID("editor.keepDraft")

  static let subfieldAdd = CommandID("subfield.add")
  static let subfieldDelete = CommandID("subfield.delete")
  static let subfieldMoveUp = CommandID("subfield.moveUp")
  static let subfieldMoveDown = CommandID("subfield.moveDown")
  static let subfieldSplit = CommandID("subfield.split")
  static let subfieldJoin = CommandID("subfield.join")
}

extension KeyContext {
  static let editor: [KeyContext] = [
    KeyContext(
      "editor", title: LocalizedText(vi: "Khi biên mục", en: "While editing a record"),
      parents: ["list"]),
    KeyContext(
      "fieldEditor", title: LocalizedText(vi: "Khi sửa một trường", en: "While editing a field"),
      parents: ["form"], takesText: true),
    KeyContext(
      "tagChooser", title: LocalizedText(vi: "Khi chọn nhãn", en: "While choosing a tag"),
      parents: ["line", "list"], takesText: true),
    KeyContext(
      "chooser", title: LocalizedText(vi: "Khi chọn trong danh sách", en: "While choosing"),
      parents: ["list"]),
    KeyContext(
      "leave", title: LocalizedText(vi: "Khi rời bản chưa lưu", en: "When leaving unsaved work"),
      parents: ["dialog"], takesText: true, isQuestion: true),
  ]
}

extension Command {
  static let editor: [Command] = fields + subfields

  private static let fields: [Command] = [
    Command(
      .editorSave, label: LocalizedText(vi: "Lưu", en: "Save"),
      summary: LocalizedText(
        vi: "Xem thay đổi rồi lưu biểu ghi", en: "Look at the changes and save the record"),
      contexts: ["editor"], permission: "catalogue.record", flags: .keyBar),
    Command(
      .editorAdd, label: LocalizedText(vi: "Thêm trường", en: "Add field"),
      summary: LocalizedText(
        vi: "Thêm một trường, chọn theo nhãn hay tên", en: "Add a field by its tag or name"),
      contexts: ["editor"], flags: .keyBar),
    Command(
      .editorDelete, label: LocalizedText(vi: "Xoá trường", en: "Delete"),
      summary: LocalizedText(vi: "Xoá trường đang chọn", en: "Delete the selected field"),
      contexts: ["editor"], flags: .keyBar),
    Command(
      .editorCopy, label: LocalizedText(vi: "Nhân đôi", en: "Duplicate"),
      summary: LocalizedText(vi: "Nhân đôi trường đang chọn", en: "Duplicate the selected field"),
      contexts: ["editor"]),
    Command(
      .editorMoveUp, label: LocalizedText(vi: "Lên", en: "Up"),
      summary: LocalizedText(vi: "Đưa trường lên một dòng", en: "Move the field up"),
      contexts: ["editor"]),
    Command(
      .editorMoveDown, label: LocalizedText(vi: "Xuống", en: "Down"),
      summary: LocalizedText(vi: "Đưa trường xuống một dòng", en: "Move the field down"),
      contexts: ["editor"]),
    Command(
      .editorRedo, label: LocalizedText(vi: "Làm lại", en: "Redo"),
      summary: LocalizedText(
        vi: "Làm lại bước vừa hoàn tác trong biểu ghi", en: "Do the undone step again"),
      contexts: ["editor"]),
    Command(
      .editorKeepDraft, label: LocalizedText(vi: "Để nháp", en: "Keep draft"),
      summary: LocalizedText(
        vi: "Rời đi, giữ những thay đổi thành bản nháp", en: "Leave and keep the changes as a draft"
      ),
      contexts: ["leave"], flags: [.keyBar, .notInPalette]),
  ]

  private static let subfields: [Command] = [
    subfield(.subfieldAdd, vi: "Thêm trường con", en: "Add a subfield"),
    subfield(.subfieldDelete, vi: "Xoá trường con", en: "Delete the subfield"),
    subfield(.subfieldMoveUp, vi: "Đưa trường con lên", en: "Move the subfield up"),
    subfield(.subfieldMoveDown, vi: "Đưa trường con xuống", en: "Move the subfield down"),
    subfield(
      .subfieldSplit, vi: "Tách trường con tại con trỏ", en: "Split the subfield at the cursor"),
    subfield(.subfieldJoin, vi: "Nối với trường con sau", en: "Join with the next subfield"),
  ]

  private static func subfield(_ id: CommandID, vi: String, en: String) -> Command {
    let text = LocalizedText(vi: vi, en: en)
    return Command(id, label: text, summary: text, contexts: ["fieldEditor"], flags: .keyBar)
  }
}
