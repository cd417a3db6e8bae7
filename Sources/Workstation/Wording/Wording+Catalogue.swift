public import LibraryCore

extension Wording {
  /// Where a search looks.
  public func searchField(_ field: SearchField) -> String {
    switch field {
    case .any: say(vi: "Mọi chỗ", en: "Anywhere")
    case .title: say(vi: "Nhan đề", en: "Title")
    case .author: say(vi: "Tác giả", en: "Author")
    case .subject: say(vi: "Chủ đề", en: "Subject")
    case .isbn: say(vi: "ISBN", en: "ISBN")
    case .callNumber: say(vi: "Ký hiệu", en: "Call number")
    }
  }

  /// How many titles were found.
  public func titles(_ total: SearchTotal) -> String {
    switch total {
    case .exactly(let count): say(vi: "\(count) nhan đề", en: counted(count, "title"))
    case .moreThan(let count): say(vi: "hơn \(count)", en: "over \(count)")
    }
  }

  /// The order of what was found, said behind how much it is.
  public func sorted(_ order: HitOrder) -> String {
    switch order {
    case .relevance: say(vi: "theo độ sát", en: "best first")
    case .title: say(vi: "theo nhan đề", en: "by title")
    case .author: say(vi: "theo tác giả", en: "by author")
    case .year: say(vi: "mới nhất trước", en: "newest first")
    }
  }

  /// The order of lists of titles and authors.
  public func filing(_ order: FilingOrder) -> String {
    switch order {
    case .catalogue:
      say(vi: "từng tiếng: ba bể, ba vì, bà nà", en: "by syllable: ba bể, ba vì, bà nà")
    case .cldr: say(vi: "CLDR: ba bể, bà nà, ba vì", en: "CLDR: ba bể, bà nà, ba vì")
    }
  }
}
