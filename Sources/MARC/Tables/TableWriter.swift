/// Writes records as a table, one row each, in the columns of a profile.
///
/// A table holds only what its profile speaks of. Cells of several values part them as the profile's rule does.
struct TableWriter {
  private let profile: MappingProfile
  private let separator: UInt8

  init(_ profile: MappingProfile, separator: UInt8) {
    self.profile = profile
    self.separator = separator
  }

  /// The headings: the first name of every rule.
  ///
  /// The mark before them tells spreadsheets that this is UTF-8.
  func begin(_ output: inout [UInt8]) {
    output += [0xEF, 0xBB, 0xBF]
    appendRow(profile.rules.map { Array(($0.sources.first?.name ?? "").utf8) }, to: &output)
  }

  func append(_ record: Record, to output: inout [UInt8]) {
    appendRow(profile.rules.map { cell(record, $0) }, to: &output)
  }

  private func cell(_ record: Record, _ rule: MappingProfile.Rule) -> [UInt8] {
    let sign: [UInt8] =
      switch rule.separators.first {
      case "\n": [0x0A]
      case let sign?: Array("\(sign) ".utf8)
      case nil: Array("; ".utf8)
      }
    let tags = [rule.target.tag] + [rule.furtherTag].compactMap(\.self)
    let values = tags.flatMap { tag in
      record.fields(tag).flatMap { field -> [ArraySlice<UInt8>] in
        guard !field.isControl else { return [field.body] }
        guard let code = rule.target.code else {
          return [ArraySlice(field.subfields.map { Array($0.bytes) }.joined(separator: [0x20]))]
        }
        return field.subfields(code).map(\.bytes)
      }
    }
    return Array(values.joined(separator: sign))
  }

  private func appendRow(_ cells: [[UInt8]], to output: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { output.append(separator) }
      let quote = UInt8(ascii: "\"")
      let needsQuotes = cell.contains {
        $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D
      }
      if needsQuotes { output.append(quote) }
      for byte in cell {
        if byte == quote { output.append(quote) }
        output.append(byte)
      }
      if needsQuotes { output.append(quote) }
    }
    output += [0x0D, 0x0A]
  }
}
