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

  @Option(
    help: .say(
      "card", vi: "Cả lượt gần nhất hôm nay mình phục vụ bạn đọc này.",
      en: "All of this patron's last visit of today, as far as one's own work."))
  var visit: String?

  @Option(
    help: .say(
      "card", vi: "Đưa bạn đọc này trở về một thời điểm (với --since).",
      en: "Put this patron back to a moment (with --since)."))
  var patron: String?

  @Option(
    help: .say(
      "moment", vi: "Hoàn tác mọi việc từ thời điểm này.",
      en: "Take back everything from this moment on."))
  var since: Moment?

  @Flag(
    help: .say(
      vi: "Việc nào không hoàn tác được thì để nguyên, hoàn tác các việc kia.",
      en: "Leave what cannot be taken back, and take back the rest."))
  var partly = false

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ trả lời, không ghi.", en: "Decide and answer; write nothing."))
  var dryRun = false

  func validate() throws {
    let isOfReader = visit != nil || patron != nil
    guard (patron == nil) == (since == nil), visit == nil || patron == nil,
      !isOfReader || ops.isEmpty, isOfReader || (!partly && !dryRun)
    else {
      throw ValidationError(
        .say(
          vi: "Chọn một: số của việc, --visit THẺ, hoặc --patron THẺ cùng --since LÚC; "
            + "--partly và --dry-run đi với hai kiểu sau",
          en: "Choose one: numbers of actions, --visit CARD, or --patron CARD with --since MOMENT; "
            + "--partly and --dry-run go with the latter two"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    if let card = visit ?? patron {
      let outcome = try session.desk.undo(
        since.map { .since($0) } ?? .visit, of: card, partly: partly, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome, isDryRun: dryRun))
      return outcome.status
    }
    guard ops.count < 2 else {
      var status = ExitStatus.done
      for outcome in try session.desk.undo(all: ops) {
        status = status.or(try session.answer(outcome))
      }
      return status
    }
    return try session.answer(session.desk.undo(ops.first))
  }
}
