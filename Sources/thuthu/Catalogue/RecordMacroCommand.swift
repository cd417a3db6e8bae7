import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// The macros of the editor, for scripts.
struct RecordMacroCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "macro",
    abstract: .say(
      vi: "Macro biên mục: xem, và chạy trên nhiều biểu ghi.",
      en: "Macros of the editor: shown, and run in many records."),
    subcommands: [
      RecordMacroListCommand.self, RecordMacroShowCommand.self, RecordMacroRunCommand.self,
    ])
}

/// Lists the macros that this person may run here.
struct RecordMacroListCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say(vi: "Liệt kê các macro.", en: "List the macros."))

  @OptionGroup var global: GlobalOptions

  func run(in session: LibrarySession) throws -> ExitStatus {
    for macro in MacroBook(.here).all {
      session.answer(
        ["name": .text(macro.name), "steps": .count(macro.lines.count), "own": .bool(macro.isOwn)],
        "\(macro.name)  "
          + session.words.say(
            vi: "\(macro.lines.count) bước", en: counted(macro.lines.count, "step")))
    }
    return .done
  }
}

/// Shows the steps of one macro.
struct RecordMacroShowCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: .say(vi: "Xem các bước của một macro.", en: "Show the steps of a macro."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("name", vi: "Tên macro.", en: "The macro's name."))
  var name: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let macro = MacroBook(.here)[name] else { return session.unknownMacro(name) }
    for line in macro.lines { session.answer(["step": .text(line)], line) }
    guard case .failure(let line) = macro.steps() else { return .done }
    throw CommandFault.badInput(session.words.faultyLine(line))
  }
}

/// Runs a macro in records: each that changes is saved by an action of its own.
struct RecordMacroRunCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: .say(
      vi: "Chạy macro trên các biểu ghi; mỗi biểu ghi đổi là một việc, hoàn tác được.",
      en: "Run a macro in records; each that changes is one action, which can be undone."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("name", vi: "Tên macro.", en: "The macro's name."))
  var name: String

  @Argument(help: .say("record", vi: "Số các biểu ghi.", en: "The numbers of the records."))
  var records: [EntityID]

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ cho xem thay đổi, không ghi.", en: "Only show the changes; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let macro = MacroBook(.here)[name] else { return session.unknownMacro(name) }
    if case .failure(let line) = macro.steps() {
      throw CommandFault.badInput(session.words.faultyLine(line))
    }
    return try records.reduce(.done) { status, id in
      status.or(try run(macro, on: id, in: session))
    }
  }

  private func run(
    _ macro: MacroBook.Macro, on id: EntityID, in session: LibrarySession
  ) throws -> ExitStatus {
    guard let stored = try session.desk.record(id), stored.status == .active else {
      return session.answer(.unknown(id.description), .record, done: "")
    }
    switch macro.run(on: stored.record, SchemaTables.forCommands) {
    case .unchanged: return session.answer(.unchanged(id: id), .record, done: "")
    case .unreadable(let line): throw CommandFault.badInput(session.words.faultyLine(line))
    case .failed(let step, let line):
      session.answer(
        [
          "outcome": "notApplicable", "record": .entity(id), "step": .count(step),
          "line": .text(line),
        ], "\(id): " + session.words.macroFailed(step: step, line))
      return .refused
    case .changed(let record):
      guard dryRun else {
        return session.answer(
          try session.desk.saveRecord(record, id: id), .record,
          done: session.words.say(vi: "Đã sửa biểu ghi \(id)", en: "Changed record \(id)"))
      }
      if !session.isJSON {
        session.output.line(session.words.say(vi: "Biểu ghi \(id):", en: "Record \(id):"))
      }
      return session.tell(RecordDifference(from: stored.record, to: record))
    }
  }
}

extension LibrarySession {
  fileprivate func unknownMacro(_ name: String) -> ExitStatus {
    answer(
      .unknown("macro", name),
      words.say(vi: "Không có macro «\(name)»", en: "There is no macro “\(name)”"))
    return .refused
  }
}
