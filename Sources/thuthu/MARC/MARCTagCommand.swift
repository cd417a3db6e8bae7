import ArgumentParser
import MARC
import VietnameseText
import Workstation

/// What the format says of a tag, or the tags whose names hold a word.
struct MARCTagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: .say(
      vi: "Một nhãn với chỉ thị và trường con; hoặc tìm nhãn theo tên.",
      en: "A tag with its indicators and subfields, or the tags named with a word."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var format: FormatOptions

  @Argument(
    help: .say(
      "tag|words", vi: "Nhãn (245), hoặc từ trong tên.", en: "A tag (245), or words of its name."))
  var asked: [String]

  func run() throws {
    let schema = SchemaTables.forCommands
    let text = asked.joined(separator: " ")
    let output = Output()
    defer { output.flush() }
    if let tag = Tag(text.uppercased()), let field = schema.field(tag, in: format.kind) {
      if global.json {
        output.line(json(field, schema))
      } else {
        for line in lines(field, schema) { output.line(line) }
      }
      return
    }
    let wanted = text.folded
    let found = schema.fields(in: format.kind).filter { field in
      [field.name, schema.usual(field.tag)?.label].compactMap(\.self).contains {
        $0.vi.folded.contains(wanted) || $0.en.folded.contains(wanted)
      }
    }
    guard !found.isEmpty else {
      throw CommandFault.badInput(
        .say(vi: "không có nhãn hay tên «\(text)»", en: "there is no tag or name “\(text)”"))
    }
    if global.json {
      for field in found { output.line(json(field, schema)) }
    } else {
      for field in found { output.line(heading(field)) }
    }
  }

  private func lines(_ field: FieldDefinition, _ schema: MARCSchema) -> [String] {
    var lines = [heading(field)]
    if let usual = schema.usual(field.tag) {
      lines.append(.say(vi: "Thường gọi: ", en: "Usually called: ") + usual.label.spoken)
    }
    if field.subfields.isEmpty { return lines }
    for number in 1...2 {
      let indicator = field.indicator(number)
      lines.append(
        .say(vi: "Chỉ thị \(number): ", en: "Indicator \(number): ") + indicator.name.spoken)
      lines += indicator.values.map { "  \($0.shown)  \($0.name.spoken)" + mark($0.isObsolete) }
    }
    lines.append(.say(vi: "Trường con:", en: "Subfields:"))
    lines += field.subfields.map { subfield in
      let list = subfield.codeList.map { " [\($0.text)]" } ?? ""
      return
        "  $\(subfield.code)  \(repeats(subfield.isRepeatable))  \(subfield.name.spoken)\(list)"
        + mark(subfield.isObsolete)
    }
    return lines
  }

  private func heading(_ field: FieldDefinition) -> String {
    "\(field.tag)  \(repeats(field.isRepeatable))  \(field.name.spoken)" + mark(field.isObsolete)
  }

  /// R and NR, as the format writes them.
  private func repeats(_ isRepeatable: Bool) -> String { isRepeatable ? "R " : "NR" }

  private func mark(_ isObsolete: Bool) -> String {
    isObsolete ? .say(vi: " (không còn dùng)", en: " (obsolete)") : ""
  }

  private func json(_ field: FieldDefinition, _ schema: MARCSchema) -> JSONValue {
    [
      "tag": .text(field.tag.text), "name": field.name.json,
      "label": schema.usual(field.tag)?.label.json ?? .null,
      "repeatable": .bool(field.isRepeatable), "obsolete": .bool(field.isObsolete),
      "shortSet": .bool(field.isInShortSet),
      "indicators": .list((1...2).map { json(field.indicator($0)) }),
      "subfields": .list(
        field.subfields.map { subfield in
          [
            "code": .text(subfield.code.description), "name": subfield.name.json,
            "repeatable": .bool(subfield.isRepeatable), "obsolete": .bool(subfield.isObsolete),
            "codeList": .optional(subfield.codeList?.text),
          ]
        }),
    ]
  }

  private func json(_ indicator: IndicatorDefinition) -> JSONValue {
    ["name": indicator.name.json, "values": .list(indicator.values.map(\.json))]
  }
}
