import VietnameseText

/// The lines that stand in several fields.
extension SimpleSheet {
  // MARK: - Names

  /// The added persons: those who translated, or all others but the persons of works and of unknown parts.
  static func names(
    in record: EditableRecord, translators: Bool
  ) -> [(place: Int, name: String)] {
    record.fields.enumerated().compactMap { place, field in
      guard field.tag == "700", field.first("t") == nil, isTranslator(field) == translators,
        let name = Punctuation.trimmed(field.first("a"))
      else { return nil }
      return (place, name)
    }
  }

  private static func isTranslator(_ field: Field) -> Bool {
    field.subfields("4").contains { $0.text == "trl" }
      || field.subfields("e").contains { subfield in
        let role = subfield.text.folded
        return role.hasPrefix("dich") || role.hasPrefix("nguoi dich") || role.hasPrefix("trans")
      }
  }

  func writeNames(_ names: [String], translators: Bool, into record: inout EditableRecord) {
    let known = SimpleSheet.names(in: record, translators: translators)
    for (place, name) in known.reversed() where !names.contains(name) {
      record.fields.remove(at: place)
    }
    for name in names where !known.contains(where: { $0.name == name }) {
      let role = translators ? [Subfield("e", "dịch")] : []
      record.insert(Field("700", "0", .blank, [Subfield("a", name)] + role))
    }
  }

  // MARK: - Keywords

  static func keywords(in record: EditableRecord) -> [(place: Int, part: Int, text: String)] {
    record.fields.enumerated().filter { $0.element.tag == "653" }.flatMap { place, field in
      field.subfields.enumerated().compactMap { part, subfield in
        guard subfield.code == "a", let text = Punctuation.trimmed(subfield) else { return nil }
        return (place, part, text)
      }
    }
  }

  func writeKeywords(into record: inout EditableRecord) {
    let wanted = list(.keywords)
    let known = SimpleSheet.keywords(in: record)
    for (place, part, text) in known.reversed() where !wanted.contains(text) {
      record.fields[place].removeSubfield(at: part)
      if record.fields[place].subfields.count == 0 { record.fields.remove(at: place) }
    }
    for word in wanted where !known.contains(where: { $0.text == word }) {
      record.insert(Field("653", [Subfield("a", word)]))
    }
  }

  // MARK: - Language

  /// The code of the first language (041), or that of 008.
  static func language(in record: EditableRecord) -> String {
    if let field = record.fields.first(where: { $0.tag == "041" && $0.indicator2 != "7" }),
      let code = field.text("a"), !code.isEmpty
    {
      return code
    }
    guard let codes = record.fields.first(where: { $0.tag == "008" }), codes.body.count == 40 else {
      return ""
    }
    let code = String(codes.text.dropFirst(35).prefix(3))
    return code == "   " || code == "|||" ? "" : code
  }

  /// Changes the code in 041 and, where it was the same or none, in 008.
  func writeLanguage(_ before: String, into record: inout EditableRecord) {
    let code = text(.language)
    if let place = record.fields.firstIndex(where: { $0.tag == "041" && $0.indicator2 != "7" }) {
      SheetField.set("a", code, in: &record.fields[place], order: [("a", "")])
      if record.fields[place].subfields.count == 0 { record.fields.remove(at: place) }
    } else if !code.isEmpty {
      record.insert(Field("041", "0", .blank, [Subfield("a", code)]))
    }
    guard let place = record.fields.firstIndex(where: { $0.tag == "008" }),
      record.fields[place].body.count == 40
    else { return }
    let found = String(record.fields[place].text.dropFirst(35).prefix(3))
    guard found == before || found == "   " || found == "|||" else { return }
    let padded = (code + "   ").prefix(3)
    record.fields[place] = record.fields[place].replacingPositions(from: 35, with: String(padded))
  }
}
