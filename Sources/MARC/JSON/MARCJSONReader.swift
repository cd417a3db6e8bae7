/// Reads MARC-in-JSON: one record, an array of them, or one after the other, such as one on each line.
///
/// Where the JSON breaks, the record is given up with a diagnostic and reading goes on at the next object that
/// begins with `leader` or `fields`.
public final class MARCJSONReader: RecordReading {
  private static let depthMaximum = 64

  private let window: ByteWindow
  private let scanner: JSONScanner
  private let leniency: Leniency
  private var recordCount = 0
  private var hasStarted = false
  private var hasToldOfEnd = false
  private var draft = RecordDraft(number: 0)
  /// Whether the brace of the next record was taken already.
  private var isInsideRecord = false

  public convenience init(_ source: any ByteSource, _ leniency: Leniency = .lenient) {
    self.init(window: ByteWindow(source), leniency)
  }

  init(window: ByteWindow, _ leniency: Leniency) {
    self.window = window
    self.leniency = leniency
    scanner = JSONScanner(window: window)
  }

  public func next() throws(SourceFault) -> ReadRecord? {
    var start = window.offset
    do {
      while try findObject() {
        start = window.offset - 1
        draft = RecordDraft(number: recordCount + 1)
        let surrogates = scanner.loneSurrogateCount
        try object { key throws(JSONStop) in try member(key) }
        // An object without leader and fields is something else.
        guard !draft.isEmpty else { continue }
        recordCount += 1
        if scanner.loneSurrogateCount > surrogates {
          draft.diagnostics.add(.notWellFormed(.badEscape), at: start, .mended)
        }
        return draft.finish(at: start).held(to: leniency)
      }
      return endOfInput()
    } catch {
      switch error {
      case .source(let fault): throw fault
      case .syntax(let syntax):
        let step = draft.abandon(.notWellFormed(syntax), at: window.offset, from: start)
        recordCount = max(recordCount, step.number)
        try skipToRecord()
        return step
      }
    }
  }

  /// Passes over what may stand between records and takes the brace that opens one.
  private func findObject() throws(JSONStop) -> Bool {
    if !hasStarted {
      hasStarted = true
      try skipByteOrderMark()
    }
    if isInsideRecord {
      isInsideRecord = false
      return true
    }
    while let token = try scanner.next() {
      switch token {
      case .openObject: return true
      case .comma, .openArray, .closeArray: continue
      default:
        draft = RecordDraft(number: recordCount)
        throw .syntax(.unexpectedCharacter)
      }
    }
    return false
  }

  private func skipByteOrderMark() throws(JSONStop) {
    do {
      _ = try window.fill(3)
    } catch {
      throw .source(error)
    }
    if window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { window.drop(3) }
  }

  private func endOfInput() -> ReadRecord? {
    guard recordCount == 0, !hasToldOfEnd else { return nil }
    hasToldOfEnd = true
    return .nothing(window.offset == 0 ? .emptyInput : .noRecords(bytes: window.offset), at: 0)
  }

  /// Looks for the next object that begins as a record does.
  private func skipToRecord() throws(SourceFault) {
    let longestStart = 64
    _ = try window.fill(longestStart)
    if scanner.hasOpenedObject, MARCJSONReader.startsRecord(window.bytes.prefix(longestStart)) {
      isInsideRecord = true
      return
    }
    if window.count > 0 { window.drop(1) }
    while try window.fill(1) {
      _ = try window.fill(longestStart)
      let bytes = window.bytes
      let brace = bytes.firstOffset(of: UInt8(ascii: "{"), from: 0, to: bytes.count)
      if brace + longestStart > bytes.count, brace > 0 {
        window.drop(brace)
      } else if MARCJSONReader.startsRecord(bytes[brace...].dropFirst().prefix(longestStart)) {
        window.drop(brace)
        return
      } else {
        window.drop(brace + 1)
      }
    }
  }

  private static func startsRecord(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let rest = bytes.drop(while: XMLScanner.isBlank)
    return rest.starts(with: "\"leader\"".utf8) || rest.starts(with: "\"fields\"".utf8)
  }
}

// MARK: - Values

extension MARCJSONReader {
  /// Reads the members of an object whose brace was taken already.
  private func object(_ member: ([UInt8]) throws(JSONStop) -> Void) throws(JSONStop) {
    var isFirst = true
    while let token = try scanner.next() {
      if token == .closeObject, isFirst { return }
      guard case .string(let key) = token else { throw .syntax(.unexpectedCharacter) }
      try expect(.colon)
      try member(key)
      isFirst = false
      guard let after = try scanner.next() else { break }
      if after == .closeObject { return }
      guard after == .comma else { throw .syntax(.unexpectedCharacter) }
    }
    throw .syntax(.unexpectedEnd)
  }

