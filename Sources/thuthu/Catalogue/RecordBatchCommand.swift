import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Does tasks to many records as one batch.
struct RecordBatchCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: .say(
      vi: "Sửa hàng loạt theo một danh sách việc, thành một đợt hoàn tác được.",
      en: "Edit many records by a list of tasks, as one batch that undo takes back."),
    discussion: .say(
      vi:
        "Mỗi dòng một việc: replace 260$b \"NXB\" \"Nxb\"; replace 6XX regex \"\\s+$\" \"\"; add 653 \"##\" $a \"Thiếu nhi\"; delete 9XX where $a contains \"cũ\"; move 440 490; copy 100 700; indicators 245 \"1.\" if 100.",
      en:
        "A task a line: replace 260$b \"NXB\" \"Nxb\"; replace 6XX regex \"\\s+$\" \"\"; add 653 \"##\" $a \"Juvenile\"; delete 9XX where $a contains \"old\"; move 440 490; copy 100 700; indicators 245 \"1.\" if 100."
    ))

  /// No more differences than these fill a screen.
  private static let samplesShownMaximum = 10

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "tasks", vi: "Danh sách việc: tên đã cất trong thư viện, hay một tệp; - là đầu vào chuẩn.",
      en: "The tasks: a name the library keeps, or a file; - is standard input."))
  var tasks: String

  @Option(
    help: .say(
      "words", vi: "Những biểu ghi tìm thấy bằng các từ này.", en: "Records these words find."))
  var query: String?

  @Option(
    name: .customLong("in"),
    help: .say(
      "field", vi: "any, title, author, subject, isbn hoặc callno.",
      en: "any, title, author, subject, isbn or callno."))
  var field: SearchField = .any

  @Option(
    help: .say("record", vi: "Biểu ghi này; lặp lại được.", en: "This record; may be repeated."))
  var record: [EntityID] = []

  @Flag(help: .say(vi: "Cả mục lục.", en: "The whole catalogue."))
  var all = false

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ đếm và cho xem, không ghi.", en: "Count and show; write nothing."))
  var dryRun = false

  func validate() throws {
    let ways = [query != nil, !record.isEmpty, all].count { $0 }
    guard ways == 1 else {
      throw ValidationError(
        .say(
          vi: "cần đúng một trong --query, --record, --all", en: "one of --query, --record, --all"))
    }
  }

  private var choice: RecordChoice {
    if all { return .all }
    return query.map { .found($0, in: field) } ?? .records(record)
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    let kept = try session.desk.namedText(.taskList, tasks)
    let text = try kept ?? String(decoding: InputFile.contents(of: tasks), as: UTF8.self)
    let list = try TaskList.read(text, from: tasks, session.words)
    let bar = ProgressLine(isQuiet: session.isJSON)
    defer { bar.end() }
    let progress = { (done: Int, total: Int) -> Bool in
      bar.show(
        done, of: total, session.words.say(vi: "\(done) biểu ghi", en: counted(done, "record")))
      return true
    }
    if dryRun {
      let report = try session.desk.previewBatchEdit(list, of: choice, progress: progress)
      bar.end()
      tell(report, list, session)
      return .done
    }
    switch try session.desk.batchEdit(list, name: tasks, of: choice, progress: progress) {
    case .refused(let reasons):
      bar.end()
      session.output.answer(reasons, isJSON: session.isJSON, session.words)
      return .refused
    case .edited(let report):
      bar.end()
      tell(report, list, session)
      return .done
    }
  }

  private func tell(_ report: BatchEditReport, _ list: TaskList, _ session: LibrarySession) {
    guard !session.isJSON else {
      for sample in report.samples where dryRun {
        session.output.line([
          "outcome": "wouldChange", "record": .entity(sample.record),
          "before": .raw(Array(sample.before.json.utf8)),
          "after": .raw(Array(sample.after.json.utf8)),
        ])
      }
      session.output.line([
        "outcome": dryRun ? "previewed" : "edited", "looked": .count(report.looked),
        "changed": .count(report.changed), "batch": .entity(report.batch),
        "givenUp": .list(report.givenUp.map { .entity($0) }),
        "tasks": .list(
          zip(list.tasks, report.tasks).map { task, counts in
            [
              "task": .text(task.text), "changes": .count(counts.changes),
              "records": .count(counts.records),
            ]
          }),
      ])
      return
    }
    let words = session.words
    for sample in report.samples.prefix(RecordBatchCommand.samplesShownMaximum) where dryRun {
      session.output.line("#\(sample.record) \(CatalogueEntry(sample.before).title)")
      for line in words.changes(RecordDifference(from: sample.before, to: sample.after)) {
        session.output.line("  " + line)
      }
    }
    for (task, counts) in zip(list.tasks, report.tasks) {
      session.output.line(
        "  " + words.taskCounts(task, changes: counts.changes, records: counts.records))
    }
    if !report.givenUp.isEmpty { session.output.line(words.givenUp(report.givenUp)) }
    session.output.line(words.batchEditCounts(report, isPreview: dryRun))
    if let batch = report.batch {
      session.output.line(
        words.say(
          vi: "Đợt \(batch); hoàn tác: thuthu import undo \(batch)",
          en: "Batch \(batch); to take it back: thuthu import undo \(batch)"))
    }
  }
}

