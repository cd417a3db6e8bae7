import ArgumentParser
import Foundation
import Terminal
import Workstation

/// Key maps.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: .say(vi: "Bảng phím.", en: "Key maps."),
    subcommands: [Check.self, List.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: .say(
        vi: "Kiểm bảng phím: một bảng theo tên, hoặc các tệp.",
        en: "Check key maps: one by its name, or files."))

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: .say(
        "name or file", vi: "Tên bảng phím hoặc tệp; mặc định mọi bảng có ở đây.",
        en: "A key map's name or a file; by default all that are here."))
    var names: [String] = []

    func run() throws {
      let names = names.isEmpty ? SettingPlaces.here.keyMaps : names
      var checked: [FileDiagnostic<KeyMapProblem>] = []
      for name in names {
        checked += try KeyMap.load(keyMapFiles(name), registry: .workstation).diagnostics
      }
      try FileChecking(checked, files: names.count, global).tell()
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(vi: "Mọi phím với lệnh của nó.", en: "Every key with its command."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("name", vi: "Tên bảng phím.", en: "The key map's name."))
    var name = "default"

    func run() throws {
      let output = Output()
      defer { output.flush() }
      let map = KeyMap.load(try keyMapFiles(name), registry: .workstation).map
      let language = Speech.words.language
      for context in CommandRegistry.workstation.contexts.all {
        let bindings = map.bindings(of: context.name)
        if bindings.isEmpty { continue }
        if !global.json { output.line("[\(context.name)] \(context.title[language])") }
        for (keys, command) in bindings {
          let summary = CommandRegistry.workstation[command]?.summary[language] ?? ""
          if global.json {
            output.line([
              "context": .text(context.name), "keys": .text(keys.description),
              "command": .text("\(command)"), "summary": .text(summary),
            ])
          } else {
            let label = keys.description
            let blanks = String(repeating: " ", count: max(1, 14 - DisplayWidth.of(label)))
            output.line("  \(label)\(blanks)\(summary) (\(command))")
          }
        }
      }
    }
  }
}

/// The layers of a key map by its name, or a file laid over the default one.
private func keyMapFiles(_ name: String) throws -> [KeyMapFile] {
  let places = SettingPlaces.here
  let named = places.keyMapFiles(name)
  if !named.isEmpty { return named }
  guard name.contains("/") || name.hasSuffix(".keys") else {
    let known = places.keyMaps.joined(separator: ", ")
    throw CommandFault.usage(
      .say(
        vi: "không có bảng phím «\(name)»; có \(known)",
        en: "there is no key map “\(name)”; there are \(known)"))
  }
  return places.keyMapFiles("default")
    + [KeyMapFile(name: name, bytes: try InputFile.contents(of: name))]
}
