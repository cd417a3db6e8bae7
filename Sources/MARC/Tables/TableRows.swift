/// Cuts a table into rows of cells as it comes: comma, semicolon or tab between cells, quotes around any of them.
///
/// Separators, quotes and line ends are the same bytes in every encoding a table may be in. Memory holds one row.
final class TableRows {
  struct Row {
    var offset: Int
    var cells: [[UInt8]]
    /// A quote was opened and never closed; the row ends with its line, and the quote is part of the text.
    var hasOpenQuote = false

    var isBlank: Bool { cells.allSatisfy { $0.allSatisfy { $0 <= 0x20 } } }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lengthMaximum = 4 * 1024 * 1024

  private let window: ByteWindow
  private var separator: UInt8?

  init(_ window: ByteWindow) { self.window = window }

  /// The next row that is not blank, or nil at the end.
  func next() throws(SourceFault) -> Row? {
    if window.offset == 0, try window.fill(3), window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      window.drop(3)
    }
    while try window.fill(1) {
      let row = try readRow()
      if !row.isBlank { return row }
    }
    return nil
  }

  private func readRow() throws(SourceFault) -> Row {
    let offset = window.offset
    var hasOpenQuote = false
    var end = try findEnd(mindingQuotes: true)
    if end == nil {
      hasOpenQuote = true
      end = try findEnd(mindingQuotes: false)
    }
    let length = end ?? min(window.count, TableRows.lengthMaximum)
    let line = Array(window.bytes[..<length])
    window.drop(length)
    try skipLineEnd()
    if separator == nil { separator = TableRows.separator(of: line) }
    return Row(
      offset: offset, cells: cells(of: line, mindingQuotes: !hasOpenQuote),
      hasOpenQuote: hasOpenQuote)
  }

  /// Where the row ends, or nil if a quote is open at the end of the input or of what a row may take.
  private func findEnd(mindingQuotes: Bool) throws(SourceFault) -> Int? {
    var position = 0
    var isQuoted = false
    while true {
      let bytes = window.bytes
      while position < bytes.count {
        let byte = bytes[position]
        if mindingQuotes, byte == TableRows.quote {
          isQuoted.toggle()
        } else if !isQuoted, byte == 0x0A || byte == 0x0D {
          return position
        }
        position += 1
      }
      guard position < TableRows.lengthMaximum else { return isQuoted ? nil : position }
      guard try window.readPiece() else { return isQuoted ? nil : position }
    }
  }

  private func skipLineEnd() throws(SourceFault) {
    _ = try window.fill(2)
    if window.bytes.starts(with: [0x0D, 0x0A]) {
      window.drop(2)
    } else if window.bytes.first == 0x0A || window.bytes.first == 0x0D {
      window.drop(1)
    }
  }

  private func cells(of line: [UInt8], mindingQuotes: Bool) -> [[UInt8]] {
    let separator = separator ?? UInt8(ascii: ",")
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    var position = 0
    while position < line.count {
      let byte = line[position]
      position += 1
      if mindingQuotes, byte == TableRows.quote {
        let isDoubled = isQuoted && position < line.count && line[position] == TableRows.quote
        if isDoubled {
          cells[cells.count - 1].append(byte)
          position += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == separator, !isQuoted {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
    }
    return cells
  }

  /// The separator that the first line has most of outside quotes.
  static func separator(of line: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    return ",;\t".utf8.max { counts[$0, default: 0] < counts[$1, default: 0] }
      ?? UInt8(ascii: ",")
  }
}
