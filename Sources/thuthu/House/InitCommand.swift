import ArgumentParser
import LibraryStore
import Workstation

/// Makes a library.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: .say(vi: "Tạo thư viện mới.", en: "Make a library."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("name", vi: "Tên thư viện.", en: "The library's name."))
  var name: String?

  @Option(help: .say("isil", vi: "Mã thư viện (ISIL).", en: "The library's code (ISIL)."))
  var code = ""

  func run() throws {
    let output = Output()
    try output.flushing {
      let name = name ?? .say(vi: "Thư viện", en: "Library")
      let folder = global.folder
      _ = try LibraryFile.create(
        in: folder, name: name, code: code, clock: SystemClock(), random: SystemRandom())
      if global.json {
        output.line([
          "outcome": "created", "library": .text(folder), "name": .text(name), "code": .text(code),
        ])
      } else {
        output.line(
          .say(
            vi: "Đã tạo thư viện «\(name)» trong \(folder)",
            en: "Made the library “\(name)” in \(folder)"))
      }
    }
  }
}
