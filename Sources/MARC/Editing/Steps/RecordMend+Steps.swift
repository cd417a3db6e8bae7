extension RecordMend {
  /// The mend as the edits it is made of, so that a macro can hold it; nil where the record is no longer as it was looked at.
  ///
  /// The smallest edits that do it: an indicator, a text, a code. Where there are none the field is taken away and written anew.
  public func steps(in session: EditingSession) -> [EditingStep]? {
    var mended = session.current
    guard apply(to: &mended) else { return nil }
    return [smallSteps(in: session), wholeSteps(in: session)].first { steps in
      var trial = session
      return trial.perform(steps) == nil && trial.current == mended
    }
  }

  private func smallSteps(in session: EditingSession) -> [EditingStep] {
    var writing = StepWriting(session)
    switch self {
    case .leader(let old, let new):
      writing.setPositions(line: 0, Array(old.bytes), Array(new.bytes))
    case .remove(let place, _):
      writing.go(EditingPlace(line: place + 1, .tag(0)))
      writing.perform(.verb(.deleteField))
    case .replace(let place, let old, let new):
      guard old.tag == new.tag, old.isControl == new.isControl else { return [] }
      if old.isControl {
        writing.setPositions(line: place + 1, Array(old.body), Array(new.body))
      } else {
        writing.setIndicators(line: place + 1, old, new)
        writing.setSubfields(line: place + 1, Array(old.subfields), Array(new.subfields))
      }
    }
    return writing.steps
  }

  /// The new field behind the old one, which then goes.
  private func wholeSteps(in session: EditingSession) -> [EditingStep] {
    guard case .replace(let place, _, let new) = self else { return [] }
    var writing = StepWriting(session)
    let old = EditingPlace(line: place + 1, .tag(0))
    writing.go(old)
    writing.perform(.insert(new))
    writing.go(old)
    writing.perform(.verb(.deleteField))
    return writing.steps
  }
}

/// Steps as they are done one by one, so that each place is named as it is at its turn.
private struct StepWriting {
  private var session: EditingSession
  private(set) var steps: [EditingStep] = []

  init(_ session: EditingSession) { self.session = session }

  mutating func perform(_ step: EditingStep) {
    _ = session.perform(step)
    steps.append(step)
  }

  mutating func go(_ place: EditingPlace) { perform(.go(session.name(of: place))) }

  /// Types over the positions that differ.
  mutating func setPositions(line: Int, _ old: [UInt8], _ new: [UInt8]) {
    let differing = zip(old, new).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    guard old.count == new.count, let first = differing.first, let last = differing.last else {
      return
    }
    go(EditingPlace(line: line, .text(0, offset: first)))
    perform(.setPositions(from: first, String(decoding: new[first...last], as: UTF8.self)))
  }

  mutating func setIndicators(line: Int, _ old: Field, _ new: Field) {
    let pairs = [(old.indicator1, new.indicator1), (old.indicator2, new.indicator2)]
    for (number, (before, after)) in pairs.enumerated() where before != after {
      go(EditingPlace(line: line, .indicator(number)))
      perform(.setIndicator(number + 1, after))
    }
  }

  /// Changes the subfields between those that both have in front and behind.
  mutating func setSubfields(line: Int, _ old: [Subfield], _ new: [Subfield]) {
    let shortest = min(old.count, new.count)
    let front = (0..<shortest).first { old[$0] != new[$0] } ?? shortest
    let back =
      (0..<shortest - front).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
      ?? shortest - front
    let (oldEnd, newEnd) = (old.count - back, new.count - back)
    let pairedEnd = min(oldEnd, newEnd)
    for number in front..<pairedEnd { change(line: line, number, old[number], new[number]) }
    for number in stride(from: oldEnd - 1, through: pairedEnd, by: -1) {
      go(EditingPlace(line: line, .text(number, offset: 0)))
      perform(.verb(.deleteSubfield))
    }
    for number in pairedEnd..<max(pairedEnd, newEnd) {
      go(
        EditingPlace(
          line: line, number == 0 ? .indicator(1) : .text(number - 1, offset: 0)))
      perform(.addSubfield(new[number].code))
      if !new[number].isEmpty { perform(.paste(new[number].text)) }
    }
  }

  private mutating func change(line: Int, _ number: Int, _ old: Subfield, _ new: Subfield) {
    if old.code != new.code {
      go(EditingPlace(line: line, .code(number)))
      perform(.type(new.code.description))
    }
    guard old.bytes != new.bytes else { return }
    go(EditingPlace(line: line, .text(number, offset: 0)))
    perform(.replaceText(new.text))
  }
}
