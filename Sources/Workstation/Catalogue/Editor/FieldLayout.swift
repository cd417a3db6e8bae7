import MARC
import Terminal
import VietnameseText

/// One line of a record as rows on screen: which letter stands where, and where the cursor goes.
///
/// The tag and the indicators stand on the first row, the texts are wrapped beside them. Every place of the cursor has a
/// cell of its own; behind each text that is the blank which parts it from the next.
/// Of a text longer than any screen only that part is laid out which the screen can reach from the cursor, or from either end.
struct FieldLayout {
  /// What stands in one place, and the spot of the cursor there, if it can stand there.
  private struct Glyph {
    var letter: Character
    var columns: Int
    var role: Role
    var spot: EditingPlace.Spot?

    var shown: String {
      letter.unicodeScalars.count > 1 ? String(letter).nfc : String(letter)
    }
  }

  private var glyphs: [Glyph] = []
  /// The glyphs of each row.
  private(set) var rows: [Range<Int>] = []
  private let columns: Int
  /// How many letters the screen can show on either side of the cursor.
  private let reach: Int
  /// Where the cursor stands, if it is in this line.
  private let cursor: EditingPlace.Spot?
  /// Whether parts of a text are left out.
  private(set) var isCut = false
  /// The column in which texts begin.
  static let textColumn = 7
  /// What stands where a part of a text is left out.
  private static let cutSign: Character = "…"

  /// How many letters and signs were laid out.
  var glyphCount: Int { glyphs.count }

  /// The leader, which has one text.
  init(_ leader: Leader, columns: Int) {
    self.columns = columns
    (reach, cursor) = (.max, nil)
    head("LDR", hasTag: false, indicators: nil)
    plain(LetterRun(leader.bytes))
    wrap()
  }

  /// `reach` is at least the number of letters on a screen; `cursor` is nil for a line without it.
  init(
    _ field: MARC.Field, columns: Int, reach: Int = .max, cursor: EditingPlace.Spot? = nil
  ) {
    self.columns = columns
    (self.reach, self.cursor) = (reach, cursor)
    let tag = String(field.tag.bytes.map { Character(Code(byte: $0).shownInTag) })
    head(tag, hasTag: true, indicators: field.isControl ? nil : field.shownIndicators)
    if field.isControl {
      plain(LetterRun(field.body))
    } else {
      for (number, subfield) in field.subfields.enumerated() { add(subfield, number) }
    }
    wrap()
  }

  // MARK: - Laying out

  private mutating func head(_ tag: String, hasTag: Bool, indicators: String?) {
    for (position, letter) in tag.enumerated() {
      put(letter, 1, .recordTag, hasTag ? .tag(position) : nil)
    }
    for position in tag.count..<max(4, tag.count + 1) {
      put(" ", 1, .text, hasTag && position == tag.count && tag.count < 3 ? .tag(position) : nil)
    }
    for (number, letter) in (indicators ?? "  ").enumerated() {
      put(letter, 1, .recordIndicator, indicators == nil ? nil : .indicator(number))
    }
    put(" ", 1, .text, nil)
  }

  private mutating func plain(_ run: LetterRun) {
    text(run, 0)
  }

  private mutating func add(_ subfield: Subfield, _ number: Int) {
    put("$", 1, .recordSubfield, nil)
    put(subfield.shownCode.first ?? " ", 1, .recordSubfield, .code(number))
    put(" ", 1, .text, nil)
    text(LetterRun(subfield.bytes), number)
  }

  private mutating func text(_ run: LetterRun, _ number: Int) {
    var last = 0
    for part in parts(of: run.count, number) {
      if part.lowerBound > last { put(FieldLayout.cutSign, 1, .muted, nil) }
      for (offset, letter) in zip(part, run.letters(part)) {
        put(letter, max(1, DisplayWidth.of(letter)), .text, .text(number, offset: offset))
      }
      last = part.upperBound
    }
    if last < run.count { put(FieldLayout.cutSign, 1, .muted, nil) }
    put(" ", 1, .text, .text(number, offset: run.count))
  }

