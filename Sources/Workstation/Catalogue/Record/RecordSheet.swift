import LibraryCore
import MARC
import Terminal
import VietnameseText

/// A record to read: with labels in the order of a Vietnamese catalogue, or field by field as MARC.
///
/// Neither hides anything: what has no label stands raw at the end.
enum RecordSheet {
  /// The labelled form; a label stands once for all fields under it.
  static func labelled(
    _ record: Record, _ schema: MARCSchema, _ ranges: ISBNRanges, _ words: Wording
  ) -> [StyledText] {
    let fields = Array(record.fields)
    let known = fields.enumerated().compactMap { place, field in
      schema.rank(of: field.tag).map { (rank: $0, place: place, field: field) }
    }.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
    var lines: [StyledText] = []
    var lastLabel: String?
    for (rank, _, field) in known {
      let label = label(of: field, schema.usualFields[rank], words)
      lines.append(line(label == lastLabel ? "" : label, field, ranges))
      lastLabel = label
    }
    let others = fields.filter { schema.rank(of: $0.tag) == nil }
    if !others.isEmpty {
      lines.append(StyledText(""))
      lines.append(StyledText(words.say(vi: "Trường khác", en: "Other fields"), role: .heading))
      lines += others.map { marc($0) }
    }
    return lines
  }

  /// The MARC form: leader first, then every field in its own order.
  static func marc(_ record: Record) -> [StyledText] {
    [marc(record.leader)] + record.fields.map { marc($0) }
  }

  static func marc(_ leader: Leader) -> StyledText {
    StyledText(
      [StyledText.Span("LDR", .recordTag), StyledText.Span("    " + leader.text)],
      hangingIndent: fieldIndent)
  }

  static func marc(_ field: MARC.Field) -> StyledText {
    var spans = [
      StyledText.Span(field.tag.text, .recordTag),
      StyledText.Span(" " + field.shownIndicators + " ", .recordIndicator),
    ]
    if field.isControl {
      spans.append(StyledText.Span(field.text.nfc))
    } else {
      for subfield in field.subfields {
        spans.append(StyledText.Span("$\(subfield.shownCode)", .recordSubfield))
        spans.append(StyledText.Span(" \(subfield.text.nfc) "))
      }
    }
    return StyledText(spans, hangingIndent: fieldIndent)
  }

  private static let fieldIndent = 7
  private static let labelColumns = 20

  /// A 020 without a number is named by what it holds: the price.
  private static func label(
    of field: MARC.Field, _ usual: UsualField, _ words: Wording
  ) -> String {
    let hasNumber = field.first("a") != nil || field.first("z") != nil
    guard field.tag == "020", !hasNumber,
      let code = field.subfields.first(where: { _ in true })?.code
    else { return words.say(usual.label) }
    return words.say(usual.label(of: code) ?? usual.label)
  }

  private static func line(
    _ label: String, _ field: MARC.Field, _ ranges: ISBNRanges
  ) -> StyledText {
    let gap = String(repeating: " ", count: max(1, labelColumns - DisplayWidth.of(label)))
    return StyledText(
      [StyledText.Span(label + gap, .fieldLabel), StyledText.Span(text(of: field, ranges))],
      hangingIndent: labelColumns)
  }

  /// All that a field says: words as they follow each other, codes of machines in brackets behind them.
  private static func text(of field: MARC.Field, _ ranges: ISBNRanges) -> String {
    if field.isControl { return field.text.nfc }
    var parts: [String] = []
    var codes: [String] = []
    for subfield in field.subfields {
      let text =
        field.tag == "020" && subfield.code == "a"
        ? ranges.partingNumber(in: subfield.text.nfc) : subfield.text.nfc
      if subfield.code.isDigit {
        codes.append("[\(subfield.shownCode): \(text)]")
      } else {
        parts.append(text)
      }
    }
    return (parts + codes).joined(separator: " ")
  }
}

extension MARC.Field {
  /// Both indicators with `#` for a blank, as manuals write them; two blanks for a control field.
  var shownIndicators: String {
    isControl ? "  " : [indicator1, indicator2].map(\.shown).joined()
  }
}

extension Code {
  /// The code on screen: `#` for a blank, `?` for what is no letter, digit or sign.
  var shown: String {
    switch byte {
    case 0x20: "#"
    case 0x21...0x7E: description
    default: "?"
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(byte) }
}

extension Subfield {
  var shownCode: String { code == .missing ? "?" : code.shown }
}
