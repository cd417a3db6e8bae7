/// A text that the house keeps by name: the rules of an import, the tasks of a batch edit.
public struct NamedText: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case importProfile
    case taskList
    /// The house's own template of a slip, under the name of its kind.
    case slip

    /// What changing a text of the kind needs.
    public var permission: Permission { self == .slip ? .manageRules : .importRecords }
  }

  public var kind: Kind
  public var name: String
  /// Nil where it was taken away.
  public var text: String?

  public init(_ kind: Kind, name: String, text: String?) {
    self.kind = kind
    self.name = name
    self.text = text
  }
}

extension NamedText {
  func write(to writer: inout BodyWriter) {
    writer.text(1, kind.rawValue)
    writer.text(2, name)
    writer.text(3, text)
  }

  init?(_ reader: BodyReader) {
    guard let kind = reader.text(1).flatMap(Kind.init), let name = reader.text(2) else {
      return nil
    }
    self.init(kind, name: name, text: reader.text(3))
  }
}
