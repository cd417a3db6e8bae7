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
    let record = context.record
    var seen: Set<[String]> = []
    return record.fields.enumerated().compactMap { place, field in
      guard !field.isControl, let text = field.text("6") else { return nil }
      let shown = String(text.prefix(6))
      guard let link = field.link else {
        return RecordProblem(.linkBroken(shown), .warning, at: place)
      }
      guard link.hasPartner else { return nil }
      guard seen.insert([field.tag.text, shown]).inserted else {
        return RecordProblem(.linkDoubled(shown), .warning, at: place)
      }
      guard record.partners(of: place).isEmpty else { return nil }
      return RecordProblem(
        .linkBroken(shown), .warning, at: place, mend: missingEnd(of: link, field, in: record))
    }
  }

  /// The link back from the only field that an 880 can mean.
  private func missingEnd(
    of link: FieldLink, _ field: Field, in record: EditableRecord
  ) -> RecordMend? {
    guard field.tag == "880" else { return nil }
    let same = record.fields.indices.filter { record.fields[$0].tag == link.tag }
    guard same.count == 1, let place = same.first, !record.fields[place].isControl,
      record.fields[place].first("6") == nil
    else { return nil }
    var mended = record.fields[place]
    mended.insert(Subfield("6", "880-\(link.number)"), at: 0)
    return .replace(place: place, record.fields[place], with: mended)
  }
}
