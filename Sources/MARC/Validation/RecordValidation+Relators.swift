/// What somebody did for the work: in words (`$e`, of meetings `$j`) and as a code (`$4`).
extension RecordValidation {
  func relatorProblems(
    in field: Field, _ place: Int, _ definition: FieldDefinition?
  ) -> [RecordProblem] {
    guard let list = schema.codeList(.relators),
      definition?.subfield("4")?.codeList == .relators,
      let word = definition?.subfields.first(where: { $0.name.en == "Relator term" })?.code
    else { return [] }
    var problems: [RecordProblem] = []
    for (part, subfield) in field.subfields.enumerated() where subfield.code == word {
      guard let term = Punctuation.trimmed(subfield) else { continue }
      if list[term] != nil, !list.terms.knows(term) {
        var mended = field
        mended.replaceSubfield(at: part, with: Subfield("4", term))
        problems.append(
          RecordProblem(
            .relatorCodeAsTerm(term), .warning, at: place, .subfield(part),
            mend: .replace(place: place, field, with: mended)))
      } else if let marked = list.terms.marked(term) {
        let text = subfield.text.replacing(term, with: marked)
        problems.append(
          RecordProblem(
            .relatorUnmarked(term, marked), .advice, at: place, .subfield(part),
            mend: .replace(place: place, field, with: field.replacingText(at: part, with: text))))
      }
    }
    return problems + disagreement(in: field, place, word, list)
  }

  /// One word and one code that name different roles.
  private func disagreement(
    in field: Field, _ place: Int, _ word: Code, _ list: CodeList
  ) -> [RecordProblem] {
    let words = Array(field.subfields(word))
    let codes = Array(field.subfields("4"))
    guard words.count == 1, codes.count == 1, let term = Punctuation.trimmed(words[0]),
      let meant = list.terms.code(of: term), list[codes[0].text] != nil, meant != codes[0].text
    else { return [] }
    return [RecordProblem(.relatorsDiffer(term, codes[0].text), .warning, at: place)]
  }
}

/// The lists from which terms and numbers are taken: named in `$2` where an indicator says so.
extension RecordValidation {
  func sourceProblems(
    in field: Field, _ place: Int, _ definition: FieldDefinition?
  ) -> [RecordProblem] {
    guard let definition, definition.subfield("2") != nil else { return [] }
    let source = field.text("2")
    for (number, code) in [(1, field.indicator1), (2, field.indicator2)] {
      let values = definition.indicator(number).values
      guard let named = values.first(where: { $0.name.en.contains("subfield $2") }),
        let value = named.code.first.flatMap({ Code($0) })
      else { continue }
      if code == value, source == nil {
        return [RecordProblem(.sourceMissing, .warning, at: place, .indicator(number))]
      }
      // A subject of a list that the second indicator does not name: `650 _4 $2 Bộ TK TVQG`.
      guard let source, field.tag.isInBlock(6), code == "4" || code == .blank else { continue }
      return [
        RecordProblem(
          .sourceNotNamed(source), .warning, at: place, .indicator(number),
          mend: .replace(
            place: place, field, with: field.replacingIndicator(number, with: value)))
      ]
    }
    return []
  }
}
