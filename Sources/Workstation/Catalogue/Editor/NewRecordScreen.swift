import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Where a new record begins: the plain sheet, or a template in the MARC editor.
final class NewRecordScreen: Screen {
  private enum Way: Equatable {
    case draft
    case sheet
    case template(RecordTemplate)
    /// A template of the library's own, by its place among them.
    case own(Int)
  }

  let context = "chooser"
  private let workplace: Workplace
  private var ways: [Way] = []
  private var own: [OwnTemplate] = []
  private var table = Table(columns: [])

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared, .returned: return list()
    case .command(.cancel): return [.close(nil)]
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return [.replace(screen(ways[row]))]
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "BIỂU GHI MỚI", en: "NEW RECORD"), into: &surface)
    table.columns = [
      TableColumn("", width: .flexible(share: 2)), TableColumn("", width: .flexible(share: 3)),
    ]
    table.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 1, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 2))
    ) { range in range.map { row(ways[$0]) } }
  }

  private func list() -> [Effect] {
    var effects: [Effect] = []
    own = workplace.attempt(&effects) { try workplace.desk.templates() } ?? []
    let draft = DraftFile(
      library: workplace.file.folder, staff: workplace.desk.staffID, record: nil)
    ways = draft.read() == nil ? [] : [.draft]
    ways += [.sheet] + workplace.templateTable.templates.map { .template($0) }
    ways += own.indices.map { .own($0) }
    table.setCount(ways.count)
    return effects
  }

  private func row(_ way: Way) -> TableRow {
    switch way {
    case .draft:
      TableRow([
        words.say(vi: "Bản nháp chưa lưu", en: "The unsaved draft"),
        words.say(vi: "biên mục tiếp lần trước", en: "go on where you were interrupted"),
      ])
    case .sheet:
      TableRow([
        words.say(vi: "Phiếu nhập sách", en: "Simple sheet"),
        words.say(
          vi: "một tờ giản dị: nhan đề, tác giả, năm, số bản",
          en: "one plain page: title, author, year, copies"),
      ])
    case .template(let template):
      TableRow([
        words.say(template.name),
        "MARC: " + tags(template.record(enteredOn: "", library: "", schema)),
      ])
    case .own(let place):
      TableRow([
        own[place].name,
        words.say(vi: "mẫu riêng: ", en: "the library's own: ") + tags(own[place].record),
      ])
    }
  }

  private var schema: MARCSchema { workplace.schema }

  /// The tags a person fills in.
  private func tags(_ record: Record) -> String {
    record.fields.filter { !$0.tag.isControl }.map(\.tag.text).joined(separator: " ")
  }

  private func screen(_ way: Way) -> any Screen {
    switch way {
    case .sheet: SimpleSheetScreen(workplace: workplace)
    case .draft: EditorScreen(workplace: workplace, .new(newRecord(templates[0])))
    case .template(let template): EditorScreen(workplace: workplace, .new(newRecord(template)))
    case .own(let place): EditorScreen(workplace: workplace, .new(own[place].record))
    }
  }

  private var templates: [RecordTemplate] { workplace.templateTable.templates }

  private func newRecord(_ template: RecordTemplate) -> Record {
    let day = workplace.desk.today.iso.split(separator: "-").joined().dropFirst(2)
    return template.record(
      enteredOn: String(day), library: workplace.house?.libraryCode ?? "", schema)
  }
}
