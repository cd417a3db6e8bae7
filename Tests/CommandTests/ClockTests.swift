import Foundation
import Testing

/// The whole program under a clock that says another year.
@Suite("A clock in doubt, by command")
struct ClockCommandTests {
  private let commands: Commands

  init() throws { commands = try Commands(makesLibrary: false) }

  @Test(
    "in 2000 and in 2099 nothing is written until somebody says that the clock is right",
    arguments: ["2000-01-01 08:00:00", "2099-01-01 08:00:00"])
  func wrongYear(wrong: String) throws {
    let refused = try commands.run(clock: wrong, "init")
    #expect(refused.status == 4 && refused.errors.contains("--clock-is-right"))
    #expect(try commands.run(clock: "2026-11-23 08:00:00", "init").status == 0)
    let tally = try commands.run(clock: wrong, "tally", "visit")
    #expect(tally.status == 4)
    #expect(tally.errors.contains("01/01/\(wrong.prefix(4)) 08:00"), "\(tally.errors)")
    #expect(tally.errors.contains("23/11/2026 08:00"), "\(tally.errors)")
    let line = try commands.run(
      clock: wrong, "desk", input: #"{"do":"tally","kind":"visit"}"# + "\n")
    #expect(line.status == 4 && line.output.contains(#""outcome":"error""#))
    #expect(try commands.run(clock: wrong, "patron", "list").status == 0)
    #expect(try commands.run(clock: wrong, "tally", "visit", "--clock-is-right").status == 0)
    #expect(try commands.run(clock: wrong, "tally", "visit").status == 0)
    #expect(try commands.run(clock: wrong, "check").status == 0)
  }
}
