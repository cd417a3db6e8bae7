/// Numbers with check digits, and the form of Dewey numbers.
extension RecordValidation {
  /// The subfields that hold book and serial numbers; cancelled ones (`$z` of 020, `$y` of 022) may be wrong.
  private static let bookNumbers: [Tag: String] = ["020": "a"]
  private static let serialNumbers: [Tag: String] = [
    "022": "al", "490": "x", "800": "x", "810": "x", "811": "x", "830": "x",
  ]

  func numberProblems(in field: Field, _ place: Int) -> [RecordProblem] {
    // A number in another script is looked at as the field it stands for.
    let tag = field.tag == "880" ? field.link?.tag ?? field.tag : field.tag
    let isLinking = tag >= "760" && tag <= "788"
    let books = isLinking ? "z" : RecordValidation.bookNumbers[tag] ?? ""
    let serials = isLinking ? "x" : RecordValidation.serialNumbers[tag] ?? ""
    if tag == "082" { return deweyProblems(in: field, place) }
    guard !(books + serials).isEmpty else { return [] }
    return field.subfields.enumerated().compactMap { part, subfield in
      let text = subfield.text
      guard !text.allSatisfy(\.isWhitespace) else { return nil }
      if books.utf8.contains(subfield.code.byte) {
        return bookProblem(in: text, field, place, part)
      }
      if serials.utf8.contains(subfield.code.byte) {
        return serialProblem(in: text, field, place, part)
      }
      return nil
    }
  }

  private func bookProblem(
    in text: String, _ field: Field, _ place: Int, _ part: Int
  ) -> RecordProblem? {
    guard ISBN(text) == nil else { return nil }
    func problem(_ kind: RecordProblem.Kind, mend: Field?) -> RecordProblem {
      RecordProblem(
        kind, .error, at: place, .subfield(part),
        mend: mend.map { .replace(place: place, field, with: $0) })
    }
    if field.tag == "020", let price = text.priceAlone {
      var mended = field
      mended.removeSubfield(at: part)
      if mended.first("c") == nil { mended.append(Subfield("c", price)) }
      return problem(.priceAsNumber(text), mend: field.first("c") == nil ? mended : nil)
    }
    if let product = ProductNumber(text), !product.isBookNumber {
      let alone = field.subfields.count == 1
      let mended = Field("024", "3", .blank, [Subfield("a", product.digits)])
      return problem(.productNumber(text), mend: field.tag == "020" && alone ? mended : nil)
    }
    let bare = text.drop { !$0.isNumber }
    let isNamed = text.lowercased().hasPrefix("isbn") && ISBN(bare) != nil
    return problem(
      .isbn(text), mend: isNamed ? field.replacingText(at: part, with: String(bare)) : nil)
  }

  private func serialProblem(
    in text: String, _ field: Field, _ place: Int, _ part: Int
  ) -> RecordProblem? {
    guard ISSN(text) == nil else { return nil }
    let bare = text.drop { !$0.isNumber }
    let mended = ISSN(bare).map { field.replacingText(at: part, with: $0.text) }
    return RecordProblem(
      .issn(text), .error, at: place, .subfield(part),
      mend: mended.map { .replace(place: place, field, with: $0) })
  }

  // MARK: - Dewey

  private func deweyProblems(in field: Field, _ place: Int) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    for (part, subfield) in field.subfields.enumerated() where subfield.code == "a" {
      let text = subfield.text
      guard !text.isEmpty, !RecordValidation.isDewey(text) else { continue }
      problems.append(RecordProblem(.deweyForm(text), .warning, at: place, .subfield(part)))
    }
    if field.first("a") != nil, field.first("2") == nil, field.indicator1 != "7" {
      problems.append(RecordProblem(.deweyEditionMissing, .advice, at: place))
    }
    return problems
  }

  /// Whether a text has the form of a Dewey number: three digits, then a point and more; `/` and `'` only divide it.
  ///
  /// Letters alone, such as `[Fic]` and `B`, are DDC's own; what stands behind a blank is not looked at.
  static func isDewey(_ text: String) -> Bool {
    let number = text.drop { !$0.isNumber }
    let front = text[..<number.startIndex]
    guard !number.isEmpty else { return text.contains { $0.isLetter } }
    guard front.allSatisfy({ $0 == "[" || $0 == "(" || $0.isLetter || $0 == "j" }) else {
      return false
    }
    let plain = number.prefix { $0 != " " }.filter { !"/'’]".contains($0) }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 3, parts[0].allSatisfy(\.isNumber) else {
      return false
    }
    return parts.count == 1 || parts[1].allSatisfy(\.isNumber)
  }
}

extension String {
  /// The text, where it is an amount of money and nothing else: `50.000đ`, `45000 đồng`, `$12.50`.
  fileprivate var priceAlone: String? {
    let text = lowercased()
    let isVietnamese = ["đ", "đồng", "vnd", "vnđ"].contains { text.hasSuffix($0) }
    guard isVietnamese || text.hasPrefix("$"), text.contains(where: \.isNumber) else { return nil }
    let rest = text.filter { !$0.isNumber && !" .,$".contains($0) }
    return ["", "đ", "đồng", "vnd", "vnđ"].contains(rest) ? self : nil
  }
}
