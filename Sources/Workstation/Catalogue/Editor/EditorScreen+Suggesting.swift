import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Headings and values of the catalogue that may be meant by what is being typed.
extension EditorScreen {
  /// What the catalogue had for one state of the record.
  struct Suggested: Sendable {
    var revision: Int
    var headings: [HeadingSuggestion]
  }

  /// More would not be read while one types.
  private static let suggestionsMaximum = 5
  /// Of one letter everything begins.
  private static let lettersMinimum = 2

  /// Asks on another thread what may be meant, where headings are typed; an answer that comes too late is dropped.
  func suggest() -> [Effect] {
    suggestions = []
    guard !subject.isAuthority, case .text(let number, let offset) = session.place.spot,
      let field = session.field,
      let part = field.subfields.dropFirst(number).first(where: { _ in true }),
      !HeadingKind.suggested(in: field.tag, part.code).isEmpty
    else { return [] }
    let letters = session.letters(line: session.place.line, subfield: number)
    guard letters.count >= EditorScreen.lettersMinimum, offset == letters.count else { return [] }
    let (desk, revision) = (workplace.desk, session.revision)
    return [
      .longJob(name: "suggest") { ticket in
        guard !ticket.isStale else { return nil as Suggested? }
        let found = try? desk.headingSuggestions(
          tag: field.tag, code: part.code, typed: part.text, limit: Self.suggestionsMaximum)
        return Suggested(
          revision: revision, headings: (found ?? []).filter { $0.text != part.text })
      }
    ]
  }

  func take(_ suggested: Suggested) {
    guard suggested.revision == session.revision else { return }
    suggestions = suggested.headings
  }

  /// Takes the first of what is suggested.
  func complete() -> [Effect] {
    suggestions.first.map { complete(with: $0) } ?? [.bell]
  }

  /// Puts a heading in the place of what was typed, with the subfields that belong to it: a name has its dates.
  func complete(with heading: HeadingSuggestion) -> [Effect] {
    var effects: [Effect] = []
    guard let field = session.field, let number = session.place.subfield,
      let code = field.subfields.dropFirst(number).first(where: { _ in true })?.code
    else { return [.bell] }
    let known = workplace.attempt(&effects) {
      try workplace.desk.headingSubfields(heading.kind, heading.text)
    }
    var steps: [EditingStep] = []
    if let parts = known ?? nil, let own = parts.first(where: { $0.code == code }) {
      steps.append(.replaceText(own.text))
      for part in parts where part.code != code && field.first(part.code) == nil {
        steps += [.addSubfield(part.code), .paste(part.text)]
      }
    } else {
      steps.append(.replaceText(heading.text))
    }
    if let link = workplace.attempt(&effects, { try linkStep(of: heading, in: field, code) }) {
      steps += link
    }
    suggestions = []
    return effects + act(steps)
  }

  /// The step that puts the number of the heading's authority record into `$0`, and takes away what another heading left there.
  ///
  /// A field of several keywords has no room to say which of them a number means.
  private func linkStep(
    of heading: HeadingSuggestion, in field: MARC.Field, _ code: Code
  ) throws -> [EditingStep] {
    let isAlone = field.subfields.filter { $0.code == code }.count == 1
    guard isAlone, heading.kind.authorityKind != nil, definition(of: field)?.subfield("0") != nil
    else { return [] }
    let link = try workplace.desk.authorityLink(heading.kind, heading.text)?.text ?? ""
    return link.isEmpty && field.first("0") == nil ? [] : [.setSubfield("0", link)]
  }

  /// One line for each heading that may be meant, the first with the key that takes it.
  var suggestionLines: [StyledText] {
    let key = workplace.keyMap.keys(for: .editorComplete, in: context).first?.label ?? ""
    return suggestions.enumerated().map { place, heading in
      var spans = [
        StyledText.Span("→ " + heading.text, .match),
        StyledText.Span("  " + words.about(heading), .muted),
      ]
      if place == 0 {
        spans.append(
          StyledText.Span(words.say(vi: "  \(key) để nhận", en: "  \(key) takes it"), .muted))
      }
      return StyledText(spans, hangingIndent: 2)
    }
  }
}

extension Wording {
  /// How often a heading is used, and from which form one came to it.
  func about(_ heading: HeadingSuggestion) -> String {
    let uses = say(vi: "\(heading.uses) biểu ghi", en: counted(heading.uses, "record"))
    return heading.reachedFrom.map {
      say(vi: "\(uses), xem từ «\($0)»", en: "\(uses), seen from “\($0)”")
    }
      ?? uses
  }
}
