/// A list of codes that the Library of Congress keeps, such as that of languages.
public struct CodeList: Hashable, Sendable {
  /// The name of a list in the table: `languages`, `countries`.
  public struct Name: Hashable, Sendable {
    public let text: String

    public init(_ text: some StringProtocol) { self.text = String(text) }

    public static let languages = Name("languages")
    public static let countries = Name("countries")
    public static let geographicAreas = Name("geographic-areas")
    public static let relators = Name("relators")
  }

  public let name: Name
  /// In the order of their codes.
  public let codes: [CodeDefinition]
  private let places: [String: Int]
  /// The words for the codes of relators; other lists have none.
  let terms: RelatorTerms

  init(name: Name, codes: [CodeDefinition]) {
    self.name = name
    self.codes = codes
    terms = RelatorTerms(name == .relators ? codes : [])
    places = Dictionary(
      codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the names are titles of works, which have no Vietnamese name: lists of sources.
  public var holdsTitles: Bool {
    ["sources", "bibliographies", "conventions", "identifiers", "authentication-codes", "methods"]
      .contains {
        name.text.hasSuffix($0)
      }
  }

  public subscript(code: String) -> CodeDefinition? { places[code].map { codes[$0] } }
}
