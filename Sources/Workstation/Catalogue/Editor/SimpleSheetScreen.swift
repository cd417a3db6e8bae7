import LibraryCore
import LibraryStore
import MARC
import Terminal

/// The plain way to enter or change a book: one sheet with the usual lines, saved as a MARC record.
///
/// What a record has and the sheet does not show stays byte for byte.
final class SimpleSheetScreen: Screen, HoldsUnsavedWork {
  let context = "sheet"
  private let workplace: Workplace
  private var form: Form
  private var asked: Question?
  /// The record that is saved, when only its copies are still missing.
  private var saved: EntityID?
  private let draftFile: DraftFile
  private var notice = DuplicateNotice()
  /// What the sheet is written into: a stored record, or one with the codes of today.
  private let base: EditableRecord
  private let stored: StoredRecord?
  private var problems: [RecordProblem] = []

  /// What the dialog above asks.
  private enum Question {
    case dropDraft
    case leave
  }

  /// Whether the sheet was there before; the first event of a screen comes again with each resize.
  private var hasBegun = false
  /// Whether the screen below waits for the next book, so that it is gone back to.
  private let isOneOfMany: Bool

  /// A sheet for a new record, which may open with a book number that is known already, or for a stored one.
  init(
    workplace: Workplace, editing stored: StoredRecord? = nil, isbn: String = "",
    isOneOfMany: Bool = false
  ) {
    self.workplace = workplace
    self.stored = stored
    self.isOneOfMany = isOneOfMany
    base = stored?.record.editable ?? SimpleSheetScreen.begun(workplace)
    let lines = SimpleSheetForm(workplace).items(SimpleSheet(base))
    form = Form(
      lines + (stored == nil ? SimpleSheetScreen.copies(workplace) : []),
      language: workplace.language)
    if !isbn.isEmpty { form.setText(isbn, for: "isbn") }
    draftFile = DraftFile(
      library: workplace.file.folder, staff: workplace.desk.staffID, record: stored?.id)
    review()
  }

  /// A new record: codes of today for Việt Nam and Vietnamese, and who makes it.
  private static func begun(_ workplace: Workplace) -> EditableRecord {
    let day = workplace.desk.today.iso.split(separator: "-").joined().dropFirst(2)
    var record = EditableRecord(fields: [
      MARC.Field(control: "008", day + "s        vm            000 0 vie d"),
      MARC.Field("041", "0", .blank, [Subfield("a", "vie")]),
    ])
    let library = workplace.house?.libraryCode ?? ""
    if !library.isEmpty { record.insert(MARC.Field("040", [Subfield("a", library)])) }
    return record
  }

  private var words: Wording { workplace.wording }
  var hasUnsavedWork: Bool { form.isDirty }

