/// What the format says of one tag.
public struct FieldDefinition: Hashable, Sendable {
  public let tag: Tag
  public let name: SchemaName
  public let isRepeatable: Bool
  /// Whether the format has given the tag up; old records still hold it.
  public let isObsolete: Bool
  public internal(set) var indicator1 = IndicatorDefinition.undefined
  public internal(set) var indicator2 = IndicatorDefinition.undefined
  /// The subfields in the order of the format.
  public internal(set) var subfields: [SubfieldDefinition] = []
  /// Whether it belongs to the short MARC 21 of Vietnamese libraries.
  public internal(set) var isInShortSet = false

  public func subfield(_ code: Code) -> SubfieldDefinition? { subfields.first { $0.code == code } }

  /// The definition of indicator 1 or 2.
  public func indicator(_ number: Int) -> IndicatorDefinition {
    number == 1 ? indicator1 : indicator2
  }
}

/// What an indicator tells, and by which values.
public struct IndicatorDefinition: Hashable, Sendable {
  public let name: SchemaName
  /// The values, where `1-9` stands for every digit in it; if there are none, only a blank may stand there.
  public internal(set) var values: [CodeDefinition]

  public static let undefined = IndicatorDefinition(
    name: SchemaName(vi: "Không dùng", en: "Undefined"), values: [])

  /// What `code` means here; nil where the format has no such value.
  public func value(_ code: Code) -> CodeDefinition? {
    let text = code.description
    return values.first { $0.covers(text) }
  }

  public var isDefined: Bool { !values.isEmpty }
}

/// What the format says of one subfield.
public struct SubfieldDefinition: Hashable, Sendable {
  public let code: Code
  public let name: SchemaName
  public let isRepeatable: Bool
  public let isObsolete: Bool
  /// The list whose codes stand in it.
  public let codeList: CodeList.Name?
}

/// A code and what it means.
public struct CodeDefinition: Hashable, Sendable {
  /// With real blanks; `1-9` stands for each of these digits.
  public let code: String
  public let name: SchemaName
  public let isObsolete: Bool

  /// Whether `text` is this code, or one of its range.
  func covers(_ text: String) -> Bool {
    if code == text { return true }
    let bytes = Array(code.utf8)
    guard bytes.count == 3, bytes[1] == UInt8(ascii: "-"), let digit = text.utf8.first,
      text.utf8.count == 1
    else { return coversNumber(text) }
    return digit >= bytes[0] && digit <= bytes[2]
  }

  /// `001-999` stands for every number of three digits in it.
  private func coversNumber(_ text: String) -> Bool {
    let ends = code.split(separator: "-").map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], let number = Int(text) else {
      return false
    }
    return text.utf8.count == code.utf8.count / 2 && (first...max(first, last)).contains(number)
  }
}
