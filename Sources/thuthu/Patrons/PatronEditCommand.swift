import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Changes what is known of a patron.
struct PatronEditCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: .say(
      vi: "Sửa hồ sơ bạn đọc; giá trị trống xoá trường.",
      en: "Change a patron; an empty value clears its field."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
  var card: String

  @Option(help: .say("name", vi: "Họ và tên.", en: "The name."))
  var name: String?

  @Option(name: .customLong("card"), help: .say("card", vi: "Số thẻ mới.", en: "The new card."))
  var newCard: String?

  @Option(
    help: .say("reason", vi: "Khoá thẻ, với lý do này.", en: "Block the card, for this reason."))
  var block: String?

  @Flag(help: .say(vi: "Mở khoá thẻ.", en: "Unblock the card."))
  var unblock = false

  @OptionGroup var fields: PatronFields
  @OptionGroup var addressOption: AddressOption

  @OptionGroup var shared: OneNumberOption
  func validate() throws {
    guard block == nil || !unblock else {
      throw ValidationError(
        .say(
          vi: "--block và --unblock loại trừ nhau", en: "--block and --unblock exclude each other"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    var draft = PatronDraft(fields: fields.typed(on: session.desk.today))
    let settled = addressOption.settle(&draft, on: session.desk.today)
    let noticed =
      try settled
      + session.desk.houseConfiguration().notices(of: draft.fields.mapValues { .some($0) })
    var changes: [PatronField: String?] = draft.fields.mapValues { .some($0) }
    if let name { changes[.name] = .some(name) }
    if let newCard { changes[.card] = .some(newCard) }
    if let block {
      changes[.status] = .some(PatronStatus.blocked.rawValue)
      changes[.blockReason] = .some(block)
    }
    if unblock {
      changes[.status] = .some(PatronStatus.active.rawValue)
      changes[.blockReason] = .some(nil)
    }
    let outcome = try shared.applied(to: session.desk).editPatron(card, changes)
    let notices = try noticed + session.desk.notices(ofSaved: outcome)
    return session.answer(
      outcome, .patron, .notices(notices),
      done: session.words.done(
        session.words.say(vi: "Đã sửa hồ sơ \(card)", en: "Changed \(card)"), notices))
  }
}
