import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Closes days that nobody planned, and moves the due dates on them.
struct CloseDaysCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "close-days",
    abstract: .say(
      vi: "Nghỉ đột xuất: đóng cửa và dời hạn trả.",
      en: "Close days nobody planned, and move the due dates on them."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("day", vi: "Từ ngày.", en: "From."))
  var first: CalendarDay

  @Argument(
    help: .say("day", vi: "Đến hết ngày; mặc định một ngày.", en: "Through; by default one."))
  var last: CalendarDay?

  @Option(help: .say("text", vi: "Vì sao.", en: "Why."))
  var reason: String

  @Flag(help: .say(vi: "Chỉ cho biết hạn nào dời.", en: "Only tell which due dates would move."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let outcome = try session.desk.closeDays(
      from: first, to: last ?? first, reason: reason, dryRun: dryRun)
    session.answer(outcome.json, session.words.closing(outcome).joined(separator: "\n"))
    return outcome.status
  }
}

extension CloseDaysOutcome {
  var json: JSONValue {
    switch self {
    case .closed(let closing):
      [
        "outcome": "closed", "days": .list(closing.days.map { .day($0.day) }),
        "moved": .list(
          closing.moved.map { moved in
            [
              "loan": .op(moved.loan.loan), "from": .day(moved.loan.before.day),
              "to": .day(moved.loan.after.day), "item": JSONValue(moved.item),
              "patron": JSONValue(moved.patron),
            ]
          }),
        "kept": .list(
          closing.kept.map { kept in
            [
              "hold": .entity(kept.hold.hold), "from": .day(kept.hold.before),
              "to": .day(kept.hold.after), "item": JSONValue(kept.item),
              "patron": JSONValue(kept.patron),
            ]
          }), "op": .op(closing.op),
      ]
    case .unchanged: ["outcome": "unchanged"]
    case .refused(let reasons): .refused(reasons)
    }
  }

  var status: ExitStatus { if case .refused = self { .refused } else { .done } }
}
