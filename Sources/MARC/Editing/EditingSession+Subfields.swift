/// Adding, splitting, joining and moving the subfields of the field under the cursor.
extension EditingSession {
  /// Begins a subfield at the cursor; what stands behind the cursor goes into it, and its code is typed next.
  ///
  /// Blanks at the cut are dropped. In an empty subfield, or before the first, the code that is there is typed anew.
  public mutating func delimit() -> Bool {
    guard let at = place.field else { return false }
    let field = current.fields[at]
    guard !field.isControl else { return place.spot.isText && type("$") }
    breaksTyping = true
    switch place.spot {
    case .text(let number, let offset):
      let letters = letters(line: place.line, subfield: number)
      guard letters.count > 0 else {
        place.spot = .code(number)
        return true
      }
      let cut = cut(letters, at: offset)
      let changed = field.replacingText(
        cut, of: number, with: [Delimiter.subfield, Code.blank.byte])
      replaceFields(
        at..<at + 1, with: [changed], then: EditingPlace(line: place.line, .code(number + 1)))
      return true
    case .code: return false
    case .tag, .indicator:
      if field.subfields.count > 0 {
        place.spot = .code(0)
      } else {
        addSubfield(Subfield(.blank, ""), at: 0)
        place.spot = .code(0)
      }
      return true
    }
  }

  /// The bytes that a cut between two letters takes away: the blanks on both sides.
  private func cut(_ letters: LetterRun, at offset: Int) -> Range<Int> {
    let head = Array(letters.letters(0..<offset)).lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    let tail =
      Array(letters.letters(offset..<letters.count)).firstIndex { $0 != " " }.map { offset + $0 }
      ?? letters.count
    return letters.bytes(head..<tail)
  }

  /// Gives the subfield under the cursor its code where it has none yet, or adds an empty one behind it.
  public mutating func addSubfield(_ code: Code) -> Bool {
    guard let field, !field.isControl else { return false }
    if let number = place.subfield, isUnfinished(subfield: number, of: field) {
      place.spot = .code(number)
      return type(Character(Unicode.Scalar(code.byte)))
    }
    addSubfield(Subfield(code, ""), at: place.subfield.map { $0 + 1 } ?? 0)
    return true
  }

  /// Puts one subfield with `text` at the end of the field in the place of all of its code; an empty text puts none.
  ///
  /// The cursor stays with its subfield.
  public mutating func setSubfield(_ code: Code, to text: String) -> Bool {
    guard let at = place.field, !current.fields[at].isControl else { return false }
    var field = current.fields[at]
    let all = Array(field.subfields)
    let clean = String(decoding: text.utf8.filter { !Delimiter.isDelimiter($0) }, as: UTF8.self)
    let new = clean.isEmpty ? [] : [Subfield(code, clean)]
    field.setSubfields(all.filter { $0.code != code } + new)
    let here = place.subfield ?? 0
    let gone = all.prefix(here).count { $0.code == code }
    breaksTyping = true
    replaceFields(at..<at + 1, with: [field], then: place)
    if place.subfield != nil { place = end(ofText: max(0, here - gone), line: place.line) }
    place = nearest(to: place)
    return true
  }

  private mutating func addSubfield(_ subfield: Subfield, at number: Int) {
    changeSubfields(to: number) { $0.insert(subfield, at: number) }
  }

  public mutating func duplicateSubfield() -> Bool {
    guard let number = place.subfield, let field, !field.isControl else { return false }
    changeSubfields(to: number + 1) { $0.insert($0[number], at: number + 1) }
    return true
  }

  public mutating func deleteSubfield() -> Bool {
    guard let number = place.subfield, let field, !field.isControl else { return false }
    changeSubfields(to: max(0, number - 1)) { $0.remove(at: number) }
    return true
  }

