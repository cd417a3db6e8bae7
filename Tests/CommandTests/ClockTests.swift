import Foundation
import Testing

/// The whole program under a clock that says another year.
@Suite("A clock in doubt, by command")
struct ClockCommandTests {
  private let commands: Commands

  init() throws { commands = try Commands(makesLibrary: false) }

  /// What makes the program believe that it is another time: a library of Debian's `faketime`.
  private func at(_ moment: String) throws -> [String: String] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: "/usr/lib")
    let preloaded = folders.map { "/usr/lib/\($0)/faketime/libfaketime.so.1" }
      .first { FileManager.default.fileExists(atPath: $0) }
    return [
      "LD_PRELOAD": try #require(preloaded, "faketime is not installed (Scripts/install-packages)"),
      "FAKETIME": "@\(moment)", "TZ": "Asia/Ho_Chi_Minh",
    ]
  }

  @Test(
    "in 2000 and in 2099 nothing is written until somebody says that the clock is right",
    arguments: ["2000-01-01 08:00:00", "2099-01-01 08:00:00"])
  func wrongYear(moment: String) throws {
    let wrong = try at(moment)
    let right = try at("2026-11-23 08:00:00")
    let refused = try commands.run("init", environment: wrong)
    #expect(refused.status == 4 && refused.errors.contains("--clock-is-right"))
    #expect(try commands.run("init", environment: right).status == 0)
    let tally = try commands.run("tally", "visit", environment: wrong)
    #expect(tally.status == 4)
    #expect(tally.errors.contains("01/01/\(moment.prefix(4))"), "\(tally.errors)")
    #expect(tally.errors.contains("23/11/2026 08:00"), "\(tally.errors)")
    let line = try commands.run(
      "desk", input: #"{"do":"tally","kind":"visit"}"# + "\n", environment: wrong)
    #expect(line.status == 4 && line.output.contains(#""outcome":"error""#))
    #expect(try commands.run("search", "kiều", environment: wrong).status != 4)
    #expect(
      try commands.run("tally", "visit", "--clock-is-right", environment: wrong).status == 0)
    #expect(try commands.run("tally", "visit", environment: wrong).status == 0)
    #expect(try commands.run("check", environment: wrong).status == 0)
  }
}
