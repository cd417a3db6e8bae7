import LibraryCore
import LibraryStore
import Terminal

/// What a record screen hands back to itself when a form for copies closes.
struct CopiesSaved: Sendable {
  var ops: [OpID]
  /// The copy to stand on afterwards.
  var barcode: String?
  /// All copies that were added.
  var barcodes: [String] = []
}

extension RecordScreen {
  func resume(_ value: (any Sendable)?) -> [Effect] {
    let question = asked
    asked = nil
    if let side = value as? CompareScreen.Side, let stored {
      let now = CompareScreen.Side(
        name: words.say(vi: "biểu ghi \(stored.id)", en: "record \(stored.id)"),
        record: stored.record)
      return [.push(CompareScreen(workplace: workplace, left: side, right: now))]
    }
    var effects: [Effect] = []
    if value.isYes {
      switch question {
      case .removeRecord: effects += setStatus()
      case .removeCopy(let facts): effects += remove(facts)
      case .mend(let record): effects += mend(record)
      case nil: break
      }
    }
    if let saved = value as? CopiesSaved { ops += saved.ops }
    if let saved = value as? RecordWasSaved { ops.append(saved.op) }
    if let merged = value as? RecordsMerged {
      trail = RecordTrail(merged.into)
      ops.append(merged.op)
    }
    effects += load()
    if let code = (value as? CopiesSaved)?.barcode,
      let place = copies.firstIndex(where: { $0.item.barcode.text == code })
    {
      table.select(place)
    }
    return effects
  }

  func showShelfMark() -> [Effect] {
    guard let stored else { return [.bell] }
    var effects: [Effect] = []
    let page = workplace.attempt(&effects) { try ShelfMarkHelp(workplace).page(of: stored) }
    return effects + ((page ?? nil).map { [.push($0)] } ?? [.bell])
  }

  // MARK: - Copies

  func addCopies() -> [Effect] {
    guard let stored, stored.status == .active else { return [.bell] }
    return [
      .push(
        AddCopiesScreen(
          workplace: workplace, record: stored.id, title: stored.brief.title,
          pattern: copies.last?.item, description: stored.record))
    ]
  }

  func editCopy(_ screen: (ItemFacts) -> any Screen) -> [Effect] {
    guard let copy = selectedCopy else { return addCopies() }
    return [.push(screen(copy))]
  }

  func askToRemoveCopy() -> [Effect] {
    guard let copy = selectedCopy else { return [.bell] }
    asked = .removeCopy(copy)
    return [
      .push(
        workplace.question(
          words.say(vi: "Huỷ bản nhập nhầm?", en: "Remove a copy entered by mistake?"),
          [
            StyledText("\(copy.item.barcode)  \(copy.title)", role: .heading),
            StyledText(
              words.say(
                vi:
                  "Việc nhập bản này được hoàn tác và số ĐKCB dùng lại được. Bản đã có lượt mượn thì không huỷ được: hãy ghi «xuất kho».",
                en:
                  "Its entry is undone and its barcode is free again. A copy that was lent cannot be removed: record it as withdrawn."
              )),
          ], yes: words.say(vi: "Huỷ bản này", en: "Remove it")))
    ]
  }

  /// Takes back the entry of a copy, with what was changed on it since: newest first.
  private func remove(_ copy: ItemFacts) -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) { () throws -> UndoOutcome in
      let desk = workplace.desk
      let history = try desk.history(of: copy.item.id).filter { entry in
        !entry.isUndone && entry.op.undoes == nil
      }
      let saves = history.filter { if case .itemSaved = $0.op.body { true } else { false } }
      guard saves.count == history.count else {
        let saved = Set(saves.map(\.op.id))
        return .refused([.laterActions(history.map(\.op.id).filter { !saved.contains($0) })])
      }
      var last = UndoOutcome.refused([.nothingToUndo])
      for save in saves {
        last = try desk.undo(save.op.id)
        guard case .undone = last else { return last }
      }
      return last
    }
    guard let outcome else { return effects }
    ops = []
    return effects + workplace.told(outcome)
  }

  // MARK: - The record

  func edit() -> [Effect] {
    guard let stored, stored.status == .active else { return [.bell] }
    return [.push(EditorScreen(workplace: workplace, .stored(stored)))]
  }

  func chooseMerge(_ stored: StoredRecord) -> [Effect] {
    [.push(MergeChooserScreen(workplace: workplace, keeper: stored))]
  }

  func askToRemove() -> [Effect] {
    guard let stored else { return [.bell] }
    let isActive = stored.status == .active
    asked = .removeRecord
    return [
      .push(
        workplace.question(
          isActive
            ? words.say(vi: "Bỏ biểu ghi khỏi mục lục?", en: "Remove this record?")
            : words.say(vi: "Đưa biểu ghi lại vào mục lục?", en: "Put this record back?"),
          [
            StyledText(stored.brief.title, role: .heading),
            StyledText(
              words.say(
                vi: "Mọi phiên bản vẫn còn trong nhật ký; hoàn tác được.",
                en: "All versions stay in the journal; this can be undone.")),
          ],
          yes: isActive
            ? words.say(vi: "Bỏ", en: "Remove") : words.say(vi: "Đưa lại", en: "Put back")
        ))
    ]
  }

  private func setStatus() -> [Effect] {
    guard let stored else { return [] }
    var effects: [Effect] = []
    let status: RecordStatus = stored.status == .active ? .removed : .active
    guard
      let outcome = workplace.attempt(
        &effects, { try workplace.desk.setRecordStatus(stored.id, status) })
    else { return effects }
    if case .saved(_, let op) = outcome { ops.append(op) }
    return effects
      + workplace.told(
        outcome,
        saved: status == .removed
          ? words.say(vi: "Đã bỏ biểu ghi khỏi mục lục", en: "The record was removed")
          : words.say(vi: "Đã đưa biểu ghi lại vào mục lục", en: "The record was put back"))
  }

  // MARK: - Undo and explain

  /// Takes back the last thing done here; when nothing was, the last change of the record itself.
  func undo() -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) { () throws -> UndoOutcome in
      if let op = ops.last { return try workplace.desk.undo(op) }
      let newest = try workplace.desk.history(of: trail.current).first { entry in
        !entry.isUndone && entry.op.undoes == nil
      }
      guard let newest else { return .refused([.nothingToUndo]) }
      return try workplace.desk.undo(newest.op.id)
    }
    guard let outcome else { return effects }
    if case .undone = outcome { _ = ops.popLast() }
    return effects + workplace.told(outcome) + load()
  }

  /// The story of the selected copy; of the record where it has none.
  func explain() -> [Effect] {
    guard let copy = selectedCopy else {
      return [.push(JournalScreen(workplace: workplace, entity: trail.current))]
    }
    return ExplanationPage.effects(workplace, .item(copy.item.barcode.text))
  }
}
