import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import RemoteCatalogues
import Workstation

/// Asking the catalogues of other libraries.
struct RemoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remote",
    abstract: .say(
      vi: "Hỏi mục lục của các thư viện khác.", en: "Ask the catalogues of other libraries."),
    subcommands: [Search.self, RemoteQueueCommand.self])

  struct Search: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "search",
      abstract: .say(
        vi: "Tìm biểu ghi ở nơi khác; in ra khi có, ghi ra tệp hoặc nhập.",
        en: "Find records elsewhere; print them as they come, save or import them."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("isbn", vi: "ISBN, 10 hoặc 13 số.", en: "An ISBN of 10 or 13 digits."))
    var isbn: String?

    @Option(help: .say("words", vi: "Từ trong nhan đề.", en: "Words of the title."))
    var title: String?

    @Option(help: .say("words", vi: "Tên tác giả.", en: "The author."))
    var author: String?

    @Option(help: .say("words", vi: "Từ ở bất cứ đâu.", en: "Words anywhere."))
    var words: String?

    @Option(
      help: .say(
        "code", vi: "Mục lục để hỏi; không có thì hỏi mọi mục lục đang bật.",
        en: "A catalogue to ask; all that are on without one."))
    var target: [String] = []

    @Option(
      help: .say("file", vi: "Ghi mọi biểu ghi ra tệp.", en: "Write all records to a file."))
    var save: String?

    @Option(
      help: .say(
        "format", vi: RecordFormat.choices(), en: RecordFormat.choices()))
    var format: RecordFormat = .iso2709

    @Option(
      name: .customLong("import"),
      help: .say(
        "n", vi: "Nhập biểu ghi số n vào mục lục.", en: "Take record n into the catalogue."))
    var taken: Int?

    @Flag(
      help: .say(
        vi: "Không ai có thì để dành, hỏi lại sau (theo ISBN hay nhan đề).",
        en: "Keep it, to be asked for again, where nobody has it (by ISBN or title)."))
    var keep = false

    func run(in session: LibrarySession) throws -> ExitStatus {
      let query = try query(session.words)
      let wanted = keep ? try question(session.words) : nil
      guard let targets = try session.targets(target) else { return .refused }
      let found = FoundRecords(session)
      var hasFailed = false
      session.ask(query, targets) { answer in
        hasFailed = hasFailed || answer.fault != nil
        found.take(answer)
      }
      if let save { try found.write(to: save, as: format) }
      if let taken { return try found.takeIn(number: taken) }
      if let wanted, found.records.isEmpty { return try session.want(wanted) }
      return found.records.isEmpty && hasFailed ? .refused : .done
    }

    private func question(_ words: Wording) throws -> Wanted.Question {
      guard let question = Wanted.Question(isbn ?? title ?? "") else {
        throw CommandFault.usage(
          words.say(
            vi: "--keep cần --isbn hoặc --title", en: "--keep goes with --isbn or --title"))
      }
      return question
    }

    private func query(_ words: Wording) throws -> RemoteQuery {
      let number = isbn.flatMap { ISBN($0) }
      if let isbn, number == nil {
        throw CommandFault.usage(words.notAnISBN(isbn))
      }
      let query = RemoteQuery(isbn: number, title: title, author: author, words: self.words)
      guard !query.isEmpty else {
        throw CommandFault.usage(
          words.say(
            vi: "hãy cho --isbn, --title, --author hoặc --words",
            en: "give --isbn, --title, --author or --words"))
      }
      return query
    }
  }
}

/// The records of a search in the order they came, each with its number.
final class FoundRecords {
  private let session: LibrarySession
  private(set) var records: [(record: Record, source: String)] = []

  init(_ session: LibrarySession) { self.session = session }

  /// Prints an answer and keeps its records.
  func take(_ answer: RemoteAnswer) {
    session.answer(JSONValue(answer), session.words.remoteAnswer(answer))
    take(answer.records.map(\.record), from: answer.target.name)
    session.output.flush()
  }

  /// Prints records and keeps them.
  func take(_ found: [Record], from source: String) {
    for record in found {
      records.append((record, source))
      let entry = CatalogueEntry(record)
      session.answer(
        [
          "number": .count(records.count), "source": .text(source), "title": .text(entry.title),
          "author": .optional(entry.author), "publisher": .optional(entry.publisher),
          "year": .optional(entry.year), "marc": .raw(Array(record.json.utf8)),
        ], "  \(records.count). \(session.words.brief(entry))")
    }
  }

  func write(to path: String, as format: RecordFormat) throws {
    var writer = RecordWriter(format)
    var bytes: [UInt8] = []
    let file = try OutputFile(path)
    writer.begin(&bytes)
    for found in records { _ = writer.append(found.record, to: &bytes) }
    writer.finish(&bytes)
    try file.write(&bytes)
    try file.close()
  }

  func takeIn(number: Int) throws -> ExitStatus {
    guard records.indices.contains(number - 1) else {
      return session.answer(.unknown(String(number)), .record, done: "")
    }
    let (record, source) = records[number - 1]
    let outcome = try session.desk.takeIn(record, from: source)
    return session.answer(
      outcome, .record,
      done: session.words.say(
        vi: "Đã nhập biểu ghi \(outcome.entity?.description ?? "")",
        en: "Took in record \(outcome.entity?.description ?? "")"))
  }
}

extension SaveOutcome {
  /// What was saved, or was the same already.
  var entity: EntityID? {
    switch self {
    case .saved(let id, _), .unchanged(let id): id
    case .refused, .unknown: nil
    }
  }
}
