import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// What applies to one combination on one day, and which row decided.
struct RuleEffectiveCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "effective",
    abstract: .say(
      vi: "Giá trị áp dụng cho một trường hợp, và do dòng nào.",
      en: "What applies to one combination, and which row decided."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var scope: RuleCommand.Scope

  @Option(
    help: .say("day", vi: "Vào ngày này; mặc định hôm nay.", en: "On this day; by default today."))
  var on: CalendarDay?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let house = try session.desk.houseConfiguration()
    var scope = scope.scope
    scope.library = scope.library ?? house.libraryCode
    let day = on ?? session.desk.now.day
    tell(scope.unknownCodes(known: house.codes), session)
    let values = RuleParameter.allCases.map { house.rules.value($0, for: scope, on: day) }
    if session.isJSON {
      for value in values { session.output.line(JSONValue(value)) }
      return .done
    }
    let words = session.words
    let pairs = values.map { value in
      (
        words.ruleParameter(value.parameter),
        "\(words.ruleValue(value.parameter, value.value))  ← \(words.ruleRow(value.decidedBy))"
      )
    }
    for line in words.labelled(pairs) { session.output.line(line) }
    return .done
  }

  /// Codes that no list has get what rows for everything say.
  private func tell(_ unknown: [Refusal], _ session: LibrarySession) {
    guard !unknown.isEmpty else { return }
    session.answer(
      ["notices": .list(unknown.map { JSONValue($0) })], unknown.map(session.words.refusal))
  }
}

/// Writes the matrix as a table for a spreadsheet.
struct RuleExportCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: .say(
      vi: "Ghi bảng quy định ra tệp CSV.", en: "Write the matrix as a CSV file."))

  @OptionGroup var global: GlobalOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: .say(
      "file", vi: "Tệp ra; mặc định là đầu ra chuẩn.",
      en: "The file to write; by default standard output."))
  var target = "-"

  func run(in session: LibrarySession) throws -> ExitStatus {
    let table = RuleTable(try session.desk.houseConfiguration().rules)
    var bytes = Array(table.text.utf8)
    let file = try OutputFile(target)
    try file.write(&bytes)
    try file.close()
    if target != "-" {
      session.answer(
        ["outcome": "exported", "rules": .count(table.rows.count), "file": .text(target)],
        session.words.say(
          vi: "Đã ghi \(table.rows.count) dòng quy định ra \(target)",
          en: "Wrote \(counted(table.rows.count, "rule")) to \(target)"))
    }
    return .done
  }
}

/// Reads a matrix from a table; a table with a fault changes nothing.
struct RuleImportCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: .say(
      vi: "Đọc bảng quy định từ tệp CSV; có lỗi thì không đổi gì.",
      en: "Read the matrix from a CSV file; with a fault nothing changes."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say("file", vi: "Tệp CSV; - là đầu vào chuẩn.", en: "The CSV file; - is standard input.")
  )
  var file: String

  @Flag(
    help: .say(
      vi: "Bỏ mọi dòng quy định không có trong tệp.",
      en: "Remove every row that the file does not have."))
  var replace = false

  @Flag(
    help: .say(
      vi: "Chỉ cho xem giá trị nào sẽ khác đi.", en: "Only show which values would be others."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let words = session.words
    let codes = try session.desk.houseConfiguration().codes
    switch RuleTable.read(try InputFile.contents(of: file), known: codes) {
    case .failure(let faults):
      for fault in faults.all {
        session.answer(
          JSONValue(fault, words.ruleTableFault(fault)), "\(file): \(words.ruleTableFault(fault))")
      }
      return .badInput
    case .success(let table):
      if dryRun { return try preview(table, session) }
      let name = file == "-" ? "" : String(file.split(separator: "/").last ?? "")
      return tell(
        try session.desk.setRules(table, replacing: replace, source: name), table, session)
    }
  }

  /// What the table would do to the rows, and to the values in force.
  private func preview(_ table: RuleTable, _ session: LibrarySession) throws -> ExitStatus {
    switch try session.desk.previewRules(table, replacing: replace) {
    case .faulty(let faults): return tell(.faulty(faults), table, session)
    case .previewed(let changes, let comparison):
      session.answer(
        JSONValue(changes).with("outcome", "previewed"),
        changes.isEmpty ? session.words.noRuleChanges : session.words.ruleChanges(changes))
      if !changes.isEmpty { session.tell(comparison) }
      return .done
    }
  }

  private func tell(_ outcome: RulesOutcome, _ table: RuleTable, _ session: LibrarySession)
    -> ExitStatus
  {
    let words = session.words
    switch outcome {
    case .saved(let changes, _, _):
      session.answer(
        outcome.json(of: table),
        words.say(vi: "Đã ghi quy định: ", en: "Saved the rules: ") + words.ruleChanges(changes))
      return .done
    case .unchanged:
      session.answer(outcome.json(of: table), words.noRuleChanges)
      return .done
    case .faulty(let faults):
      for fault in faults {
        session.answer(
          fault.json(of: table),
          "\(file): " + words.ruleRowFault(line: table.lines[fault.row], fault.reasons))
      }
      return .badInput
    case .refused(let reasons):
      session.output.answer(reasons, isJSON: session.isJSON, words)
      return .refused
    }
  }
}

