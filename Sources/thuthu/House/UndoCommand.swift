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

  @Argument(help: .say("op", vi: "Số của việc.", en: "The action's number."))
  var op: OpID?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let outcome = try session.desk.undo(op)
    session.answer(outcome.json, session.words.lines(outcome))
    return outcome.status
  }
}
