import LibraryCore
public import MARC
import Terminal

/// A record as plain lines of text, `=245  10$aTitle`, for those who like that better than fields.
///
/// It closes with the record once every line is one; until then nothing is taken over and nothing is lost, and the first
/// line that is no field is shown.
final class FlatTextScreen: Screen, HoldsUnsavedWork {
  /// The record that the lines say.
  struct Edited: Sendable { var record: EditableRecord }

  let context = "flatText"
  let isOverlay = false
  let isQuestion = true
  private let workplace: Workplace
  private let record: EditableRecord
  private let sketch: (EditableRecord) -> [Effect]
  private var area: TextArea
  private var fault: FlatText.Fault?
  private var isAsking = false

  /// `sketch` is told of the record after every key that leaves whole fields, so that it is in the draft.
  init(
    workplace: Workplace, _ record: EditableRecord, line: Int,
    sketch: @escaping (EditableRecord) -> [Effect]
  ) {
    self.workplace = workplace
    self.record = record
    self.sketch = sketch
    area = TextArea(FlatText.lines(of: record), keyboard: workplace.keyboard)
    area.go(toLine: line)
  }

  private var words: Wording { workplace.wording }
  var hasUnsavedWork: Bool { true }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.flatDone): return takeOver()
    case .command(.cancel): return cancel()
    case .returned(let value):
      guard isAsking else { return [] }
      isAsking = false
      switch (value as? Dialog.Answer)?.command {
      case .dialogYes: return takeOver()
      case .dialogNo: return [.close(nil)]
      default: return []
      }
    default: break
    }
    switch area.update(event) {
    case .edited:
      fault = nil
      guard case .success(let read) = FlatText.read(area.lines, over: record) else { return [] }
      return sketch(read)
    case .refused: return [.bell]
    case .ignored, .moved: return []
    }
  }

  private func takeOver() -> [Effect] {
    switch FlatText.read(area.lines, over: record) {
    case .success(let read): return [.close(Edited(record: read))]
    case .failure(let faults):
      fault = faults.all.first
      if let fault { area.go(toLine: fault.line - 1, column: fault.column - 1) }
      return [.bell]
    }
  }

  private func cancel() -> [Effect] {
    guard area.isChanged else { return [.close(nil)] }
    isAsking = true
    return [
      .push(
        DialogScreen(
          Dialog(
            title: words.say(vi: "Nhận những dòng vừa sửa?", en: "Keep the lines as edited?"),
            message: [],
            choices: [
              Dialog.Choice(.dialogYes, label: words.say(vi: "Nhận", en: "Keep")),
              Dialog.Choice(.dialogNo, label: words.say(vi: "Bỏ", en: "Discard")),
              Dialog.Choice(.cancel, label: words.say(vi: "Sửa tiếp", en: "Go on editing")),
            ], language: workplace.language), keys: workplace.keyMap))
    ]
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "BIỂU GHI DẠNG DÒNG", en: "RECORD AS LINES"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    surface.inside(Rect(row: 1, column: 0, rows: max(1, rows - 2), columns: columns)) { part in
      area.draw(into: &part)
    }
    let note =
      fault.map { words.flatFault($0) }
      ?? words.say(
        vi: "Dòng \(area.line + 1), cột \(area.column + 1) · \\ là trống, {dollar} là chữ $",
        en:
          "Line \(area.line + 1), column \(area.column + 1) · \\ is a blank, {dollar} the letter $")
    surface.write(
      note, at: Point(row: rows - 1, column: 1), role: fault == nil ? .muted : .error,
      width: max(0, columns - 2))
  }
}

extension Wording {
  /// What is wrong with a line of the flat form, and where.
  public func flatFault(_ fault: FlatText.Fault) -> String {
    say(
      vi: "Dòng \(fault.line), cột \(fault.column): ",
      en: "Line \(fault.line), column \(fault.column): ")
      + flatFault(fault.kind)
  }

  private func flatFault(_ kind: FlatText.Fault.Kind) -> String {
    switch kind {
    case .noTag:
      say(vi: "phải bắt đầu bằng = và nhãn, như =245", en: "has to begin with = and a tag, as =245")
    case .leader(let count):
      say(
        vi: "đầu biểu phải đúng \(Leader.length) chữ không dấu, nay có \(count)",
        en: "the leader has exactly \(Leader.length) plain letters; this has \(count)")
    case .strayLeader:
      say(
        vi: "chỉ một dòng =LDR, ở đầu biểu ghi",
        en: "only one line is =LDR, at the top of the record")
    case .noSubfields:
      say(
        vi: "sau nhãn cần hai chỉ thị rồi $, như =245  10$aNhan đề",
        en: "two indicators and $ follow the tag, as =245  10$aTitle")
    case .code(let code):
      say(
        vi: "sau $ phải là mã trường con, không phải «\(code)»; chữ $ viết {dollar}",
        en: "the code of a subfield follows $, not “\(code)”; the letter $ is {dollar}")
    case .other(let fault):
      otherFault(fault)
    }
  }

  private func otherFault(_ fault: MARC.Fault) -> String {
    let told = ImportFault(
      file: 0, Diagnostic(record: 0, offset: 0, fault: fault, remedy: .kept))
    return importFaultKind(told.code, told.detail)
  }
}
