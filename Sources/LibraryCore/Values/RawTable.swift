import VietnameseText

/// A table as bytes: rows of cells before anybody knows their encoding.
struct RawTable {
  struct Row {
    var line: Int
    var cells: [[UInt8]]
  }

  private(set) var rows: [Row] = []

  init(_ bytes: [UInt8]) throws(SeparatedValues.Fault) {
    var reader = RawTableReader(RawTable.withoutMark(bytes))
    while let row = try reader.next() { rows.append(row) }
  }

  /// What the first rows could be in.
  func survey(rowsMaximum: Int) -> EncodingSurvey {
    var survey = EncodingSurvey()
    for row in rows.prefix(rowsMaximum) { survey.take(row.received) }
    return survey
  }

  /// The bytes as UTF-8 or a legacy encoding, without the mark of UTF-8 or UTF-16 before them.
  private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

extension RawTable.Row {
  /// Each cell as one field.
  var received: [[ReceivedText]] { cells.map { [ReceivedText($0)] } }

  /// The row as text, in Form C and without blanks around its cells.
  func row(
    _ mending: TextMending, usual: LegacyEncoding?
  ) throws(SeparatedValues.Fault) -> SeparatedValues.Row {
    let received = received
    var row = SeparatedValues.Row(line: line, cells: [])
    for (column, mended) in mending.mend(received, usual: usual).enumerated() {
      if let mended {
        row.cells.append(mended.texts[0].nfc.trimmed)
        row.mended.append(
          SeparatedValues.MendedCell(
            column: column, received: cells[column], mended: mended))
        continue
      }
      guard case .text(let text) = received[column][0] else { throw .notText(line: line) }
      row.cells.append(text.nfc.trimmed)
    }
    return row
  }
}

/// Cuts the bytes of a table into rows of cells, whatever encoding the cells are in.
///
/// Separators, quotes and line ends are the same bytes in all of them.
private struct RawTableReader {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    separator = RawTableReader.separator(of: bytes)
  }

  /// The next row, or nil at the end.
  mutating func next() throws(SeparatedValues.Fault) -> RawTable.Row? {
    guard position < bytes.count else { return nil }
    var row = RawTable.Row(line: line, cells: [])
    while true {
      row.cells.append(try cell())
      guard position < bytes.count else { return row }
      let ending = bytes[position]
      position += 1
      if ending == separator { continue }
      if ending == RawTableReader.carriageReturn, position < bytes.count,
        bytes[position] == RawTableReader.lineFeed
      {
        position += 1
      }
      line += 1
      return row
    }
  }

  private mutating func cell() throws(SeparatedValues.Fault) -> [UInt8] {
    var content: [UInt8] = []
    if position < bytes.count, bytes[position] == RawTableReader.quote {
      try readQuoted(into: &content)
    }
    let start = position
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    content += bytes[start..<position]
    return content
  }

  private mutating func readQuoted(into content: inout [UInt8]) throws(SeparatedValues.Fault) {
    let opened = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == RawTableReader.quote {
        guard position < bytes.count, bytes[position] == RawTableReader.quote else {
          return
        }
        position += 1
      }
      if byte == RawTableReader.lineFeed { line += 1 }
      content.append(byte)
    }
    throw .openQuote(line: opened)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == RawTableReader.lineFeed
      || byte == RawTableReader.carriageReturn
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
