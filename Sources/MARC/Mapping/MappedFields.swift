import VietnameseText

/// Puts the fields of one record together from what a profile says of its columns or of one CDS/ISIS field.
struct MappedFields {
  fileprivate struct Part {
    let code: Code?
    let values: [[UInt8]]
    /// Whether each value makes a field of its own.
    var isEach = false
  }

  /// The parts of what is to become one field, or one for each of its values.
  private struct Bundle {
    let target: MappingProfile.Target
    var furtherTag: Tag?
    var parts: [Part]
  }

  private var bundles: [Bundle] = []

  /// Takes the text of one column or subfield.
  mutating func add(_ text: [UInt8], by rule: MappingProfile.Rule) {
    let values = MappedFields.parts(text, at: rule.separators)
    guard !values.isEmpty else { return }
    let isEach = !rule.separators.isEmpty
    let part = Part(code: rule.target.code, values: values, isEach: isEach)
    // A column whose subfield is there already begins another field.
    let open = bundles.lastIndex { $0.target.tag == rule.target.tag }
    if let open, !rule.target.tag.isControl,
      !bundles[open].parts.contains(where: { $0.code == part.code })
    {
      bundles[open].parts.append(part)
      bundles[open].furtherTag = bundles[open].furtherTag ?? rule.furtherTag
    } else {
      bundles.append(Bundle(target: rule.target, furtherTag: rule.furtherTag, parts: [part]))
    }
  }

  /// Takes a whole field with the subfields it has.
  mutating func add(_ subfields: [(code: Code, text: [UInt8])], by rule: MappingProfile.Rule) {
    let isRepeated = bundles.contains { $0.target == rule.target }
    var target = rule.target
    if isRepeated, let further = rule.furtherTag { target.tag = further }
    let parts = subfields.map { Part(code: $0.code, values: [$0.text]) }
    bundles.append(Bundle(target: target, parts: parts))
  }

  /// The fields in the order of the profile.
  func fields() -> [(tag: Tag, isControl: Bool, body: [UInt8])] {
    bundles.enumerated().flatMap { number, bundle -> [(tag: Tag, isControl: Bool, body: [UInt8])] in
      let isFirst = !bundles[..<number].contains { $0.target.tag == bundle.target.tag }
      if bundle.target.tag.isControl {
        return [(bundle.target.tag, true, Array(bundle.parts[0].values.joined(separator: [0x20])))]
      }
      let count = bundle.parts.filter(\.isEach).map(\.values.count).max() ?? 1
      return (0..<count).map { place in
        var body = [bundle.target.indicator1.byte, bundle.target.indicator2.byte]
        for part in bundle.parts {
          guard let code = part.code, let value = part.value(place) else { continue }
          body += [Delimiter.subfield, code.byte] + value
        }
        let isFurther = place > 0 || !isFirst
        return (isFurther ? bundle.furtherTag ?? bundle.target.tag : bundle.target.tag, false, body)
      }
    }
  }

  /// The text parted at the signs, without blanks around the parts and without empty ones.
  ///
  /// Line ends that part nothing become blanks, and MARC's own delimiters are left out.
  static func parts(_ text: [UInt8], at separators: [Character]) -> [[UInt8]] {
    let signs = Set(separators.compactMap(\.asciiValue))
    return text.split { signs.contains($0) || (signs.contains(0x0A) && $0 == 0x0D) }
      .map { part in
        Array(Punctuation.withoutBlanks(part.filter { !Delimiter.isDelimiter($0) }[...]))
          .map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      }.filter { !$0.isEmpty }
  }
}

extension MappedFields.Part {
  fileprivate func value(_ place: Int) -> [UInt8]? {
    guard isEach else { return values.first }
    return place < values.count ? values[place] : nil
  }
}
