import GRDB
public import LibraryCore
import Synchronization

/// What the house decides, read once and again only when some process changed it.
public struct HouseConfiguration: Sendable {
  public var version: Int64
  public var settings: [String: String]
  public var rules: LoanRules
  public var calendar: OpeningCalendar
  public var staff: [StaffAccount]
  public var terms: [Term]

  /// One entry of the lists a library keeps.
  public struct Term: Equatable, Sendable {
    public var id: EntityID
    public var kind: TermKind
    public var code: String
    public var name: String
  }

  /// The library's own code, an ISIL where it has one (TCVN 11645).
  public var libraryCode: String { settings[HouseSetting.libraryCode] ?? "" }

  public var deweyEdition: String {
    settings[HouseSetting.deweyEdition] ?? HouseSetting.usualDeweyEdition
  }
  public var libraryName: String { settings[HouseSetting.libraryName] ?? "" }

  /// The drawer that receipts are numbered in where no shift is open.
  public var drawer: String { settings[HouseSetting.drawer] ?? DrawerCode.usual }

  /// The order in which titles and authors are listed.
  public var filingOrder: FilingOrder { FilingOrder(setting: settings[HouseSetting.filingOrder]) }

  /// What would apply otherwise if the matrix had these rows too, or these alone, for every category and item type of the
  /// library's lists; rows of other days and libraries are compared within those.
  public func comparison(
    setting rows: [RuleTable.Row], replacing: Bool = false, on day: CalendarDay
  ) -> RuleComparison {
    let changed = (replacing ? LoanRules() : rules).setting(rows)
    let removed = rules.changes(setting: rows, replacing: replacing).removed.map {
      RuleTable.Row(scope: $0.scope, period: $0.period, values: $0.values)
    }
    return RuleComparison(
      from: rules, to: changed, for: rows + removed, library: libraryCode,
      categories: codes(.patronCategory), itemTypes: codes(.itemType), today: day)
  }

  /// The codes that a list knows; of libraries also the own one.
  public func codes(_ kind: TermKind) -> [String] {
    let codes = choices(kind).map(\.code)
    return kind == .library && !codes.contains(libraryCode) ? [libraryCode] + codes : codes
  }

  /// Whether a copy scanned as a return without being on loan counts as read on the spot; it does unless the house says no.
  public var countsReturnsAsUse: Bool { settings[HouseSetting.countReturns] != "no" }

  /// Whether staff is told at a checkout that the reader had the title before; they are unless the house says no.
  public var tellsBorrowedBefore: Bool { settings[HouseSetting.borrowedBefore] != "no" }

  /// Whether staff with the right to know is told who had a copy before; only where the house says yes, since what somebody read
  /// is nobody else's business (Law 91/2025 on personal data).
  public var tellsPreviousBorrower: Bool { settings[HouseSetting.previousBorrower] == "yes" }

  public func terms(_ kind: TermKind) -> [Term] { terms.filter { $0.kind == kind } }

  /// What may be chosen of a list, as codes with names: the house's own, or the built-in one where it has none.
  public func choices(_ kind: TermKind) -> [(code: String, name: String)] {
    let own = terms(kind).map { (code: $0.code, name: $0.name) }
    return own.isEmpty ? HouseDefaults.terms(kind).map { ($0.code, $0.name) } : own
  }

  /// The name people use for a code of a list; the code itself where the list lacks it.
  public func name(_ kind: TermKind, _ code: String) -> String { names(kind)[code] ?? code }

