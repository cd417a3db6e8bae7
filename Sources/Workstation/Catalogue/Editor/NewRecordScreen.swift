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
  }

  let context = "chooser"
  private let workplace: Workplace
  private var ways: [Way] = []
  private var table = Table(columns: [])

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared, .returned:
      list()
      return []
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

  private func list() {
    let draft = DraftFile(
      library: workplace.file.folder, staff: workplace.desk.staffID, record: nil)
    ways = draft.read() == nil ? [] : [.draft]
    ways += [.sheet] + RecordTemplate.allCases.map { .template($0) }
    table.setCount(ways.count)
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
    case .template(.book):
      TableRow([words.say(vi: "Sách", en: "Book"), "MARC: 020 082 100 245 260 300 520 653"])
    case .template(.serial):
      TableRow([words.say(vi: "Báo, tạp chí", en: "Serial"), "MARC: 022 082 245 260 310 362 653"])
    case .template(.article):
      TableRow([words.say(vi: "Bài trích", en: "Article"), "MARC: 082 100 245 520 653 773"])
    }
  }

  private func screen(_ way: Way) -> any Screen {
    switch way {
    case .sheet: SimpleSheetScreen(workplace: workplace)
    case .draft: EditorScreen(workplace: workplace, .new(record(.book)))
    case .template(let template): EditorScreen(workplace: workplace, .new(record(template)))
    }
  }

  private func record(_ template: RecordTemplate) -> Record {
    template.record(
      on: workplace.desk.today, library: workplace.house?.libraryCode ?? "", workplace.schema)
  }
}
