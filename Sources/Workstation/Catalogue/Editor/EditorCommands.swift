import Terminal

extension CommandID {
  static let editorSave = CommandID("editor.save")
  static let editorAdd = CommandID("editor.add")
  static let editorNewLine = CommandID("editor.newLine")
  static let editorNext = CommandID("editor.next")
  static let editorPrevious = CommandID("editor.previous")
  static let editorFirst = CommandID("editor.first")
  static let editorLast = CommandID("editor.last")
  static let editorMark = CommandID("editor.mark")
  static let editorCut = CommandID("editor.cut")
  static let editorCopy = CommandID("editor.copy")
  static let editorPaste = CommandID("editor.paste")
  static let editorDuplicate = CommandID("editor.duplicate")
  static let editorMoveUp = CommandID("editor.moveUp")
  static let editorMoveDown = CommandID("editor.moveDown")
  static let editorSplit = CommandID("editor.split")
  static let editorJoin = CommandID("editor.join")
  static let editorRedo = CommandID("editor.redo")
  static let editorComplete = CommandID("editor.complete")
  static let editorChoose = CommandID("editor.choose")
  static let editorLetter = CommandID("editor.letter")
  static let editorProblems = CommandID("editor.problems")
  static let editorMend = CommandID("editor.mend")
  static let editorRecord = CommandID("editor.record")
  static let editorMacros = CommandID("editor.macros")
  static let editorFlat = CommandID("editor.flat")
  static let editorCompare = CommandID("editor.compare")
  static let flatDone = CommandID("flat.done")
  static let macroRename = CommandID("macro.rename")
  static let macroDelete = CommandID("macro.delete")
  static let compareChanges = CommandID("compare.changes")
  static let editorNextProblem = CommandID("editor.nextProblem")
  static let editorKeepDraft = CommandID("editor.keepDraft")

  static let subfieldAdd = CommandID("subfield.add")
  static let subfieldDelete = CommandID("subfield.delete")
  static let subfieldDuplicate = CommandID("subfield.duplicate")
  static let subfieldMoveLeft = CommandID("subfield.moveLeft")
  static let subfieldMoveRight = CommandID("subfield.moveRight")
  static let subfieldJoin = CommandID("subfield.join")
}

extension KeyContext {
  static let editor: [KeyContext] = [
    KeyContext(
      "editor", title: LocalizedText(vi: "Khi biên mục", en: "While editing a record"),
      parents: ["field", "list"], takesText: true),
    KeyContext(
      "choice", title: LocalizedText(vi: "Khi tìm để chọn", en: "While choosing by name"),
      parents: ["line", "list"], takesText: true),
    KeyContext(
      "fixedField",
      title: LocalizedText(vi: "Trong trường cố định", en: "In a field of fixed positions"),
      parents: ["list"], takesText: true),
    KeyContext(
      "flatText", title: LocalizedText(vi: "Khi sửa dạng dòng", en: "While editing lines"),
      parents: ["field", "list"], takesText: true),
    KeyContext(
      "macros", title: LocalizedText(vi: "Trong danh sách macro", en: "In the list of macros"),
      parents: ["list"]),
    KeyContext(
      "compare", title: LocalizedText(vi: "Khi so sánh biểu ghi", en: "While comparing records"),
      parents: ["list"]),
    KeyContext(
      "chooser", title: LocalizedText(vi: "Khi chọn trong danh sách", en: "While choosing"),
      parents: ["list"]),
    KeyContext(
      "leave", title: LocalizedText(vi: "Khi rời bản chưa lưu", en: "When leaving unsaved work"),
      parents: ["dialog"], takesText: true, isQuestion: true),
  ]
}

extension Command {
  static let editor: [Command] = record + moving + fields + subfields + besides

  private static let record: [Command] = [
    Command(
      .editorSave, label: LocalizedText(vi: "Lưu", en: "Save"),
      summary: LocalizedText(
        vi: "Xem thay đổi rồi lưu biểu ghi", en: "Look at the changes and save the record"),
      contexts: ["editor"], permission: "catalogue.record", flags: .keyBar),
    inEditor(
      .editorRedo, vi: "Làm lại", en: "Redo",
      LocalizedText(
        vi: "Làm lại bước vừa hoàn tác trong biểu ghi", en: "Do the undone step again")),
    inEditor(
      .editorChoose, vi: "Chọn", en: "Choose",
      LocalizedText(
        vi: "Chọn điều có thể đứng ở con trỏ: chỉ thị, trường con, mã, vị trí cố định",
        en: "Choose what may stand at the cursor: indicator, subfield, code, fixed position"),
      flags: .keyBar),
    inEditor(
      .editorLetter, vi: "Kí tự", en: "Characters",
      LocalizedText(
        vi: "Chèn kí tự không có trên bàn phím: ©, «, ü, ơ…",
        en: "Insert a character the keyboard lacks: ©, «, ü, ơ…")),
    inEditor(
      .editorMend, vi: "Sửa lỗi", en: "Mend",
      LocalizedText(
        vi: "Sửa lỗi của dòng này, nếu chỉ có một cách sửa",
        en: "Mend the fault of this line, where that is certain")),
    inEditor(
      .editorProblems, vi: "Xem lỗi", en: "All faults",
      LocalizedText(
        vi: "Xem mọi lỗi và cảnh báo của biểu ghi", en: "See all faults and warnings of the record")
    ),
    inEditor(
      .editorNextProblem, vi: "Lỗi kế", en: "Next fault",
      LocalizedText(
        vi: "Đến trường kế tiếp có lỗi hay cảnh báo",
        en: "Go to the next field with a fault or warning"), flags: .keyBar),
    Command(
      .editorKeepDraft, label: LocalizedText(vi: "Để nháp", en: "Keep draft"),
      summary: LocalizedText(
        vi: "Rời đi, giữ những thay đổi thành bản nháp", en: "Leave and keep the changes as a draft"
      ),
      contexts: ["leave"], flags: [.keyBar, .notInPalette]),
  ]