  /// The names people use for the codes of a list; among libraries also that of the own one, which no list need have.
  public func names(_ kind: TermKind) -> [String: String] {
    var names = Dictionary(
      choices(kind).map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    if kind == .library, names[libraryCode] == nil, !libraryName.isEmpty {
      names[libraryCode] = libraryName
    }
    return names
  }

  public func hasTerm(_ kind: TermKind, _ code: String) -> Bool {
    choices(kind).contains { $0.code == code }
  }
}

/// The names of settings that the program itself reads.
public enum HouseSetting {
  public static let libraryCode = "library.code"
  public static let libraryName = "library.name"
  /// Open weekdays as digits, Monday = 1 … Sunday = 7.
  public static let openWeekdays = "calendar.weekdays"
  /// The sessions of the days of the week, as `OpeningHours` encodes them.
  public static let openingHours = "calendar.hours"
  /// The code of the drawer that money goes to where no shift is open, a `DrawerCode`.
  public static let drawer = "money.drawer"
  public static let barcodePrefix = "items.barcodePrefix"
  public static let cardPrefix = "patrons.cardPrefix"
  /// The order of the drawers, a `FilingOrder`.
  public static let filingOrder = "catalogue.order"
  /// Which keywords are taken without a warning, a `KeywordPolicy`.
  public static let keywords = "catalogue.keywords"
  /// The edition of Dewey's tables that class marks are taken from, for `$2` of 082.
  public static let deweyEdition = "catalogue.deweyEdition"
  /// The edition in Vietnamese that the National Library works with.
  public static let usualDeweyEdition = "23"
  /// `no` where copies scanned as returns without a loan are not counted as read on the spot.
  public static let countReturns = "circulation.countReturns"
  /// The moment at which somebody said that the machine's clock, far from the last action, is right.
  public static let clockConfirmed = "clock.confirmed"
  /// `no` where a checkout does not say that the reader had the title before.
  public static let borrowedBefore = "circulation.borrowedBefore"
  /// `yes` where returns and copies say who had them before, to staff with the right to know.
  public static let previousBorrower = "circulation.previousBorrower"
  public static let language = "screen.language"
  /// The key map of the screens, by its name.
  public static let keyMap = "screen.keys"
  /// The theme of the screens, by its name.
  public static let theme = "screen.theme"
  /// The font on Linux consoles, and with which letters screens are written: words of the screens' own.
  public static let consoleFont = "screen.consoleFont"
  public static let letters = "screen.letters"

  /// Where self-check machines are listened for, and how they want it: a `SelfCheckPlan` in words.
  public static let selfCheck = "selfCheck"
  /// Where slips are printed, with which letters and on which paper, and whether a visit's slip comes by itself.
  public static let slipPrinter = "slips.printer"
  public static let slipLetters = "slips.letters"
  public static let slipPaper = "slips.paper"
  public static let slipAutomatic = "slips.automatic"
  /// From how many days overdue on each notice is due, `ReminderSteps`.
  public static let reminderSteps = "slips.reminders"

  /// What stands before the code of a catalogue of others that the library keeps itself: its lines, or
  /// nothing but `removed` for one of the program's own that is not wanted here.
  public static let targetPrefix = "remote.target."

  /// What stands before the name of a record pack that the library looks into; the value is its file.
  public static let packPrefix = "remote.pack."

  /// What stands before the number or title of a book that nobody had; the value says when and by whom it was asked for.
  public static let wantedPrefix = "remote.wanted."

  /// Whether a scanned book that nobody could be asked for, the line being down, waits by itself; `no` switches it off.
  public static let wantedByItself = "remote.waits"

  /// All of them but targets, packs and wanted books, in the order in which people look for them.
  public static let all = [
    libraryName, libraryCode, cardPrefix, barcodePrefix, openWeekdays, openingHours, drawer,
    filingOrder,
    keywords,
    deweyEdition, shelfMarkScheme, shelfMarkEnding,
    countReturns, borrowedBefore, previousBorrower, language,
    keyMap, theme, consoleFont, letters,
    wantedByItself, selfCheck,
    slipPrinter, slipLetters, slipPaper, slipAutomatic, reminderSteps,
  ]
}

extension FilingOrder {
  /// What the setting says, and the order of catalogues where it says nothing known.
  init(setting: String?) { self = setting.flatMap(FilingOrder.init(rawValue:)) ?? .catalogue }
}

final class ConfigurationCache: Sendable {
  private let cached = Mutex<HouseConfiguration?>(nil)

