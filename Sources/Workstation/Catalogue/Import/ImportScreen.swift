import LibraryCore
import LibraryStore
import Terminal

/// Finds the file to take records from: a path with its completion, and what lies in the folder.
///
/// Scans wait until it is closed.
final class ImportScreen: Screen {
  let context = "import"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  /// The batch that was broken off and is to go on with the same file.
  private let resuming: EntityID?
  private var line: InputField
  private var list: FolderList
  private var found: [FolderList.Entry] = []
  private var table = Table(columns: [])

  init(workplace: Workplace, resuming: EntityID? = nil, folder: String = TypedPath.workingFolder) {
    self.workplace = workplace
    self.resuming = resuming
    line = InputField(.text, text: folder, maximumLength: 4096)
    list = FolderList(TypedPath(folder).folder)
    search()
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.importComplete): return complete()
    case .command(.lineAccept), .command(.listOpen): return open()
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
    workplace.drawTitle(title, into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let used = surface.write(
      words.say(vi: "Tệp", en: "File"), at: Point(row: 1, column: 1), role: .fieldLabel)
    line.draw(
      into: &surface, at: Point(row: 1, column: used + 3), width: max(10, columns - used - 4),
      isFocused: true)
    table.columns = [
      TableColumn(words.say(vi: "Tên", en: "Name"), width: .flexible()),
      TableColumn(words.say(vi: "Cỡ", en: "Size"), width: .fixed(12), alignment: .trailing),
    ]
    table.emptyText =
      list.fault ?? words.say(vi: "Không có tệp nào tên như vậy", en: "No file of that name")
    table.draw(
      into: &surface, in: Rect(row: 3, column: 0, rows: max(0, rows - 3), columns: columns)
    ) { range in range.map { row(found[$0]) } }
  }

  private var title: String {
    resuming.map { words.say(vi: "NHẬP TIẾP ĐỢT \($0)", en: "GO ON WITH BATCH \($0)") }
      ?? words.say(vi: "NHẬP TỪ TỆP", en: "IMPORT FROM A FILE")
  }

  private func row(_ entry: FolderList.Entry) -> TableRow {
    TableRow([
      entry.isFolder ? entry.name + "/" : entry.name,
      entry.isFolder ? "" : words.fileSize(entry.bytes),
    ])
  }

  private func search() {
    let path = TypedPath(line.text)
    if path.folder != list.folder { list = FolderList(path.folder) }
    found = list.entries(beginning: path.prefix)
    table.setCount(found.count)
    table.select(0)
  }

  /// Types on as far as all names found agree.
  private func complete() -> [Effect] {
    guard let first = found.first else { return [.bell] }
    let path = TypedPath(line.text)
    var common = first.name
    for entry in found { common = common.commonPrefix(with: entry.name) }
    let isOnly = found.count == 1
    guard isOnly || common.count > path.prefix.count else { return [.bell] }
    line.setText(path.folder + common + (isOnly && first.isFolder ? "/" : ""))
    search()
    return []
  }

  private func open() -> [Effect] {
    guard let row = table.selected else { return [.bell] }
    let path = TypedPath(line.text).path(of: found[row])
    guard found[row].isFolder else {
      return [
        .replace(ImportPreviewScreen(workplace: workplace, path: path, resuming: resuming))
      ]
    }
    line.setText(path + "/")
    search()
    return []
  }
}

extension String {
  /// The beginning that both texts share, whatever the case of its letters.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }
}
