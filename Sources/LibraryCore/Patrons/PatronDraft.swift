/// A patron as somebody typed it: a text for each field that was filled in.
public struct PatronDraft: Equatable, Sendable {
  public var fields: [PatronField: String]
  /// The name as a citizen card has it, where that is all in capitals and the field is not.
  public var nameInCapitals: String?
  /// The number of the citizen card that was read; only what it comes to is stored.
  public var citizenNumber: String?
  /// What does not agree on the citizen card, or was garbled on the way.
  public var citizenFaults: [CitizenCard.Fault] = []

  public init(fields: [PatronField: String] = [:]) { self.fields = fields }

  /// A draft of the fields people fill in; without a card it gets the next running number.
  public init(
    name: String, card: String? = nil, category: String? = nil, born: String? = nil,
    phone: String? = nil, address: String? = nil, email: String? = nil, expiresOn: String? = nil,
    note: String? = nil
  ) {
    let typed: [(PatronField, String?)] = [
      (.name, name), (.card, card), (.category, category), (.born, born), (.phone, phone),
      (.address, address), (.email, email), (.expiresOn, expiresOn), (.note, note),
    ]
    fields = [:]
    for (field, text) in typed { fields[field] = text }
  }

  public subscript(field: PatronField) -> String? {
    get { fields[field] }
    set { fields[field] = newValue }
  }
}

/// What a typed text is worth as the value of a field.
public enum FieldReading: Equatable, Sendable {
  /// The text to store; nil clears the field.
  case value(String?)
  case fault(Refusal)
}
