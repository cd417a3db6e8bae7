/// Adding, splitting, joining and moving whole fields.
extension EditingSession {
  /// Adds an empty line behind the cursor's; its tag is typed next.
  public mutating func addLine() {
    let at = place.line
    breaksTyping = true
    replaceFields(
      at..<at, with: [Field(Tag(packed: 0), [])], then: EditingPlace(line: at + 1, .tag(0)))
  }

  /// Adds a field where a cataloguer looks for it and goes to the end of its first text.
  public mutating func add(_ field: Field) {
    var filed = current
    let at = filed.insert(field)
    insert([field], at: at)
  }

  /// Adds fields behind the cursor's line, as they are.
  public mutating func paste(_ fields: [Field]) -> Bool {
    guard !fields.isEmpty else { return false }
    insert(fields, at: place.line)
    return true
  }

  private mutating func insert(_ fields: [Field], at: Int) {
    breaksTyping = true
    replaceFields(at..<at, with: fields, then: place)
    place = end(ofText: 0, line: at + fields.count)
  }

  /// The fields from one line to another, whichever comes first; the leader is none.
  public func fields(fromLine first: Int, toLine last: Int) -> [Field] {
    let range = fieldRange(first, last)
    return Array(current.fields[range])
  }

  private func fieldRange(_ first: Int, _ last: Int) -> Range<Int> {
    let lower = max(0, min(first, last) - 1)
    return lower..<max(lower, min(max(first, last), current.fields.count))
  }

  public mutating func deleteFields(fromLine first: Int, toLine last: Int) -> Bool {
    let range = fieldRange(first, last)
    guard !range.isEmpty else { return false }
    breaksTyping = true
    replaceFields(range, with: [], then: place)
    place = nearest(to: EditingPlace(line: range.lowerBound + 1, .text(0, offset: 0)))
    return true
  }

  public mutating func deleteField() -> Bool {
    deleteFields(fromLine: place.line, toLine: place.line)
  }

  /// Adds the same field once more and goes to it.
  public mutating func duplicateField() -> Bool {
    guard let at = place.field else { return false }
    breaksTyping = true
    replaceFields(
      at + 1..<at + 1, with: [current.fields[at]],
      then: EditingPlace(line: place.line + 1, place.spot))
    return true
  }

  public mutating func moveField(by distance: Int) -> Bool {
    guard let at = place.field, current.fields.indices.contains(at + distance), distance != 0 else {
      return false
    }
    let range = min(at, at + distance)..<max(at, at + distance) + 1
    var moved = Array(current.fields[range])
    moved.insert(moved.remove(at: at - range.lowerBound), at: at + distance - range.lowerBound)
    breaksTyping = true
    let after = EditingPlace(line: place.line + distance, place.spot)
    replaceFields(range, with: moved, then: after)
    return true
  }

  /// Makes two fields of one, cut at the cursor; both have its tag and indicators.
  public mutating func splitField() -> Bool {
    guard let at = place.field, let number = place.subfield else { return false }
    let field = current.fields[at]
    guard !field.isControl else { return false }
    var front = Array(field.subfields.prefix(number))
    var back = Array(field.subfields.dropFirst(number))
    if case .text(_, let offset) = place.spot, offset > 0 {
      let letters = letters(line: place.line, subfield: number)
      let text = back[0].bytes
      let bytes = letters.bytes(0..<offset)
      front.append(Subfield(code: back[0].code, slice: text.prefix(bytes.count)))
      let rest = text.dropFirst(bytes.count).drop { $0 == Code.blank.byte }
      if rest.isEmpty {
        back.removeFirst()
      } else {
        back[0] = Subfield(code: back[0].code, slice: rest)
      }
    }
    guard !front.isEmpty, !back.isEmpty else { return false }
    breaksTyping = true
    let (first, second) = (field.indicator1, field.indicator2)
    replaceFields(
      at..<at + 1,
      with: [Field(field.tag, first, second, front), Field(field.tag, first, second, back)],
      then: EditingPlace(line: place.line + 1, .text(0, offset: 0)))
    return true
  }

  /// Appends the subfields of the next field to those of this one, whose tag and indicators stay.
  public mutating func joinField() -> Bool {
    guard let at = place.field, at + 1 < current.fields.count else { return false }
    let (field, next) = (current.fields[at], current.fields[at + 1])
    guard !field.isControl, !next.isControl else { return false }
    let joined = Field(
      field.tag, field.indicator1, field.indicator2, Array(field.subfields) + Array(next.subfields))
    breaksTyping = true
    let number = field.subfields.count
    replaceFields(at..<at + 2, with: [joined], then: place)
    place = nearest(to: EditingPlace(line: at + 1, .text(number, offset: 0)))
    return true
  }

  /// Puts a text in the place of the one under the cursor and goes to its end.
  public mutating func replaceText(with text: String) -> Bool {
    guard let at = place.field, case .text(let number, _) = place.spot else { return false }
    let field = current.fields[at]
    let clean = Array(text.utf8.filter { !Delimiter.isDelimiter($0) })
    breaksTyping = true
    replaceFields(
      at..<at + 1,
      with: [field.replacingText(0..<field.textBytes(number).count, of: number, with: clean)],
      then: place)
    place = end(ofText: number, line: place.line)
    return true
  }

  /// Types codes over the fixed positions of the leader or a control field from `start` on; the cursor stays.
  ///
  /// A field that is shorter is filled with blanks.
  public mutating func setPositions(from start: Int, _ codes: [UInt8]) -> Bool {
    guard codes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return false }
    breaksTyping = true
    guard let at = place.field else {
      guard start + codes.count <= Leader.length else { return false }
      var leader = current.leader
      for (offset, code) in codes.enumerated() { leader[start + offset] = code }
      replaceLeader(with: leader, then: place)
      return true
    }
    let field = current.fields[at]
    guard field.isControl else { return false }
    var body = Array(field.body)
    body += Array(repeating: Code.blank.byte, count: max(0, start + codes.count - body.count))
    body.replaceSubrange(start..<start + codes.count, with: codes)
    replaceFields(
      at..<at + 1, with: [Field(tag: field.tag, isControl: true, body: body[...])], then: place)
    return true
  }

  // MARK: - What cannot be saved yet

  /// What is begun and not finished: a line without its tag, a subfield without its code.
  ///
  /// What was so in the record that came is left alone.
  public var unfinished: EditingPlace? {
    for (at, field) in current.fields.enumerated() {
      let isShort = field.tag.count < 3
      let waits = field.isControl ? nil : field.subfields.enumerated().first { $1.code == .blank }
      guard isShort || waits != nil, !original.fields.contains(field) else { continue }
      let wasOdd = original.fields.contains { old in
        old.tag == field.tag && (isShort || old.subfields.contains { $0.code == .blank })
      }
      if wasOdd { continue }
      return EditingPlace(line: at + 1, isShort ? .tag(field.tag.count) : .code(waits?.offset ?? 0))
    }
    return nil
  }
}
