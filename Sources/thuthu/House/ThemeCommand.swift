import ArgumentParser
import Foundation
import Terminal
import Workstation

/// Themes.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: .say(vi: "Giao diện màu.", en: "Themes."),
    subcommands: [Check.self, List.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: .say(
        vi: "Kiểm giao diện: theo tên, hoặc các tệp.", en: "Check themes, by name or as files."))

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: .say(
        "name or file", vi: "Tên giao diện hoặc tệp; mặc định mọi giao diện có ở đây.",
        en: "A theme's name or a file; by default all that are here."))
    var names: [String] = []

    func run() throws {
      let names = names.isEmpty ? SettingPlaces.here.themes : names
      let places = SettingPlaces.here
      let checked = try names.flatMap { name in
        let file =
          places.theme(name) == nil && (name.contains("/") || name.hasSuffix(".theme"))
          ? try InputFile.contents(of: name) : nil
        return ThemeCheck(name) { $0 == name ? file ?? places.theme($0) : places.theme($0) }
          .diagnostics
      }
      try FileChecking(checked, files: names.count, global).tell()
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(vi: "Các giao diện có ở đây.", en: "The themes that are here."))

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let output = Output()
      defer { output.flush() }
      for name in SettingPlaces.here.themes {
        if global.json { output.line(["theme": .text(name)]) } else { output.line(name) }
      }
    }
  }
}
