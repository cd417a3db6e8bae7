import LibraryCore
import LibraryStore
import MARC
import Terminal

/// The plain way to enter a book: one sheet with the usual lines, saved as a MARC record with its copies.
final class SimpleSheetScreen: Screen, HoldsUnsavedWork {
  let context = "sheet"
  private let workplace: Workplace
  private var form: Form
  private var asked: Question?
  /// The record that is saved, when only its copies are still missing.
  private var saved: EntityID?
  private let draftFile: DraftFile
  private var notice = DuplicateNotice()

  /// What the dialog above asks.
  private enum Question {
    case dropDraft
    case leave
  }

  /// Whether the sheet was there before; the first event of a screen comes again with each resize.
  private var hasBegun = false
  /// Whether the screen below waits for the next book, so that it is gone back to.
  private let isOneOfMany: Bool

  /// Opens with a book number that is known already, which may be none.
  init(workplace: Workplace, isbn: String = "", isOneOfMany: Bool = false) {
    self.workplace = workplace
    self.isOneOfMany = isOneOfMany
    form = Form(SimpleSheetScreen.items(workplace), language: workplace.language)
    form.setText(isbn, for: "isbn")
    draftFile = DraftFile(
      library: workplace.file.folder, staff: workplace.desk.staffID, record: nil)
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
    workplace.drawTitle(words.say(vi: "PHIẾU NHẬP SÁCH", en: "NEW BOOK"), into: &surface)
    form.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 1, rows: max(0, surface.size.rows - 3),
        columns: max(0, surface.size.columns - 2)))
    notice.draw(into: &surface, row: surface.size.rows - 1, workplace)
  }

  private func take(_ response: Form.Response) -> [Effect] {
    switch response {
    case .saved: return save()
    case .refused: return [.bell]
    case .edited(let id):
      keepDraft()
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
    let draft = RecordDraft(record: record, base: nil, savedAt: workplace.clock.now())
    _ = draftFile.write(draft)
  }

  private var record: Record {
    SimpleSheet(texts: form.texts).record(
      on: workplace.desk.today, library: workplace.house?.libraryCode ?? "")
  }

  /// A draft of an earlier record is not overwritten unless a person says so.
  private func askAboutDraft() -> [Effect] {
    guard let draft = draftFile.read() else { return [] }
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
      let outcome = workplace.attempt(&effects) { try workplace.desk.saveRecord(record) }
      guard let outcome else { return effects }
      guard case .saved(let id, _) = outcome else {
        return effects + workplace.told(outcome, saved: "")
      }
      saved = id
      draftFile.remove()
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
      record: record, callNumber: texts["class"], location: texts["location"],
      price: texts["price"])
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
  private static func items(_ workplace: Workplace) -> [Form.Item] {
    let words = workplace.wording
    func line(
      _ id: String, vi: String, en: String, isRequired: Bool = false, width: Int? = nil,
      hint: String = ""
    ) -> Form.Item {
      Form.Item(
        id, label: words.say(vi: vi, en: en), field: workplace.keyboard.words(),
        isRequired: isRequired, width: width, hint: hint)
    }
    func code(_ id: String, vi: String, en: String, width: Int, hint: String = "") -> Form.Item {
      Form.Item(id, label: words.say(vi: vi, en: en), width: width, hint: hint)
    }
    let several = words.say(
      vi: "Nhiều thì cách nhau bằng dấu chấm phẩy", en: "Several are parted by semicolons")
    let copies = CopyForm(workplace)
    return [
      line("title", vi: "Nhan đề", en: "Title", isRequired: true),
      line("subtitle", vi: "Phụ đề", en: "Subtitle"),
      line("author", vi: "Tác giả", en: "Author", hint: several),
      line("place", vi: "Nơi xuất bản", en: "Place", width: 30),
      line("publisher", vi: "Nhà xuất bản", en: "Publisher"),
      Form.Item(
        "year", label: words.say(vi: "Năm", en: "Year"),
        field: InputField(.number, maximumLength: 4), width: 6),
      code("pages", vi: "Số trang", en: "Pages", width: 20),
      code("size", vi: "Khổ", en: "Size", width: 12, hint: "21 cm"),
      isbn(words), code("class", vi: "Phân loại", en: "Class", width: 24),
      line("keywords", vi: "Từ khoá", en: "Keywords", hint: several),
      copies.price(nil), copiesCount(words), copies.location(nil),
    ]
  }

  private static func isbn(_ words: Wording) -> Form.Item {
    Form.Item(
      "isbn", label: "ISBN", field: InputField(.code, maximumLength: 20), width: 20,
      check: { field in
        ISBN(field.text) == nil
          ? words.say(vi: "Sai số kiểm tra của ISBN", en: "The check digit is wrong") : nil
      })
  }

  private static func copiesCount(_ words: Wording) -> Form.Item {
    let limit = AddCopiesScreen.countMaximum
    return Form.Item(
      "count", label: words.say(vi: "Số bản", en: "Copies"),
      field: InputField(.number, text: "1", maximumLength: 3), width: 6,
      hint: words.say(
        vi: "Số ĐKCB chạy tiếp; 0 là chưa có bản nào", en: "Barcodes run on; 0 for none"),
      check: { field in
        (0...limit).contains(field.number ?? -1)
          ? nil : words.say(vi: "Từ 0 đến \(limit)", en: "From 0 to \(limit)")
      })
  }
}