/// What a table of rules would do to the matrix.
enum RulesPreview {
  case previewed(RuleChanges, RuleComparison)
  case faulty([RulesOutcome.Fault])
}

extension Desk {
  /// What the table would do to the rows, and to the values in force; nothing is written.
  func previewRules(_ table: RuleTable, replacing: Bool) throws -> RulesPreview {
    let house = try houseConfiguration()
    let rows = house.rules.rows(of: table, replacing: replacing)
    let faults = house.faults(in: rows)
    guard faults.isEmpty else { return .faulty(faults) }
    return .previewed(
      house.rules.changes(setting: rows, replacing: replacing),
      house.comparison(setting: rows, replacing: replacing, on: now.day))
  }
}

extension RulesOutcome {
  /// The outcome as one object; the faults of rows are among it.
  func json(of table: RuleTable) -> JSONValue {
    switch self {
    case .saved(let changes, let batch, let op):
      let named: JSONValue = ["outcome": "saved", "batch": .entity(batch), "op": .op(op)]
      return named.adding(JSONValue(changes))
    case .unchanged(let changes): return JSONValue(changes).with("outcome", "unchanged")
    case .faulty(let faults):
      return ["outcome": "faulty", "faults": .list(faults.map { $0.json(of: table) })]
    case .refused(let reasons): return .refused(reasons)
    }
  }
}

extension RulesOutcome.Fault {
  /// A row that cannot be taken, by the line of the table where it stands.
  func json(of table: RuleTable) -> JSONValue {
    [
      "outcome": "fault", "line": .count(table.lines[row]),
      "reasons": .list(reasons.map { JSONValue($0) }),
    ]
  }
}

extension JSONValue {
  /// A fault of a table with its line and column; what the matrix refuses has its reason beside the words.
  init(_ fault: RuleTable.Fault, _ message: String) {
    let place: JSONValue = [
      "message": .text(message), "line": fault.line.map { .count($0) } ?? .null,
      "column": .optional(fault.column),
    ]
    self =
      if case .refused(_, _, let reason) = fault {
        place.adding(["outcome": "fault", "reasons": .list([JSONValue(reason)])])
      } else {
        place.with("outcome", "error")
      }
  }

  /// A value that would be another.
  init(_ line: RuleComparison.Line) {
    self = [
      "library": .optional(line.scope.library), "on": .day(line.on),
      "category": .optional(line.scope.category), "itemType": .optional(line.scope.itemType),
      "collection": .optional(line.scope.collection), "before": JSONValue(line.before),
      "after": JSONValue(line.after),
    ]
  }

  init(_ changes: RuleChanges) {
    self = [
      "added": .count(changes.added.count), "changed": .count(changes.changed.count),
      "removed": .count(changes.removed.count), "unchanged": .count(changes.unchanged),
    ]
  }
}

extension LibrarySession {
  /// Shows what would apply otherwise.
  func tell(_ comparison: RuleComparison) {
    if isJSON {
      for line in comparison.lines { output.line(JSONValue(line)) }
    } else {
      for line in words.ruleComparison(comparison) { output.line(line) }
    }
  }
}

extension RuleParameter {
  /// The words a value may be, parted by bars; none where it is a number or a date.
  var choices: [String] {
    if case .word(let words) = form { [words.joined(separator: "|")] } else { [] }
  }
}
