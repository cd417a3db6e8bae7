/// Where, by whom and when the work was published (260, 264).
public struct Publication: Hashable, Sendable {
  public let places: [String]
  public let publishers: [String]
  public let date: String?

  init(_ field: Field) {
    places = field.subfields("a").compactMap { Punctuation.trimmed($0) }
    publishers = field.subfields("b").compactMap { Punctuation.trimmed($0) }
    date = Punctuation.trimmed(field.first("c"))
  }

  public var place: String? { places.first }
  public var publisher: String? { publishers.first }
}

extension Bibliography {
  /// The statement of publication: 264 with second indicator 1, or else the first 260 or 264 that says anything.
  public var publication: Publication? {
    let statements = record.fields.filter { $0.tag == "260" || $0.tag == "264" }
    let chosen = statements.first { $0.tag == "264" && $0.indicator2 == "1" } ?? statements.first
    return chosen.map(Publication.init)
  }

  /// The year of publication: that of 008/07–10, or else the first year in the statement of publication.
  public var year: Int? {
    coded(at: 7..<11).flatMap(Bibliography.year)
      ?? publication?.date.flatMap(Bibliography.firstYear)
  }

  /// The country of publication as 008/15–17 has it, `vm` being Việt Nam.
  public var country: String? {
    guard let code = coded(at: 15..<18) else { return nil }
    let trimmed = Punctuation.spaceTrimmed(ArraySlice(code.utf8))
    return trimmed.utf8.allSatisfy { (0x61...0x7A).contains($0) } && !trimmed.isEmpty
      ? trimmed : nil
  }

  /// The languages of the text, that of 008/35–37 first, then those of 041.
  public var languages: [String] {
    var languages: [String] = []
    func add(_ code: some StringProtocol) {
      let language = code.lowercased()
      let isCode =
        language.utf8.count == 3 && language.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      if isCode, !languages.contains(language) { languages.append(language) }
    }
    if let code = coded(at: 35..<38) { add(code) }
    for field in record.fields("041") {
      for subfield in field.subfields("a") {
        var rest = subfield.text[...]
        while !rest.isEmpty {
          add(rest.prefix(3))
          rest = rest.dropFirst(3)
        }
      }
    }
    return languages
  }

  /// The positions of 008, if it is long enough.
  func coded(at positions: Range<Int>) -> String? {
    guard let body = record.first("008")?.body, body.count >= positions.upperBound else {
      return nil
    }
    let start = body.startIndex
    return String(
      decoding: body[start + positions.lowerBound..<start + positions.upperBound], as: UTF8.self)
  }

  private static func year(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(text), year >= 1000
    else {
      return nil
    }
    return year
  }

  private static func firstYear(in text: String) -> Int? {
    text.split { !$0.isASCII || !$0.isNumber }.lazy
      .filter { $0.count == 4 }.compactMap { year(String($0)) }.first
  }
}
