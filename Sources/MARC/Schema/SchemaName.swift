/// What something in the format is called: the Library of Congress's name, and the name in Vietnamese libraries.
public struct SchemaName: Hashable, Sendable {
  public let vi: String
  public let en: String
  /// Whether nobody has written a Vietnamese name; `vi` is the English one then.
  public let isUntranslated: Bool

  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
    isUntranslated = false
  }

  init(untranslated en: String) {
    vi = en
    self.en = en
    isUntranslated = true
  }
}

/// The Vietnamese names by the English ones, as `data/marc21-names.tsv` holds them.
///
/// A section in brackets holds names that mean something else elsewhere: `Georgia` is a country in `[countries]`.
/// A name of parts, `Heading - Personal Name`, is put together from its parts where the whole is not listed.
struct SchemaNames {
  private var sections: [Substring: [Substring: Substring]] = [:]
  private var made: [Substring: SchemaName] = [:]
  /// The section whose names are asked for.
  private(set) var section: Substring = ""

  init(_ bytes: [UInt8]) throws(SchemaFault) {
    var current: Substring = ""
    var names: [Substring: Substring] = [:]
    for (number, line) in SchemaLines(bytes) {
      guard let line else { throw SchemaFault(.names, line: number, .notText) }
      if line.hasPrefix("["), line.hasSuffix("]") {
        sections[current] = names
        current = line.dropFirst().dropLast()
        names = sections[current] ?? [:]
        continue
      }
      guard let tab = line.firstIndex(of: "\t"), tab != line.startIndex else {
        throw SchemaFault(.names, line: number, .missingCell)
      }
      names[line[..<tab]] = line[line.index(after: tab)...]
    }
    sections[current] = names
  }

  mutating func enter(_ section: Substring) {
    guard section != self.section else { return }
    self.section = section
    made = [:]
  }

  mutating func name(_ english: Substring) -> SchemaName {
    if let name = made[english] { return name }
    let name =
      vietnamese(english).map { SchemaName(vi: $0, en: String(english)) }
      ?? SchemaName(untranslated: String(english))
    made[english] = name
    return name
  }

  private func vietnamese(_ english: Substring) -> String? {
    if let whole = sections[section]?[english] ?? sections[""]?[english] { return String(whole) }
    let parts = english.split(separator: " - ")
    guard parts.count > 1 else { return nil }
    let translated = parts.compactMap { sections[section]?[$0] ?? sections[""]?[$0] }
    return translated.count == parts.count ? translated.joined(separator: " – ") : nil
  }
}