  private static let moving: [Command] = [
    inEditor(
      .editorNext, vi: "Ô sau", en: "Next place",
      LocalizedText(
        vi: "Đến chỉ thị, trường con hay trường kế tiếp",
        en: "Go to the next indicator, subfield or field")),
    inEditor(
      .editorPrevious, vi: "Ô trước", en: "Previous place",
      LocalizedText(
        vi: "Về chỉ thị, trường con hay trường trước",
        en: "Go to the previous indicator, subfield or field")),
    inEditor(
      .editorFirst, vi: "Đầu biểu ghi", en: "Top",
      LocalizedText(vi: "Về đầu biểu ghi", en: "Go to the top of the record")),
    inEditor(
      .editorLast, vi: "Cuối biểu ghi", en: "End",
      LocalizedText(vi: "Đến cuối biểu ghi", en: "Go to the end of the record")),
  ]

  private static let fields: [Command] = [
    inEditor(
      .editorAdd, vi: "Thêm trường", en: "Add field",
      LocalizedText(
        vi: "Thêm một trường, chọn theo nhãn hay tên", en: "Add a field by its tag or name"),
      flags: .keyBar),
    inEditor(
      .editorNewLine, vi: "Dòng mới", en: "New line",
      LocalizedText(
        vi: "Thêm một dòng dưới con trỏ, rồi gõ nhãn, chỉ thị, $a…",
        en: "Add a line below and type its tag, indicators, $a…")),
    inEditor(
      .editorMark, vi: "Đánh dấu", en: "Mark",
      LocalizedText(
        vi: "Đánh dấu từ trường này, để cắt hay sao nhiều trường",
        en: "Mark from this field on, to cut or copy several")),
    inEditor(
      .editorCut, vi: "Cắt trường", en: "Cut field",
      LocalizedText(
        vi: "Xoá trường, dán lại được, cả vào biểu ghi khác",
        en: "Delete the field; it can be pasted, into other records too"), flags: .keyBar),
    inEditor(
      .editorCopy, vi: "Sao trường", en: "Copy field",
      LocalizedText(
        vi: "Sao trường để dán chỗ khác hay vào biểu ghi khác",
        en: "Copy the field to be pasted here or into another record")),
    inEditor(
      .editorPaste, vi: "Dán trường", en: "Paste fields",
      LocalizedText(
        vi: "Dán dưới con trỏ những trường đã cắt hay sao",
        en: "Paste the fields that were cut or copied below the cursor")),
    inEditor(
      .editorDuplicate, vi: "Lặp trường", en: "Repeat field",
      LocalizedText(vi: "Thêm một trường y như vậy", en: "Add the same field once more")),
    inEditor(
      .editorMoveUp, vi: "Trường lên", en: "Field up",
      LocalizedText(vi: "Đưa trường lên một dòng", en: "Move the field up")),
    inEditor(
      .editorMoveDown, vi: "Trường xuống", en: "Field down",
      LocalizedText(vi: "Đưa trường xuống một dòng", en: "Move the field down")),
    inEditor(
      .editorSplit, vi: "Tách trường", en: "Split field",
      LocalizedText(
        vi: "Tách trường làm hai tại con trỏ", en: "Make two fields of one at the cursor")),
    inEditor(
      .editorJoin, vi: "Nối trường", en: "Join fields",
      LocalizedText(
        vi: "Nối các trường con của trường sau vào trường này",
        en: "Append the subfields of the next field to this one")),
  ]

  private static let subfields: [Command] = [
    inEditor(
      .subfieldAdd, vi: "Trường con", en: "Subfield",
      LocalizedText(
        vi: "Mở một trường con tại con trỏ, như gõ $; gõ $ hai lần là chữ $",
        en: "Begin a subfield at the cursor, as $ does; $ typed twice is a letter")),
    inEditor(
      .subfieldDelete, vi: "Xoá trường con", en: "Delete subfield",
      LocalizedText(vi: "Xoá trường con có con trỏ", en: "Delete the subfield under the cursor")),
    inEditor(
      .subfieldDuplicate, vi: "Lặp trường con", en: "Repeat subfield",
      LocalizedText(vi: "Thêm một trường con y như vậy", en: "Add the same subfield once more")),
    inEditor(
      .subfieldMoveLeft, vi: "Trường con lùi", en: "Subfield back",
      LocalizedText(
        vi: "Đưa trường con ra trước một chỗ", en: "Move the subfield before the previous one")),
    inEditor(
      .subfieldMoveRight, vi: "Trường con tiến", en: "Subfield on",
      LocalizedText(
        vi: "Đưa trường con ra sau một chỗ", en: "Move the subfield behind the next one")),
    inEditor(
      .subfieldJoin, vi: "Nối trường con", en: "Join subfields",
      LocalizedText(
        vi: "Nối trường con sau vào trường con này, cách một chỗ trống",
        en: "Append the next subfield to this one, with a blank between")),
  ]

  private static func inEditor(
    _ id: CommandID, vi: String, en: String, _ summary: LocalizedText, flags: Flags = []
  ) -> Command {
    let takesLines: [CommandID] = [.editorNewLine, .editorCut, .editorFirst, .editorLast]
    return Command(
      id, label: LocalizedText(vi: vi, en: en), summary: summary,
      contexts: takesLines.contains(id) ? ["editor", "flatText"] : ["editor"], flags: flags)
  }
}