  func disabledReason(for command: CommandID) -> String? { workplace.missingRight(for: command) }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared:
      defer { hasBegun = true }
      return hasBegun ? [] : askAboutDraft()
    case .message(let answer as DuplicateNotice.Answer):
      notice.hear(answer)
      return []
    case .command(.duplicateShow):
      return notice.screen(workplace).map { [.push($0)] } ?? [.bell]
    case .command(.cancel): return leave()
    case .returned(let value): return resume(value)
    case .input(.scan(let scan)): return take(scan)
    default: return take(form.update(event))
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      stored == nil
        ? words.say(vi: "PHIẾU NHẬP SÁCH", en: "NEW BOOK")
        : words.say(vi: "PHIẾU ĐƠN GIẢN", en: "SIMPLE SHEET"), into: &surface)
    let columns = max(0, surface.size.columns - 2)
    if let worst = problems.first {
      let about = worst.place.flatMap { place -> String? in
        let fields = record.editable.fields
        return fields.indices.contains(place) ? fields[place].tag.text + ": " : nil
      }
      var line = TextView([words.problemLine(worst, about: about ?? "")])
      line.draw(into: &surface, in: Rect(row: 1, column: 1, rows: 1, columns: columns))
    }
    form.draw(
      into: &surface,
      in: Rect(row: 2, column: 1, rows: max(0, surface.size.rows - 3), columns: columns))
    notice.draw(into: &surface, row: surface.size.rows - 1, workplace)
  }

  /// Looks the record over as it would be saved; advice is for the MARC editor.
  private func review() {
    problems = RecordValidation(workplace.schema).problems(in: record.editable)
      .filter { $0.severity > .advice }
  }

  private func take(_ response: Form.Response) -> [Effect] {
    switch response {
    case .saved: return save()
    case .refused: return [.bell]
    case .edited(let id):
      keepDraft()
      review()
      return notice.ask(record, workplace) + (id == "isbn" ? tellOfSame() : [])
    case .ignored, .moved: return []
    }
  }

  /// A book number goes where it belongs, whatever line a person is on; anything else is no part of a sheet.
  private func take(_ scan: Scan) -> [Effect] {
    guard ISBN(scan.code) != nil else {
      guard form.isDirty else { return [.handToDesk(scan)] }
      return take(form.update(.input(.scan(scan))))
    }
    _ = form.update(.takeBack(scan.alreadyTyped))
    form.setText(scan.code, for: "isbn")
    keepDraft()
    return notice.ask(record, workplace) + tellOfSame()
  }

  // MARK: - Draft and leaving

  private func keepDraft() {
    let draft = RecordDraft(
      record: record, base: stored?.version, savedAt: workplace.clock.now())
    _ = draftFile.write(draft)
  }

  private var record: Record {
    var record = base
    SimpleSheetForm.sheet(form).write(
      into: &record,
      deweyEdition: workplace.house?.deweyEdition ?? HouseSetting.usualDeweyEdition)
    return record.record
  }

  /// A draft of an earlier record is not overwritten unless a person says so.
  private func askAboutDraft() -> [Effect] {
    guard let draft = draftFile.read(), draft.record != base.record else { return [] }
    asked = .dropDraft
    return [
      .push(
        workplace.question(
          words.say(vi: "Bỏ bản nháp trước?", en: "Discard the earlier draft?"),
          RecordSheet.marc(draft.record),
          yes: words.say(vi: "Bỏ bản nháp, nhập mới", en: "Discard it and begin anew")))
    ]
  }

  private func leave() -> [Effect] {
    guard form.isDirty else { return [.close(nil)] }
    asked = .leave
    return [.push(LeaveQuestion.screen(workplace))]
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    let question = asked
    asked = nil
    switch (question, value.isYes) {
    case (.dropDraft, true): draftFile.remove()
    case (.dropDraft, false): return [.close(nil)]
    case (.leave, true):
      draftFile.remove()
      return [.close(nil)]
    case (.leave, false), (nil, _): break
    }
    return []
  }

  /// Says so when the library has the book already.
  private func tellOfSame() -> [Effect] {
    guard let isbn = ISBN(form["isbn"]?.text ?? "") else { return [] }
    var effects: [Effect] = []
    let page = workplace.attempt(&effects) {
      try CatalogueSearch(workplace.file).find(isbn.digits, in: .isbn, limit: 1)
    }
    guard let hit = page?.hits.first else { return effects }
    return effects + [
      .bell,
      .status(
        words.say(
          vi: "Đã có trong mục lục: \(hit.title)", en: "Already in the catalogue: \(hit.title)"),
        .statusWarning),
    ]
  }

  // MARK: - Saving

  private func save() -> [Effect] {
    var effects: [Effect] = []
    if saved == nil {
      let outcome = workplace.attempt(&effects) {
        try workplace.desk.saveRecord(record, id: stored?.id)
      }
      guard let outcome else { return effects }
      guard case .saved(let id, let op) = outcome else {
        if case .unchanged = outcome {
          draftFile.remove()
          form.markSaved()
        }
        return effects + workplace.told(outcome, saved: "")
      }
      draftFile.remove()
      if stored != nil {
        form.markSaved()
        return effects + [.close(RecordWasSaved(record: id, op: op))]
          + workplace.good(words.say(vi: "Đã lưu biểu ghi", en: "The record is saved"))
      }
      saved = id
    }
    guard let saved else { return effects }
    return effects + addCopies(to: saved)
  }

  private func addCopies(to record: EntityID) -> [Effect] {
    let count = form["count"]?.number ?? 0
    func open(_ copies: CopyBatch.Added = CopyBatch.Added()) -> Effect {
      isOneOfMany
        ? .close(
          CopiesSaved(
            ops: copies.ops, barcode: copies.barcodes.first, barcodes: copies.barcodes))
        : .replace(RecordScreen(workplace: workplace, trail: RecordTrail(record)))
    }
    let done = words.say(vi: "Đã lưu biểu ghi", en: "The record is saved")
    guard count > 0 else { return [open()] + workplace.good(done) }
    let texts = form.texts
    let draft = ItemDraft(
      record: record, location: texts["location"],
      acquiredOn: workplace.desk.today.iso
    ).filled(from: self.record)
    let added = CopyBatch(draft: draft, count: count, first: nil).add(at: workplace.desk)
    guard added.isWhole else {
      form.setText(String(count - added.barcodes.count), for: "count")
      if let fault = added.fault { return workplace.bad(workplace.describe(fault)) }
      return form.show(added.refusals, workplace)
    }
    return [open(added)] + workplace.good("\(done). \(words.copiesAdded(added.barcodes))")
  }
}

extension SimpleSheetScreen {
  /// How many copies come with a new record, and where they stand.
  private static func copies(_ workplace: Workplace) -> [Form.Item] {
    let words = workplace.wording
    let limit = Desk.copiesMaximum
    let count = Form.Item(
      "count", label: words.say(vi: "Số bản", en: "Copies"),
      field: InputField(.number, text: "1", maximumLength: 3), width: 6,
      hint: words.say(
        vi: "Số ĐKCB chạy tiếp; 0 là chưa có bản nào", en: "Barcodes run on; 0 for none"),
      check: { field in
        (0...limit).contains(field.number ?? -1)
          ? nil : words.say(vi: "Từ 0 đến \(limit)", en: "From 0 to \(limit)")
      })
    return [count, CopyForm(workplace).location(nil)]
  }
}
