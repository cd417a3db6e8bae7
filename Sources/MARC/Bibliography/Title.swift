/// A title and statement of responsibility (245).
public struct Title: Hashable, Sendable {
  /// The title with what follows it: remainder, number and name of the part.
  public let full: String
  /// The title alone, with number and name of the part but without remainder.
  public let proper: String
  /// The remainder: subtitle or parallel title.
  public let remainder: String?
  /// Who made the work, as the title page says it.
  public let responsibility: String?
  /// How many characters at the front (an article) are passed over in filing.
  public let nonfilingCount: Int

  init(_ field: Field) {
    full = Title.joined(field.subfields(in: "abnpfgks"))
    proper = Title.joined(field.subfields(in: "anp"))
    remainder = Punctuation.trimmed(field.first("b"))
    responsibility = Punctuation.trimmed(field.first("c"))
    let indicator = field.indicator2.byte
    nonfilingCount = (0x31...0x39).contains(indicator) ? Int(indicator) - 0x30 : 0
  }

  /// The title proper from the first character that counts in filing.
  public var filing: String {
    let rest = String(proper.dropFirst(nonfilingCount))
    return rest.isEmpty ? proper : rest
  }

  /// Joins the parts; a part whose mark was left out gets the usual one.
  private static func joined(_ subfields: [Subfield]) -> String {
    var bytes: [UInt8] = []
    for subfield in subfields {
      let text = Punctuation.withoutBlanks(subfield.bytes)
      guard !text.isEmpty else { continue }
      if !bytes.isEmpty {
        bytes.append(
          contentsOf: Punctuation.endsWithSeparator(bytes)
            ? " ".utf8 : mark(before: subfield.code).utf8)
      }
      bytes.append(contentsOf: text)
    }
    return Punctuation.trimmed(bytes[...])
  }

  private static func mark(before code: Code) -> String {
    switch code {
    case "b": " : "
    case "n", "p": ". "
    default: " "
    }
  }
}
