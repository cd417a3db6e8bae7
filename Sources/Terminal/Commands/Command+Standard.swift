extension CommandID {
  public static let help = CommandID("app.help")
  public static let palette = CommandID("app.palette")
  public static let quit = CommandID("app.quit")
  public static let cancel = CommandID("app.cancel")
  public static let redraw = CommandID("app.redraw")

  public static let fieldLeft = CommandID("field.left")
  public static let fieldRight = CommandID("field.right")
  public static let fieldWordLeft = CommandID("field.wordLeft")
  public static let fieldWordRight = CommandID("field.wordRight")
  public static let fieldHome = CommandID("field.home")
  public static let fieldEnd = CommandID("field.end")
  public static let fieldDeleteBack = CommandID("field.deleteBack")
  public static let fieldDeleteForward = CommandID("field.deleteForward")
  public static let fieldDeleteWord = CommandID("field.deleteWord")
  public static let fieldClear = CommandID("field.clear")
  public static let fieldGiveBack = CommandID("field.giveBack")

  public static let lineAccept = CommandID("line.accept")
  public static let formNext = CommandID("form.next")
  public static let formPrevious = CommandID("form.previous")
  public static let formPageUp = CommandID("form.pageUp")
  public static let formPageDown = CommandID("form.pageDown")
  public static let formSave = CommandID("form.save")
  public static let formLook = CommandID("form.look")

  public static let listUp = CommandID("list.up")
  public static let listDown = CommandID("list.down")
  public static let listPageUp = CommandID("list.pageUp")
  public static let listPageDown = CommandID("list.pageDown")
  public static let listFirst = CommandID("list.first")
  public static let listLast = CommandID("list.last")
  public static let listOpen = CommandID("list.open")

  public static let dialogYes = CommandID("dialog.yes")
  public static let dialogNo = CommandID("dialog.no")
  public static let dialogPageUp = CommandID("dialog.pageUp")
  public static let dialogPageDown = CommandID("dialog.pageDown")
}

extension Command {
  /// The commands of the widgets and of every full-screen program.
  public static let standard: [Command] = application + fields + forms + lists + dialogs

  private static let application: [Command] = [
    Command(
      .help, label: LocalizedText(vi: "Trợ giúp", en: "Help"),
      summary: LocalizedText(
        vi: "Xem các phím và lệnh ở đây", en: "Show the keys and commands here"),
      contexts: [KeyContext.global], flags: .keyBar),
    Command(
      .palette, label: LocalizedText(vi: "Lệnh", en: "Commands"),
      summary: LocalizedText(vi: "Tìm một lệnh theo tên", en: "Find a command by name"),
      contexts: [KeyContext.global], flags: [.keyBar, .notInPalette]),
    Command(
      .quit, label: LocalizedText(vi: "Thoát", en: "Quit"),
      summary: LocalizedText(vi: "Rời chương trình", en: "Leave the program"),
      contexts: [KeyContext.global], flags: .keyBar),
    Command(
      .cancel, label: LocalizedText(vi: "Bỏ qua", en: "Cancel"),
      summary: LocalizedText(vi: "Bỏ việc đang làm, về màn hình trước", en: "Give up and go back"),
      contexts: [KeyContext.global], flags: .notInPalette),
    Command(
      .redraw, label: LocalizedText(vi: "Vẽ lại", en: "Redraw"),
      summary: LocalizedText(vi: "Vẽ lại cả màn hình", en: "Draw the whole screen anew"),
      contexts: [KeyContext.global]),
  ]

  private static let fields: [Command] = [
    movement(.fieldLeft, "field", vi: "Sang trái một chữ", en: "One character left"),
    movement(.fieldRight, "field", vi: "Sang phải một chữ", en: "One character right"),
    movement(.fieldWordLeft, "field", vi: "Sang trái một từ", en: "One word left"),
    movement(.fieldWordRight, "field", vi: "Sang phải một từ", en: "One word right"),
    movement(.fieldHome, "field", vi: "Về đầu ô", en: "To the start of the field"),
    movement(.fieldEnd, "field", vi: "Đến cuối ô", en: "To the end of the field"),
    movement(.fieldDeleteBack, "field", vi: "Xoá chữ bên trái", en: "Delete the character before"),
    movement(
      .fieldDeleteForward, "field", vi: "Xoá chữ tại con trỏ", en: "Delete the character here"),
    movement(.fieldDeleteWord, "field", vi: "Xoá từ bên trái", en: "Delete the word before"),
    movement(.fieldClear, "field", vi: "Xoá cả ô", en: "Empty the field"),
    Command(
      .fieldGiveBack, label: LocalizedText(vi: "Trả lại chữ gõ", en: "As typed"),
      summary: LocalizedText(
        vi: "Trả lại từ cuối như đã gõ", en: "Last word as typed, without marks"),
      contexts: ["field"]),
    movement(.lineAccept, "line", vi: "Nhận dòng đã gõ", en: "Take the typed line"),
  ]

  private static let forms: [Command] = [
    movement(.formNext, "form", vi: "Đến ô sau", en: "To the next field"),
    movement(.formPrevious, "form", vi: "Về ô trước", en: "To the field before"),
    movement(.formPageUp, "form", vi: "Lên một trang ô", en: "One page of fields up"),
    movement(.formPageDown, "form", vi: "Xuống một trang ô", en: "One page of fields down"),
    Command(
      .formSave, label: LocalizedText(vi: "Lưu", en: "Save"),
      summary: LocalizedText(vi: "Lưu những gì đã nhập", en: "Save what was entered"),
      contexts: ["form"], flags: .keyBar),
    Command(
      .formLook, label: LocalizedText(vi: "Tìm", en: "Find"),
      summary: LocalizedText(vi: "Tìm theo những gì đã điền", en: "Find by what was filled in"),
      contexts: ["lookup"], flags: .keyBar),
  ]

  private static let lists: [Command] = [
    movement(.listUp, "list", vi: "Lên một dòng", en: "One line up"),
    movement(.listDown, "list", vi: "Xuống một dòng", en: "One line down"),
    movement(.listPageUp, "list", vi: "Lên một trang", en: "One page up"),
    movement(.listPageDown, "list", vi: "Xuống một trang", en: "One page down"),
    movement(.listFirst, "list", vi: "Về đầu danh sách", en: "To the first line"),
    movement(.listLast, "list", vi: "Đến cuối danh sách", en: "To the last line"),
    movement(.listOpen, "list", vi: "Mở dòng đang chọn", en: "Open the selected line"),
  ]

  private static let dialogs: [Command] = [
    Command(
      .dialogYes, label: LocalizedText(vi: "Đồng ý", en: "Yes"),
      summary: LocalizedText(vi: "Trả lời: đồng ý", en: "Answer yes"),
      contexts: ["dialog", "palette"], danger: .dangerous, flags: .notInPalette),
    Command(
      .dialogNo, label: LocalizedText(vi: "Không", en: "No"),
      summary: LocalizedText(vi: "Trả lời: không", en: "Answer no"),
      contexts: ["dialog"], flags: .notInPalette),
    movement(.dialogPageUp, "dialog", vi: "Phần trước của câu hỏi", en: "Question: page up"),
    movement(.dialogPageDown, "dialog", vi: "Phần sau của câu hỏi", en: "Question: page down"),
  ]

  private static func movement(
    _ id: CommandID, _ context: String, vi: String, en: String
  ) -> Command {
    let text = LocalizedText(vi: vi, en: en)
    return Command(id, label: text, summary: text, contexts: [context], flags: .notInPalette)
  }
}
