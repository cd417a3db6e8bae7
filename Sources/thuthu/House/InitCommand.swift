import ArgumentParser
import LibraryCore
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

  @Flag(
    help: .say(
      vi: "Kèm dữ liệu mẫu: sách, bạn đọc, hai tháng mượn trả.",
      en: "With sample data: titles, patrons, two months of loans."))
  var sample = false

  func run() throws {
    let output = Output()
    try output.flushing {
      let name = name ?? .say(vi: sample ? "Thư viện mẫu" : "Thư viện", en: "Library")
      let folder = global.folder
      try make(in: folder, name)
      if global.json {
        output.line([
          "outcome": "created", "library": .text(folder), "name": .text(name), "code": .text(code),
          "sample": .bool(sample),
        ])
      } else {
        output.line(
          .say(
            vi: "Đã tạo thư viện «\(name)» trong \(folder)",
            en: "Made the library “\(name)” in \(folder)"))
      }
    }
  }

  private func make(in folder: String, _ name: String) throws {
    if !global.clockIsRight, let doubt = ClockDoubt(now: SystemClock().now(), last: nil) {
      throw StoreFault.clockInDoubt(doubt)
    }
    guard sample else {
      _ = try LibraryFile.create(
        in: folder, name: name, code: code, clock: SystemClock(), random: SystemRandom())
      return
    }
    let bar = ProgressLine(isQuiet: global.json)
    defer { bar.end() }
    _ = try SampleLibrary.create(
      in: folder, name: name, code: code, clock: SystemClock(), random: SystemRandom()
    ) { done, total in
      bar.show(done, of: total, .say(vi: "dữ liệu mẫu", en: "sample data"))
    }
  }
}
