import Terminal

extension CommandID {
  static let catalogueBatchEdit = CommandID("catalogue.batchEdit")
  static let tasksPreview = CommandID("tasks.preview")
  static let tasksRun = CommandID("tasks.run")
  static let tasksRemove = CommandID("tasks.remove")
  static let tasksSave = CommandID("tasks.save")
  static let tasksLoad = CommandID("tasks.load")
}

extension KeyContext {
  static let tasks: [KeyContext] = [
    KeyContext(
      "tasks", title: LocalizedText(vi: "Khi sửa hàng loạt", en: "While editing many records"),
      parents: ["line", "list"], takesText: true)
  ]
}

extension Command {
  static let tasks: [Command] = [
    Command(
      .catalogueBatchEdit, label: LocalizedText(vi: "Sửa hàng loạt", en: "Batch edit"),
      summary: LocalizedText(
        vi: "Sửa nhiều biểu ghi một lượt: kết quả tìm, hay cả mục lục",
        en: "Edit many records at once: what was found, or the whole catalogue"),
      contexts: [KeyContext.global], permission: "catalogue.record"),
    Command(
      .tasksPreview, label: LocalizedText(vi: "Xem trước", en: "Preview"),
      summary: LocalizedText(
        vi: "Đếm và cho xem những gì sẽ đổi, chưa ghi",
        en: "Count and show what would change; nothing is written"),
      contexts: ["tasks"], flags: .keyBar),
    Command(
      .tasksRun, label: LocalizedText(vi: "Làm", en: "Do it"),
      summary: LocalizedText(
        vi: "Làm các việc này thành một đợt, hoàn tác được cả đợt",
        en: "Do the tasks as one batch, which undo takes back"),
      contexts: ["tasks"], permission: "catalogue.record", danger: .dangerous, flags: .keyBar),
    Command(
      .tasksRemove, label: LocalizedText(vi: "Bỏ việc", en: "Remove"),
      summary: LocalizedText(
        vi: "Bỏ việc đang chọn, đưa lại lên dòng gõ", en: "Take the selected task back to the line"),
      contexts: ["tasks"], flags: .keyBar),
    Command(
      .tasksSave, label: LocalizedText(vi: "Cất", en: "Keep"),
      summary: LocalizedText(
        vi: "Cất danh sách việc dưới tên đang gõ trên dòng",
        en: "Keep the list of tasks under the name on the line"),
      contexts: ["tasks"], flags: .keyBar),
    Command(
      .tasksLoad, label: LocalizedText(vi: "Lấy ra", en: "Load"),
      summary: LocalizedText(
        vi: "Lấy danh sách việc đã cất: tên trên dòng gõ, hay lần lượt từng danh sách",
        en: "Load a kept list: the name on the line, or one after the other"),
      contexts: ["tasks"], flags: .keyBar),
  ]
}
