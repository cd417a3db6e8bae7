import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Readers to be reminded, letters and lists for them, and the record of who was.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: .say(
      vi: "Nhắc bạn đọc: quá hạn, sắp đến hạn, sách chờ đã có, sách mất phải đền.",
      en: "Remind readers: overdue, due soon, holds that are ready, lost books."),
    subcommands: [Overdue.self, DueSoon.self, Hold.self, Lost.self])

  struct Overdue: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "overdue",
      abstract: .say(
        vi: "Ai quá hạn, đã đến lần nhắc thứ mấy.", en: "Who is overdue, and which notice is due."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: NoticeOptions

    @Option(
      help: .say(
        "n", vi: "Quá hạn ít nhất bấy nhiêu ngày; mặc định là lần nhắc thứ nhất.",
        en: "Overdue by at least this many days; by default the first notice."))
    var days: Int?

    func run(in session: LibrarySession) throws -> ExitStatus {
      let readers = try session.desk.overdueReaders(days: days, onlyDue: writing.isOnlyDue)
      return try writing.write(.overdue, readers, session)
    }
  }

  struct DueSoon: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "due-soon",
      abstract: .say(vi: "Ai có sách sắp đến hạn.", en: "Who has copies due soon."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: NoticeOptions

    @Option(help: .say("n", vi: "Trong bấy nhiêu ngày tới.", en: "Within this many days."))
    var days = 3

    func run(in session: LibrarySession) throws -> ExitStatus {
      let readers = try session.desk.dueSoonReaders(days: days, onlyDue: writing.isOnlyDue)
      return try writing.write(.dueSoon, readers, session)
    }
  }

  struct Hold: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "hold",
      abstract: .say(
        vi: "Ai có sách chờ đã có trên giá giữ.", en: "Who has a copy on the hold shelf."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: NoticeOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      try writing.write(
        .holdReady, try session.desk.holdReadyReaders(onlyDue: writing.isOnlyDue), session)
    }
  }
}

extension NoticeCommand {
  struct Lost: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "lost",
      abstract: .say(
        vi: "Ai phải đền sách mất, hoặc quá hạn lâu ngày tính là mất.",
        en: "Who has to make lost copies good, or copies that count as lost."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: NoticeOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      try writing.write(
        .lost, try session.desk.lostReaders(onlyDue: writing.isOnlyDue), session)
    }
  }
}

/// What is written for the readers found, and whether it is noted that they were reminded.
struct NoticeOptions: ParsableArguments {
  @Flag(
    name: .customLong("due"),
    help: .say(
      vi: "Chỉ những ai chưa được nhắc lần này.", en: "Only who has not had this notice yet."))
  var isOnlyDue = false

  @Option(
    help: .say(
      "what", vi: "letters (mỗi người một giấy), classes (mỗi lớp một giấy), messages (CSV).",
      en: "letters (one each), classes (one a class), messages (CSV)."))
  var write: ReminderPaper?

  @Flag(
    name: .customLong("plain"), help: .say(vi: "Viết không dấu.", en: "Write without marks."))
  var isPlain = false

  @Flag(
    name: .customLong("with-mail"),
    help: .say(
      vi: "Danh sách nhắn tin có cả người có thư điện tử.",
      en: "The list for messages has readers with e-mail too."))
  var includesMail = false

  @OptionGroup var target: SlipTarget

  @Flag(
    name: .customLong("record"),
    help: .say(
      vi: "Ghi nhận là đã nhắc, vào lịch sử từng bạn đọc.",
      en: "Note that they were reminded, in each reader's history."))
  var isRecorded = false

  @Option(
    help: .say(
      "way", vi: "Nhắc bằng: letter, class, message, phone.",
      en: "Reminded by: letter, class, message, phone."))
  var way: ReminderWay?

  func write(
    _ kind: ReminderKind, _ readers: [ReminderReader], _ session: LibrarySession
  ) throws -> ExitStatus {
    let words = session.words
    let destination = try destination(session)
    if let write = write ?? (destination == nil ? nil : .letters) {
      if write == .classes, kind != .overdue {
        throw CommandFault.usage(
          words.say(
            vi: "giấy theo lớp chỉ có cho sách quá hạn",
            en: "letters of classes are for overdue copies only"))
      }
      if let destination {
        return try print(write, readers, on: destination, session)
      }
      let text = try write.text(
        readers, SlipWriter(session.desk, words), isPlain: isPlain, includesMail: includesMail)
      try target.write(text, session)
    } else {
      for reader in readers { session.answer(JSONValue(reader), words.reminderLine(reader)) }
      if readers.isEmpty, !session.isJSON {
        session.output.line(words.say(vi: "Không có ai.", en: "Nobody."))
      }
    }
    guard isRecorded, !readers.isEmpty else { return .done }
    return record(
      try session.desk.recordReminders(readers, by: way ?? write?.way ?? .letter), session)
  }

