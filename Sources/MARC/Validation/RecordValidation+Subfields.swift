/// Indicators and subfields against the schema.
extension RecordValidation {
  func indicatorProblems(
    in field: Field, _ place: Int, _ definition: FieldDefinition?
  ) -> [RecordProblem] {
    guard let definition else { return [] }
    return [(1, field.indicator1), (2, field.indicator2)].compactMap { number, code in
      let indicator = definition.indicator(number)
      guard indicator.isDefined else {
        guard code != .blank else { return nil }
        return RecordProblem(
          .indicator(code), .warning, at: place, .indicator(number),
          mend: .replace(
            place: place, field, with: field.replacingIndicator(number, with: .blank)))
      }
      guard let value = indicator.value(code) else {
        let isBlankTyped = code == "#" || code == "|" || code == "\\"
        let mended =
          isBlankTyped && indicator.value(.blank) != nil
          ? field.replacingIndicator(number, with: .blank) : nil
        return RecordProblem(
          .indicator(code), .warning, at: place, .indicator(number),
          mend: mended.map { .replace(place: place, field, with: $0) })
      }
      return value.isObsolete
        ? RecordProblem(.obsoleteIndicator(code), .advice, at: place, .indicator(number)) : nil
    }
  }

  func subfieldProblems(
    in field: Field, _ place: Int, _ definition: FieldDefinition?
  ) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    var seen: Set<Code> = []
    var count = 0
    let isWellFormedField = definition != nil
    for (part, subfield) in field.subfields.enumerated() {
      count += 1
      func add(
        _ kind: RecordProblem.Kind, _ severity: RecordProblem.Severity, mend: Field? = nil
      ) {
        problems.append(
          RecordProblem(
            kind, severity, at: place, .subfield(part),
            mend: mend.map { .replace(place: place, field, with: $0) }))
      }
      let code = subfield.code
      if !code.isDigit && !code.isLetter { add(.codeShape(code), .error) }
      if subfield.text.allSatisfy(\.isWhitespace) {
        let rest = field.removingSubfield(at: part)
        add(.emptySubfield(code), .warning, mend: rest.subfields.count > 0 ? rest : nil)
        continue
      }
      guard isWellFormedField, code.isDigit || code.isLetter else { continue }
      let isRepeated = !seen.insert(code).inserted
      guard let known = definition?.subfield(code) else {
        let isUsual = schema.usual(field.tag)?.label(of: code) != nil
        if code != "9", !isUsual { add(.unknownSubfield(code), .warning) }
        continue
      }
      if known.isObsolete { add(.obsoleteSubfield(code), .advice) }
      if isRepeated, !known.isRepeatable { add(.repeatedSubfield(code), .warning) }
      if let list = known.codeList {
        problems += codeProblems(in: subfield.text, of: list, field, place, part)
      }
    }
    if count == 0 {
      problems.append(
        RecordProblem(.noSubfields, .warning, at: place, mend: .remove(place: place, field)))
    }
    return problems
  }

  // MARK: - Codes of lists

  /// What is wrong with a code; `$2` and other lists of sources are looked at leniently, for libraries have their own.
  private func codeProblems(
    in text: String, of name: CodeList.Name, _ field: Field, _ place: Int, _ part: Int
  ) -> [RecordProblem] {
    guard let list = schema.codeList(name), !text.contains("/") else { return [] }
    // The codes of another scheme, named in $2, are not in the list.
    if name != .relators, !list.holdsTitles, field.indicator2 == "7", field.first("2") != nil {
      return []
    }
    let code = name == .geographicAreas ? text.paddedArea : text.withoutFinalStop
    func problem(
      _ kind: RecordProblem.Kind, _ severity: RecordProblem.Severity, mend: Field?
    ) -> RecordProblem {
      RecordProblem(
        kind, severity, at: place, .subfield(part),
        mend: mend.map { .replace(place: place, field, with: $0) })
    }
    if let known = list[code] {
      guard known.isObsolete else {
        guard code != text, name == .geographicAreas else { return [] }
        return [
          problem(
            .unknownCode(text, name), .warning, mend: field.replacingText(at: part, with: code))
        ]
      }
      let mended = list.successor(of: known).map { field.replacingText(at: part, with: $0.code) }
      return [problem(.obsoleteCode(text, name), .advice, mend: mended)]
    }
    if let split = list.split(code), name == .languages {
      var mended = field
      mended.removeSubfield(at: part)
      let own = Array(field.subfields)[part].code
      for (offset, code) in split.enumerated() {
        mended.insert(Subfield(own, code), at: part + offset)
      }
      return [problem(.joinedCodes(text), .advice, mend: mended)]
    }
    let meant = list[code.lowercased()] != nil ? code.lowercased() : list.terms.code(of: code)
    return [
      problem(
        .unknownCode(text, name), list.holdsTitles ? .advice : .warning,
        mend: meant.map { field.replacingText(at: part, with: $0) })
    ]
  }
}

extension CodeList {
  /// The code that took the place of an old one: the only current one of the same name.
  ///
  /// The two halves of Việt Nam became one.
  func successor(of code: CodeDefinition) -> CodeDefinition? {
    if name == .countries, code.code == "vn" || code.code == "vs" { return self["vm"] }
    if name == .geographicAreas, code.code == "a-vn---" || code.code == "a-vs---" {
      return self["a-vt---"]
    }
    let current = codes.filter { !$0.isObsolete && $0.name.en == code.name.en }
    return current.count == 1 ? current[0] : nil
  }

  /// The codes of three letters that stand in `text` one behind the other; nil where it is not that.
  func split(_ text: String) -> [String]? {
    guard text.utf8.count > 3, text.utf8.count % 3 == 0, text.utf8.allSatisfy({ $0 < 0x80 })
    else { return nil }
    let letters = Array(text.utf8)
    let parts = stride(from: 0, to: letters.count, by: 3).map {
      String(decoding: letters[$0..<$0 + 3], as: UTF8.self)
    }
    return parts.allSatisfy { self[$0] != nil } ? parts : nil
  }
}

extension String {
  /// An area code with the hyphens that fill it up to seven.
  fileprivate var paddedArea: String {
    utf8.count < 7 ? self + String(repeating: "-", count: 7 - utf8.count) : self
  }

  /// Without the full stop or blanks with which a field may end.
  fileprivate var withoutFinalStop: String {
    var text = self[...]
    while let last = text.last, last == "." || last == " " { text.removeLast() }
    return String(text)
  }
}

extension Code {
  var isDigit: Bool { (0x30...0x39).contains(byte) }
}
