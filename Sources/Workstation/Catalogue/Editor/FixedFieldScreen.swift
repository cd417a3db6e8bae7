import MARC
import Terminal

/// The fixed positions of one field, each on a row with its name and what its code means.
///
/// A code is typed over or chosen from the list of what may stand there. Every change is at once one of the record, to be
/// taken back there like any other.
final class FixedFieldScreen: Screen {
  /// One code: a position whose codes stand side by side has a row for each.
  private struct Row {
    var position: FixedPosition
    var range: Range<Int>
  }

  let context = "fixedField"
  /// The record below may have unsaved changes: scans wait until it is closed.
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let title: String
  private let rows: [Row]
  private var text: [UInt8]
  private let apply: (Int, [UInt8]) -> [Effect]
  private var table = Table(columns: [])
  /// How many letters of the selected code have been typed.
  private var typedCount = 0
  private var isChoosing = false

  /// `apply` is told from which position on which codes stand now.
  init(
    workplace: Workplace, title: String, _ positions: [FixedPosition], text: [UInt8],
    at offset: Int, apply: @escaping (Int, [UInt8]) -> [Effect]
  ) {
    self.workplace = workplace
    self.title = title
    self.text = text
    self.apply = apply
    rows = positions.flatMap { position in
      stride(
        from: position.range.lowerBound, to: position.range.upperBound, by: max(1, position.unit)
      )
      .map { start in
        Row(
          position: position, range: start..<min(start + position.unit, position.range.upperBound))
      }
    }
    table.setCount(rows.count)
    table.select(rows.lastIndex { $0.range.lowerBound <= offset } ?? 0)
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .returned(let value):
      guard isChoosing, let chosen = value as? ChoiceScreen.Chosen, let row = table.selected else {
        isChoosing = false
        return []
      }
      isChoosing = false
      return set(row, from: 0, Array(chosen.value.utf8)) + next()
    case .input(.text(let typed)): return type(typed)
    default: break
    }
    switch table.update(event) {
    case .opened(let row): return choose(row)
    case .moved: typedCount = 0
    case .ignored: break
    }
    return []
  }

  private func choose(_ row: Int) -> [Effect] {
    let position = rows[row].position
    let list = position.codeList.flatMap { workplace.schema.codeList($0)?.codes } ?? []
    let codes = position.values + list
    guard !codes.isEmpty else {
      return [
        .status(
          words.say(vi: "Gõ thẳng vào vị trí này", en: "Type right into this position"), .status)
      ]
    }
    isChoosing = true
    return [
      .push(
        ChoiceScreen(
          workplace: workplace, title: "\(position.label) \(words.say(position.name))",
          workplace.choices(codes), value: code(row)))
    ]
  }

  /// Types letters over the selected code, and goes on to the next row when it is full.
  private func type(_ typed: String) -> [Effect] {
    var effects: [Effect] = []
    for letter in typed {
      guard let row = table.selected, let code = Code(letter == "#" ? " " : letter),
        (0x20...0x7E).contains(code.byte)
      else { return effects + [.bell] }
      effects += set(row, from: typedCount, [code.byte])
      typedCount += 1
      if typedCount >= rows[row].range.count { effects += next() }
    }
    return effects
  }

  private func set(_ row: Int, from offset: Int, _ codes: [UInt8]) -> [Effect] {
    let range = rows[row].range
    let start = range.lowerBound + offset
    let room = max(0, range.upperBound - start)
    var codes = Array(codes.prefix(room))
    // A choice shorter than the position is filled with blanks, as languages and countries are.
    if offset == 0, codes.count > 1 || room == 1 {
      codes += Array(repeating: Code.blank.byte, count: room - codes.count)
    }
    text += Array(repeating: Code.blank.byte, count: max(0, start + codes.count - text.count))
    text.replaceSubrange(start..<start + codes.count, with: codes)
    return apply(start, codes)
  }

  private func next() -> [Effect] {
    typedCount = 0
    if let row = table.selected, row + 1 < rows.count { table.select(row + 1) }
    return []
  }

  private func code(_ row: Int) -> String {
    let range = rows[row].range.clamped(to: 0..<text.count)
    return String(decoding: text[range], as: UTF8.self)
  }

  // MARK: - Drawing

  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let (height, columns) = (surface.size.rows, surface.size.columns)
    table.columns = [
      TableColumn(words.say(vi: "Vị trí", en: "Pos."), width: .fixed(6)),
      TableColumn(words.say(vi: "Tên", en: "Name"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Mã", en: "Code"), width: .fixed(6)),
      TableColumn(words.say(vi: "Nghĩa", en: "Meaning"), width: .flexible(share: 2)),
    ]
    table.draw(
      into: &surface, in: Rect(row: 1, column: 0, rows: max(0, height - 2), columns: columns)
    ) { range in range.map { row($0) } }
    surface.write(
      words.say(
        vi: "Gõ mã (# là trống), hoặc Enter để chọn theo nghĩa",
        en: "Type the code (# is a blank), or Enter to choose by meaning"),
      at: Point(row: height - 1, column: 1), role: .muted, width: max(0, columns - 2))
  }

  private func row(_ number: Int) -> TableRow {
    let row = rows[number]
    let isFirst = row.range.lowerBound == row.position.range.lowerBound
    let code = code(number)
    let label = row.range.count == 1 || isFirst ? row.position.label : "\(row.range.lowerBound)"
    return TableRow([
      row.position.range.count == row.range.count ? row.position.label : isFirst ? label : "",
      isFirst ? words.say(row.position.name) : "",
      code.replacing(" ", with: "#"),
      workplace.meaning(of: code, at: row.position) ?? "",
    ])
  }
}

extension Workplace {
  /// What a code means at a fixed position; nil where the format has no such code, and where anything may stand.
  func meaning(of code: String, at position: FixedPosition) -> String? {
    let listed = position.codeList.flatMap { schema.codeList($0) }
    let trimmed = String(code.prefix { $0 != " " })
    let found =
      position.value(code) ?? listed?[code] ?? listed?[trimmed]
    return found.map { wording.say($0.name) }
  }
}
