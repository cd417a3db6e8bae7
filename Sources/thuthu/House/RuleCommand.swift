import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The matrix of loan rules.
struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: .say(vi: "Quy định mượn.", en: "The loan rules."),
    subcommands: [
      List.self, RuleEffectiveCommand.self, Set.self, Remove.self, RuleExportCommand.self,
      RuleImportCommand.self, RuleReapplyCommand.self,
    ])

  /// Whom a row speaks for.
  struct Scope: ParsableArguments {
    @Option(
      name: .customLong("for-library"),
      help: .say("code", vi: "Mã thư viện.", en: "The library's code."))
    var branch: String?

    @Option(help: .say("code", vi: "Đối tượng bạn đọc.", en: "The patron category."))
    var category: String?

    @Option(
      name: .customLong("item-type"),
      help: .say("code", vi: "Loại tài liệu.", en: "The item type."))
    var itemType: String?

    @Option(help: .say("code", vi: "Kho.", en: "The collection, a shelving location."))
    var collection: String?

    var scope: RuleScope {
      RuleScope(
        library: branch, category: category, itemType: itemType, collection: collection)
    }
  }

  /// The days on which a row is in force.
  struct Period: ParsableArguments {
    @Option(help: .say("day", vi: "Áp dụng từ ngày này.", en: "In force from this day on."))
    var from: CalendarDay?

    @Option(help: .say("day", vi: "Áp dụng đến hết ngày này.", en: "In force until this day."))
    var to: CalendarDay?

    var period: RulePeriod { RulePeriod(from: from, to: to) }
  }

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(
        vi: "Các dòng quy định và giá trị mặc định.", en: "The rows, and the built-in values."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      let rows = try session.desk.houseConfiguration().rules.rows
      if session.isJSON {
        for row in rows { session.output.line(JSONValue(row)) }
        return .done
      }
      let words = session.words
      for row in rows {
        session.output.line(words.ruleRow(row))
        let pairs = RuleParameter.allCases.compactMap { parameter in
          row.values[parameter].map {
            ("  " + words.ruleParameter(parameter), words.ruleValue(parameter, $0))
          }
        }
        for line in words.labelled(pairs) { session.output.line(line) }
      }
      session.output.line(words.ruleRow(nil))
      let builtIn = RuleParameter.allCases.map {
        (
          "  \(words.ruleParameter($0)) (\($0.rawValue))",
          $0.text(of: $0.builtIn) + $0.choices.map { "  [\($0)]" }.joined()
        )
      }
      for line in words.labelled(builtIn) { session.output.line(line) }
      return .done
    }
  }

  struct Set: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: .say(
        vi: "Đặt giá trị cho một dòng: loanDays=14 loansMaximum=5 …",
        en: "Give a row its values: loanDays=14 loansMaximum=5 …"))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var scope: Scope
    @OptionGroup var period: Period

    @Flag(
      help: .say(
        vi: "Chỉ cho xem giá trị nào sẽ khác đi, cho từng đối tượng và loại tài liệu.",
        en: "Only show which values would be others, for each category and item type."))
    var dryRun = false

    @Flag(
      help: .say(
        vi: "Dòng chỉ còn các giá trị nêu ở đây; giá trị khác do dòng khác quyết định.",
        en: "The row keeps these values alone; the others are for other rows to decide."))
    var replace = false

    @Argument(
      help: .say(
        "parameter=value", vi: "Các giá trị; những gì không nêu thì dòng này giữ nguyên.",
        en: "The values; the row keeps what is not named."))
    var values: [String]

    func validate() throws { _ = try settings }

    /// The values as they were typed, read.
    private var settings: [RuleSetting] {
      get throws { try values.map { try RuleSetting($0) } }
    }

    func run(in session: LibrarySession) throws -> ExitStatus {
      let values = Dictionary(
        try settings.map { ($0.parameter, $0.value) }, uniquingKeysWith: { $1 })
      if dryRun {
        let house = try session.desk.houseConfiguration()
        let row = RuleTable.Row(
          scope: scope.scope, period: period.period,
          values: replace
            ? values : house.rules.values(scope.scope, period.period, changing: values))
        let reasons = row.refusals(known: house.codes)
        guard reasons.isEmpty else { return session.answer(.refused(reasons), .rule, done: "") }
        session.tell(
          house.comparison(setting: [row], replacing: false, on: session.desk.now.day))
        return .done
      }
      let outcome = try session.desk.setRule(
        scope.scope, period.period, values: values, keepingOthers: !replace)
      return session.answer(
        outcome, .rule,
        done: session.words.say(
          vi: "Đã ghi quy định: \(session.words.ruleScope(scope.scope))",
          en: "Saved the rule: \(session.words.ruleScope(scope.scope))"))
    }
  }

  struct Remove: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: .say(vi: "Bỏ một dòng.", en: "Remove a row."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("rule", vi: "Số của dòng.", en: "The row's number."))
    var rule: EntityID

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.removeRule(rule), .rule,
        done: session.words.say(vi: "Đã bỏ dòng \(rule)", en: "Removed row \(rule)"))
    }
  }
}

/// One value of a row as it is typed: `loanDays=14`.
struct RuleSetting {
  var parameter: RuleParameter
  var value: Int

  /// Reads one; what is wrong is said with what would be right.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let words = Speech.words
    guard parts.count == 2, let parameter = RuleParameter(rawValue: String(parts[0])) else {
      let names = RuleParameter.allCases.map(\.rawValue).joined(separator: " ")
      throw ValidationError(
        words.say(
          vi: "«\(argument)» không phải giá trị của quy định; viết tên=giá trị, các tên: \(names)",
          en: "“\(argument)” is no value of a rule; write name=value, the names are: \(names)"))
    }
    guard let value = parameter.value(of: parts[1]) else {
      throw ValidationError(words.badRuleValue(parameter, String(parts[1])))
    }
    (self.parameter, self.value) = (parameter, value)
  }
}
