import MARC
import Terminal
import VietnameseText

/// Finds the tag for a new field by number or by name; any other three signs are taken as they are typed.
///
/// Scans wait until it is closed.
final class TagChooser: Screen {
  /// The tag that was chosen.
  struct Chosen: Sendable {
    var tag: Tag

    /// A field for a tag that is not known by name.
    var emptyField: MARC.Field {
      tag.isControl ? MARC.Field(control: tag, "") : MARC.Field(tag, [Subfield("a", "")])
    }
  }

  let context = "choice"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  /// The format whose tags are offered.
  private let kind: RecordKind
  private var line: InputField
  private var table = Table(columns: [])
  private var found: [Tag] = []

  init(workplace: Workplace, kind: RecordKind = .bibliographic) {
    self.workplace = workplace
    self.kind = kind
    line = workplace.keyboard.line(maximumLength: 40)
    search()
  }

  private var words: Wording { workplace.wording }
  private var schema: MARCSchema { workplace.schema }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.lineAccept), .command(.listOpen):
      return table.selected.map { [.close(Chosen(tag: found[$0]))] } ?? [.bell]
    default: break
    }
    guard table.update(event) == .ignored else { return [] }
    switch line.update(event) {
    case .edited: search()
    case .refused: return [.bell]
    case .ignored, .moved: break
    }
    return []
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "THÊM TRƯỜNG", en: "ADD A FIELD"), into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let label = words.say(vi: "Nhãn hay tên", en: "Tag or name")
    let used = surface.write(label, at: Point(row: 1, column: 1), role: .fieldLabel)
    line.draw(into: &surface, at: Point(row: 1, column: used + 3), width: 30, isFocused: true)
    table.columns = [
      TableColumn(words.say(vi: "Nhãn", en: "Tag"), width: .fixed(4)),
      TableColumn(words.say(vi: "Tên", en: "Name"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Trường con", en: "Subfields"), width: .flexible(share: 3)),
    ]
    table.emptyText = words.say(
      vi: "Gõ ba chữ số của nhãn", en: "Type the three digits of a tag")
    table.draw(
      into: &surface, in: Rect(row: 3, column: 0, rows: max(0, rows - 3), columns: columns)
    ) { range in range.map { row(found[$0]) } }
  }

  private var usualFields: [UsualField] { kind == .bibliographic ? schema.usualFields : [] }

  private func row(_ tag: Tag) -> TableRow {
    guard let label = schema.label(of: tag, in: kind) else {
      return TableRow([tag.text, words.say(vi: "(nhãn khác)", en: "(another tag)"), ""])
    }
    let parts = kind == .bibliographic ? schema.usual(tag)?.parts : nil
    let usual = parts?.map { "$\($0.code) \(words.say($0.label))" } ?? []
    let all = schema.field(tag, in: kind)?.subfields ?? []
    let names =
      usual.isEmpty
      ? all.filter { !$0.isObsolete }.map { "$\($0.code) \(words.say($0.name))" } : usual
    return TableRow([tag.text, words.say(label), names.joined(separator: ", ")])
  }

  /// The usual tags; with something typed, all known ones that answer to it, and the tag itself.
  private func search() {
    let typed = line.text.folded
    if typed.isEmpty, kind != .bibliographic {
      found = schema.fields(in: kind).filter { !$0.isObsolete }.map(\.tag)
    } else if typed.isEmpty {
      found = usualFields.filter { !$0.parts.isEmpty }.map(\.tag)
    } else {
      let usual = usualFields.filter { answers($0.tag, [$0.label], to: typed) }.map(\.tag)
      let others = schema.fields(in: kind).filter { field in
        answers(field.tag, [field.name], to: typed) && !usual.contains(field.tag)
      }.map(\.tag)
      found = usual + others
      if let tag = Tag(line.text.uppercased()), tag.isWellFormed, !found.contains(tag) {
        found.append(tag)
      }
    }
    table.setCount(found.count)
    table.select(0)
  }

  private func answers(_ tag: Tag, _ names: [SchemaName], to typed: String) -> Bool {
    tag.text.hasPrefix(typed)
      || names.contains { $0.vi.folded.contains(typed) || $0.en.folded.contains(typed) }
  }
}
