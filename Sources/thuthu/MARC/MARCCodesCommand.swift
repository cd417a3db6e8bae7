import ArgumentParser
import MARC
import VietnameseText
import Workstation

/// The codes of a list, or those whose code or name answers to a word; without a list, the names of the lists.
struct MARCCodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: .say(
      vi: "Bảng mã: languages, countries, relators, geographic-areas…",
      en: "Code lists: languages, countries, relators, geographic-areas…"))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "list", vi: "Tên bảng mã; để trống thì liệt kê các bảng.",
      en: "The list; without it, all lists."))
  var list: String?

  @Argument(
    help: .say(
      "words", vi: "Mã, hoặc từ trong tên, có dấu hay không.", en: "A code, or words of a name."))
  var words: [String] = []

  func run() throws {
    let schema = SchemaTables.forCommands
    let output = Output()
    defer { output.flush() }
    guard let list else {
      for list in schema.codeLists {
        if global.json {
          output.line(["list": .text(list.name.text), "codes": .count(list.codes.count)])
        } else {
          output.line("\(list.name.text)  \(list.codes.count)")
        }
      }
      return
    }
    guard let codes = schema.codeList(CodeList.Name(list))?.codes else {
      let known = schema.codeLists.map(\.name.text).joined(separator: ", ")
      throw CommandFault.badInput(
        .say(
          vi: "không có bảng mã «\(list)»; có: \(known)",
          en: "there is no list “\(list)”; there are: \(known)"))
    }
    let wanted = words.joined(separator: " ").folded
    for code in codes where wanted.isEmpty || answers(code, to: wanted) {
      if global.json {
        output.line(code.json)
      } else {
        let mark: String =
          code.isObsolete ? .say(vi: " (không còn dùng)", en: " (obsolete)") : ""
        output.line("\(code.shown)  \(code.name.spoken)\(mark)")
      }
    }
  }

  private func answers(_ code: CodeDefinition, to wanted: String) -> Bool {
    code.code.lowercased() == wanted || code.name.vi.folded.contains(wanted)
      || code.name.en.folded.contains(wanted)
  }
}
