public import VietnameseText

/// A table as spreadsheets write it: one line of headings, then rows of cells parted by comma, semicolon or tab.
///
/// Cells may be quoted, hold line ends and doubled quotes. Texts are in NFC, without blanks around them.
public struct SeparatedValues: Sendable {
  public struct Row: Equatable, Sendable {
    /// The line of the file where the row begins, from 1.
    public var line: Int
    public var cells: [String]
    /// The cells that were mended, by column, as they were received.
    public var mended: [MendedCell]

    public init(line: Int, cells: [String], mended: [MendedCell] = []) {
      self.line = line
      self.cells = cells
      self.mended = mended
    }

    /// The text of a cell, or nil where it is empty or the column is not there.
    public subscript(column: Int?) -> String? {
      guard let column, column < cells.count, !cells[column].isEmpty else { return nil }
      return cells[column]
    }
  }

  public struct MendedCell: Equatable, Sendable {
    public var column: Int
    public var received: [UInt8]
    public var mended: MendedField
  }

  public enum Fault: Error, Equatable, Sendable {
    case empty
    /// Not UTF-8 text, and not to be read in another encoding.
    case notText(line: Int)
    case openQuote(line: Int)
  }

  public let headings: [String]
  public let rows: [Row]

  /// Reads a table in UTF-8, in the "Unicode text" of spreadsheets (UTF-16 with its mark), or in
  /// the encoding that `mending` names or finds.
  public init(_ bytes: [UInt8], _ mending: TextMending = TextMending()) throws(Fault) {
    let raw = try RawTable(bytes)
    var mending = mending
    mending.composes = true
    var rows: [Row] = []
    let usual = mending.encoding == .automatic ? raw.survey(rowsMaximum: 1000).usual : nil
    for line in raw.rows {
      let row = try line.row(mending, usual: usual)
      if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }
    guard let first = rows.first else { throw .empty }
    headings = first.cells
    self.rows = Array(rows.dropFirst())
  }

  /// What the texts of a table could be in.
  public static func survey(_ bytes: [UInt8]) -> EncodingSurvey? {
    try? RawTable(bytes).survey(rowsMaximum: 1000)
  }

  /// The first column whose heading is one of `names`, compared without case and marks.
  public func column(_ names: [String]) -> Int? {
    let folded = headings.map(\.folded)
    return names.lazy.compactMap { folded.firstIndex(of: $0.folded) }.first
  }
}
