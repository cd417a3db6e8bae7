/// Letters and deletions where the cursor stands.
extension EditingSession {
  /// Types one letter: into the tag, the indicators, a code, or the text, as the cursor stands.
  ///
  /// Tags, indicators, codes and the leader are typed over; in a text the letter is inserted. `#` is a blank indicator.
  public mutating func type(_ letter: Character) -> Bool {
    switch place.spot {
    case .tag(let position): typeTag(letter, at: position)
    case .indicator(let number): typeIndicator(letter, number)
    case .code(let number): typeCode(letter, number)
    case .text: insert(String(letter), replacing: 0, isTyping: true)
    }
  }

  /// Puts a text at the cursor after erasing `erased` letters before it, as an input method does.
  public mutating func compose(erasing erased: Int, _ text: String) -> Bool {
    insert(text, replacing: erased, isTyping: true)
  }

  /// Puts a text at the cursor as one step; line ends and tabs become blanks.
  public mutating func paste(_ text: String) -> Bool {
    breaksTyping = true
    defer { breaksTyping = true }
    return insert(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }), replacing: 0)
  }

  private mutating func insert(_ text: String, replacing erased: Int, isTyping: Bool = false)
    -> Bool
  {
    guard case .text(let number, let offset) = place.spot, offset >= erased,
      !text.utf8.contains(where: Delimiter.isDelimiter)
    else { return false }
    let letters = letters(line: place.line, subfield: number)
    let isOver = erased == 0 && isTypedOver
    let end = isOver ? min(letters.count, offset + text.count) : offset
    guard place.line > 0 else { return typeOverLeader(text, at: offset) }
    let startsWord = letters.letter(offset - 1) == " " && text.first != " "
    let joins = isTyping && !breaksTyping && !startsWord
    replaceLetters(
      offset - erased..<end, of: letters, number, with: Array(text.utf8), joins: joins)
    breaksTyping = !isTyping
    return true
  }

  /// Whether letters take the place of those there: in the leader and in fields of fixed positions.
  var isTypedOver: Bool {
    guard let field else { return true }
    return field.isControl && ["006", "007", "008"].contains(field.tag)
  }

  private mutating func typeOverLeader(_ text: String, at offset: Int) -> Bool {
    let bytes = Array(text.utf8)
    guard offset + bytes.count <= Leader.length, bytes.allSatisfy({ (0x20...0x7E).contains($0) })
    else { return false }
    var leader = current.leader
    for (number, byte) in bytes.enumerated() { leader[offset + number] = byte }
    replaceLeader(
      with: leader, then: EditingPlace(line: 0, .text(0, offset: offset + bytes.count)))
    return true
  }

  /// Puts bytes in the place of some letters of a text, which may join a letter of the bytes beside them.
  private mutating func replaceLetters(
    _ range: Range<Int>, of letters: LetterRun, _ number: Int, with new: [UInt8],
    joins: Bool = false
  ) {
    guard let at = place.field else { return }
    let changed = current.fields[at].replacingText(letters.bytes(range), of: number, with: new)
    // A mark joins the letter before it, so the cursor is found by counting anew.
    let front = letters.bytes(0..<range.lowerBound).count + new.count
    let text = changed.textBytes(number)
    let offset = LetterRun(text.prefix(front)).count
    let after = EditingPlace(
      line: place.line, .text(number, offset: min(offset, LetterRun(text).count)))
    replaceFields(at..<at + 1, with: [changed], then: after, joins: joins)
  }

  // MARK: - Tag, indicators, codes

  private mutating func typeTag(_ letter: Character, at position: Int) -> Bool {
    guard let at = place.field, let byte = letter.uppercased().utf8.first,
      letter.isASCII, letter.isLetter || letter.isNumber
    else { return false }
    let field = current.fields[at]
    guard position < field.tag.count || field.tag.count < 3 else {
      place = EditingPlace(line: place.line, .indicator(0))
      return field.isControl ? false : type(letter)
    }
    var bytes = field.tag.bytes
    if position < bytes.count { bytes[position] = byte } else { bytes.append(byte) }
    guard let tag = Tag(bytes: bytes), let changed = retagged(field, tag) else { return false }
    var after = EditingPlace(line: place.line, .tag(position + 1))
    if position + 1 >= max(3, bytes.count) {
      after.spot = changed.isControl ? .text(0, offset: 0) : .indicator(0)
    }
    replaceFields(at..<at + 1, with: [changed], then: after, joins: !breaksTyping)
    breaksTyping = false
    return true
  }

  /// The field under another tag; nil where its contents cannot be of that kind.
  private func retagged(_ field: Field, _ tag: Tag) -> Field? {
    var changed = field
    changed.tag = tag
    guard tag.count == 3, field.tag.count < 3 || tag.isControl != field.isControl else {
      return changed
    }
    if field.isEmpty { return newField(tag) }
    return tag.isControl == field.isControl ? changed : nil
  }

  private mutating func typeIndicator(_ letter: Character, _ number: Int) -> Bool {
    guard let at = place.field, !current.fields[at].isControl else { return false }
    if letter == "$" { return delimit() }
    guard let code = Code(letter == "#" ? " " : letter), (0x20...0x7E).contains(code.byte) else {
      return false
    }
    var field = current.fields[at]
    if number == 0 { field.indicator1 = code } else { field.indicator2 = code }
    let after = EditingPlace(line: place.line, number == 0 ? .indicator(1) : .text(0, offset: 0))
    replaceFields(at..<at + 1, with: [field], then: after, joins: !breaksTyping)
    place = nearest(to: place)
    breaksTyping = number == 1
    return true
  }

  /// Sets an indicator and leaves the cursor where it is.
  public mutating func setIndicator(_ number: Int, _ code: Code) -> Bool {
    guard let at = place.field, !current.fields[at].isControl else { return false }
    var field = current.fields[at]
    if number == 0 { field.indicator1 = code } else { field.indicator2 = code }
    breaksTyping = true
    replaceFields(at..<at + 1, with: [field], then: place)
    return true
  }

  private mutating func typeCode(_ letter: Character, _ number: Int) -> Bool {
    guard let at = place.field else { return false }
    if letter == "$", isUnfinished(subfield: number, of: current.fields[at]) {
      return makeSign(of: number)
    }
    guard let code = Code(letter), (0x21...0x7E).contains(code.byte), letter != "$" else {
      return false
    }
    let field = current.fields[at].replacingCode(of: number, with: code)
    replaceFields(
      at..<at + 1, with: [field],
      then: EditingPlace(line: place.line, .text(number, offset: 0)), joins: !breaksTyping)
    breaksTyping = true
    return true
  }

  /// Whether the subfield still waits for its code.
  func isUnfinished(subfield number: Int, of field: Field) -> Bool {
    field.subfields.dropFirst(number).first { _ in true }?.code == .blank
  }

  /// A sign typed twice is a letter: takes the new subfield back and puts `$` into the text.
  private mutating func makeSign(of number: Int) -> Bool {
    guard number > 0 else { return false }
    guard joinSubfield(number, with: [UInt8(ascii: "$")]) else { return false }
    if case .text(let text, let offset) = place.spot {
      place.spot = .text(text, offset: offset + 1)
    }
    return true
  }

  // MARK: - Deleting

  /// Deletes what stands before the cursor: a letter, or the sign that parts two subfields.
  public mutating func deleteBack() -> Bool {
    guard let at = place.field else {
      return place.spot == .text(0, offset: 0) ? false : blankLeader()
    }
    let field = current.fields[at]
    switch place.spot {
    case .tag(let position): return deleteTag(before: position, of: field, at: at)
    case .indicator(1):
      place.spot = .indicator(0)
      return setIndicator(0, .blank)
    case .indicator: return move(.left)
    case .code(let number): return number > 0 && joinSubfield(number)
    case .text(let number, 0):
      guard !field.isControl else { return move(.left) }
      let isEmpty = field.textBytes(number).isEmpty
      return number > 0 ? joinSubfield(number) : isEmpty ? deleteSubfield() : false
    case .text(let number, let offset):
      return delete(offset - 1..<offset, of: number)
    }
  }

  public mutating func deleteForward() -> Bool {
    guard case .text(let number, let offset) = place.spot, place.line > 0 else { return false }
    if offset < letters(line: place.line, subfield: number).count {
      return delete(offset..<offset + 1, of: number)
    }
    return number + 1 < textCount(line: place.line) && joinSubfield(number + 1)
  }

  /// Deletes from the start of the word to the cursor.
  public mutating func deleteWord() -> Bool {
    guard case .text(let number, let offset) = place.spot, place.line > 0, offset > 0 else {
      return false
    }
    let start = letters(line: place.line, subfield: number).wordStart(before: offset)
    breaksTyping = true
    return delete(start..<offset, of: number)
  }

  /// Empties the text under the cursor.
  public mutating func clearText() -> Bool {
    guard case .text(let number, _) = place.spot, place.line > 0 else { return false }
    breaksTyping = true
    return delete(0..<letters(line: place.line, subfield: number).count, of: number)
  }

  private mutating func delete(_ range: Range<Int>, of number: Int) -> Bool {
    guard !range.isEmpty else { return false }
    let letters = letters(line: place.line, subfield: number)
    replaceLetters(range, of: letters, number, with: [], joins: !breaksTyping)
    breaksTyping = false
    return true
  }

  private mutating func blankLeader() -> Bool {
    guard move(.left), case .text(_, let offset) = place.spot else { return false }
    var leader = current.leader
    leader[offset] = Code.blank.byte
    replaceLeader(with: leader, then: place)
    return true
  }

  private mutating func deleteTag(before position: Int, of field: Field, at: Int) -> Bool {
    guard position > 0 else { return field.tag.count == 0 && field.isEmpty && deleteField() }
    var bytes = field.tag.bytes
    bytes.remove(at: position - 1)
    guard let tag = Tag(bytes: bytes) else { return false }
    var changed = field
    changed.tag = tag
    replaceFields(
      at..<at + 1, with: [changed], then: EditingPlace(line: place.line, .tag(position - 1)),
      joins: !breaksTyping)
    breaksTyping = false
    return true
  }
}
