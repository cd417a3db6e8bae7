public import MARC
import VietnameseText

/// What the catalogue shows of a record and finds it by, read from the record's bytes alone.
///
/// Stored rows and the search index are made of this, and taken back by making it again from the same bytes: what is read
/// differently in a later version needs a migration that builds all of them anew. All texts are in NFC.
public struct CatalogueEntry: Equatable, Sendable {
  public let title: String
  /// The title from the first word that counts in filing, where that is not its first: without `The`.
  public let filingTitle: String?
  public let author: String?
  public let publisher: String?
  public let year: String?
  public let classMark: String?
  /// The first language of the text, by its MARC code; nil where none is said.
  public let language: String?
  public let material: Material
  public let keys: Set<CatalogueKey>
  public let words: CatalogueWords
  /// The words of its `DuplicateKey`s, as an index of words takes them.
  public let duplicateWords: String
  public let headings: CatalogueHeadings

  public init(_ record: Record) {
    let bibliography = Bibliography(record)
    let titles = bibliography.title
    title = CatalogueEntry.readable(titles?.full ?? bibliography.otherTitles.first ?? "")
    filingTitle = CatalogueEntry.filed(title, passingOver: titles?.nonfilingCount ?? 0)
    author = (bibliography.mainContributor?.name ?? titles?.responsibility)
      .map(CatalogueEntry.readable)
    publisher = bibliography.publication?.publisher.map(CatalogueEntry.readable)
    year = bibliography.year.map(String.init)
    let classMarks = bibliography.classMarks
    classMark = CatalogueEntry.preferred(classMarks).map { CatalogueEntry.readable($0.number) }
    language = CatalogueEntry.language(bibliography.languages)
    material = Material(record)
    words = CatalogueWords(record)
    duplicateWords = DuplicateProfile(record).keys.map(\.word).joined(separator: " ")
    headings = CatalogueHeadings(record)
    keys = CatalogueEntry.keys(bibliography, classMarks, title: title, filed: filingTitle)
  }

  /// Composed, with marks on the letters they were meant for.
  public static func readable(_ text: String) -> String {
    let composed = text.nfc
    let hasStrayMark = composed.utf8.contains { (0xCB...0xCD).contains($0) }
    return hasStrayMark ? composed.repairingMarks().text : composed
  }

  private static func filed(_ title: String, passingOver count: Int) -> String? {
    let rest = title.dropFirst(count)
    return count == 0 || rest.isEmpty ? nil : String(rest)
  }

  /// The class mark a Vietnamese shelf is most likely ordered by.
  private static func preferred(_ marks: [ClassMark]) -> ClassMark? {
    let order: [ClassMark.Scheme] = [.dewey, .other, .local, .universal, .congress, .medicine]
    return order.lazy.compactMap { scheme in marks.first { $0.scheme == scheme } }.first
  }

  /// The first code that names a language; `und`, `zxx` and `mul` name none.
  public static func language(_ codes: [String]) -> String? {
    codes.first { !["und", "zxx", "mul"].contains($0) }
  }

  private static func keys(
    _ bibliography: Bibliography, _ classMarks: [ClassMark], title: String,
    filed: String?
  ) -> Set<CatalogueKey> {
    var keys: Set<CatalogueKey> = []
    for isbn in bibliography.isbns { keys.insert(.isbn(isbn)) }
    for issn in bibliography.issns { keys.insert(.issn(issn)) }
    for mark in classMarks { keys.insert(.classMark(mark.number)) }
    if let number = bibliography.controlNumber, !number.isEmpty {
      keys.insert(.control(number, source: bibliography.controlSource))
    }
    if !title.isEmpty {
      keys.insert(.title(title))
      if let filed { keys.insert(.title(filed)) }
    }
    return keys
  }
}
