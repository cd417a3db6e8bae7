import LibraryCore
import LibraryStore
import Terminal

/// One copy: its fields, or what it is recorded as.
final class CopyScreen: Screen {
  let context = "copyForm"
  private let workplace: Workplace
  private let copy: ItemFacts
  private let title: String
  private var form: Form
  /// Who had it before, where staff may know.
  private var previous: PastBorrower?

  init(workplace: Workplace, editing copy: ItemFacts) {
    self.workplace = workplace
    self.copy = copy
    title = workplace.wording.say(vi: "SỬA BẢN", en: "EDIT COPY")
    let fields = CopyForm(workplace)
    let item = copy.item
    form = Form(
      [
        fields.barcode(item.barcode.text), fields.location(item.location),
        fields.callNumber(item.callNumber), fields.type(item.type), fields.price(item.price),
        fields.copyNumber(item.copyNumber), fields.source(item.source),
        fields.document(item.document), fields.acquiredOn(item.acquiredOn),
        fields.note(item.note),
      ] + [fields.library(item.library)].compactMap { $0 }, language: workplace.language)
  }

  init(workplace: Workplace, settingStatusOf copy: ItemFacts) {
    self.workplace = workplace
    self.copy = copy
    title = workplace.wording.say(vi: "TÌNH TRẠNG BẢN", en: "STATUS OF A COPY")
    let fields = CopyForm(workplace)
    form = Form(
      [fields.status(copy.item.status), fields.note(copy.item.note)], language: workplace.language)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared:
      var effects: [Effect] = []
      previous =
        workplace.attempt(&effects) {
          try workplace.desk.previousBorrower(of: copy.item.id)
        } ?? nil
      return effects
    case .command(.cancel): return [.close(nil)]
    case .returned(let value): return LeaveQuestion.isYes(value) ? save(sharing: true) : []
    case .command(.copyMark) where form["callNumber"] != nil:
      return ShelfMarkHelp(workplace).fill(&form, for: copy.item.record)
    case .input(.scan(let scan)) where form["barcode"] == nil: return [.handToDesk(scan)]
    default: break
    }
    switch form.update(event) {
    case .saved: return save()
    case .refused: return [.bell]
    case .ignored, .moved, .edited: return []
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let columns = max(0, surface.size.columns - 2)
    surface.write(copy.title, at: Point(row: 2, column: 1), role: .heading, width: columns)
    let known = previous.map { workplace.wording.notice(.previousBorrower($0)) }
    surface.write(
      [copy.item.barcode.text, known].compactMap { $0 }.joined(separator: "  "),
      at: Point(row: 3, column: 1), role: .muted, width: columns)
    form.draw(
      into: &surface,
      in: Rect(row: 5, column: 1, rows: max(0, surface.size.rows - 5), columns: columns))
  }

  private func save(sharing: Bool = false) -> [Effect] {
    let changed = form.changedIDs
    let fields = form.texts.reduce(into: [ItemField: String?]()) { fields, entry in
      guard changed.contains(entry.key),
        let field = ItemField.allCases.first(where: { $0.key == entry.key })
      else { return }
      fields[field] = entry.value
    }
    var effects: [Effect] = []
    var notices: [EntryNotice] = []
    let outcome = workplace.attempt(&effects) {
      notices = try workplace.desk.notices(ofEditing: copy.item.barcode.text, fields)
      return try workplace.desk.sharingNumbers(sharing).editItem(copy.item.barcode.text, fields)
    }
    switch outcome {
    case .saved(_, let op):
      let saved = CopiesSaved(ops: [op], barcode: form["barcode"]?.text ?? copy.item.barcode.text)
      return effects + [
        .close(saved),
        .status(
          ([workplace.wording.say(vi: "Đã lưu bản", en: "The copy is saved")]
            + notices.map(workplace.wording.entryNotice)).joined(separator: "; "),
          notices.isEmpty ? .statusGood : .statusWarning),
      ]
    case .refused(let reasons):
      if let question = OneNumberQuestion.screen(workplace, reasons) {
        return effects + [.push(question)]
      }
      return effects + form.show(reasons, workplace)
    case .unchanged: return effects + [.close(nil)]
    case .unknown(let code):
      return effects + [
        .bell,
        .status(
          workplace.wording.say(vi: "Không còn bản \(code)", en: "Copy \(code) is gone"),
          .statusError),
      ]
    case nil: return effects
    }
  }
}
