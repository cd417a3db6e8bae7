import VietnameseText

/// A table as spreadsheets write it: one line of headings, then rows of cells parted by comma, semicolon or tab.
///
/// Cells may be quoted, hold line ends and doubled quotes. Texts are in NFC, without blanks around them.
public struct SeparatedValues: Sendable {
  public struct Row: Equatable, Sendable {
    /// The line of the file where the row begins, from 1.
    public var line: Int
    public var cells: [String]

    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }

    /// The text of a cell, or nil where it is empty or the column is not there.
    public subscript(column: Int?) -> String? {
      guard let column, column < cells.count, !cells[column].isEmpty else { return nil }
      return cells[column]
    }
  }

  public enum Fault: Error, Equatable, Sendable {
    case empty
    /// Not UTF-8 text.
    case notText(line: Int)
    case openQuote(line: Int)
  }

  public let headings: [String]
  public let rows: [Row]

  public init(_ bytes: [UInt8]) throws(Fault) {
    var reader = SeparatedValuesReader(bytes)
    var rows: [Row] = []
    while let row = try reader.next() {
      if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }
    guard let first = rows.first else { throw .empty }
    headings = first.cells
    self.rows = Array(rows.dropFirst())
  }

  /// The first column whose heading is one of `names`, compared without case and marks.
  public func column(_ names: [String]) -> Int? {
    let folded = headings.map(\.folded)
    return names.lazy.compactMap { folded.firstIndex(of: $0.folded) }.first
  }
}

private struct SeparatedValuesReader {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    separator = SeparatedValuesReader.separator(of: self.bytes)
  }

  /// The next row, or nil at the end.
  mutating func next() throws(SeparatedValues.Fault) -> SeparatedValues.Row? {
    guard position < bytes.count else { return nil }
    var row = SeparatedValues.Row(line: line, cells: [])
    while true {
      row.cells.append(try cell())
      guard position < bytes.count else { return row }
      let ending = bytes[position]
      position += 1
      if ending == separator { continue }
      if ending == SeparatedValuesReader.carriageReturn, position < bytes.count,
        bytes[position] == SeparatedValuesReader.lineFeed
      {
        position += 1
      }
      line += 1
      return row
    }
  }

  private mutating func cell() throws(SeparatedValues.Fault) -> String {
    var content: [UInt8] = []
    if position < bytes.count, bytes[position] == SeparatedValuesReader.quote {
      try readQuoted(into: &content)
    }
    let start = position
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    content += bytes[start..<position]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .notText(line: line)
    }
    return text.nfc.trimmed
  }

  private mutating func readQuoted(into content: inout [UInt8]) throws(SeparatedValues.Fault) {
    let opened = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == SeparatedValuesReader.quote {
        guard position < bytes.count, bytes[position] == SeparatedValuesReader.quote else {
          return
        }
        position += 1
      }
      if byte == SeparatedValuesReader.lineFeed { line += 1 }
      content.append(byte)
    }
    throw .openQuote(line: opened)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == SeparatedValuesReader.lineFeed
      || byte == SeparatedValuesReader.carriageReturn
  }

  /// The separator that the first line has most of.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      counts[byte, default: 0] += 1
    }
    let candidates = ",;\t".utf8
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }
}
