import LibraryCore
import MARC
import Terminal

/// Choosing what may stand where the cursor is.
extension EditorScreen {
  /// What a list that is open is about.
  enum Purpose {
    case indicator(Int)
    case subfield
    case text
    case letter
    case heading
    case duplicate
  }

  var kind: RecordKind { RecordKind(leader: session.current.leader) }

  /// What the format says of a field; of one in another script what it says of the field that it stands for.
  func definition(of field: MARC.Field) -> FieldDefinition? {
    workplace.schema.definition(of: field, in: kind)
  }

  /// Opens the list of what may stand under the cursor: tags, values of an indicator, subfields, codes, fixed positions.
  func choose() -> [Effect] {
    guard let field = session.field else { return openFixedField() }
    guard suggestions.isEmpty else { return chooseHeading() }
    switch session.place.spot {
    case .tag: return [.push(TagChooser(workplace: workplace, kind: kind))]
    case .indicator(let number): return chooseIndicator(number, of: field)
    case .code: return chooseSubfield()
    case .text(let number, _):
      guard !field.isControl else { return openFixedField() }
      let code = field.subfields.dropFirst(number).first { _ in true }?.code
      let list = code.flatMap { definition(of: field)?.subfield($0)?.codeList }
      guard let list, let codes = workplace.schema.codeList(list)?.codes else {
        return chooseSubfield()
      }
      let value = field.subfields.dropFirst(number).first { _ in true }?.text
      return ask(.text, title: placeName, workplace.choices(codes), value: value)
    }
  }

  private func ask(
    _ purpose: Purpose, title: String, _ choices: [ChoiceScreen.Choice], value: String? = nil
  ) -> [Effect] {
    asked = .choose(purpose)
    return [
      .push(ChoiceScreen(workplace: workplace, title: title, choices, value: value))
    ]
  }

  private func chooseIndicator(_ number: Int, of field: MARC.Field) -> [Effect] {
    guard let indicator = definition(of: field)?.indicator(number + 1) else {
      return [.bell, .status(words.notInSchema(field.tag), .statusWarning)]
    }
    let values = indicator.isDefined ? indicator.values : []
    var choices = workplace.choices(values)
    if choices.isEmpty { choices = [ChoiceScreen.Choice(" ", name: words.say(indicator.name))] }
    let current = number == 0 ? field.indicator1 : field.indicator2
    return ask(
      .indicator(number),
      title: "\(field.tag.text) – \(words.say(indicator.name))", choices, value: "\(current)")
  }

  /// The subfields of the field's tag, the usual ones first; the chosen one is added behind the cursor's.
  func chooseSubfield() -> [Effect] {
    guard let field = session.field, !field.isControl else { return [.bell] }
    let tag = definition(of: field)?.tag ?? field.tag
    let usual = kind == .bibliographic ? workplace.schema.usual(tag)?.parts ?? [] : []
    let all = definition(of: field)?.subfields ?? []
    let rest = all.filter { part in !usual.contains { $0.code == part.code } && !part.isObsolete }
    guard !(usual.isEmpty && rest.isEmpty) else {
      return [.bell, .status(words.notInSchema(field.tag), .statusWarning)]
    }
    let choices =
      usual.map { ChoiceScreen.Choice("\($0.code)", name: words.say($0.label)) }
      + rest.map { ChoiceScreen.Choice("\($0.code)", name: words.say($0.name)) }
    return ask(
      .subfield, title: words.say(vi: "TRƯỜNG CON CỦA ", en: "SUBFIELDS OF ") + field.tag.text,
      choices)
  }

  private func chooseHeading() -> [Effect] {
    ask(
      .heading, title: placeName,
      suggestions.map {
        ChoiceScreen.Choice($0.text, label: "\($0.uses)", name: $0.text + "  " + words.about($0))
      })
  }

  func chooseLetter() -> [Effect] {
    guard case .text = session.place.spot else { return [.bell] }
    return ask(
      .letter, title: words.say(vi: "KÍ TỰ ĐẶC BIỆT", en: "SPECIAL CHARACTERS"),
      SpecialLetter.all.map { ChoiceScreen.Choice($0.letter, name: words.say($0.name)) })
  }

  func take(_ value: String, for purpose: Purpose) -> [Effect] {
    switch purpose {
    case .indicator(let number):
      guard let code = value.first.flatMap({ Code($0) }) else { return [.bell] }
      return act(.setIndicator(number + 1, code))
    case .subfield:
      guard let code = value.first.flatMap({ Code($0) }) else { return [.bell] }
      return act(.addSubfield(code))
    case .text: return act(.replaceText(value))
    case .heading:
      guard let heading = suggestions.first(where: { $0.text == value }) else { return [.bell] }
      return complete(with: heading)
    case .letter: return act(.paste(value))
    case .duplicate:
      return notice.found.first { $0.id.description == value }.map(compare) ?? [.bell]
    }
  }

  // MARK: - Fixed fields

  /// The fixed positions of the leader or of the control field under the cursor, one by one.
  func openFixedField() -> [Effect] {
    let positions = fixedPositions
    guard !positions.isEmpty else {
      return [
        .bell,
        .status(
          words.say(
            vi: "Trường này không có vị trí cố định", en: "This field has no fixed positions"),
          .statusWarning),
      ]
    }
    var offset = 0
    if case .text(_, let at) = session.place.spot { offset = at }
    return [
      .push(
        FixedFieldScreen(
          workplace: workplace, title: placeName, positions, text: fixedText, at: offset
        ) { [weak self] start, codes in
          self?.act(.setPositions(from: start, String(decoding: codes, as: UTF8.self))) ?? []
        })
    ]
  }

  /// The fixed positions of what the cursor stands on.
  var fixedPositions: [FixedPosition] {
    guard let field = session.field else { return workplace.schema.leaderPositions(in: kind) }
    return workplace.schema.positions(of: field, under: session.current.leader)
  }

  private var fixedText: [UInt8] {
    Array(session.field?.body ?? session.current.leader.bytes)
  }
}

extension Workplace {
  /// Codes to choose from, those that are not used any more last.
  func choices(_ codes: [CodeDefinition]) -> [ChoiceScreen.Choice] {
    let (old, current) = (codes.filter(\.isObsolete), codes.filter { !$0.isObsolete })
    return current.flatMap { choices($0, note: "") }
      + old.flatMap { choices($0, note: wording.say(vi: " (không dùng nữa)", en: " (obsolete)")) }
  }

  /// A code; a range such as `1-9` is a choice for each of its digits.
  private func choices(_ code: CodeDefinition, note: String) -> [ChoiceScreen.Choice] {
    let name = wording.say(code.name) + note
    let ends = Array(code.code.utf8)
    if ends.count == 3, ends[1] == UInt8(ascii: "-"), ends[0] < ends[2],
      (0x30...0x39).contains(ends[0]), (0x30...0x39).contains(ends[2])
    {
      return (ends[0]...ends[2]).map {
        ChoiceScreen.Choice(String(Unicode.Scalar($0)), name: name)
      }
    }
    return [ChoiceScreen.Choice(code.code, name: name)]
  }
}

extension Wording {
  func notInSchema(_ tag: Tag) -> String {
    say(
      vi: "MARC 21 không biết trường \(tag.text): gõ thẳng mã",
      en: "MARC 21 does not know field \(tag.text): type the code")
  }
}
