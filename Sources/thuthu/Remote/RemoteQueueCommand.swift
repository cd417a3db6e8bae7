import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import RemoteCatalogues
import Workstation

/// Books that nobody had a record of, to be asked for again.
struct RemoteQueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: .say(vi: "Những sách chờ hỏi lại.", en: "Books to be asked for again."),
    subcommands: [List.self, Add.self, Remove.self, Run.self])

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: .say(vi: "Xem danh sách.", en: "Show the list."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      for book in try session.desk.wanted() {
        session.answer(
          [
            "wanted": .text(book.question.text), "askedAt": .text(book.askedAt.iso),
            "askedBy": .text(book.askedBy),
          ], "\(book.question.text)  \(session.words.moment(book.askedAt))  \(book.askedBy)")
      }
      return .done
    }
  }

  struct Add: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: .say(vi: "Để dành hỏi sau.", en: "Keep for later."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("words", vi: "ISBN hoặc nhan đề.", en: "An ISBN or a title."))
    var words: [String]

    func run(in session: LibrarySession) throws -> ExitStatus {
      try session.want(words.question(session.words))
    }
  }

  struct Remove: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: .say(vi: "Thôi chờ.", en: "Give up."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("words", vi: "ISBN hoặc nhan đề.", en: "The ISBN or title."))
    var words: [String]

    func run(in session: LibrarySession) throws -> ExitStatus {
      let question = try words.question(session.words)
      return session.answer(
        try session.desk.stopWanting(question), .wanted,
        done: session.words.say(vi: "Đã bỏ \(question.text)", en: "Removed \(question.text)"))
    }
  }

  struct Run: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: .say(
        vi: "Hỏi lại tất cả; chọn trong các câu trả lời, hay để máy lấy khi chỉ có một.",
        en: "Ask for all again; choose among the answers, or have the only one taken."))

    @OptionGroup var global: GlobalOptions

    @Option(
      help: .say(
        "code", vi: "Mục lục để hỏi; không có thì hỏi mọi mục lục đang bật.",
        en: "A catalogue to ask; all that are on without one."))
    var target: [String] = []

    @Flag(
      name: .customLong("import"),
      help: .say(
        vi: "Nhập biểu ghi khi chỉ tìm thấy đúng một.",
        en: "Take the record in where exactly one was found."))
    var takesOnlyOnes = false

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let targets = try session.targets(target) else { return .refused }
      var status = ExitStatus.done
      for book in try session.desk.wanted() {
        session.answer(["asking": .text(book.question.text)], "\(book.question.text):")
        let found = FoundRecords(session)
        session.ask(book.question.query, targets) { answer in
          if answer.fault != nil { status = .refused }
          found.take(answer)
        }
        guard takesOnlyOnes, found.records.count == 1 else { continue }
        let taken = try found.takeIn(number: 1)
        if taken == .done { _ = try session.desk.stopWanting(book.question) }
        status = status.or(taken)
      }
      return status
    }
  }
}

extension Saving {
  fileprivate static let wanted = Saving(unknown: "wanted")
}

extension LibrarySession {
  /// Keeps a book that nobody had, and says so.
  func want(_ question: Wanted.Question) throws -> ExitStatus {
    answer(
      try desk.want(question), .wanted,
      done: words.say(vi: "Đã để dành \(question.text)", en: "Kept \(question.text)"))
  }
}

extension [String] {
  fileprivate func question(_ words: Wording) throws -> Wanted.Question {
    guard let question = Wanted.Question(joined(separator: " ")) else {
      throw CommandFault.usage(
        words.say(vi: "thiếu ISBN hoặc nhan đề", en: "give an ISBN or a title"))
    }
    return question
  }
}
