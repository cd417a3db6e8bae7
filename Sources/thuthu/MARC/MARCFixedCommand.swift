import ArgumentParser
import MARC
import Workstation

/// The positions of the leader or of a fixed field, each with its codes.
struct MARCFixedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixed",
    abstract: .say(
      vi: "Các vị trí của đầu biểu (LDR), 006, 007, 008 và mã của chúng.",
      en: "The positions of the leader (LDR), 006, 007 or 008 with their codes."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var format: FormatOptions

  @Option(
    help: .say(
      "material",
      vi: "Loại tài liệu: books, maps, continuing…; với 007 là ký tự đầu (a, s, v…).",
      en: "The material: books, maps, continuing…; for 007 its first character (a, s, v…)."))
  var material: String?

  @Argument(help: .say("tag", vi: "LDR, 006, 007 hoặc 008.", en: "LDR, 006, 007 or 008."))
  var tag: String

  func run() throws {
    let schema = SchemaTables.forCommands
    guard let tag = Tag(tag.uppercased()) else { throw unknown }
    let materials = schema.materials(of: tag, in: format.kind)
    if let material, !materials.contains(material) {
      throw CommandFault.badInput(
        .say(
          vi: "không có loại «\(material)»; có: \(materials.joined(separator: ", "))",
          en: "there is no material “\(material)”; there are: \(materials.joined(separator: ", "))")
      )
    }
    let positions = schema.positions(of: tag, material: material, in: format.kind)
    guard !positions.isEmpty else { throw unknown }
    let output = Output()
    defer { output.flush() }
    for position in positions {
      if global.json {
        output.line(json(position))
      } else {
        let list = position.codeList.map { " [\($0.text)]" } ?? ""
        output.line("\(position.label)  \(position.name.spoken)\(list)")
        for code in position.values where !code.isObsolete {
          output.line("  \(code.shown)  \(code.name.spoken)")
        }
      }
    }
    if material == nil, !materials.isEmpty, !global.json {
      output.line(
        .say(vi: "Riêng từng loại, --material: ", en: "For one material, --material: ")
          + materials.joined(separator: ", "))
    }
  }

  private var unknown: CommandFault {
    .badInput(
      .say(
        vi: "«\(tag)» không có vị trí cố định trong khổ mẫu này",
        en: "“\(tag)” has no fixed positions in this format"))
  }

  private func json(_ position: FixedPosition) -> JSONValue {
    [
      "from": .count(position.range.lowerBound), "to": .count(position.range.upperBound - 1),
      "name": position.name.json, "unit": .count(position.unit),
      "codeList": .optional(position.codeList?.text),
      "codes": .list(position.values.map(\.json)),
    ]
  }
}
