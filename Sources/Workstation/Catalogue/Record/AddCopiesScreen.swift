import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Adds one or more copies of a record, their barcodes running on from the first.
final class AddCopiesScreen: Screen {
  let context = "copyForm"
  private let workplace: Workplace
  private let record: EntityID
  private let title: String
  private var form: Form
  /// The number that the library's series would give next, shown as the first barcode.
  private var proposed = ""
  private let pattern: Item?
  private let description: Record

  /// `pattern` is a copy that the new ones are likely to resemble.
  init(
    workplace: Workplace, record: EntityID, title: String, pattern: Item?, description: Record
  ) {
    self.workplace = workplace
    self.record = record
    self.title = title
    self.pattern = pattern
    self.description = description
    form = Form([], language: workplace.language)
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return form.items.isEmpty ? begin() : []
    case .command(.cancel): return [.close(nil)]
    case .returned(let value): return LeaveQuestion.isYes(value) ? save(sharing: true) : []
    case .command(.copyMark): return ShelfMarkHelp(workplace).fill(&form, for: record)
    default: break
    }
    switch form.update(event) {
    case .saved: return save()
    case .refused: return [.bell]
    case .edited("series"): return propose()
    case .ignored, .moved, .edited: return []
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "THÊM BẢN", en: "ADD COPIES"), into: &surface)
    let columns = max(0, surface.size.columns - 2)
    surface.write(title, at: Point(row: 2, column: 1), role: .heading, width: columns)
    form.draw(
      into: &surface,
      in: Rect(row: 4, column: 1, rows: max(0, surface.size.rows - 4), columns: columns))
  }

  private func begin() -> [Effect] {
    var effects: [Effect] = []
    proposed = (workplace.attempt(&effects) { try workplace.desk.nextBarcode() } ?? nil) ?? ""
    let fields = CopyForm(workplace)
    let known = ItemDraft(record: record).filled(from: description)
    let price = pattern?.price ?? known.price.flatMap { Money(typed: $0) }
    form = Form(
      [fields.series()].compactMap(\.self) + [
        fields.barcode(proposed), fields.count(), fields.location(pattern?.location),
        fields.callNumber(pattern?.callNumber ?? known.callNumber),
        fields.type(pattern?.type ?? Item.defaultType), fields.price(price),
        fields.source(pattern?.source), fields.document(pattern?.document),
        fields.acquiredOn(workplace.desk.today),
      ], language: workplace.language)
    return effects
  }

  /// Shows the next number of the series that was chosen.
  private func propose() -> [Effect] {
    var effects: [Effect] = []
    let series = form.texts["series"] ?? ""
    let next = workplace.attempt(&effects) {
      try workplace.desk.nextBarcode(prefix: series.isEmpty ? nil : series)
    }
    proposed = (next ?? nil) ?? ""
    form.setText(proposed, for: "barcode")
    return effects
  }

  private func save(sharing: Bool = false) -> [Effect] {
    let texts = form.texts
    let series = texts["series"] ?? ""
    let draft = ItemDraft(
      record: record, series: series.isEmpty ? nil : series, callNumber: texts["callNumber"],
      location: texts["location"],
      type: texts["type"], price: texts["price"], source: texts["source"],
      document: texts["document"], acquiredOn: texts["acquiredOn"])
    let typed = texts["barcode"] ?? ""
    let batch = CopyBatch(
      draft: draft, count: form["count"]?.number ?? 1,
      first: typed == proposed ? nil : typed)
    let added = batch.add(at: workplace.desk.sharingNumbers(sharing))
    guard added.isWhole else {
      var effects: [Effect] = []
      if let fault = added.fault {
        effects += [.bell, .status(workplace.describe(fault), .statusError)]
      }
      if added.isRecordGone {
        let gone = words.say(vi: "Biểu ghi không còn trong mục lục", en: "The record is gone")
        effects += [.bell, .status(gone, .statusError)]
      }
      if let question = OneNumberQuestion.screen(workplace, added.refusals) {
        // The run goes on with the number that is asked about.
        if let first = batch.first {
          let next = CopyBatch.barcode(after: first, by: added.barcodes.count)
          form.setText(next, for: "barcode")
        }
        return effects + keep(added) + [.push(question)]
      }
      let shown = added.refusals.isEmpty ? [] : form.show(added.refusals, workplace)
      return effects + keep(added) + shown
    }
    return [
      .close(
        CopiesSaved(
          ops: added.ops, barcode: added.barcodes.first, barcodes: added.barcodes)),
      .status(words.copiesAdded(added.barcodes), .statusGood),
    ]
  }

  /// Some copies were added before something stopped the rest: says so and goes on with the rest.
  private func keep(_ added: CopyBatch.Added) -> [Effect] {
    guard !added.barcodes.isEmpty, let count = form["count"]?.number else { return [] }
    form.setText(String(count - added.barcodes.count), for: "count")
    return [.status(words.copiesAdded(added.barcodes), .statusWarning)]
  }
}

extension Wording {
  /// Which copies were added, as the first and last of them.
  public func copiesAdded(_ barcodes: [String]) -> String {
    let ends = Set([barcodes.first, barcodes.last].compactMap { $0 }).sorted()
    let numbers = ends.joined(separator: " – ")
    return say(
      vi: "Đã thêm \(barcodes.count) bản: \(numbers)",
      en: "Added \(counted(barcodes.count, "copy", "copies")): \(numbers)")
  }
}