/// The lists of tasks that the library keeps.
struct RecordTasksCommand: LibraryCommand {
  enum Doing: String, CaseIterable, ExpressibleByArgument {
    case list
    case show
    case save
    case remove
  }

  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: .say(
      vi: "Những danh sách việc thư viện cất: list, show TÊN, save TÊN TỆP, remove TÊN.",
      en: "The lists of tasks the library keeps: list, show NAME, save NAME FILE, remove NAME."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say("action", vi: "list, show, save hoặc remove.", en: "list, show, save or remove."))
  var doing: Doing

  @Argument(help: .say("name", vi: "Tên danh sách.", en: "The list's name."))
  var name: String?

  @Argument(
    help: .say(
      "file", vi: "Tệp để cất; - là đầu vào chuẩn.", en: "The file to keep; - is standard input."))
  var file: String?

  func validate() throws {
    let needed = doing == .list ? 0 : doing == .save ? 2 : 1
    guard [name, file].compactMap({ $0 }).count == needed else {
      throw ValidationError(
        .say(
          vi: "list; show TÊN; save TÊN TỆP; remove TÊN",
          en: "list; show NAME; save NAME FILE; remove NAME"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let name else {
      for named in try session.desk.namedTexts(.taskList) {
        session.answer(["name": .text(named.name), "text": .optional(named.text)], named.name)
      }
      return .done
    }
    switch doing {
    case .list: return .done
    case .show:
      guard let text = try session.desk.namedText(.taskList, name) else {
        return session.answer(.unknown(name), .tasks, done: "")
      }
      session.answer(["name": .text(name), "text": .text(text)], text)
      return .done
    case .save:
      let text = String(decoding: try InputFile.contents(of: file ?? "-"), as: UTF8.self)
      _ = try TaskList.read(text, from: file ?? "-", session.words)
      return session.answer(
        try session.desk.saveNamedText(NamedText(.taskList, name: name, text: text)), .tasks,
        done: session.words.say(vi: "Đã cất «\(name)»", en: "Kept “\(name)”"))
    case .remove:
      return session.answer(
        try session.desk.saveNamedText(NamedText(.taskList, name: name, text: nil)), .tasks,
        done: session.words.say(vi: "Đã bỏ «\(name)»", en: "Removed “\(name)”"))
    }
  }
}

extension Saving {
  fileprivate static let tasks = Saving(unknown: "tasks")
}

extension TaskList {
  fileprivate static func read(_ text: String, from name: String, _ words: Wording) throws
    -> TaskList
  {
    do {
      return try TaskList(parsing: text)
    } catch {
      throw CommandFault.badInput("\(name): \(words.ruleTextFault(error))")
    }
  }
}
