/// One record of a CDS/ISIS export with its lines put together, cut into fields and subfields.
struct ISISExport {
  static let lineWidth = 80

  struct Part {
    var code: Code?
    var text: [UInt8]
  }

  struct Field {
    var tag: Tag
    var parts: [Part]
  }

  private(set) var fields: [Field] = []
  /// Whether the numbers of the directory were wrong, so that the terminators had to say where fields end.
  private(set) var isRebuilt = false

  /// A leader without lengths for indicators and subfield codes, which MARC never lacks.
  static func isLeader(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    guard start + Leader.length <= bytes.count, bytes[start + 10] == 0x30,
      bytes[start + 11] == 0x30,
      let length = ISO2709Frame.recordLength(bytes, at: start),
      let base = ISO2709Frame.baseAddress(bytes, at: start)
    else { return false }
    return length > Leader.length && base > Leader.length
  }

  /// Whether the text that was put together so far ends a record: by the declared length, else by both terminators
  /// at the end of a line that could have gone on.
  static func isEnd(_ text: [UInt8], isLineShort: Bool, declared: Int) -> Bool {
    guard let last = text.last else { return false }
    let ends = last == UInt8(ascii: "#") || last == Delimiter.record
    if ends, text.count == declared || text.count(where: { $0 & 0xC0 != 0x80 }) == declared {
      return true
    }
    return ends && isLineShort && text.dropLast().last == text.last
      || last == Delimiter.record
  }

  init(_ text: [UInt8]) {
    text.withUnsafeBytes { bytes in
      guard let base = ISO2709Frame.baseAddress(bytes), base <= bytes.count, base > Leader.length
      else { return }
      let entries = stride(
        from: Leader.length, through: base - 1 - ISO2709Frame.entryLength,
        by: ISO2709Frame.entryLength
      ).map { ISO2709Entry(bytes, at: $0) }
      let terminator = bytes[base - 1]
      let data = ArraySlice(bytes[base...])
      fields =
        ISISExport.fields(entries, data, terminator, countsCharacters: false)
        ?? ISISExport.fields(entries, data, terminator, countsCharacters: true) ?? []
      guard fields.isEmpty, !entries.isEmpty else { return }
      isRebuilt = true
      let pieces = data.split(separator: terminator, omittingEmptySubsequences: false)
      fields = zip(entries, pieces).map { Field(tag: $0.tag, parts: ISISExport.parts($1)) }
    }
  }

  /// The fields where the numbers say, or nil where they lead to no terminator.
  private static func fields(
    _ entries: [ISO2709Entry], _ data: ArraySlice<UInt8>, _ terminator: UInt8,
    countsCharacters: Bool
  ) -> [Field]? {
    let starts =
      countsCharacters ? data.indices.filter { data[$0] & 0xC0 != 0x80 } : Array(data.indices)
    var fields: [Field] = []
    for entry in entries {
      guard let length = entry.length, let start = entry.start, length > 0,
        start + length <= starts.count, data[starts[start + length - 1]] == terminator
      else { return nil }
      let text = data[starts[start]..<starts[start + length - 1]]
      fields.append(Field(tag: entry.tag, parts: parts(text)))
    }
    return fields
  }

  /// The text before the first `^`, then each subfield; empty ones are left out.
  private static func parts(_ text: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    let mark = UInt8(ascii: "^")
    for (place, piece) in text.split(separator: mark, omittingEmptySubsequences: false).enumerated()
    {
      if place == 0 {
        parts.append(Part(text: clean(piece)))
      } else if let code = piece.first {
        let lower = (0x41...0x5A).contains(code) ? code | 0x20 : code
        let isCode = (0x21...0x7E).contains(code)
        parts.append(
          Part(code: Code(byte: isCode ? lower : UInt8(ascii: "?")), text: clean(piece.dropFirst()))
        )
      }
    }
    return parts.filter { !$0.text.isEmpty }
  }

  private static func clean(_ text: ArraySlice<UInt8>) -> [UInt8] {
    Array(Punctuation.withoutBlanks(text.filter { !Delimiter.isDelimiter($0) }[...]))
  }
}
