import ArgumentParser
import LibraryCore
import LibraryStore

/// Takes an action back.
struct UndoCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: .say(
      vi: "Hoàn tác một việc, mặc định là việc cuối của mình.",
      en: "Take an action back, by default one's own last."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "op", vi: "Số của việc; nhiều việc thì việc mới nhất trước.",
      en: "The action's number; of several the newest is taken back first."))
  var ops: [OpID] = []

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard ops.count < 2 else {
      var status = ExitStatus.done
      for outcome in try session.desk.undo(all: ops) {
        session.answer(outcome.json, session.words.lines(outcome))
        status = status.or(outcome.status)
      }
      return status
    }
    let outcome = try session.desk.undo(ops.first)
    session.answer(outcome.json, session.words.lines(outcome))
    return outcome.status
  }
}
