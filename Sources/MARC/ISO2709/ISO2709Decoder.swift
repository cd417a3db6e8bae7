/// Turns the bytes of one ISO 2709 record into a record.
///
/// A record laid out as our writer would lay it out takes the straight way. Every other is taken apart with care:
/// sound but unusual ones and those in MARC-8 keep their original beside them, faulty ones are mended.
final class ISO2709Decoder {
  private lazy var marc8 = MARC8Decoder()
  private lazy var iso5426 = CharacterConverter(to: "UTF-8", from: "iso5426")
  private let keepsReceivedTexts: Bool
  /// The bodies of the last record's fields before their conversion from MARC-8, where they are kept.
  private(set) var receivedBodies: [[UInt8]] = []

  init(keepsReceivedTexts: Bool = false) { self.keepsReceivedTexts = keepsReceivedTexts }

  /// Decodes `bytes`, from the leader up to the record terminator if there is one.
  ///
  /// - Returns: the record, or `nil` if it was cut off before its first field.
  func decode(
    _ bytes: UnsafeRawBufferPointer, offset: Int, isTruncated: Bool,
    into diagnostics: inout DiagnosticList
  ) -> Record? {
    receivedBodies.removeAll(keepingCapacity: true)
    if let record = decodeCanonical(bytes) { return record }
    var layout = ISO2709Layout(bytes, offset: offset)
    if isTruncated {
      // That the end is missing was told once; what follows from it need not be.
      var consequences = DiagnosticList(record: diagnostics.record)
      layout.findFields(&consequences)
      guard !layout.places.isEmpty else { return nil }
    } else {
      layout.findFields(&diagnostics)
    }
    let encoding = encoding(of: layout, &diagnostics)
    var leader = Array(bytes[..<Leader.length])
    if encoding == .marc8 || encoding == .undeclaredUnicode {
      leader[9] = Leader.unicodeMark
    }
    var storage = RecordStorage(leader: leader, capacity: bytes.count)
    var converted: [UInt8] = []
    for place in layout.places {
      let range = place.range
      let isControl = layout.isControl(place, &diagnostics)
      var body = UnsafeRawBufferPointer(rebasing: bytes[range])
      if encoding == .iso5426, !isControl, let text = convertISO5426(body) {
        text.withUnsafeBytes { append(place, $0, false, to: &storage, offset, &diagnostics) }
        continue
      }
      if keepsReceivedTexts, encoding == .marc8 { receivedBodies.append(Array(body)) }
      if encoding == .marc8, !body.isASCIIWithoutEscapes {
        converted.removeAll(keepingCapacity: true)
        if !convert(body, isControl: isControl, into: &converted) {
          diagnostics.add(.invalidMARC8, at: offset + range.lowerBound, tag: place.tag, .kept)
        }
        converted.withUnsafeBytes { text in
          body = text
          append(place, text, isControl, to: &storage, offset, &diagnostics)
        }
        continue
      }
      if encoding.isUnicode, let wrong = body.firstInvalidUTF8(from: 0, to: body.count) {
        diagnostics.add(
          .invalidUTF8, at: offset + range.lowerBound + wrong, tag: place.tag, .kept)
      }
      append(place, body, isControl, to: &storage, offset, &diagnostics)
    }
    let isLawful = diagnostics.all.allSatisfy {
      $0.severity == .note || $0.fault == .invalidMARC8
    }
    return storage.finish(original: isLawful ? bytes : nil)
  }

  /// The record, if its layout is exactly what our writer would make of its fields again.
  private func decodeCanonical(_ bytes: UnsafeRawBufferPointer) -> Record? {
    let end = bytes.count - 1
    guard ISO2709Frame.recordLength(bytes) == bytes.count, bytes[end] == Delimiter.record,
      let base = ISO2709Frame.baseAddress(bytes), base > Leader.length, base <= end,
      (base - Leader.length - 1) % ISO2709Frame.entryLength == 0,
      bytes[base - 1] == Delimiter.field,
      bytes.firstOffset(of: Delimiter.record, from: 0, to: end) == end
    else { return nil }
    guard isUnicodeAsDeclared(bytes, from: 0) else { return nil }
    var storage = RecordStorage(leader: bytes[..<Leader.length], capacity: bytes.count)
    var start = base
    for position in stride(
      from: Leader.length, to: base - 1, by: ISO2709Frame.entryLength)
    {
      let entry = ISO2709Entry(bytes, at: position)
      guard let length = entry.length, entry.start == start - base, length > 0 else { return nil }
      let stop = start + length - 1
      guard stop < end, bytes.firstOffset(of: Delimiter.field, from: start, to: stop + 1) == stop
      else { return nil }
      let isControl = bytes.isControl(start..<stop, under: entry.tag)
      guard isControl == entry.tag.isControl || !entry.tag.isNumber,
        isControl || stop - start == Field.indicatorCount || bytes.hasSubfields(start..<stop)
      else { return nil }
      storage.append(
        entry.tag, isControl: isControl,
        body: UnsafeRawBufferPointer(rebasing: bytes[start..<stop]))
      start = stop + 1
    }
    return start == end ? storage.finish() : nil
  }

