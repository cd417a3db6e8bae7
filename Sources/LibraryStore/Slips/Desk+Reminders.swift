import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// The most loans or holds that one look for readers to remind goes through.
  public static let remindersMaximum = 20_000

  /// Readers with copies overdue by at least `days`, or due for a notice of the house; by group, then by name.
  ///
  /// A letter names every overdue copy of its reader, also those that alone would not be worth one. With `days` 0 those are
  /// overdue too whose due time passed today.
  public func overdueReaders(days: Int? = nil, onlyDue: Bool = false) throws -> [ReminderReader] {
    try consider { facts in
      let readers = try facts.readers(
        .overdue, through: facts.today, "(loan.due_on < :today OR loan.due_at < :minute)",
        steps: facts.configuration.reminderSteps)
      return readers.filter { reader in
        let isWorthOne = reader.matters.contains { matter in
          days.map { matter.daysLate >= $0 } ?? (matter.level > 0)
        }
        return isWorthOne && (!onlyDue || reader.isDue)
      }
    }
  }

  /// Readers with copies due today or within `days` days that are not overdue yet.
  public func dueSoonReaders(days: Int, onlyDue: Bool = false) throws -> [ReminderReader] {
    try consider { facts in
      try facts.readers(
        .dueSoon, through: facts.today.adding(days: max(0, days)),
        """
        loan.due_on >= :today
          AND (loan.due_on > :today OR loan.due_at IS NULL OR loan.due_at >= :minute)
        """
      ).filter { !onlyDue || $0.isDue }
    }
  }

  /// Readers for whom a copy lies on the hold shelf.
  public func holdReadyReaders(onlyDue: Bool = false) throws -> [ReminderReader] {
    try consider { try $0.holdReaders().filter { !onlyDue || $0.isDue } }
  }

  /// Writes down that these readers were reminded, as one action that brings one for each: taken back, all go together, and each of
  /// them may go alone.
  public func recordReminders(
    _ readers: [ReminderReader], by way: ReminderWay
  ) throws -> RemindersOutcome {
    try act { transaction in
      let reasons = transaction.missing(.editPatron)
      guard reasons.isEmpty else { return .refused(reasons) }
      let reminded = readers.filter { !$0.matters.isEmpty }
      guard let kind = reminded.first?.kind else { return .recorded([], together: nil) }
      let noted = RemindersNoted(kind, by: way, readers: reminded.count)
      let together =
        reminded.count > 1 ? try transaction.append(.remindersNoted(noted), on: Desk.house) : nil
      let ops = try reminded.map { reader in
        let sent = reader.sent(by: way, at: transaction.actingAt?.milliseconds)
        return try transaction.append(
          OpBody.reminderSent(sent).caused(by: together), on: reader.patron.id)
      }
      return .recorded(ops, together: together ?? ops.first)
    }
  }
}

