import MARC
import Terminal

/// What the format says of the very place under the cursor, and what is to be said of it as it stands.
extension EditorScreen {
  func positionPage() -> any Screen {
    var lines: [StyledText] = problems.filter { $0.line == session.place.line }
      .map { words.problemLine($0) }
    if !lines.isEmpty { lines.append("") }
    lines += session.field.map { help(on: $0) } ?? help(onPositions: fixedPositions)
    return TextScreen(workplace: workplace, title: placeName, paragraphs: lines)
  }

  private func help(on field: MARC.Field) -> [StyledText] {
    guard let definition = definition(of: field) else {
      return [StyledText(words.notInSchema(field.tag), role: .warning)]
    }
    var lines = [heading("\(field.tag.text) \(words.say(definition.name))")]
    if let usual = workplace.schema.usual(field.tag), kind == .bibliographic {
      lines.append(
        StyledText(words.say(vi: "Quen gọi: ", en: "Known as: ") + words.say(usual.label)))
    }
    lines.append(StyledText(words.repeatable(definition.isRepeatable)))
    if definition.isObsolete { lines.append(StyledText(words.obsolete, role: .warning)) }
    lines.append("")
    if field.isControl { return lines + help(onPositions: fixedPositions) }
    switch session.place.spot {
    case .indicator(let number): lines += help(on: definition.indicator(number + 1), number + 1)
    case .code(let number), .text(let number, _):
      let code = field.subfields.dropFirst(number).first { _ in true }?.code
      if let part = code.flatMap({ definition.subfield($0) }) { lines += help(on: part, of: field) }
      lines += outline(definition)
    case .tag: lines += outline(definition)
    }
    return lines
  }

  /// Both indicators and all subfields of a field.
  private func outline(_ definition: FieldDefinition) -> [StyledText] {
    help(on: definition.indicator1, 1) + help(on: definition.indicator2, 2)
      + [heading(words.say(vi: "Các trường con", en: "Subfields"))]
      + definition.subfields.map { part in
        let note = part.isObsolete ? " – " + words.obsolete : ""
        return item(
          "$\(part.code)", words.say(part.name) + " (\(words.repeatable(part.isRepeatable)))" + note
        )
      }
  }

  private func help(on indicator: IndicatorDefinition, _ number: Int) -> [StyledText] {
    let title = words.say(vi: "Chỉ thị \(number): ", en: "Indicator \(number): ")
    return [heading(title + words.say(indicator.name))] + codes(indicator.values) + [""]
  }

  private func help(on part: SubfieldDefinition, of field: MARC.Field) -> [StyledText] {
    let usual = workplace.schema.usual(field.tag)?.label(of: part.code)
    var lines = [heading("$\(part.code) \(words.say(part.name))")]
    if let usual, kind == .bibliographic {
      lines.append(StyledText(words.say(vi: "Quen gọi: ", en: "Known as: ") + words.say(usual)))
    }
    lines.append(StyledText(words.repeatable(part.isRepeatable)))
    if part.isObsolete { lines.append(StyledText(words.obsolete, role: .warning)) }
    if let list = part.codeList {
      lines.append(
        StyledText(
          words.say(vi: "Mã lấy từ danh sách ", en: "Codes are those of the list ") + list.text))
    }
    return lines + [""]
  }

  /// The positions of a fixed field, that under the cursor first and with all its codes.
  private func help(onPositions positions: [FixedPosition]) -> [StyledText] {
    var offset = 0
    if case .text(_, let at) = session.place.spot { offset = at }
    let text = Array(session.field?.body ?? session.current.leader.bytes)
    var lines: [StyledText] = []
    if let position = positions.first(where: { $0.range.contains(offset) }) {
      lines.append(heading("\(position.label) \(words.say(position.name))"))
      for (_, code) in position.codes(in: text) {
        let meaning = workplace.meaning(of: code, at: position)
        lines.append(
          item(code.replacing(" ", with: "#"), meaning ?? words.say(vi: "?", en: "?")))
      }
      lines += [""] + codes(position.values) + [""]
    }
    lines.append(heading(words.say(vi: "Các vị trí", en: "Positions")))
    lines += positions.map { item($0.label, words.say($0.name)) }
    return lines
  }

  private func codes(_ codes: [CodeDefinition]) -> [StyledText] {
    codes.map { code in
      item(
        code.code.replacing(" ", with: "#"),
        words.say(code.name) + (code.isObsolete ? " – " + words.obsolete : ""))
    }
  }

  private func heading(_ text: String) -> StyledText { StyledText(text, role: .heading) }

  private func item(_ label: String, _ text: String) -> StyledText {
    let gap = String(repeating: " ", count: max(1, 7 - DisplayWidth.of(label)))
    return StyledText(
      [StyledText.Span("  " + label + gap, .recordSubfield), StyledText.Span(text)],
      hangingIndent: 9)
  }
}

extension Wording {
  fileprivate func repeatable(_ isRepeatable: Bool) -> String {
    isRepeatable
      ? say(vi: "lặp được", en: "repeatable") : say(vi: "không lặp", en: "not repeatable")
  }

  fileprivate var obsolete: String { say(vi: "không dùng nữa", en: "obsolete") }
}
