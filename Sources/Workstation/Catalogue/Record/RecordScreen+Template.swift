import LibraryCore
import LibraryStore
import Terminal

/// Keeping the record as a pattern for new ones.
extension RecordScreen {
  func keepAsTemplate() -> [Effect] {
    guard let stored else { return [.bell] }
    let (workplace, words) = (workplace, words)
    let name = Form.Item(
      "name", label: words.say(vi: "Tên mẫu", en: "Name"),
      field: workplace.keyboard.words(maximumLength: 60), isRequired: true,
      hint: words.say(
        vi: "Mẫu hiện ra khi tạo biểu ghi mới", en: "It is offered where a new record begins"))
    let screen = FormScreen(
      workplace: workplace, title: words.say(vi: "GIỮ LÀM MẪU", en: "KEEP AS A TEMPLATE"),
      items: [name]
    ) { form in
      let name = form.texts["name"] ?? ""
      switch try workplace.desk.saveTemplate(name, stored.record) {
      case .saved, .unchanged:
        return .saved(nil, note: words.say(vi: "Đã giữ mẫu «\(name)»", en: "The template is kept"))
      case .refused(let reasons):
        return .faults(reasons.map { (field: "name", text: words.refusal($0)) })
      case .unknown(let code): return .faults([(field: nil, text: code)])
      }
    }
    return [.push(screen)]
  }
}
