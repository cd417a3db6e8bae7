/// Reads MARC as catalogues show it: `245 10 $a Title / $c Name`, blanks around the codes or not, an empty line or a
/// leader before each record.
///
/// Text that itself holds a blank, `$`, a letter and a blank cannot be told from a subfield.
final class PlainTextReader: RecordReading {
  private let lines: TextLines
  private let window: ByteWindow
  private var ahead: TextLines.Line?
  private var recordCount = 0
  private var hasToldOfEnd = false

  init(window: ByteWindow) {
    self.window = window
    lines = TextLines(window)
  }

  func next() throws(SourceFault) -> ReadRecord? {
    guard var line = try nextLine(skippingBlank: true) else { return endOfInput() }
    recordCount += 1
    var draft = RecordDraft(number: recordCount)
    let offset = line.offset
    while true {
      take(line.bytes, at: line.offset, into: &draft)
      guard let following = try nextLine(skippingBlank: false), !following.isBlank else { break }
      if PlainTextLine.leader(following.bytes) != nil || draft.isTooLong {
        ahead = following
        break
      }
      line = following
    }
    return draft.finish(at: offset)
  }

  private func nextLine(skippingBlank: Bool) throws(SourceFault) -> TextLines.Line? {
    if let line = ahead {
      ahead = nil
      return line
    }
    while let line = try lines.next() {
      if !skippingBlank || !line.isBlank { return line }
    }
    return nil
  }

  private func take(_ bytes: [UInt8], at offset: Int, into draft: inout RecordDraft) {
    if let leader = PlainTextLine.leader(bytes) {
      draft.setLeader(leader, at: offset)
      return
    }
    let bytes = bytes.filter { !Delimiter.isDelimiter($0) }
    guard bytes.count >= 4, bytes[3] == 0x20, let tag = Tag(bytes: bytes[..<3]) else {
      draft.diagnostics.add(.badLine, at: offset, .skipped)
      return
    }
    if let body = PlainTextLine.body(bytes[4...]), !tag.isControl {
      draft.append(draft.tag(tag, at: offset), isControl: false, body: body, at: offset)
      return
    }
    if tag.isNumber, !tag.isControl {
      draft.diagnostics.add(.missingSubfields, at: offset, tag: tag, .kept)
    }
    draft.append(draft.tag(tag, at: offset), isControl: true, body: Array(bytes[4...]), at: offset)
  }

  private func endOfInput() -> ReadRecord? {
    guard recordCount == 0, !hasToldOfEnd else { return nil }
    hasToldOfEnd = true
    return .nothing(window.offset == 0 ? .emptyInput : .noRecords(bytes: window.offset), at: 0)
  }
}

/// One line of MARC as text.
enum PlainTextLine {
  /// The leader that the line is, with or without its name before it.
  static func leader(_ bytes: [UInt8]) -> [UInt8]? {
    for name in ["LEADER ", "LDR "] where bytes.starts(with: name.utf8) {
      return Array(bytes.dropFirst(name.utf8.count).drop { $0 == 0x20 })
    }
    guard bytes.count == Leader.length,
      bytes.prefix(ISO2709Frame.lengthDigits).allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return bytes
  }

  /// Indicators and subfields in MARC's own form of what stands behind the tag, or nil if it has no subfields.
  static func body(_ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let sign = LineText.subfieldSign
    var body = Array(rest.prefix(Field.indicatorCount))
    let text = rest.dropFirst(Field.indicatorCount).drop { $0 == 0x20 }
    guard body.count == Field.indicatorCount, !body.contains(sign), text.first == sign,
      text.count > 1
    else { return nil }
    let isSpaced = text.count > 2 && text[text.startIndex + 2] == 0x20
    var position = text.startIndex
    while position < text.endIndex {
      guard text[position] == sign, position + 1 < text.endIndex,
        !isSpaced || startsSpaced(text, at: position)
      else {
        body.append(text[position])
        position += 1
        continue
      }
      if isSpaced, position > text.startIndex, body.last == 0x20 { body.removeLast() }
      body += [Delimiter.subfield, text[position + 1]]
      position += isSpaced ? 3 : 2
    }
    return body
  }

  /// Whether a sign here has a blank before it and behind its code.
  private static func startsSpaced(_ text: ArraySlice<UInt8>, at position: Int) -> Bool {
    let isFirst = position == text.startIndex || text[position - 1] == 0x20
    return isFirst && position + 2 < text.endIndex && text[position + 2] == 0x20
  }
}

/// Writes records as catalogues show them, an empty line after each.
enum PlainTextWriter {
  static func append(_ record: Record, to output: inout [UInt8]) {
    output += record.leader.bytes
    output.append(0x0A)
    for field in record.fields {
      output += field.tag.bytes
      output.append(0x20)
      if field.isControl {
        output += field.body
      } else {
        output += [field.indicator1.byte, field.indicator2.byte]
        for subfield in field.subfields {
          output += [0x20, LineText.subfieldSign, subfield.code.byte, 0x20] + subfield.bytes
        }
      }
      output.append(0x0A)
    }
    output.append(0x0A)
  }
}
