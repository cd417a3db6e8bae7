/// One step of editing as it can be written down, and done again in any record.
///
/// Keys are not steps: where a person went with arrows is one `go`, and what an input method made of keys is the text.
public enum EditingStep: Hashable, Sendable {
  /// Goes to a place by what stands there, not by its number.
  case go(NamedPlace)
  /// Types letters where the cursor stands.
  case type(String)
  /// Erases so many letters before the cursor and types others.
  case compose(erased: Int, String)
  /// Puts text in as it is, `$` being a letter.
  case paste(String)
  case verb(EditingVerb)
  /// Adds a field where a cataloguer looks for it.
  case add(Field)
  /// Adds a field behind the cursor's line.
  case insert(Field)
  case replaceText(String)
  case setIndicator(Int, Code)
  case setPositions(from: Int, String)
  case addSubfield(Code)
  /// Takes all subfields of the code away and puts one with this text at the end of the field; an empty text puts none.
  case setSubfield(Code, String)

  /// A place that means the same in every record: the n-th field of a tag, the n-th subfield of a code.
  public struct NamedPlace: Hashable, Sendable {
    /// nil is the leader.
    public var tag: Tag?
    /// The how-manieth field of its tag, from 1.
    public var occurrence: Int
    public var spot: Spot

    public enum Spot: Hashable, Sendable {
      /// On the letter of the tag at this position.
      case tag(Int)
      /// 1 or 2.
      case indicator(Int)
      case code(Code, occurrence: Int)
      /// In the text of a subfield; without a code in that of the leader or a control field.
      case text(Code?, occurrence: Int, Offset)
    }

    public enum Offset: Hashable, Sendable {
      case start
      case end
      case letter(Int)
    }
  }
}

extension EditingSession {
  /// Does one step; false where the record has nothing to do it on.
  public mutating func perform(_ step: EditingStep) -> Bool {
    switch step {
    case .go(let named):
      guard let place = place(of: named) else { return false }
      move(to: place)
      return true
    case .type(let text): return text.allSatisfy { typeKey($0) }
    case .compose(let erased, let text): return compose(erasing: erased, text)
    case .paste(let text): return paste(text)
    case .verb(let verb): return perform(verb)
    case .add(let field):
      add(field)
      return true
    case .insert(let field): return paste([field])
    case .replaceText(let text): return replaceText(with: text)
    case .setIndicator(let number, let code): return setIndicator(number - 1, code)
    case .setPositions(let start, let codes): return setPositions(from: start, Array(codes.utf8))
    case .addSubfield(let code): return addSubfield(code)
    case .setSubfield(let code, let text): return setSubfield(code, to: text)
    }
  }

  /// What a letter does as a key: the sign of subfields begins one.
  public mutating func typeKey(_ letter: Character) -> Bool {
    guard letter == "$" || letter == "‡" || letter == "ǂ" else { return type(letter) }
    if case .code = place.spot { return type("$") }
    return delimit()
  }

  /// Does all the steps as one that is taken back at once; if one cannot be done, none is, and its number is returned.
  public mutating func perform(_ steps: [EditingStep]) -> Int? {
    let before = self
    let start = mark
    for (number, step) in steps.enumerated() where !perform(step) {
      self = before
      return number
    }
    joinSteps(since: start)
    breaksTyping = true
    return nil
  }

  /// Where a named place is in this record; nil where it has none.
  func place(of named: EditingStep.NamedPlace) -> EditingPlace? {
    guard let tag = named.tag else {
      guard case .text(_, _, let offset) = named.spot else { return nil }
      return self.place(line: 0, text: 0, offset)
    }
    let lines = fields.indices.filter { fields[$0].tag == tag }
    guard named.occurrence >= 1, named.occurrence <= lines.count else { return nil }
    let line = lines[named.occurrence - 1] + 1
    let field = fields[line - 1]
    func number(_ code: Code, _ occurrence: Int) -> Int? {
      let all = field.subfields.enumerated().filter { $1.code == code }.map(\.offset)
      return occurrence >= 1 && occurrence <= all.count ? all[occurrence - 1] : nil
    }
    switch named.spot {
    case .tag(let position): return EditingPlace(line: line, .tag(position))
    case .indicator(let indicator):
      return field.isControl ? nil : EditingPlace(line: line, .indicator(indicator - 1))
    case .code(let code, let occurrence):
      return number(code, occurrence).map { EditingPlace(line: line, .code($0)) }
    case .text(nil, _, let offset):
      return field.isControl ? self.place(line: line, text: 0, offset) : nil
    case .text(let code?, let occurrence, let offset):
      return number(code, occurrence).flatMap { self.place(line: line, text: $0, offset) }
    }
  }

  private func place(
    line: Int, text: Int, _ offset: EditingStep.NamedPlace.Offset
  ) -> EditingPlace? {
    let count = letters(line: line, subfield: text).count
    switch offset {
    case .start: return EditingPlace(line: line, .text(text, offset: 0))
    case .end: return EditingPlace(line: line, .text(text, offset: count))
    case .letter(let letter):
      return letter <= count ? EditingPlace(line: line, .text(text, offset: letter)) : nil
    }
  }

  /// What the cursor's place is called, so that it can be found in another record.
  func name(of place: EditingPlace) -> EditingStep.NamedPlace {
    func offset(_ text: Int, _ offset: Int) -> EditingStep.NamedPlace.Offset {
      let count = letters(line: place.line, subfield: text).count
      return offset == count ? .end : offset == 0 ? .start : .letter(offset)
    }
    guard let at = place.field else {
      let spot = place.spot
      guard case .text(_, let letter) = spot else {
        return EditingStep.NamedPlace(
          tag: nil, occurrence: 1, spot: .text(nil, occurrence: 1, .start))
      }
      return EditingStep.NamedPlace(
        tag: nil, occurrence: 1, spot: .text(nil, occurrence: 1, .letter(letter)))
    }
    let field = fields[at]
    let occurrence = fields[...at].count { $0.tag == field.tag }
    let spot: EditingStep.NamedPlace.Spot
    switch place.spot {
    case .tag(let position): spot = .tag(position)
    case .indicator(let number): spot = .indicator(number + 1)
    case .code(let number), .text(let number, _):
      let part = field.subfields.dropFirst(number).first { _ in true }
      let before = field.subfields.prefix(number + 1).count { $0.code == part?.code }
      if case .text(_, let letter) = place.spot {
        let isFixed = field.isControl
        spot = .text(
          part?.code, occurrence: max(1, before),
          isFixed ? .letter(letter) : offset(number, letter))
      } else {
        spot = .code(part?.code ?? .blank, occurrence: max(1, before))
      }
    }
    return EditingStep.NamedPlace(tag: field.tag, occurrence: occurrence, spot: spot)
  }
}
