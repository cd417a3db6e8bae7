import GRDB
public import LibraryCore

/// Which patrons a batch is about.
public enum PatronGroup: Equatable, Sendable {
  case category(String)
  case schoolClass(SchoolClass)
}

extension Desk {
  /// Renews a card for the months that the rules give the patron's category.
  public func renewMembership(_ card: String) throws -> SaveOutcome {
    try act { transaction in
      guard let number = CardNumber(card), let patron = try transaction.facts.patron(number)?.patron
      else { return .unknown(card) }
      let reasons = transaction.missing(.editPatron)
      guard reasons.isEmpty else { return .refused(reasons) }
      let end = transaction.facts.renewedExpiry(of: patron)
      guard end != patron.expiresOn else { return .unchanged(id: patron.id) }
      let op = try transaction.append(
        .patronSaved([PatronField.expiresOn.set(end?.iso)]), on: patron.id)
      return .saved(id: patron.id, op: op)
    }
  }

  /// Renews the cards of a whole category or class as one batch; `dryRun` only says what would become of whom.
  ///
  /// Who is left out is told with the reasons; a day that is not after today is refused.
  public func renewMemberships(
    of group: PatronGroup, _ renewal: MembershipRenewal = MembershipRenewal(),
    dryRun: Bool = false
  ) throws -> PatronBatchOutcome {
    if let until = renewal.until, until <= today {
      return .refused([.invalidValue(field: "until", typed: until.iso)])
    }
    return try changePatrons(dryRun: dryRun, source: group.source) { facts in
      var steps = PatronSteps()
      for hit in try facts.patrons(in: group) {
        switch renewal.decide(try facts.renewalFacts(hit), on: facts.today) {
        case .renew(let end):
          steps.taken.append(
            PatronStep(
              PatronChange(
                patron: PatronLine(hit.patron), loans: hit.loans, owed: hit.owed,
                fromExpiry: hit.patron.expiresOn, toExpiry: end),
              [PatronField.expiresOn.set(end?.iso)]))
        case .leaveOut(let obstacles):
          steps.leftOut.append(
            PatronLeftOut(patron: PatronLine(hit.patron), obstacles: obstacles))
        }
      }
      return steps
    }
  }

  /// Whose cards end within so many days from today, the soonest first.
  public func expiringPatrons(within days: Int = Membership.noticeDays, limit: Int = 1000) throws
    -> [PatronHit]
  {
    try consider { facts in
      try Row.fetchAll(
        facts.db.cachedStatement(
          sql: """
            SELECT \(DeskFacts.patronColumns) FROM patron
            WHERE expires_on IS NOT NULL AND status <> 'removed' AND expires_on BETWEEN ? AND ?
            ORDER BY expires_on, name_key LIMIT ?
            """),
        arguments: [facts.today.iso, facts.today.adding(days: days).iso, limit]
      ).compactMap(PatronSearch.hit)
    }
  }

  /// The classes of the school, in their order, with how many are in each.
  public func schoolClasses() throws -> [ClassCount] {
    try consider { try $0.schoolClasses() }
  }

  /// Everybody in a class, by given name.
  public func patrons(in schoolClass: SchoolClass) throws -> [PatronHit] {
    try consider { try $0.patrons(in: .schoolClass(schoolClass)) }
  }

  /// Moves classes up at the end of a school year as one batch: each patron gets the new class and school year, and whoever leaves is in
  /// no class and has a card that ends today.
  ///
  /// All classes are read before any is written, so that 10A1 may become 11A1 while 11A1 becomes 12A1. Who is in that school year
  /// already moves to no higher grade, so that doing it twice moves nobody twice; a class that stays is told.
  public func promoteClasses(_ moves: [ClassMove], to year: SchoolYear, dryRun: Bool = false) throws
    -> PatronBatchOutcome
  {
    let source = moves.map(\.text).joined(separator: ", ") + "; " + year.text
    return try changePatrons(dryRun: dryRun, source: source) { facts in
      var steps = PatronSteps()
      for move in moves {
        let inYear = move.staysInGrade ? [] : try facts.patrons(of: move.from, in: year)
        if !inYear.isEmpty {
          steps.inYearAlready.append(ClassCount(name: move.from, patrons: inYear.count))
        }
        for hit in try facts.patrons(in: .schoolClass(move.from))
        where !inYear.contains(hit.patron.id) {
          steps.taken.append(PatronStep(hit, move, year, today: facts.today))
        }
      }
      steps.keptClasses = try facts.schoolClasses().filter { count in
        !moves.contains { $0.from == count.name }
      }
      return steps
    }
  }

