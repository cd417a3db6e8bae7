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
    case .exactly(let count): say(vi: "\(count) nhan đề", en: "\(count) titles")
    case .moreThan(let count): say(vi: "hơn \(count)", en: "over \(count)")
    }
  }
}