  /// Reads the elements of an array whose bracket was taken already; `element` gets the first token of each.
  private func array(_ element: (JSONToken) throws(JSONStop) -> Void) throws(JSONStop) {
    var isFirst = true
    while let token = try scanner.next() {
      if token == .closeArray, isFirst { return }
      try element(token)
      isFirst = false
      guard let after = try scanner.next() else { break }
      if after == .closeArray { return }
      guard after == .comma else { throw .syntax(.unexpectedCharacter) }
    }
    throw .syntax(.unexpectedEnd)
  }

  private func value() throws(JSONStop) -> JSONToken {
    guard let token = try scanner.next() else { throw .syntax(.unexpectedEnd) }
    return token
  }

  private func expect(_ wanted: JSONToken) throws(JSONStop) {
    guard try value() == wanted else { throw .syntax(.unexpectedCharacter) }
  }

  /// Passes over the value that begins with `token`.
  private func skip(_ token: JSONToken, depth: Int = 0) throws(JSONStop) {
    guard depth < MARCJSONReader.depthMaximum else { throw .syntax(.tooDeep) }
    switch token {
    case .string, .literal: return
    case .openObject:
      try object { _ throws(JSONStop) in try skip(try value(), depth: depth + 1) }
    case .openArray:
      try array { first throws(JSONStop) in try skip(first, depth: depth + 1) }
    case .closeObject, .closeArray, .colon, .comma: throw .syntax(.unexpectedCharacter)
    }
  }
}

// MARK: - Records

extension MARCJSONReader {
  private func member(_ key: [UInt8]) throws(JSONStop) {
    let offset = window.offset
    let first = try value()
    switch (String(decoding: key, as: UTF8.self), first) {
    case ("leader", .string(let text)):
      draft.setLeader(text, at: offset)
    case ("fields", .openArray):
      try array { first throws(JSONStop) in
        guard first == .openObject else { return try unexpected("fields", first, offset) }
        try object { tag throws(JSONStop) in try field(tag) }
      }
    case (let name, _):
      try unexpected(name, first, offset)
    }
  }

  private func field(_ name: [UInt8]) throws(JSONStop) {
    guard !draft.isTooLong else { throw .syntax(.tooLong) }
    let offset = window.offset
    let tag = draft.tag(Tag(prefixOf: name), at: offset)
    let first = try value()
    switch first {
    case .string(let text):
      draft.append(tag, isControl: true, body: plain(text, of: tag, at: offset), at: offset)
    case .openObject:
      var indicators: (first: Tag?, second: Tag?)
      var subfields: [UInt8] = []
      try object { key throws(JSONStop) in
        let first = try value()
        switch (String(decoding: key, as: UTF8.self), first) {
        case ("ind1", .string(let text)): indicators.first = Tag(prefixOf: text)
        case ("ind2", .string(let text)): indicators.second = Tag(prefixOf: text)
        case ("subfields", .openArray):
          try array { first throws(JSONStop) in
            guard first == .openObject else { return try unexpected("subfields", first, offset) }
            try object { code throws(JSONStop) in
              try subfield(code, of: tag, into: &subfields)
            }
          }
        case (let name, _): try unexpected(name, first, offset)
        }
      }
      let body = [
        draft.indicator(indicators.first, of: tag, at: offset),
        draft.indicator(indicators.second, of: tag, at: offset),
      ]
      draft.append(tag, isControl: false, body: body + subfields, at: offset)
    default:
      try unexpected(tag.text, first, offset)
    }
  }

  private func subfield(
    _ code: [UInt8], of tag: Tag, into subfields: inout [UInt8]
  ) throws(JSONStop) {
    guard subfields.count <= RecordDraft.lengthMaximum else { throw .syntax(.tooLong) }
    let offset = window.offset
    let first = try value()
    switch first {
    case .string(let text):
      subfields.append(Delimiter.subfield)
      if !code.isEmpty || !text.isEmpty {
        subfields.append(draft.code(Tag(prefixOf: code), of: tag, at: offset))
      }
      subfields.append(contentsOf: plain(text, of: tag, at: offset))
    case .literal(let text):
      let shown = String(decoding: text, as: UTF8.self)
      draft.diagnostics.add(.unexpectedValue(shown), at: offset, tag: tag, .kept)
      subfields.append(Delimiter.subfield)
      subfields.append(draft.code(Tag(prefixOf: code), of: tag, at: offset))
      subfields.append(contentsOf: text)
    default:
      try unexpected(tag.text, first, offset)
    }
  }

  /// The text without MARC's delimiters, which cannot be part of it.
  private func plain(_ text: [UInt8], of tag: Tag, at offset: Int) -> [UInt8] {
    guard let delimiter = text.first(where: Delimiter.isDelimiter) else { return text }
    draft.diagnostics.add(.forbiddenCharacter(UInt32(delimiter)), at: offset, tag: tag, .skipped)
    return text.filter { !Delimiter.isDelimiter($0) }
  }

  private func unexpected(
    _ name: String, _ first: JSONToken, _ offset: Int
  ) throws(JSONStop) {
    draft.diagnostics.add(.unexpectedElement(String(name.prefix(80))), at: offset, .skipped)
    try skip(first)
  }
}
