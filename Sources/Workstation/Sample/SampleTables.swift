/// The tables a sample library is filled from, as they lie in the folder `sample`.
public enum SampleTables {
  public static let titles: [SampleTitle] = rows("sample/titles.tsv").compactMap(SampleTitle.init)
  public static let patrons: [SamplePatron] = rows("sample/patrons.tsv").compactMap(
    SamplePatron.init)

  /// The rows below the line of names, each as its columns.
  private static func rows(_ name: String) -> [[String]] {
    guard let file = BuiltInFile.named(name) else { return [] }
    return file.text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The values of a column that may hold several.
  static func values(_ column: String) -> [String] {
    column.split(separator: ";").map { $0.drop { $0 == " " } }.map(String.init)
  }
}

/// One book of the sample library: what its record says and how many copies there are.
public struct SampleTitle: Sendable {
  public let title: String
  /// `Tập 2`, or empty for a work in one volume.
  public let volume: String
  public let subtitle: String
  public let authors: [String]
  public let publisher: String
  public let place: String
  public let year: Int
  public let classMark: String
  public let pages: Int
  public let heightCentimetres: Int
  public let priceDong: Int
  public let keywords: [String]
  public let language: String
  /// The language it was translated from, or empty.
  public let original: String
  /// The kho its copies stand in, which is also the prefix of their barcodes.
  public let location: String
  public let copies: Int

  init?(_ columns: [String]) {
    guard columns.count == 16, let year = Int(columns[6]), let pages = Int(columns[8]),
      let height = Int(columns[9]), let price = Int(columns[10]), let copies = Int(columns[15])
    else { return nil }
    title = columns[0]
    volume = columns[1]
    subtitle = columns[2]
    authors = SampleTables.values(columns[3])
    publisher = columns[4]
    place = columns[5]
    self.year = year
    classMark = columns[7]
    self.pages = pages
    heightCentimetres = height
    priceDong = price
    keywords = SampleTables.values(columns[11])
    language = columns[12]
    original = columns[13]
    location = columns[14]
    self.copies = copies
  }
}

/// One invented patron of the sample library.
public struct SamplePatron: Sendable {
  public let name: String
  public let isFemale: Bool
  public let birthYear: Int
  public let category: String
  public let phone: String
  public let commune: String
  public let note: String

  init?(_ columns: [String]) {
    guard columns.count == 7, let birthYear = Int(columns[2]) else { return nil }
    name = columns[0]
    isFemale = columns[1] == "nữ"
    self.birthYear = birthYear
    category = columns[3]
    phone = columns[4]
    commune = columns[5]
    note = columns[6]
  }
}
