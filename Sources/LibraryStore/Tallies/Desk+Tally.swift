import GRDB
public import LibraryCore

extension Desk {
  /// Counts something by hand, at the day of the desk's clock unless the tally names another.
  ///
  /// Another day than today needs the permission to back-date.
  public func tally(_ tally: Tally) throws -> SaveOutcome {
    try act { transaction in
      var reasons = transaction.missing(.tally)
      let today = transaction.facts.today
      if let day = tally.day, day != today, !transaction.staff.may(.backdate) {
        reasons.append(.noPermission(.backdate))
      }
      reasons += tally.refusals
      guard reasons.isEmpty else { return .refused(reasons) }
      var tally = tally
      if tally.day == nil, transaction.actingAt != nil { tally.day = today }
      return .saved(
        id: Desk.house, op: try transaction.append(.tallied(tally), on: Desk.house))
    }
  }

  /// What the acting staff counted last today and has not taken back.
  public func lastTally() throws -> (op: OpID, tally: Tally)? {
    try consider { facts in
      try Row.fetchOne(
        facts.db.cachedStatement(
          sql: """
            SELECT tally.id, tally.kind, count, audience, class_group FROM tally
            JOIN op ON op.id = tally.id
            WHERE tally.status = 'counted' AND tally.day = ? AND op.actor = ?
            ORDER BY tally.id DESC LIMIT 1
            """),
        arguments: [facts.today.number, facts.staff.id.rawValue]
      ).flatMap { row in
        guard let kind = TallyKind(rawValue: row[1]), let audience = Audience(rawValue: row[3])
        else { return nil }
        return (
          OpID(rawValue: row[0]), Tally(kind, count: row[2], audience: audience, group: row[4])
        )
      }
    }
  }

  /// What was counted by hand on `day`.
  public func tallies(on day: CalendarDay) throws -> TallyTotals {
    try consider { try $0.tallies(from: day, to: day)[day] ?? TallyTotals() }
  }

  /// The diary of the days from `first` to `last`, both included, with a line for each day on which anything happened.
  public func diary(from first: CalendarDay, to last: CalendarDay) throws -> [DiaryDay] {
    try consider { facts in
      var days = DiaryDays()
      for (day, totals) in try facts.tallies(from: first, to: last) {
        days[day].tallies = totals
      }
      try facts.addNewCards(from: first, to: last, &days)
      try facts.addLoans(from: first, to: last, &days)
      try facts.addReturns(from: first, to: last, &days)
      return days.inOrder
    }
  }
}

/// Days under work, with the patrons already counted on each.
private struct DiaryDays {
  private var days: [CalendarDay: DiaryDay] = [:]
  private var served: Set<Visit> = []

  private struct Visit: Hashable {
    var day: CalendarDay
    var patron: Int64
  }

  subscript(day: CalendarDay) -> DiaryDay {
    get { days[day] ?? DiaryDay(day: day) }
    set { days[day] = newValue }
  }

  /// Counts the patron once a day.
  mutating func serve(_ patron: Int64, _ audience: Audience, on day: CalendarDay) {
    guard served.insert(Visit(day: day, patron: patron)).inserted else { return }
    self[day].served[audience, default: 0] += 1
  }

  var inOrder: [DiaryDay] { days.values.sorted { $0.day < $1.day } }
}

extension DeskFacts {
  fileprivate func tallies(
    from first: CalendarDay, to last: CalendarDay
  ) throws -> [CalendarDay: TallyTotals] {
    var totals: [CalendarDay: TallyTotals] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT day, kind, audience, class_group, sum(count) FROM tally
          WHERE status = 'counted' AND day BETWEEN ? AND ? GROUP BY day, kind, audience, class_group
          """),
      arguments: [first.number, last.number])
    while let row = try rows.next() {
      guard let kind = TallyKind(rawValue: row[1]), let audience = Audience(rawValue: row[2]) else {
        continue
      }
      totals[CalendarDay(number: row[0]), default: TallyTotals()].add(
        Tally(kind, count: row[4], audience: audience, group: row[3]))
    }
    return totals
  }

  fileprivate func addNewCards(
    from first: CalendarDay, to last: CalendarDay, _ days: inout DiaryDays
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT enrolled_on, count(*) FROM patron
          WHERE enrolled_on BETWEEN ? AND ? AND status <> 'removed' GROUP BY enrolled_on
          """),
      arguments: [first.iso, last.iso])
    while let row = try rows.next() {
      guard let day = CalendarDay(iso: row[0]) else { continue }
      days[day].newCards = row[1]
    }
  }

  fileprivate func addLoans(
    from first: CalendarDay, to last: CalendarDay, _ days: inout DiaryDays
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT loan.lent_at, loan.patron, patron.born, patron.category, loan.type,
            record.class_mark, loan.on_site
          FROM loan JOIN patron ON patron.id = loan.patron
            JOIN item ON item.id = loan.item LEFT JOIN record ON record.id = item.record
          WHERE loan.lent_at >= ? AND loan.lent_at < ? AND loan.status <> 'void'
          """),
      arguments: span(first, last))
    while let row = try rows.next() {
      let day = self.day(row[0])
      let audience = self.audience(born: row[2], category: row[3], on: day)
      days.serve(row[1], audience, on: day)
      let group = DeskFacts.group(ofClass: row[5])
      if row[6] {
        days[day].tallies.add(Tally(.onSite, audience: audience, group: group))
        continue
      }
      days[day].loans[audience, default: 0] += 1
      days[day].loansByGroup[group, default: 0] += 1
      if row[4] as String == "MAGAZINE" { days[day].magazines += 1 }
    }
  }

  fileprivate func addReturns(
    from first: CalendarDay, to last: CalendarDay, _ days: inout DiaryDays
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT loan.returned_at, loan.patron, patron.born, patron.category
          FROM loan JOIN patron ON patron.id = loan.patron
          WHERE loan.returned_at >= ? AND loan.returned_at < ? AND loan.status = 'closed'
          """),
      arguments: span(first, last))
    while let row = try rows.next() {
      let day = self.day(row[0])
      days.serve(row[1], audience(born: row[2], category: row[3], on: day), on: day)
    }
  }

  private func span(_ first: CalendarDay, _ last: CalendarDay) -> StatementArguments {
    let bounds = [first, last.adding(days: 1)].map {
      Moment(startOf: $0, offsetMinutes: now.offsetMinutes).milliseconds
    }
    return StatementArguments(bounds)
  }

  private func day(_ milliseconds: Int64) -> CalendarDay {
    Moment(milliseconds: milliseconds, offsetMinutes: now.offsetMinutes).day
  }

  private func audience(born: String?, category: String, on day: CalendarDay) -> Audience {
    Audience(age: Patron.age(born: born, on: day), category: category)
  }

  /// The subject group of a class mark: its first digit.
  static func group(ofClass mark: String?) -> Int? {
    mark?.utf8.first.flatMap { (0x30...0x39).contains($0) ? Int($0 - 0x30) : nil }
  }
}
