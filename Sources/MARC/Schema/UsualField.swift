/// How a field is met in Vietnamese libraries: what people call it, and what usually stands in it.
///
/// The short set is a guide, not a fence: a field that is not in it is shown and kept all the same.
public struct UsualField: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let code: Code
    public let label: SchemaName
  }

  public let tag: Tag
  public let label: SchemaName
  /// The indicators a new field starts with.
  public let indicator1: Code
  public let indicator2: Code
  /// The usual subfields in the order in which they are filled.
  public internal(set) var parts: [Part] = []

  public func label(of code: Code) -> SchemaName? { parts.first { $0.code == code }?.label }

  /// Whether it belongs to the short set that is offered for a new field.
  public var isInShortSet: Bool { !parts.isEmpty || tag.isControl }

  /// An empty field to be filled in.
  public var emptyField: Field {
    if tag.isControl { return Field(control: tag, "") }
    return Field(tag, indicator1, indicator2, [Subfield(parts.first?.code ?? "a", "")])
  }
}
