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

  @Option(
    help: .say(
      "card", vi: "Việc cuối trong tài khoản của bạn đọc này, của ai cũng được.",
      en: "The last action in this patron's account, whoever did it."))
  var account: String?

  @Option(
    help: .say(
      "drawer", vi: "Việc cuối ở ngăn tiền này: mở ca, bỏ vào, lấy ra, khoá sổ.",
      en: "The last action at this drawer: opening, money moved, closing."))
  var drawer: String?

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
    let chosen = [visit, patron, account, drawer].compactMap(\.self).count + (ops.isEmpty ? 0 : 1)
    guard (patron == nil) == (since == nil), chosen <= 1, isOfReader || !partly,
      !dryRun || ops.count < 2
    else {
      throw ValidationError(
        .say(
          vi: "Chọn một: số của việc, --visit THẺ, --patron THẺ cùng --since LÚC, --account THẺ "
            + "hoặc --drawer NGĂN; --partly đi với hai kiểu của bạn đọc, --dry-run với một việc",
          en: "Choose one: numbers of actions, --visit CARD, --patron CARD with --since MOMENT, "
            + "--account CARD or --drawer CODE; --partly goes with the two of a patron, "
            + "--dry-run with one action"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    if let card = visit ?? patron {
      let outcome = try session.desk.undo(
        since.map { .since($0) } ?? .visit, of: card, partly: partly, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome, isDryRun: dryRun))
      return outcome.status
    }
    if ops.count < 2 {
      return try session.undo(
        UndoChoice(op: ops.first, account: account, drawer: drawer), dryRun: dryRun)
    }
    var status = ExitStatus.done
    for outcome in try session.desk.undo(all: ops) {
      status = status.or(try session.answer(outcome))
    }
    return status
  }
}
