/// Finds the fields of a record whose numbers may be wrong.
///
/// The numbers are believed where they lead to field terminators. Where they do not, the text is cut at its
/// terminators and the pieces are given to the entries of the directory in their order.
struct ISO2709Layout {
  struct Place {
    let tag: Tag
    let range: Range<Int>
  }

  let bytes: UnsafeRawBufferPointer
  let offset: Int
  private(set) var places: [Place] = []
  /// The tag of text that no entry claims.
  private static let unknownTag: Tag = "???"

  private var base = 0
  private let dataEnd: Int

  init(_ bytes: UnsafeRawBufferPointer, offset: Int) {
    self.bytes = bytes
    self.offset = offset
    dataEnd = bytes.last == Delimiter.record ? bytes.count - 1 : bytes.count
  }

  /// Whether the numbers of leader and directory agree with each other and with the text.
  static func agrees(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var layout = ISO2709Layout(bytes, offset: 0)
    var diagnostics = DiagnosticList(record: 0)
    layout.findFields(&diagnostics)
    return diagnostics.all.allSatisfy { $0.fault == .embeddedTerminator }
  }

  mutating func findFields(_ diagnostics: inout DiagnosticList) {
    let directoryEnd = findBase(&diagnostics)
    let directoryLength = directoryEnd - Leader.length
    let entries = stride(
      from: Leader.length, through: directoryEnd - ISO2709Frame.entryLength,
      by: ISO2709Frame.entryLength
    ).map { ISO2709Entry(bytes, at: $0) }
    let found = entries.compactMap { entry in
      entry.place(in: bytes, base: base, dataEnd: dataEnd).map { Place(tag: entry.tag, range: $0) }
    }
    if found.count == entries.count, directoryLength % ISO2709Frame.entryLength == 0 {
      places = found
      for place in found
      where bytes[place.range].contains(Delimiter.field) {
        diagnostics.add(
          .embeddedTerminator, at: offset + place.range.lowerBound, tag: place.tag, .kept)
      }
      if found.isEmpty, dataEnd > base {
        pair([], with: pieces(&diagnostics), &diagnostics)
      }
      return
    }
    if directoryLength % ISO2709Frame.entryLength == 0, let counted = placesByCharacters(entries) {
      diagnostics.add(.lengthsInCharacters, at: offset + Leader.length, .mended)
      places = counted
      return
    }
    let pieces = pieces(&diagnostics)
    if pieces.count == entries.count, exceedsNumbers(entries, pieces) {
      diagnostics.add(.recordTooLong(bytes: bytes.count), at: offset + Leader.length, .kept)
    } else {
      diagnostics.add(.wrongDirectory, at: offset + Leader.length, .mended)
    }
    pair(entries, with: pieces, &diagnostics)
  }

  /// Finds where the text begins, and returns where the directory ends.
  private mutating func findBase(_ diagnostics: inout DiagnosticList) -> Int {
    let declared = ISO2709Frame.baseAddress(bytes)
    if let declared, declared > Leader.length, declared <= dataEnd,
      bytes[declared - 1] == Delimiter.field,
      (declared - 1 - Leader.length) % ISO2709Frame.entryLength == 0
    {
      base = declared
      return declared - 1
    }
    let end = bytes.firstOffset(of: Delimiter.field, from: Leader.length, to: dataEnd)
    base = min(end + 1, dataEnd)
    if declared != base {
      diagnostics.add(
        .wrongBaseAddress(declared: declared, actual: base), at: offset + 12, .mended)
    }
    return end
  }

  /// The text cut at its field terminators.
  private func pieces(_ diagnostics: inout DiagnosticList) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = base
    while start < dataEnd {
      let stop = bytes.firstOffset(of: Delimiter.field, from: start, to: dataEnd)
      if stop == dataEnd {
        diagnostics.add(.missingFieldTerminator, at: offset + stop, .mended)
      }
      pieces.append(start..<stop)
      start = stop + 1
    }
    return pieces
  }

  /// Gives the pieces to the entries in the order in which the entries say their texts lie.
  private mutating func pair(
    _ entries: [ISO2709Entry], with pieces: [Range<Int>], _ diagnostics: inout DiagnosticList
  ) {
    var order = Array(entries.indices)
    if entries.allSatisfy({ $0.start != nil }) {
      order.sort { (entries[$0].start ?? 0, $0) < (entries[$1].start ?? 0, $1) }
    }
    var ranges: [Range<Int>?] = Array(repeating: nil, count: entries.count)
    for (index, piece) in zip(order, pieces) {
      ranges[index] = piece
    }
    for (entry, range) in zip(entries, ranges) {
      if let range {
        places.append(Place(tag: entry.tag, range: range))
      } else {
        diagnostics.add(.missingText, at: offset + bytes.count, tag: entry.tag, .skipped)
      }
    }
    for piece in pieces.dropFirst(entries.count) {
      diagnostics.add(
        .unclaimedText, at: offset + piece.lowerBound, tag: ISO2709Layout.unknownTag, .kept)
      places.append(Place(tag: ISO2709Layout.unknownTag, range: piece))
    }
  }

  /// The places of the fields if the directory is right once its numbers are taken to count characters.
  private func placesByCharacters(_ entries: [ISO2709Entry]) -> [Place]? {
    var places: [Place] = []
    var position = base
    var start = 0
    for entry in entries {
      guard let length = entry.length, length > 0, entry.start == start else { return nil }
      let from = position
      for _ in 0..<length {
        position += 1
        while position < dataEnd, bytes[position] & 0xC0 == 0x80 { position += 1 }
      }
      guard position <= dataEnd, bytes[position - 1] == Delimiter.field else { return nil }
      places.append(Place(tag: entry.tag, range: from..<position - 1))
      start += length
    }
    return position == dataEnd ? places : nil
  }

  /// Whether the directory is right but for numbers that have too few digits for what they should say.
  private func exceedsNumbers(_ entries: [ISO2709Entry], _ pieces: [Range<Int>]) -> Bool {
    zip(entries, pieces).allSatisfy { entry, piece in
      entry.length == min(piece.count + 1, ISO2709Frame.fieldLengthMaximum)
    }
  }

  /// Whether a field is plain data, saying so where its tag promised something else.
  func isControl(_ place: Place, _ diagnostics: inout DiagnosticList) -> Bool {
    let isControl = bytes.isControl(place.range, under: place.tag)
    if place.tag.isControl != isControl, place.tag.isNumber {
      diagnostics.add(
        isControl ? .missingSubfields : .controlFieldWithSubfields,
        at: offset + place.range.lowerBound, tag: place.tag, .kept)
    }
    return isControl
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the field's text is plain data: by its tag where that is `00X`, else by lacking subfields.
  func isControl(_ range: Range<Int>, under tag: Tag) -> Bool {
    if hasSubfields(range) { return false }
    if tag.isControl { return true }
    return range.count != Field.indicatorCount
      && firstOffset(of: Delimiter.subfield, from: range.lowerBound, to: range.upperBound)
        == range.upperBound
  }

  /// Whether two indicators and the first subfield stand at the front of the range.
  func hasSubfields(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound + Field.indicatorCount
    return first < range.upperBound && self[first] == Delimiter.subfield
      && self[range.lowerBound] != Delimiter.subfield
      && self[range.lowerBound + 1] != Delimiter.subfield
  }

  var hasIndicatorsOnly: Bool { count == Field.indicatorCount && !contains(Delimiter.subfield) }
}