  /// The printer that was asked for; a printer named as the file is one too.
  private func destination(_ session: LibrarySession) throws -> LetterDestination? {
    let chosen = try session.desk.houseConfiguration().slipSettings.printer
    if let printer = target.printer { return LetterDestination(printer) }
    if target.isPrinted {
      guard let destination = LetterDestination(chosen) else {
        throw CommandFault.machine(session.words.slipDeliveryFault(.noPrinter))
      }
      return destination
    }
    guard case .network? = SlipPrinter(target.output) else { return nil }
    return LetterDestination(target.output, slipPrinter: chosen)
  }

  /// Prints letters, and notes the reminders only once the printer has taken all of them.
  private func print(
    _ paper: ReminderPaper, _ readers: [ReminderReader], on destination: LetterDestination,
    _ session: LibrarySession
  ) throws -> ExitStatus {
    let words = session.words
    var settings = try session.desk.houseConfiguration().slipSettings
    var letters: [String] = []
    switch destination {
    case .roll(let printer):
      if paper == .messages { throw CommandFault.usage(words.listIsNoLetter(printer)) }
      settings.printer = printer
      let writer = try SlipWriter(session.desk, words, lettersOnRoll: true)
      letters = try paper.letters(readers, writer, isPlain: isPlain)
    case .printingSystem(let printer):
      settings.printer = printer
      let writer = try SlipWriter(session.desk, words)
      letters = [
        try paper.text(readers, writer, isPlain: isPlain, includesMail: includesMail)
      ]
    case .file: break
    }
    if !readers.isEmpty, let fault = SlipDelivery.send(letters, settings) {
      throw CommandFault.machine(words.slipDeliveryFault(fault))
    }
    session.answer(
      ["outcome": "printed", "letters": .count(letters.count), "readers": .count(readers.count)],
      words.say(
        vi: "Đã in giấy cho \(readers.count) bạn đọc.",
        en: "Letters printed for \(counted(readers.count, "reader"))."))
    guard isRecorded, !readers.isEmpty else { return .done }
    return record(try session.desk.recordReminders(readers, by: way ?? paper.way), session)
  }

  private func record(_ outcome: RemindersOutcome, _ session: LibrarySession) -> ExitStatus {
    switch outcome {
    case .recorded(let ops, let together):
      // Standard output may hold the letters themselves.
      if write == nil || target.isElsewhere {
        session.answer(
          outcome.json,
          [
            session.words.say(
              vi: "Đã ghi nhận nhắc \(ops.count) bạn đọc.",
              en: "\(counted(ops.count, "reminder")) noted."),
            session.words.undoAll([together].compactMap(\.self)),
          ].compactMap(\.self).joined(separator: "\n"))
      }
      return .done
    case .refused(let reasons):
      session.output.answer(reasons, isJSON: session.isJSON, session.words)
      return .refused
    }
  }
}

extension RemindersOutcome {
  var json: JSONValue {
    switch self {
    case .recorded(let ops, let together):
      ["outcome": "recorded", "ops": .list(ops.map { .op($0) }), "op": .op(together)]
    case .refused(let reasons): .refused(reasons)
    }
  }
}

extension JSONValue {
  fileprivate init(_ demand: LossDemand) {
    self = [
      "price": .money(demand.price), "percent": .count(demand.percent),
      "charge": .money(demand.charge), "fee": .money(demand.fee), "open": .money(demand.open),
      "charged": .bool(demand.isCharged),
    ]
  }

  init(_ reader: ReminderReader) {
    self = [
      "kind": .text(reader.kind.rawValue), "patron": JSONValue(reader.patron),
      "group": .text(reader.group), "phone": .optional(reader.phone),
      "phoneOf": .text(reader.phoneHolder == .reader ? "reader" : "guardian"),
      "guardian": .optional(reader.phoneHolder.name),
      "email": .optional(reader.email), "address": .optional(reader.address),
      "level": .count(reader.level), "due": .bool(reader.isDue), "charge": .money(reader.charge),
      "copies": .list(
        reader.matters.map { matter in
          [
            "item": JSONValue(matter.item), "day": .day(matter.due.day),
            "dueAt": .optional(matter.due.time?.text), "daysLate": .count(matter.daysLate),
            "minutesLate": .count(matter.minutesLate), "charge": .money(matter.charge),
            "sent": .count(matter.sent), "level": .count(matter.level),
            "demand": matter.demand.map { JSONValue($0) } ?? .null,
          ]
        }),
    ]
  }
}
