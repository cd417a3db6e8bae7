import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Renews cards: one, or those of a category or class.
struct PatronRenewCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: .say(
      vi: "Gia hạn thẻ theo số tháng của đối tượng: một thẻ, cả đối tượng hay cả lớp.",
      en: "Renew cards for the months of the category: one, a category's, or a class's."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
  var card: String?

  @Option(help: .say("code", vi: "Mọi bạn đọc của đối tượng này.", en: "All of this category."))
  var category: String?

  @Option(name: .customLong("class"), help: .say("name", vi: "Cả lớp này.", en: "This class."))
  var schoolClass: SchoolClass?

  @Option(
    help: .say(
      "day", vi: "Mọi thẻ đến hết ngày này, thay cho số tháng.",
      en: "All cards until this day, in place of the months."))
  var until: CalendarDay?

  @Flag(
    name: .customLong("held-back"),
    help: .say(
      vi: "Cả người còn nợ tiền, bị hạn chế hoặc khoá thẻ.",
      en: "Also those who owe money, are restricted or blocked."))
  var includesHeldBack = false

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ cho xem, không ghi.", en: "Only show; write nothing."))
  var dryRun = false

  func validate() throws {
    let named = [card != nil, category != nil, schoolClass != nil].count { $0 }
    let isForMany = dryRun || until != nil || includesHeldBack
    guard named == 1, !isForMany || card == nil else {
      throw ValidationError(
        .say(
          vi:
            "Cho một số thẻ, --category hoặc --class (--until, --held-back, --dry-run chỉ với hai cách sau)",
          en:
            "Give a card, --category or --class (--until, --held-back, --dry-run go with the last two)"
        ))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    if let card {
      let outcome = try session.desk.renewMembership(card)
      let end = try session.desk.patron(card)?.patron.expiresOn
      let words = session.words
      let until = end.map(words.day) ?? words.say(vi: "không hạn", en: "no end")
      return session.answer(
        outcome, .patron, ["expiresOn": .day(end)],
        done: words.say(
          vi: "Thẻ \(card) có giá trị đến: \(until)", en: "Card \(card) is good until: \(until)"))
    }
    let group = schoolClass.map { PatronGroup.schoolClass($0) } ?? .category(category ?? "")
    let outcome = try session.desk.renewMemberships(
      of: group, MembershipRenewal(until: until, includesHeldBack: includesHeldBack),
      dryRun: dryRun)
    session.answer(outcome.json, session.words.lines(outcome))
    return outcome.status
  }
}

/// Whose cards end soon.
struct PatronExpiringCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "expiring",
    abstract: .say(vi: "Thẻ sắp hết hạn.", en: "Cards that end soon."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("days", vi: "Trong bấy nhiêu ngày tới.", en: "Within so many days."))
  var within = Membership.noticeDays

  func validate() throws {
    let range = Membership.noticeRange
    guard range.contains(within) else {
      throw ValidationError(
        .say(
          vi: "--within từ \(range.lowerBound) đến \(range.upperBound)",
          en: "--within is from \(range.lowerBound) to \(range.upperBound)"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    let hits = try session.desk.expiringPatrons(within: within)
    if session.isJSON {
      for hit in hits { session.output.line(JSONValue(hit)) }
      return .done
    }
    guard !hits.isEmpty else {
      session.output.line(session.words.say(vi: "Không có thẻ nào", en: "No cards"))
      return .done
    }
    for hit in hits {
      let day = hit.patron.expiresOn.map(session.words.day) ?? ""
      let phone = hit.patron.phone.map { "  \($0)" } ?? ""
      session.output.line("\(day)  \(hit.patron.card)  \(hit.patron.name)\(phone)")
    }
    return .done
  }
}

/// Classes, and moving them up.
struct PatronPromoteCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: .say(
      vi: "Cuối năm học: cho các lớp lên lớp, lớp cuối ra trường.",
      en: "At the end of a school year: move classes up, the last ones out."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "move",
      vi: "10A1=11A1 là lên lớp, 12A1=- là ra trường; không ghi gì thì mọi lớp theo tên.",
      en: "10A1=11A1 moves up, 12A1=- leaves; without any, every class by its name."))
  var moves: [ClassMove] = []

  @Option(
    help: .say(
      "year", vi: "Năm học mới; mặc định theo hôm nay.",
      en: "The new school year; by default today's."))
  var year: SchoolYear?

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ cho xem, không ghi.", en: "Only show; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let desk = session.desk
    let proposed = try desk.schoolClasses().compactMap { count in
      count.name.promotion.map { ClassMove(from: count.name, to: $0) }
    }
    let outcome = try desk.promoteClasses(
      moves.isEmpty ? proposed : moves, to: year ?? SchoolYear(around: desk.today), dryRun: dryRun)
    session.answer(outcome.json, session.words.lines(outcome))
    return outcome.status
  }
}

/// Makes two entries of one person one.
struct PatronMergeCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: .say(
      vi: "Gộp hai hồ sơ của một người; hoàn tác được.",
      en: "Make two entries of one person one; it can be undone."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("card", vi: "Thẻ của hồ sơ ở lại.", en: "The card of the entry that stays."))
  var keeper: String

  @Argument(help: .say("other", vi: "Thẻ của hồ sơ gộp vào.", en: "The card of the one that goes."))
  var other: String

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ cho xem, không ghi.", en: "Only show; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let outcome = try session.desk.mergePatrons(keeper, other, dryRun: dryRun)
    session.answer(outcome.json, [session.words.patronMerge(outcome)])
    return outcome.status
  }
}

/// Entries that may be the same person.
struct PatronTwinsCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "twins",
    abstract: .say(
      vi: "Hồ sơ trùng hay có thể trùng: cùng thẻ căn cước, cùng tên và năm sinh, cùng điện thoại.",
      en:
        "Entries of the same person: same citizen card, or maybe: same name and birth, or telephone."
    ))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
  var card: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard try session.desk.patron(card) != nil else {
      return session.answer(.unknown(card), .patron, done: "")
    }
    let twins = try session.desk.twins(of: card)
    if session.isJSON {
      for twin in twins { session.output.line(JSONValue(twin)) }
      return .done
    }
    if twins.isEmpty { session.output.line(session.words.say(vi: "Không có", en: "None")) }
    for twin in twins {
      let patron = twin.hit.patron
      session.output.line("\(patron.card)  \(patron.name)  \(session.words.twin(twin))")
    }
    return .done
  }
}
