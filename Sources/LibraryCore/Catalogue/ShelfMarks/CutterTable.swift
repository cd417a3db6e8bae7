import VietnameseText

/// A table of author numbers that a library supplies: the beginning of a name and its number, parted by a tab.
///
/// The Cutter–Sanborn tables in use are under copyright, and no free one was found: none comes with the program.
public struct CutterTable: Equatable, Sendable {
  private let lines: [(key: String, number: String)]

  /// Nil unless at least one line has both.
  public init?(tsv text: String) {
    lines = text.split(separator: "\n").compactMap { line -> (key: String, number: String)? in
      let cells = line.split(separator: "\t")
      guard cells.count >= 2, !line.hasPrefix("#") else { return nil }
      let number = String(cells[1]).trimmed
      return number.isEmpty ? nil : (String(cells[0]).folded, number)
    }.sorted { $0.key < $1.key }
    if lines.isEmpty { return nil }
  }

  /// The letter and number of a name: those of the last line that does not come behind it.
  public func mark(of name: String) -> String? {
    let key = name.folded
    guard let first = key.first, first.isLetter,
      let line = lines.last(where: { $0.key <= key }), line.key.first == first
    else { return nil }
    return String(first).uppercased() + line.number
  }

  public static func == (left: CutterTable, right: CutterTable) -> Bool {
    left.lines.elementsEqual(right.lines) { $0.key == $1.key && $0.number == $1.number }
  }
}