extension DeskFacts {
  /// Readers with open loans that are due by `last`; copies they claim to have brought back are not asked for.
  ///
  /// Only what was sent for the due date that stands counts: a loan that was renewed begins with its first notice again.
  fileprivate func readers(
    _ kind: ReminderKind, through last: CalendarDay, _ condition: String,
    steps: ReminderSteps? = nil
  ) throws -> [ReminderReader] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT loan.id, loan.item, loan.patron,
            (SELECT max(level) FROM reminder WHERE matter = loan.id AND kind = :kind
              AND sent_at >= :midnight + (loan.due_on - :last) * 86400000)
          FROM loan INDEXED BY loan_due
          WHERE loan.status = 'open' AND loan.due_on <= :last AND loan.claim IS NULL
            AND \(condition)
          ORDER BY loan.due_on, loan.due_at IS NULL, loan.due_at LIMIT :limit
          """),
      arguments: [
        "kind": kind.rawValue, "last": last.number, "today": today.number,
        "midnight": Moment(startOf: today, offsetMinutes: now.offsetMinutes).milliseconds,
        "minute": TimeOfDay(now).minutes, "limit": Desk.remindersMaximum,
      ])
    return try grouped(rows, kind) { row in
      guard let item = try itemFacts(EntityID(rawValue: row[1])), let loan = item.loan else {
        return nil
      }
      var matter = ReminderMatter(
        number: row[0], item: ItemLine(item), due: loan.due, lateAt: now, sent: row[3] ?? 0)
      if let steps {
        matter.level = steps.level(
          daysLate: matter.daysLate, isOfHours: try isOfHours(loan, of: item))
        matter.charge = try assess(loan, of: item, at: Due(now)).charge
      }
      return matter
    }
  }

  /// Whether the rules count the loan in hours; one of days may end at a time of day too.
  private func isOfHours(_ loan: OpenLoan, of item: ItemFacts) throws -> Bool {
    guard loan.dueAt != nil else { return false }
    let scope = try scope(of: loan, item)
    return configuration.rules.value(.loanHours, for: scope, on: loan.lentAt.day).value > 0
  }

  fileprivate func holdReaders() throws -> [ReminderReader] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT hold.id, hold.copy, hold.patron, hold.shelf_until,
            (SELECT max(level) FROM reminder WHERE matter = hold.id AND kind = 'hold-ready')
          FROM hold WHERE hold.status = 'shelf' AND hold.shelf_until >= ?
          ORDER BY hold.shelf_until, hold.id LIMIT ?
          """),
      arguments: [today.number, Desk.remindersMaximum])
    return try grouped(rows, .holdReady) { row in
      guard let item = try itemLine(EntityID(rawValue: row[1])), let until = row[3] as Int? else {
        return nil
      }
      return ReminderMatter(
        number: row[0], item: item, due: Due(CalendarDay(number: until)), sent: row[4] ?? 0)
    }
  }

  /// One line for each reader, whose number stands third in the rows; by group, then by name.
  func grouped(
    _ rows: [Row], _ kind: ReminderKind, _ matter: (Row) throws -> ReminderMatter?
  ) throws -> [ReminderReader] {
    var readers: [Int64: ReminderReader] = [:]
    for row in rows {
      guard let matter = try matter(row) else { continue }
      let id: Int64 = row[2]
      if readers[id] == nil { readers[id] = try reader(EntityID(rawValue: id), kind) }
      readers[id]?.matters.append(matter)
    }
    return readers.values
      .map { reader in
        let key =
          SortKey.catalogue(reader.group) + [0] + SortKey.givenName(reader.patron.name) + [0]
          + Array(reader.patron.card.text.utf8)
        return (key: key, reader: reader)
      }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.reader)
  }

  private func reader(_ id: EntityID, _ kind: ReminderKind) throws -> ReminderReader? {
    try patron(id).map(\.patron).map { patron in
      let category = configuration.terms(.patronCategory).first { $0.code == patron.category }
      let schoolClass = try String.fetchOne(
        db.cachedStatement(sql: "SELECT class_name FROM patron WHERE id = ?"),
        arguments: [id.rawValue])
      let phone = try phone(of: patron)
      return ReminderReader(
        kind, patron: PatronLine(patron),
        group: schoolClass ?? category?.name ?? patron.category,
        phone: phone?.number, phoneHolder: phone?.holder ?? .reader, email: patron.email,
        address: patron.address)
    }
  }

  private func itemFacts(_ id: EntityID) throws -> ItemFacts? {
    try itemLine(id).flatMap { try item($0.barcode) }
  }
}

extension Fold {
  static func reminderSent(_ sent: ReminderSent, _ op: Op, _ db: Database) throws {
    for matter in sent.matters {
      try db.cachedStatement(
        sql: """
          INSERT OR IGNORE INTO reminder (op, matter, patron, kind, way, level, sent_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        op.id.rawValue, matter.number, op.entity.rawValue, sent.kind.rawValue, sent.way.rawValue,
        matter.level, sent.sentAt ?? op.writtenAt,
      ])
    }
  }

  static func reminderVoided(_ reminder: OpID, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM reminder WHERE op = ?", arguments: [reminder.rawValue])
  }
}
