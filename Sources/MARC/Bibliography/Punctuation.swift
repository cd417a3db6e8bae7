/// ISBD puts marks between the parts of a description; in MARC they stand at the end of subfields.
enum Punctuation {
  private static let space: UInt8 = 0x20
  private static let fullStop = UInt8(ascii: ".")
  private static let separators = Set("/:;=,".utf8)

  /// Words whose full stop belongs to them.
  private static let abbreviations: Set<String> = [
    "jr", "sr", "dr", "st", "mr", "mrs", "co", "corp", "inc", "ltd", "etc", "ed", "eds", "rev",
    "vol",
    "no", "cb", "ts", "ths", "pgs", "gs", "tp", "v.v",
  ]

  /// The subfield's text without separating marks at its end; `nil` if nothing is left.
  static func trimmed(_ subfield: Subfield?) -> String? {
    guard let subfield else { return nil }
    let text = trimmed(subfield.bytes)
    return text.isEmpty ? nil : text
  }

  /// The text without separating marks at its end, and without the full stop that closes a statement.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = withoutSeparators(bytes)
    if rest.last == fullStop, !endsWithOwnFullStop(rest) {
      rest = withoutSeparators(rest.dropLast())
    }
    return String(decoding: rest, as: UTF8.self)
  }

  /// The text without blanks around it.
  static func spaceTrimmed(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: withoutBlanks(bytes), as: UTF8.self)
  }

  /// The texts one after the other, each with its own mark, blanks between them, the last one trimmed.
  static func joined(_ subfields: some Sequence<Subfield>) -> String {
    var bytes: [UInt8] = []
    for subfield in subfields {
      let text = withoutBlanks(subfield.bytes)
      guard !text.isEmpty else { continue }
      if !bytes.isEmpty { bytes.append(space) }
      bytes.append(contentsOf: text)
    }
    return trimmed(bytes[...])
  }

  /// Whether a separating mark already stands at the end.
  static func endsWithSeparator(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard let last = bytes.last(where: { $0 != space }) else { return true }
    return separators.contains(last) || last == fullStop
  }

  static func withoutBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    return rest
  }

  private static func withoutSeparators(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = withoutBlanks(bytes)
    while let last = rest.last, isBlank(last) || separators.contains(last) { rest.removeLast() }
    return rest
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= space }

  /// Whether the final full stop ends an ellipsis, an initial or an abbreviation.
  private static func endsWithOwnFullStop(_ bytes: ArraySlice<UInt8>) -> Bool {
    let before = bytes.dropLast()
    guard before.last != fullStop else { return true }
    let word = before[
      (before.lastIndex { $0 == space || $0 == UInt8(ascii: ",") }.map { $0 + 1 }
        ?? before.startIndex)...]
    let text = String(decoding: word, as: UTF8.self)
    return (text.count == 1 && !text.utf8.allSatisfy { (0x30...0x39).contains($0) })
      || text.dropLast().hasSuffix(".") || abbreviations.contains(text.lowercased())
  }
}
