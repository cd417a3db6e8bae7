/// Moving the cursor; nothing here changes the record.
extension EditingSession {
  /// The text of a line's subfield as letters; that of the leader or a control field whole.
  public func letters(line: Int, subfield: Int) -> LetterRun {
    guard line > 0 else { return LetterRun(current.leader.bytes) }
    let field = current.fields[line - 1]
    if field.isControl { return LetterRun(field.body) }
    return LetterRun(field.subfields.dropFirst(subfield).first { _ in true }?.bytes ?? [])
  }

  /// How many texts a line has: one for the leader and for control fields.
  func textCount(line: Int) -> Int {
    guard line > 0 else { return 1 }
    let field = current.fields[line - 1]
    return field.isControl ? 1 : field.subfields.count
  }

  func isPlain(line: Int) -> Bool { line == 0 || current.fields[line - 1].isControl }

  /// Puts the cursor at a place, or at the nearest one that there is.
  public mutating func move(to place: EditingPlace) {
    self.place = nearest(to: place)
    breaksTyping = true
  }

  func nearest(to wanted: EditingPlace) -> EditingPlace {
    let line = min(max(0, wanted.line), lineCount - 1)
    let texts = textCount(line: line)
    switch wanted.spot {
    case .tag(let position) where line > 0:
      let tag = current.fields[line - 1].tag
      return EditingPlace(
        line: line, .tag(min(position, tag.count < 3 ? tag.count : tag.count - 1)))
    case .indicator(let number) where !isPlain(line: line):
      return EditingPlace(line: line, .indicator(min(max(0, number), 1)))
    case .code(let number) where !isPlain(line: line) && texts > 0:
      return EditingPlace(line: line, .code(min(max(0, number), texts - 1)))
    case .text(let number, let offset) where texts > 0:
      let subfield = min(max(0, number), texts - 1)
      let count = letters(line: line, subfield: subfield).count
      let whole = number > subfield ? count : min(max(0, offset), count)
      return EditingPlace(line: line, .text(subfield, offset: whole))
    case _ where texts > 0: return EditingPlace(line: line, .text(0, offset: 0))
    default: return EditingPlace(line: line, .tag(0))
    }
  }

  /// Moves; false at the end of the record.
  public mutating func move(_ movement: EditingMovement) -> Bool {
    breaksTyping = true
    guard let goal = goal(of: movement), goal != place else { return false }
    place = goal
    return true
  }

  private func goal(of movement: EditingMovement) -> EditingPlace? {
    switch movement {
    case .left: before(place)
    case .right: after(place)
    case .wordLeft: word(isBack: true) ?? before(place)
    case .wordRight: word(isBack: false) ?? after(place)
    case .lineStart:
      place == firstText(of: place.line)
        ? nearest(to: first(of: place.line)) : firstText(of: place.line)
    case .lineEnd: last(of: place.line)
    case .nextText: nextText
    case .previousText: previousText
    case .recordStart: nearest(to: EditingPlace(line: 0, .text(0, offset: 0)))
    case .recordEnd: last(of: lineCount - 1)
    }
  }

  private func first(of line: Int) -> EditingPlace {
    EditingPlace(line: line, line == 0 ? .text(0, offset: 0) : .tag(0))
  }

  private func firstText(of line: Int) -> EditingPlace {
    nearest(to: EditingPlace(line: line, .text(0, offset: 0)))
  }

  func end(ofText number: Int, line: Int) -> EditingPlace {
    nearest(to: EditingPlace(line: line, .text(number, offset: .max)))
  }

  func last(of line: Int) -> EditingPlace {
    let texts = textCount(line: line)
    return texts > 0
      ? end(ofText: texts - 1, line: line)
      : EditingPlace(line: line, isPlain(line: line) ? .tag(0) : .indicator(1))
  }

  private func after(_ place: EditingPlace) -> EditingPlace? {
    let line = place.line
    let texts = textCount(line: line)
    switch place.spot {
    case .tag(let position):
      let count = current.fields[line - 1].tag.count
      if position + 1 < count || (position < count && count < 3) {
        return EditingPlace(line: line, .tag(position + 1))
      }
      return EditingPlace(line: line, isPlain(line: line) ? .text(0, offset: 0) : .indicator(0))
    case .indicator(0): return EditingPlace(line: line, .indicator(1))
    case .indicator: if texts > 0 { return EditingPlace(line: line, .code(0)) }
    case .code(let number): return EditingPlace(line: line, .text(number, offset: 0))
    case .text(let number, let offset):
      if offset < letters(line: line, subfield: number).count {
        return EditingPlace(line: line, .text(number, offset: offset + 1))
      }
      if number + 1 < texts { return EditingPlace(line: line, .code(number + 1)) }
    }
    return line + 1 < lineCount ? nearest(to: first(of: line + 1)) : nil
  }

  private func before(_ place: EditingPlace) -> EditingPlace? {
    let line = place.line
    switch place.spot {
    case .tag(let position) where position > 0: return EditingPlace(line: line, .tag(position - 1))
    case .tag: break
    case .indicator(0): return nearest(to: EditingPlace(line: line, .tag(.max)))
    case .indicator: return EditingPlace(line: line, .indicator(0))
    case .code(0): return EditingPlace(line: line, .indicator(1))
    case .code(let number): return end(ofText: number - 1, line: line)
    case .text(let number, let offset):
      if offset > 0 { return EditingPlace(line: line, .text(number, offset: offset - 1)) }
      if line > 0 {
        let isPlain = isPlain(line: line)
        return nearest(to: EditingPlace(line: line, isPlain ? .tag(.max) : .code(number)))
      }
    }
    return line > 0 ? last(of: line - 1) : nil
  }

  private func word(isBack: Bool) -> EditingPlace? {
    guard case .text(let number, let offset) = place.spot else { return nil }
    let letters = letters(line: place.line, subfield: number)
    let goal = isBack ? letters.wordStart(before: offset) : letters.wordEnd(after: offset)
    guard goal != offset else { return nil }
    return EditingPlace(line: place.line, .text(number, offset: goal))
  }

  /// From tag to indicators, to the texts one by one, and on to the next line's first text.
  private var nextText: EditingPlace? {
    let line = place.line
    switch place.spot {
    case .tag where !isPlain(line: line): return EditingPlace(line: line, .indicator(0))
    case .tag, .indicator: if textCount(line: line) > 0 { return end(ofText: 0, line: line) }
    case .code(let number): return end(ofText: number, line: line)
    case .text(let number, _):
      if number + 1 < textCount(line: line) { return end(ofText: number + 1, line: line) }
    }
    return line + 1 < lineCount ? end(ofText: 0, line: line + 1) : nil
  }

  private var previousText: EditingPlace? {
    let line = place.line
    switch place.spot {
    case .tag: break
    case .indicator: return EditingPlace(line: line, .tag(0))
    case .code(let number), .text(let number, _):
      if number > 0 { return end(ofText: number - 1, line: line) }
      if line > 0 { return EditingPlace(line: line, isPlain(line: line) ? .tag(0) : .indicator(0)) }
    }
    return line > 0 ? last(of: line - 1) : nil
  }
}

/// The ways in which the cursor moves.
public enum EditingMovement: Sendable {
  case left
  case right
  case wordLeft
  case wordRight
  /// To the line's first text, and from there to its tag.
  case lineStart
  case lineEnd
  /// To the end of the next or previous subfield; tag and indicators are stops too.
  case nextText
  case previousText
  case recordStart
  case recordEnd
}
