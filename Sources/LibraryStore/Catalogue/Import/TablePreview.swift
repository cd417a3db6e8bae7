import LibraryCore
public import MARC
public import VietnameseText

/// What a table would be read as, before anything of it is written.
public struct TablePreview: Sendable {
  /// What the rows of a table are about.
  public enum Content: String, CaseIterable, Sendable {
    case copies
    case patrons
  }

  private static let rowsShownMaximum = 3

  /// Nil where the headings fit neither.
  public let content: Content?
  public let headings: [String]
  public let rowCount: Int
  public let firstRows: [[String]]
  /// Headings that were understood as nothing.
  public let unknownHeadings: [String]
  public let survey: EncodingSurvey
  /// What would be done to texts.
  public let decoded: Int
  public let repaired: Int

  /// Whether its rows say more of their titles than is asked for to find them, so that they are new titles.
  public func makesTitles(_ profile: MappingProfile) -> Bool {
    content == .copies && profile.speaksOfTitles(headings)
      && unknownHeadings.contains { profile.rule(heading: $0) != nil }
  }

  /// Reads a table whole; `content` says what it is about where its headings need not be asked.
  public init(path: String, _ mending: TextMending, as content: Content? = nil) throws {
    let bytes = try TableFile.bytes(path)
    let table = try SeparatedValues(bytes, mending)
    let (items, patrons) = (ItemColumns(table), PatronColumns(headings: table.headings))
    let found: Content? = items.nameTitles ? .copies : patrons.hasNames ? .patrons : nil
    self.content = content ?? found
    headings = table.headings
    rowCount = table.rows.count
    firstRows = table.rows.prefix(TablePreview.rowsShownMaximum).map(\.cells)
    unknownHeadings = self.content == .patrons ? patrons.unknown : items.unknown
    survey = SeparatedValues.survey(bytes) ?? EncodingSurvey()
    let mended = table.rows.flatMap(\.mended).map(\.mended)
    decoded = mended.count { $0.encoding != nil }
    repaired = mended.reduce(0) { $0 + $1.repairs }
  }
}
