/// Reads Aleph sequential files: one field on each line, `000000001 24510 L $$aTitle`, the lines of a record together.
final class AlephReader: RecordReading {
  private let lines: TextLines
  private let window: ByteWindow
  private var ahead: AlephLine?
  private var recordCount = 0
  private var hasToldOfEnd = false

  init(window: ByteWindow) {
    self.window = window
    lines = TextLines(window)
  }

  func next() throws(SourceFault) -> ReadRecord? {
    guard let first = try nextLine() else { return endOfInput() }
    recordCount += 1
    var draft = RecordDraft(number: recordCount)
    take(first, into: &draft)
    while let line = try nextLine() {
      guard line.number == first.number || line.number == nil, !draft.isTooLong else {
        ahead = line
        break
      }
      take(line, into: &draft)
    }
    return draft.finish(at: first.offset)
  }

  private func nextLine() throws(SourceFault) -> AlephLine? {
    if let line = ahead {
      ahead = nil
      return line
    }
    while let line = try lines.next() {
      if !line.isBlank { return AlephLine(line) }
    }
    return nil
  }

  private func take(_ line: AlephLine, into draft: inout RecordDraft) {
    guard line.number != nil else {
      draft.diagnostics.add(.badLine, at: line.offset, .skipped)
      return
    }
    if line.tag == "LDR" {
      draft.setLeader(line.fixedText, at: line.offset)
    } else if line.content.starts(with: "$$".utf8) {
      draft.append(line.tag, isControl: false, body: line.body, at: line.offset)
    } else {
      if line.tag.isNumber, !line.tag.isControl {
        draft.diagnostics.add(.missingSubfields, at: line.offset, tag: line.tag, .kept)
      }
      let text = line.tag.isControl ? line.fixedText : line.content
      draft.append(line.tag, isControl: true, body: text, at: line.offset)
    }
  }

  private func endOfInput() -> ReadRecord? {
    guard recordCount == 0, !hasToldOfEnd else { return nil }
    hasToldOfEnd = true
    return .nothing(window.offset == 0 ? .emptyInput : .noRecords(bytes: window.offset), at: 0)
  }
}

/// One line of an Aleph sequential file.
struct AlephLine {
  /// `000000001 24510 L `, of which the digits are the record's number and `L` is the alphabet.
  private static let headLength = 18
  private static let numberLength = 9

  let offset: Int
  /// Nil where the line is none of Aleph's.
  let number: [UInt8]?
  let tag: Tag
  private let indicators: [UInt8]
  let content: [UInt8]

  init(_ line: TextLines.Line) {
    offset = line.offset
    let bytes = line.bytes
    guard AlephLine.isLine(bytes) else {
      (number, tag, indicators, content) = (nil, "???", [], bytes)
      return
    }
    number = Array(bytes[..<AlephLine.numberLength])
    tag = Tag(bytes[10], bytes[11], bytes[12])
    indicators = [bytes[13], bytes[14]]
    content = bytes.dropFirst(AlephLine.headLength).filter { !Delimiter.isDelimiter($0) }
  }

  static func isLine(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    let bytes = Array(bytes.prefix(headLength))
    return bytes.count >= headLength - 1
      && bytes[..<numberLength].allSatisfy { (0x30...0x39).contains($0) }
      && bytes[9] == 0x20 && bytes[10...14].allSatisfy { (0x20...0x7E).contains($0) }
      && bytes[15] == 0x20 && (0x41...0x5A).contains(bytes[16])
  }

  /// Fixed fields have `^` for blanks.
  var fixedText: [UInt8] { content.map { $0 == UInt8(ascii: "^") ? 0x20 : $0 } }

  /// Indicators and subfields in MARC's own form; a lone `$` is text.
  var body: [UInt8] {
    var body = indicators
    var position = 0
    while position < content.count {
      let isMark = content[position...].starts(with: "$$".utf8) && position + 2 < content.count
      body.append(isMark ? Delimiter.subfield : content[position])
      position += isMark ? 2 : 1
    }
    return body
  }
}
