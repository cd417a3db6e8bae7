/// What is wrong with a line of rules that somebody wrote, and where.
public struct RuleTextFault: Error, Equatable, Sendable {
  public enum Kind: String, Sendable {
    case unknownWord
    case missingWord
    case extraWord
    case noNumber
    case noTag
    case noSubfield
    case openQuote
    case badPattern
    case noIndicators
    case noMatchRule
    case noTask
  }

  /// Both from 1; the column counts characters.
  public let line: Int
  public let column: Int
  public let kind: Kind
  /// The word at fault.
  public let detail: String

  public init(line: Int, column: Int, _ kind: Kind, _ detail: String = "") {
    self.line = line
    self.column = column
    self.kind = kind
    self.detail = detail
  }
}