  private func isUnicodeAsDeclared(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    guard bytes[9] == Leader.unicodeMark else {
      return bytes.isASCIIWithoutEscapes
    }
    return bytes.isASCII(from: start, to: bytes.count)
      || bytes.firstInvalidUTF8(from: start, to: bytes.count) == nil
  }

  private func append(
    _ place: ISO2709Layout.Place, _ body: UnsafeRawBufferPointer, _ isControl: Bool,
    to storage: inout RecordStorage, _ offset: Int, _ diagnostics: inout DiagnosticList
  ) {
    if isControl || body.hasIndicatorsOnly || body.hasSubfields(0..<body.count) {
      storage.append(place.tag, isControl: isControl, body: body)
      return
    }
    let first = body.firstOffset(of: Delimiter.subfield, from: 0, to: body.count)
    var mended = Array(body.prefix(min(first, Field.indicatorCount)))
    if first < Field.indicatorCount {
      diagnostics.add(
        .missingIndicators, at: offset + place.range.lowerBound, tag: place.tag, .mended)
      mended += Array(repeating: Code.blank.byte, count: Field.indicatorCount - first)
    } else {
      diagnostics.add(
        .textBeforeSubfields, at: offset + place.range.lowerBound, tag: place.tag, .mended)
      mended += [Delimiter.subfield, Code.blank.byte] + Array(body[Field.indicatorCount..<first])
    }
    mended += Array(body[first...])
    storage.append(place.tag, isControl: false, body: mended)
  }
}

/// The encoding the text of a record is in, as far as its leader and bytes tell.
enum ISO2709Encoding {
  case unicode
  case marc8
  /// Unicode in a record whose leader says MARC-8.
  case undeclaredUnicode
  /// The extended Latin set of UNIMARC.
  case iso5426

  var isUnicode: Bool { self != .marc8 }
}

extension ISO2709Decoder {
  /// The encoding of the record's text; where leader and bytes contradict each other, the bytes are believed.
  private func encoding(
    of layout: ISO2709Layout, _ diagnostics: inout DiagnosticList
  ) -> ISO2709Encoding {
    let bytes = layout.bytes
    let isDeclared = bytes[9] == Leader.unicodeMark
    if bytes.isASCIIWithoutEscapes { return .unicode }
    let isASCII = bytes.isASCII(from: 0, to: bytes.count)
    let isUnicode = isASCII || bytes.firstInvalidUTF8(from: 0, to: bytes.count) == nil
    if Dialect.isUNIMARC(layout) {
      // Position 9 of its leader says nothing of the encoding.
      let isExtendedLatin = ["01", "02", "03"].contains(Dialect.characterSet(layout))
      return !isUnicode && isExtendedLatin ? .iso5426 : .unicode
    }
    switch (isDeclared, isUnicode) {
    case (true, true): return .unicode
    case (true, false):
      guard bytes.hasMARC8Escape else { return .unicode }
      diagnostics.add(.wrongEncodingMark(textIsUnicode: false), at: layout.offset + 9, .mended)
      return .marc8
    case (false, true) where !isASCII:
      diagnostics.add(.wrongEncodingMark(textIsUnicode: true), at: layout.offset + 9, .mended)
      return .undeclaredUnicode
    case (false, _): return .marc8
    }
  }

  /// The body of a field with its texts converted, or nil where one of them cannot be.
  private func convertISO5426(_ body: UnsafeRawBufferPointer) -> [UInt8]? {
    guard body.count >= Field.indicatorCount, let iso5426 else { return nil }
    var result = Array(body.prefix(Field.indicatorCount))
    for part in Subfields(body: ArraySlice(body)) {
      guard let text = iso5426.convert(part.bytes) else { return nil }
      result.append(Delimiter.subfield)
      if part.code != .missing { result.append(part.code.byte) }
      result += text
    }
    return result
  }

  /// Converts every text of a field's body and leaves indicators, delimiters and codes as they are.
  private func convert(
    _ body: UnsafeRawBufferPointer, isControl: Bool, into result: inout [UInt8]
  ) -> Bool {
    var isSound = true
    var position = 0
    while position < body.count {
      let stop = body.firstOffset(of: Delimiter.subfield, from: position, to: body.count)
      isSound =
        marc8.decode(UnsafeRawBufferPointer(rebasing: body[position..<stop]), into: &result)
        && isSound
      guard stop < body.count else { break }
      let next = min(stop + 2, body.count)
      result.append(contentsOf: body[stop..<next])
      position = next
    }
    return isSound
  }
}

extension UnsafeRawBufferPointer {
  var isASCIIWithoutEscapes: Bool {
    isASCII(from: 0, to: count) && firstOffset(of: MARC8Run.escape, from: 0, to: count) == count
  }

  /// Whether an escape to one of MARC-8's further sets stands in these bytes.
  var hasMARC8Escape: Bool {
    var position = firstOffset(of: MARC8Run.escape, from: 0, to: count)
    while position + 1 < count {
      if "$(,)-gbps".utf8.contains(self[position + 1]) { return true }
      position = firstOffset(of: MARC8Run.escape, from: position + 1, to: count)
    }
    return false
  }
}
