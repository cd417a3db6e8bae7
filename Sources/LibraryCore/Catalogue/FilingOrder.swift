import VietnameseText

/// How texts are put in order: the habit of a catalogue drawer, or that of computers.
public enum FilingOrder: String, CaseIterable, Sendable {
  /// Syllable by syllable, tones with each: all of `ba …` before `bà …`.
  case catalogue
  /// The order of the Unicode CLDR: the letters of the whole text, then its tones.
  case cldr

  /// A key whose bytes, compared from the left, put texts in this order.
  public func key(_ text: String) -> [UInt8] {
    switch self {
    case .catalogue: SortKey.catalogue(text)
    case .cldr: SortKey.cldr(text)
    }
  }

  /// The place of the first text that begins with `text`.
  public func beginning(_ text: String) -> [UInt8] {
    switch self {
    case .catalogue: SortKey.beginning(text, of: .catalogue)
    case .cldr: SortKey.beginning(text, of: .cldr)
    }
  }
}

/// A drawer of the catalogue: all titles from A to Z, or all main authors with their titles.
public enum Drawer: Int, CaseIterable, Sendable {
  case title = 1
  case author = 2

  public init?(name: String) {
    guard let drawer = Drawer.allCases.first(where: { $0.name == name }) else { return nil }
    self = drawer
  }

  public var name: String {
    switch self {
    case .title: "title"
    case .author: "author"
    }
  }
}

/// The keys by which a title is filed.
public enum FilingKey {
  /// Longer keys are cut: texts that agree so far stand in the order they were entered.
  static let bytesMaximum = 240

  /// Of headings less is kept: they are many, and agree over fewer letters.
  public static let headingBytesMaximum = 120

  /// `filingTitle` is the title from the first word that counts.
  public static func title(_ filingTitle: String, _ order: FilingOrder) -> [UInt8] {
    Array(order.key(filingTitle).prefix(bytesMaximum))
  }

  /// An author as entered, and under one author the titles.
  public static func author(
    _ author: String, title filingTitle: String, _ order: FilingOrder
  ) -> [UInt8] {
    // Nothing in a key behind its weights is as small, so one author's titles never mix with the next one's.
    Array((order.key(author) + [0] + order.key(filingTitle)).prefix(bytesMaximum))
  }

  /// The key of a record in `drawer`; nil where it does not stand there.
  public static func of(
    _ drawer: Drawer, title filingTitle: String, author: String?, _ order: FilingOrder
  ) -> [UInt8]? {
    switch drawer {
    case .title: filingTitle.isEmpty ? nil : title(filingTitle, order)
    case .author:
      author.flatMap { $0.isEmpty ? nil : self.author($0, title: filingTitle, order) }
    }
  }
}