  private func changePatrons(
    dryRun: Bool, source: String, _ steps: (DeskFacts) throws -> PatronSteps
  ) throws -> PatronBatchOutcome {
    if dryRun {
      return try consider { facts in
        let reasons: [Refusal] = facts.staff.may(.editPatron) ? [] : [.noPermission(.editPatron)]
        guard reasons.isEmpty else { return .refused(reasons) }
        return .changed(try steps(facts).batch())
      }
    }
    return try act { transaction in
      let reasons = transaction.missing(.editPatron)
      guard reasons.isEmpty else { return .refused(reasons) }
      let steps = try steps(transaction.facts)
      guard !steps.taken.isEmpty else { return .changed(steps.batch()) }
      let batch = transaction.journal.newEntity()
      try transaction.append(.batchOpened(kind: Batch.patrons, source: source), on: batch)
      for step in steps.taken {
        try transaction.append(
          .patronSaved(step.fields + [PatronField.batch.set("\(batch.rawValue)")]),
          on: step.change.patron.id)
      }
      let op = try transaction.append(
        .batchClosed(BatchCounts(records: steps.taken.count)), on: batch)
      return .changed(steps.batch(batch, op))
    }
  }
}

/// What a batch does, and whom it leaves out.
private struct PatronSteps {
  var taken: [PatronStep] = []
  var leftOut: [PatronLeftOut] = []
  var keptClasses: [ClassCount] = []
  var inYearAlready: [ClassCount] = []

  func batch(_ batch: EntityID? = nil, _ op: OpID? = nil) -> PatronBatch {
    var told = PatronBatch(batch: batch, op: op, changes: taken.map(\.change), leftOut: leftOut)
    (told.keptClasses, told.inYearAlready) = (keptClasses, inYearAlready)
    return told
  }
}

/// What a batch does to one patron: as it is told, and as it is written.
private struct PatronStep {
  var change: PatronChange
  var fields: [FieldChange]

  init(_ change: PatronChange, _ fields: [FieldChange]) {
    self.change = change
    self.fields = fields
  }

  init(_ hit: PatronHit, _ move: ClassMove, _ year: SchoolYear, today: CalendarDay) {
    change = PatronChange(
      patron: PatronLine(hit.patron), loans: hit.loans, owed: hit.owed,
      fromClass: move.from.name, fromExpiry: hit.patron.expiresOn,
      toExpiry: hit.patron.expiresOn)
    switch move.to {
    case .moves(let to):
      change.toClass = to.name
      fields = [PatronField.className.set(to.name), PatronField.schoolYear.set(year.text)]
    case .leaves:
      change.leaves = true
      fields = [PatronField.className.set(nil), PatronField.schoolYear.set(nil)]
      if hit.patron.expiresOn.map({ $0 > today }) ?? true {
        change.toExpiry = today
        fields.append(PatronField.expiresOn.set(today.iso))
      }
    }
  }
}

extension PatronGroup {
  fileprivate var source: String {
    switch self {
    case .category(let code): code
    case .schoolClass(let name): name.name
    }
  }
}

extension ClassMove {
  /// Whether the class only gets another name, as when classes are made anew within a year.
  fileprivate var staysInGrade: Bool {
    if case .moves(let to) = to { to.grade == from.grade } else { false }
  }

  /// As the journal shows it: `10A1 → 11A1`, or `12A1 →` for leaving.
  fileprivate var text: String {
    switch to {
    case .moves(let to): "\(from.name) → \(to.name)"
    case .leaves: "\(from.name) →"
    }
  }
}

extension DeskFacts {
  fileprivate func renewedExpiry(of patron: Patron) -> CalendarDay? {
    Membership.renewed(patron.expiresOn, months: membershipMonths(of: patron), today: today)
  }

  private func membershipMonths(of patron: Patron) -> Int {
    membershipTerm(ofCategory: patron.category).rule.value
  }

  fileprivate func renewalFacts(_ hit: PatronHit) throws -> MembershipRenewal.Facts {
    let patron = hit.patron
    return MembershipRenewal.Facts(
      expiresOn: patron.expiresOn, owed: hit.owed,
      restrictions: try remarksToday(of: patron.id).filter { $0.kind == .restriction }.map(\.text),
      isBlocked: patron.status == .blocked, blockReason: patron.blockReason,
      months: membershipMonths(of: patron))
  }

  fileprivate func schoolClasses() throws -> [ClassCount] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT class_name, count(*) FROM patron
          WHERE class_name IS NOT NULL AND status <> 'removed' GROUP BY class_name
          """)
    ).compactMap { row in
      SchoolClass(row[0]).map { ClassCount(name: $0, patrons: row[1]) }
    }.sorted { ($0.name.grade ?? 0, $0.name.name) < ($1.name.grade ?? 0, $1.name.name) }
  }

  /// Those of a class who are in a school year already.
  fileprivate func patrons(of schoolClass: SchoolClass, in year: SchoolYear) throws -> Set<EntityID>
  {
    Set(
      try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id FROM patron WHERE class_name = ? AND class_name IS NOT NULL
              AND school_year = ? AND status <> 'removed'
            """),
        arguments: [schoolClass.name, year.text]
      ).map { EntityID(rawValue: $0) })
  }

  fileprivate func patrons(in group: PatronGroup) throws -> [PatronHit] {
    let (condition, value) =
      switch group {
      case .category(let code): ("category = ?", code)
      case .schoolClass(let name): ("class_name = ? AND class_name IS NOT NULL", name.name)
      }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.patronColumns) FROM patron
          WHERE \(condition) AND status <> 'removed' ORDER BY name_key, id
          """),
      arguments: [value]
    ).compactMap(PatronSearch.hit)
  }
}