  /// The parts of a text that are laid out: all of it, or what the cursor reaches, or both ends where it stands elsewhere.
  ///
  /// The part round the cursor moves by half a screen at a time, so that rows break where they did before.
  private mutating func parts(of count: Int, _ number: Int) -> [Range<Int>] {
    guard reach < count / 4 else { return [0..<count] }
    isCut = true
    guard case .text(number, let offset) = cursor else {
      return [0..<reach, count - reach..<count]
    }
    let half = max(1, (reach + 1) / 2)
    let first = max(0, (offset / half - 2) * half)
    return [first..<min(count, (offset / half + 3) * half)]
  }

  private mutating func put(
    _ letter: Character, _ columns: Int, _ role: Role, _ spot: EditingPlace.Spot?
  ) {
    glyphs.append(Glyph(letter: letter, columns: columns, role: role, spot: spot))
  }

  /// Breaks behind blanks where that is possible, else where the row is full.
  private mutating func wrap() {
    var start = 0
    var used = 0
    var breakAt: Int?
    var number = 0
    while number < glyphs.count {
      let glyph = glyphs[number]
      if used + glyph.columns > columns, number > start {
        let end = breakAt.map { $0 > start ? $0 : number } ?? number
        rows.append(start..<end)
        start = end
        used = indent + glyphs[end..<number].reduce(0) { $0 + $1.columns }
        breakAt = nil
        continue
      }
      used += glyph.columns
      number += 1
      let isBehindCode = number >= 2 && glyphs[number - 2].role == .recordSubfield
      if glyph.letter == " ", used > FieldLayout.textColumn, !isBehindCode { breakAt = number }
    }
    rows.append(start..<glyphs.count)
  }

  private var indent: Int { min(FieldLayout.textColumn, columns / 2) }

  // MARK: - Drawing and finding

  func draw(row: Int, into surface: inout Surface, at point: Point) {
    var column = point.column + (row > 0 ? indent : 0)
    var run = ""
    var role = Role.text
    var start = column
    for glyph in glyphs[rows[row]] {
      if glyph.role != role {
        surface.write(run, at: Point(row: point.row, column: start), role: role)
        (run, role, start) = ("", glyph.role, column)
      }
      run += glyph.shown
      column += glyph.columns
    }
    surface.write(run, at: Point(row: point.row, column: start), role: role)
  }

  /// The first spot of a row, by which the row is found again when another part of the text is laid out.
  func firstSpot(row: Int) -> EditingPlace.Spot? {
    rows.indices.contains(row) ? glyphs[rows[row]].lazy.compactMap(\.spot).first : nil
  }

  /// The row in which a spot stands; nil where it is left out.
  func row(of spot: EditingPlace.Spot) -> Int? {
    glyphs.firstIndex { $0.spot == spot }.flatMap { number in
      rows.firstIndex { $0.contains(number) }
    }
  }

  /// Where the cursor is drawn.
  func point(of spot: EditingPlace.Spot) -> Point {
    guard let number = glyphs.firstIndex(where: { $0.spot == spot }),
      let row = rows.firstIndex(where: { $0.contains(number) })
    else { return Point(row: 0, column: 0) }
    let before = glyphs[rows[row].lowerBound..<number].reduce(0) { $0 + $1.columns }
    return Point(row: row, column: before + (row > 0 ? indent : 0))
  }

  /// The spot on a row that is nearest to a column.
  func spot(row: Int, column: Int) -> EditingPlace.Spot? {
    var at = row > 0 ? indent : 0
    var best: (distance: Int, spot: EditingPlace.Spot)?
    for glyph in glyphs[rows[row]] {
      if let spot = glyph.spot, best.map({ abs(at - column) < $0.distance }) ?? true {
        best = (abs(at - column), spot)
      }
      at += glyph.columns
    }
    return best?.spot
  }
}

extension Code {
  /// A byte of a tag as a letter.
  fileprivate var shownInTag: Unicode.Scalar {
    (0x21...0x7E).contains(byte) ? Unicode.Scalar(byte) : "?"
  }
}
