import GRDB
public import LibraryCore

extension Desk {
  /// The loan that the op `id` opened, or that the op is about, with all that was done to it; nil where there is none.
  public func loanStory(_ id: OpID) throws -> LoanStory? {
    try consider { facts in
      guard let course = try facts.loanCourse(id) else { return nil }
      var story = LoanStory(
        course.loan, of: course.patron, course.status,
        entries: try course.ops.map { op in
          var entry = try facts.logEntry(op)
          entry.loans = try facts.loansTogether(op, only: [course.loan.loan])
          return entry
        })
      story.dueSetting = course.settings.last
      return story
    }
  }

  /// How the loan that the op `id` opened, or that the op is about, came to be due when it is; nil where there is none.
  public func explainLoan(_ id: OpID) throws -> LoanExplanation? {
    try consider { facts in
      guard let course = try facts.loanCourse(id) else { return nil }
      return LoanExplanation(
        course.loan, of: course.patron, course.status, isOnSite: course.isOnSite,
        terms: course.terms, settings: course.settings,
        facts: try facts.checkoutFacts(of: course), since: try facts.changes(since: course))
    }
  }
}

/// A loan with the ops that made it what it is.
private struct LoanCourse {
  var loan: LoanLine
  var patron: PatronLine
  var status: LoanStory.Status
  var isOnSite: Bool
  var terms: LoanTerms?
  /// Those that are about it, the oldest first.
  var ops: [Op]
  var settings: [DueSetting] = []
  /// The ops on the house since that made days different.
  var ofHouse: [Op]
}

extension DeskFacts {
  fileprivate func loanCourse(_ id: OpID) throws -> LoanCourse? {
    let op = try OpReading.op(id, in: db)
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(DeskFacts.loanLineColumns) WHERE loan.id = ?"),
      arguments: [(op?.body.laterOfLoan ?? id).rawValue])
    guard let row, let patron = try patronLine(EntityID(rawValue: row[11])) else { return nil }
    let line = loanLine(row)
    var course = LoanCourse(
      loan: line, patron: patron, status: LoanStory.Status(rawValue: row[12]) ?? .void,
      isOnSite: row[15], terms: (row[16] as String?).map(LoanTerms.init(encoded:)),
      ops: try ops(onLoan: line), ofHouse: try calendarOps(since: line.loan))
    course.settings = try dueSettings(of: line, course.ops)
    return course
  }

  /// What the house decided differently since, the oldest first.
  fileprivate func changes(since course: LoanCourse) throws -> [HouseChange] {
    let days = course.ofHouse.filter { !$0.body.openingDays.isEmpty }.map {
      HouseChange(op: $0.id, days: $0.body.openingDays)
    }
    let rules = try ruleChanges(since: course.loan.loan, between: course.settings.map(\.op))
    return (days + rules).sorted { $0.op < $1.op }
  }

  /// What a checkout of the loan's copy by its patron would be decided on now; nil where one of them is gone.
  fileprivate func checkoutFacts(of course: LoanCourse) throws -> CheckoutFacts? {
    guard let barcode = Barcode(course.loan.barcode), let item = try item(barcode),
      item.item.id == course.loan.item, let patron = try patron(course.patron.id)
    else { return nil }
    return checkoutFacts(patron, item, demand: try demand(for: item.item, by: patron))
  }

  /// What was done to a loan, the oldest first; what another loan of the copy brought later is not among it.
  private func ops(onLoan loan: LoanLine) throws -> [Op] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(OpReading.columns) FROM op WHERE entity = ? AND id >= ? ORDER BY id"),
      arguments: [loan.item.rawValue, loan.loan.rawValue])
    var ops: [Op] = []
    while let row = try rows.next() {
      let op = try OpReading.op(row)
      if op.id == loan.loan || op.body.laterOfLoan == loan.loan || op.body.ends == loan.loan {
        ops.append(op)
      }
    }
    let together = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT op FROM loan_together WHERE loan = ?"),
      arguments: [loan.loan.rawValue])
    ops += try together.compactMap { try OpReading.op(OpID(rawValue: $0), in: db) }
    return ops.sorted { $0.id < $1.id }
  }

  /// What changed days of the calendar after `id`, the oldest first: few among the ops on the house itself.
  private func calendarOps(since id: OpID) throws -> [Op] {
    let kinds = [OpKind.openingDaySaved, .openingDaysSaved].map(\.rawValue)
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(OpReading.columns) FROM op WHERE entity = ? AND id > ? AND kind IN (?, ?)
          ORDER BY id
          """),
      arguments: [Desk.house.rawValue, id.rawValue] + StatementArguments(kinds.map(Int.init))
    ).map { try OpReading.op($0) }
  }

  /// All that set or moved the due date of a loan, the oldest first.
  private func dueSettings(of loan: LoanLine, _ ops: [Op]) throws -> [DueSetting] {
    var settings: [DueSetting] = []
    for op in ops {
      guard let setting = try dueSetting(op, of: loan, before: settings.last?.due) else { continue }
      settings.append(setting)
    }
    return settings
  }

  /// What `op` says of the due date of a loan that was due `before`; nil where it leaves it alone.
  private func dueSetting(_ op: Op, of loan: LoanLine, before: Due?) throws -> DueSetting? {
    var setting = DueSetting(
      op: op.id, at: op.moment, staff: login(of: op.actor), cause: .lent,
      due: before ?? loan.due, override: op.body.override)
    switch op.body {
    case .loanOpened(let opened) where op.id == loan.loan:
      setting.at = loan.lentAt
      setting.due = Due(opened.dueOn, at: opened.dueAt)
      setting.cause = opened.isDueChosen ? .chosen : .lent
    case .loanRenewed(let renewed):
      setting.at = renewed.renewedAt.map { Moment(milliseconds: $0) } ?? op.moment
      setting.due = Due(renewed.dueOn, at: renewed.dueAt)
      let former = renewed.dueBefore.map { Due($0, at: renewed.dueAtBefore) }
      setting.cause =
        op.undoes.map { .takenBack($0) } ?? .renewed(from: former ?? before ?? loan.due)
    case .renewalVoided(_, let due):
      setting.due = due
      setting.cause = .takenBack(op.undoes ?? op.id)
    case .loansRedated(let redated):
      let own = redated.loans.first { $0.loan == loan.loan }
      guard let before, let after = own?.moved(before) else { return nil }
      setting.due = after
      let closing = try redated.cause.flatMap { try OpReading.op($0, in: db) }
      if let undone = op.undoes {
        setting.cause = .takenBack(undone)
      } else if let closing {
        (setting.op, setting.cause) = (closing.id, .closed(closing.body.openingDays))
      } else {
        setting.cause = .reapplied
      }
    default: return nil
    }
    return setting
  }
}

extension OpBody {
  /// The earlier loan that a checkout ended, because the copy was in hand.
  fileprivate var ends: OpID? { if case .loanOpened(let loan) = self { loan.ends } else { nil } }
}
