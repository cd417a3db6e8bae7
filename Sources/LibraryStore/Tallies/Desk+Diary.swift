import GRDB
public import LibraryCore

extension Desk {
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

/// What the diary asks of a reader.
private struct Reader {
  static let columns = "patron.id, patron.born, patron.category, patron.occupation"

  let patron: Int64
  let occupation: String?
  private let born: String?
  private let category: String

  /// Reads `columns`, which begin the row.
  init(_ row: Row) {
    (patron, born, category) = (row[0], row[1], row[2])
    occupation = Occupation.code(entered: row[3], category: row[2])
  }

  func audience(on day: CalendarDay) -> Audience {
    Audience(age: Patron.age(born: born, on: day), category: category)
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
  mutating func serve(_ reader: Reader, on day: CalendarDay) {
    guard served.insert(Visit(day: day, patron: reader.patron)).inserted else { return }
    self[day].served[reader.audience(on: day), default: 0] += 1
    self[day].servedByOccupation[reader.occupation, default: 0] += 1
  }

  var inOrder: [DiaryDay] { days.values.sorted { $0.day < $1.day } }
}

extension DeskFacts {
  func tallies(
    from first: CalendarDay, to last: CalendarDay
  ) throws -> [CalendarDay: TallyTotals] {
    var totals: [CalendarDay: TallyTotals] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT day, kind, audience, class_group, sum(count), form, sum(attendance) FROM tally
          WHERE status = 'counted' AND day BETWEEN ? AND ?
          GROUP BY day, kind, audience, class_group, form
          """),
      arguments: [first.number, last.number])
    while let row = try rows.next() {
      guard let kind = TallyKind(rawValue: row[1]), let audience = Audience(rawValue: row[2]) else {
        continue
      }
      totals[CalendarDay(number: row[0]), default: TallyTotals()].add(
        Tally(
          kind, count: row[4], audience: audience, group: row[3], form: row[5], attendance: row[6]))
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
          SELECT \(Reader.columns), loan.lent_at, loan.type, record.class_mark, loan.on_site,
            record.language, loan.box IS NOT NULL
          FROM loan JOIN patron ON patron.id = loan.patron
            JOIN item ON item.id = loan.item LEFT JOIN record ON record.id = item.record
          WHERE loan.lent_at >= ? AND loan.lent_at < ? AND loan.status <> 'void'
          """),
      arguments: span(first, last))
    while let row = try rows.next() {
      let (reader, day) = (Reader(row), self.day(row[4]))
      if row[9] {
        days[day].boxed += 1
        continue
      }
      let audience = reader.audience(on: day)
      days.serve(reader, on: day)
      let group = DeskFacts.group(ofClass: row[6])
      days[day].readByLanguage[row[8], default: 0] += 1
      if row[7] {
        days[day].tallies.add(Tally(.onSite, audience: audience, group: group))
        continue
      }
      days[day].loans[audience, default: 0] += 1
      days[day].loansByGroup[group, default: 0] += 1
      if row[5] as String == "MAGAZINE" { days[day].magazines += 1 }
    }
  }

  fileprivate func addReturns(
    from first: CalendarDay, to last: CalendarDay, _ days: inout DiaryDays
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Reader.columns), loan.returned_at
          FROM loan JOIN patron ON patron.id = loan.patron
          WHERE loan.returned_at >= ? AND loan.returned_at < ? AND loan.status = 'closed'
            AND loan.box IS NULL
          """),
      arguments: span(first, last))
    while let row = try rows.next() {
      days.serve(Reader(row), on: day(row[4]))
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

  /// The subject group of a class mark: its first digit.
  static func group(ofClass mark: String?) -> Int? {
    mark?.utf8.first.flatMap { (0x30...0x39).contains($0) ? Int($0 - 0x30) : nil }
  }
}