  /// The configuration as this transaction sees it.
  ///
  /// Asked for at the start of a transaction only: one that changed it and was rolled back would leave its view behind under a
  /// version number that comes again.
  func current(_ db: Database) throws -> HouseConfiguration {
    let version =
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT version FROM configuration")) ?? 0
    if let known = cached.withLock({ $0 }), known.version == version { return known }
    let fresh = try ConfigurationCache.read(db, version: version)
    cached.withLock { $0 = fresh }
    return fresh
  }

  private static func read(_ db: Database, version: Int64) throws -> HouseConfiguration {
    let settings = try Dictionary(
      Row.fetchAll(db, sql: "SELECT name, value FROM setting").map {
        ($0[0] as String, $0[1] as String)
      },
      uniquingKeysWith: { $1 })
    return HouseConfiguration(
      version: version, settings: settings, rules: try rules(db),
      calendar: try calendar(db, settings), staff: try staff(db), terms: try terms(db))
  }

  private static func rules(_ db: Database) throws -> LoanRules {
    LoanRules(
      rows: try Row.fetchAll(
        db,
        sql: """
          SELECT id, library, category, item_type, collection, from_day, to_day, parameters
          FROM rule
          WHERE removed IS NULL ORDER BY id
          """
      ).map { row in
        LoanRule(
          id: EntityID(rawValue: row[0]),
          scope: RuleScope(
            library: row[1], category: row[2], itemType: row[3], collection: row[4]),
          period: RulePeriod(
            from: (row[5] as String?).flatMap(CalendarDay.init(iso:)),
            to: (row[6] as String?).flatMap(CalendarDay.init(iso:))),
          values: LoanRule.decode(row[7]))
      })
  }

  private static func calendar(_ db: Database, _ settings: [String: String]) throws
    -> OpeningCalendar
  {
    var calendar = OpeningCalendar()
    if let digits = settings[HouseSetting.openWeekdays] {
      calendar.openWeekdays = Set(
        digits.utf8.compactMap { Weekday(rawValue: Int($0) - Int(UInt8(ascii: "1"))) })
    }
    calendar.hours =
      settings[HouseSetting.openingHours].flatMap(OpeningHours.init(encoded:)) ?? OpeningHours()
    calendar.setSeasons(
      try Row.fetchAll(
        db, sql: "SELECT id, name, period, week FROM season WHERE removed IS NULL ORDER BY id"
      ).compactMap { row in
        guard let period = SeasonPeriod(encoded: row[2]), let week = SeasonWeek(encoded: row[3])
        else { return nil }
        return OpeningSeason(
          id: EntityID(rawValue: row[0]), name: row[1], period: period, week: week)
      })
    for row in try Row.fetchAll(db, sql: "SELECT day, is_open, reason FROM opening_day") {
      calendar.exceptions[CalendarDay(number: row[0])] = OpeningCalendar.Exception(
        isOpen: row[1], reason: row[2])
    }
    return calendar
  }

  private static func staff(_ db: Database) throws -> [StaffAccount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, login, name, role, active, password IS NOT NULL FROM staff
        WHERE login IS NOT NULL ORDER BY id
        """
    ).map { row in
      StaffAccount(
        id: EntityID(rawValue: row[0]), login: row[1], name: row[2],
        role: StaffRole(rawValue: row[3]) ?? .helper, isActive: row[4] == "yes", hasPassword: row[5]
      )
    }
  }

  private static func terms(_ db: Database) throws -> [HouseConfiguration.Term] {
    try Row.fetchAll(
      db, sql: "SELECT id, kind, code, name FROM term WHERE removed IS NULL ORDER BY kind, id"
    ).compactMap { row in
      TermKind(rawValue: row[1]).map {
        HouseConfiguration.Term(
          id: EntityID(rawValue: row[0]), kind: $0, code: row[2], name: row[3])
      }
    }
  }
}