  public mutating func moveSubfield(by distance: Int) -> Bool {
    guard let number = place.subfield, let field, !field.isControl,
      (0..<field.subfields.count).contains(number + distance)
    else { return false }
    changeSubfields(to: number + distance) {
      $0.insert($0.remove(at: number), at: number + distance)
    }
    return true
  }

  /// Appends the next subfield to the one under the cursor, with a blank between them.
  public mutating func joinSubfields() -> Bool {
    guard let number = place.subfield, let field, !field.isControl,
      number + 1 < field.subfields.count
    else { return false }
    let ends = [field.textBytes(number).last, field.textBytes(number + 1).first]
    let isParted = ends.contains { $0 == nil || $0 == Code.blank.byte }
    return joinSubfield(number + 1, with: isParted ? [] : [Code.blank.byte])
  }

  /// Puts `glue` in the place of a subfield's sign and code; the cursor stands before it then.
  mutating func joinSubfield(_ number: Int, with glue: [UInt8] = []) -> Bool {
    guard let at = place.field, number > 0, let range = current.fields[at].subfieldRange(number)
    else { return false }
    let field = current.fields[at]
    let before = end(ofText: number - 1, line: place.line)
    let changed = field.replacingBody(range.sign..<range.text.lowerBound, with: glue)
    breaksTyping = true
    replaceFields(at..<at + 1, with: [changed], then: before)
    return true
  }

  private mutating func changeSubfields(to number: Int, _ change: (inout [Subfield]) -> Void) {
    guard let at = place.field else { return }
    var field = current.fields[at]
    var subfields = Array(field.subfields)
    change(&subfields)
    field.setSubfields(subfields)
    breaksTyping = true
    replaceFields(at..<at + 1, with: [field], then: place)
    place = subfields.isEmpty ? last(of: place.line) : end(ofText: number, line: place.line)
  }
}

extension EditingPlace.Spot {
  var isText: Bool { if case .text = self { true } else { false } }
}

/// Changes to the bytes of one field that leave all its other bytes.
extension Field {
  /// Whether nothing has been written into it.
  public var isEmpty: Bool {
    isControl ? body.isEmpty : subfields.allSatisfy(\.isEmpty)
  }

  /// Where a subfield's sign stands, and its text, in the body.
  func subfieldRange(_ number: Int) -> (sign: Int, text: Range<Int>)? {
    guard let subfield = subfields.dropFirst(number).first(where: { _ in true }) else { return nil }
    let text = subfield.bytes.startIndex..<subfield.bytes.endIndex
    return (text.lowerBound - (subfield.code == .missing ? 1 : 2), text)
  }

  /// The bytes of a text: a subfield's, or all of a control field.
  func textBytes(_ number: Int) -> ArraySlice<UInt8> {
    if isControl { return body }
    return subfieldRange(number).map { body[$0.text] } ?? []
  }

  func replacingBody(_ range: Range<Int>, with new: [UInt8]) -> Field {
    Field(
      tag: tag, isControl: isControl,
      body: ArraySlice(body[..<range.lowerBound] + new + body[range.upperBound...]))
  }

  /// Puts bytes in the place of others, counted from the start of a text.
  ///
  /// A subfield without a code gets a blank one before its first letter, or that letter would be read as its code.
  func replacingText(_ range: Range<Int>, of number: Int, with new: [UInt8]) -> Field {
    if isControl {
      let start = body.startIndex
      return replacingBody(start + range.lowerBound..<start + range.upperBound, with: new)
    }
    guard let place = subfieldRange(number) else { return self }
    let start = place.text.lowerBound
    let needsCode = place.text.lowerBound - place.sign == 1 && !new.isEmpty
    return replacingBody(
      start + range.lowerBound..<start + range.upperBound,
      with: (needsCode ? [Code.blank.byte] : []) + new)
  }

  func replacingCode(of number: Int, with code: Code) -> Field {
    guard let place = subfieldRange(number) else { return self }
    return replacingBody(place.sign + 1..<place.text.lowerBound, with: [code.byte])
  }
}
