import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Enrols a patron.
struct PatronAddCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: .say(vi: "Cấp thẻ cho bạn đọc.", en: "Enrol a patron."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("name", vi: "Họ và tên.", en: "The name."))
  var name: String?

  @Option(
    help: .say(
      "card", vi: "Số thẻ; không có thì lấy số tiếp theo.",
      en: "The card; the next number otherwise."))
  var card: String?

  @Option(
    help: .say(
      "text", vi: "Nội dung mã QR của căn cước công dân.",
      en: "The text of a citizen card's QR code."))
  var qr: String?

  @OptionGroup var fields: PatronFields
  @OptionGroup var addressOption: AddressOption

  @OptionGroup var shared: OneNumberOption
  func validate() throws {
    guard name != nil || qr != nil else {
      throw ValidationError(.say(vi: "cần --name hoặc --qr", en: "give --name or --qr"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    var draft = PatronDraft()
    if let qr {
      guard let citizen = CitizenCard(qr: qr) else {
        return session.answer(
          .refused([.invalidValue(field: "qr", typed: qr)]), .newPatron, done: "")
      }
      draft = PatronDraft(citizen)
    }
    draft.fields.merge(fields.typed(on: session.desk.today)) { $1 }
    if let name { draft[.name] = name }
    if let card { draft[.card] = card }
    let settled =
      try session.desk.settleCategory(of: &draft)
      + addressOption.settle(&draft, on: session.desk.today)
    let outcome = try shared.applied(to: session.desk).enrol(draft)
    let notices =
      try settled
      + session.desk.houseConfiguration().notices(of: draft.fields.mapValues { .some($0) })
      + session.desk.notices(ofSaved: outcome)
    guard case .saved(let id, _) = outcome, let patron = try session.desk.patron(id: id)?.patron
    else { return session.answer(outcome, .newPatron, done: "") }
    let line = PatronLine(patron)
    let term =
      draft[.expiresOn] == nil
      ? try session.desk.membershipTerm(ofCategory: patron.category) : nil
    let told = term.map { ", " + session.words.membershipTerm($0) } ?? ""
    return session.answer(
      outcome, .newPatron,
      JSONValue(line).adding(.membership(patron, term)).adding(.notices(notices)),
      done: session.words.done(
        session.words.say(
          vi: "Đã cấp thẻ \(line.card) cho \(line.name)",
          en: "Enrolled \(line.name) with card \(line.card)") + told, notices))
  }
}

extension JSONValue {
  /// Until when a new card is good, and the rule where that said so.
  static func membership(_ patron: Patron, _ term: MembershipTerm?) -> JSONValue {
    ["expiresOn": .day(patron.expiresOn), "expiryRule": term.map { JSONValue($0.rule) } ?? .null]
  }
}
