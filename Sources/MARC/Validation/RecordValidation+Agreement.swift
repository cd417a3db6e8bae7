/// What the fields of one record say of each other.
extension RecordValidation {
  func disagreements(in context: Context) -> [RecordProblem] {
    titleProblems(in: context) + languageProblems(in: context) + countryProblems(in: context)
      + yearProblems(in: context) + linkProblems(in: context)
  }

  // MARK: - The indicators of the title

  private func titleProblems(in context: Context) -> [RecordProblem] {
    guard let place = context.places("245").first else { return [] }
    let field = context.record.fields[place]
    guard !field.isControl else { return [] }
    var problems: [RecordProblem] = []
    let hasMain = context.record.fields.contains { ["100", "110", "111", "130"].contains($0.tag) }
    let expected: Code = hasMain ? "1" : "0"
    if field.indicator1 == "0" || field.indicator1 == "1", field.indicator1 != expected {
      problems.append(
        RecordProblem(
          .titleEntry(found: field.indicator1, expected: expected), .advice, at: place,
          .indicator(1),
          mend: .replace(
            place: place, field, with: field.replacingIndicator(1, with: expected))))
    }
    if let filing = filingProblem(in: field, place, context.code(35..<38) ?? "") {
      problems.append(filing)
    }
    return problems
  }

  /// Vietnamese titles have no articles; English ones are filed behind theirs.
  private func filingProblem(in field: Field, _ place: Int, _ language: String) -> RecordProblem? {
    let found = field.indicator2
    guard found.isDigit, let title = field.text("a"), !title.isEmpty else { return nil }
    func problem(_ expected: Code, mends: Bool) -> RecordProblem {
      RecordProblem(
        .filing(found: found, expected: expected), mends ? .warning : .advice, at: place,
        .indicator(2),
        mend: mends
          ? .replace(place: place, field, with: field.replacingIndicator(2, with: expected)) : nil)
    }
    if language == "vie" { return found == "0" ? nil : problem("0", mends: true) }
    if found == "0" {
      guard language == "eng", title.hasPrefix("The ") else { return nil }
      return problem("4", mends: true)
    }
    // The letters that are passed over end in a blank, an apostrophe or a sign.
    let skipped = Int(found.byte) - 0x30
    let letters = Array(title)
    guard skipped <= letters.count else { return problem("0", mends: false) }
    return letters[skipped - 1].isLetter ? problem("0", mends: false) : nil
  }

  // MARK: - Languages, countries and years

  private func languageProblems(in context: Context) -> [RecordProblem] {
    guard let codes = context.codes, let language = context.code(35..<38) else { return [] }
    let fields = context.record.fields.filter { $0.tag == "041" && $0.indicator2 != "7" }
    let list = schema.codeList(.languages)
    let named = fields.flatMap { $0.subfields.filter { "abdej".utf8.contains($0.code.byte) } }
      .map { subfield in
        let known = list?[subfield.text]
        return known.flatMap { $0.isObsolete ? list?.successor(of: $0)?.code : nil }
          ?? subfield.text
      }.filter { !$0.isEmpty }
    guard let first = named.first else { return [] }
    let isBlank = language == "   " || language == "|||"
    guard isBlank || !["mul", "und", "zxx", "mis"].contains(language) else { return [] }
    guard isBlank || !named.contains(where: { $0.contains(language) }) else { return [] }
    let mended: Field? =
      isBlank && list?[first] != nil
      ? codes.field.replacingPositions(from: 35, with: first) : nil
    return [
      RecordProblem(
        .languageDiffers(language), .warning, at: codes.place, .positions(35..<38),
        mend: mended.map { .replace(place: codes.place, codes.field, with: $0) })
    ]
  }

  private func countryProblems(in context: Context) -> [RecordProblem] {
    guard let codes = context.codes, let text = context.code(15..<18) else { return [] }
    let named = context.record.fields.filter { $0.tag == "044" }
      .flatMap { $0.subfields("a").map { $0.text.lowercased() } }
    let country = text.prefix { $0 != " " }
    guard !named.isEmpty, !country.isEmpty, country != "|||" else { return [] }
    guard !named.contains(where: { $0.hasPrefix(country) }) else { return [] }
    return [
      RecordProblem(
        .countryDiffers(String(country)), .warning, at: codes.place, .positions(15..<18))
    ]
  }

  /// The year of 008 beside those of 260 and 264; a blank one is filled from the only year there.
  private func yearProblems(in context: Context) -> [RecordProblem] {
    guard let codes = context.codes, let date = context.code(7..<11),
      let second = context.code(11..<15)
    else { return [] }
    let years = context.record.fields.filter { $0.tag == "260" || $0.tag == "264" }
      .flatMap { $0.subfields("c").flatMap { RecordValidation.years(in: $0.text) } }
    guard !years.isEmpty else { return [] }
    let kind = Character(Unicode.Scalar(codes.bytes[6]))
    if date.allSatisfy({ $0 == " " || $0 == "|" }) {
      guard Set(years).count == 1, kind == " " || kind == "|" || kind == "s" else { return [] }
      let mended = codes.field.replacingPositions(from: 6, with: "s" + years[0])
      return [
        RecordProblem(
          .yearDiffers(date), .warning, at: codes.place, .positions(7..<11),
          mend: .replace(place: codes.place, codes.field, with: mended))
      ]
    }
    guard kind == "s" || kind == "t" || kind == "r" || kind == "e",
      date.allSatisfy(\.isNumber), !years.contains(date), !years.contains(second)
    else { return [] }
    return [
      RecordProblem(.yearDiffers(date), .warning, at: codes.place, .positions(7..<11))
    ]
  }

  /// The numbers of four digits in a text.
  private static func years(in text: String) -> [String] {
    text.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }.map(String.init)
  }

  // MARK: - Fields in another script

  /// Each 880 names the field it stands for, which names the 880: `245-01` and `880-01`; 00 means there is none.
  private func linkProblems(in context: Context) -> [RecordProblem] {
    let fields = context.record.fields
    let links = fields.enumerated().compactMap { place, field in
      field.text("6").map { (place: place, tag: field.tag, link: String($0.prefix(6))) }
    }
    let named = Set(links.map { "\($0.tag.text)>\($0.link)" })
    return links.compactMap { place, tag, link in
      let number = link.suffix(2)
      guard link.utf8.count == 6, link.dropFirst(3).hasPrefix("-"), number.allSatisfy(\.isNumber)
      else { return RecordProblem(.linkBroken(link), .warning, at: place) }
      guard number != "00" else { return nil }
      let partner = link.prefix(3)
      let isFound = named.contains("\(partner)>\(tag.text)-\(number)")
      return isFound ? nil : RecordProblem(.linkBroken(link), .warning, at: place)
    }
  }
}
