import GRDB
public import LibraryCore

extension Desk {
  /// Takes the copy under `item` back, whoever had it.
  ///
  /// A copy from the drop box counts as returned when the house last closed; a lost or missing one that turns up is available
  /// again, whether it was on loan or not. Damage that is seen goes into the books with it, charge and all, and sets the copy
  /// aside. `uses` are those that an institution reports of the copy it had. A dry run decides and answers, and writes nothing.
  public func takeBack(
    _ item: String, dropBox: Bool = false, damage: Damage? = nil, uses: Int? = nil,
    readBy audience: Audience = .adult, dryRun: Bool = false
  ) throws -> ReturnOutcome {
    let request = ReturnRequest(dropBox: dropBox, damage: damage, uses: uses, readBy: audience)
    if dryRun { return try consider { try $0.takeBack(item, request) { _ in nil } } }
    return try act { try $0.takeBack(item, request) }
  }
}

extension Desk {
  /// Who has the copy under `item`, or had it last, and so would pay for damage; nil where nobody ever had it.
  public func lastReader(of item: String) throws -> PatronLine? {
    try consider { facts in
      guard let copy = try Barcode(item).flatMap({ try facts.item($0) }) else { return nil }
      return try facts.lastPatron(of: copy).flatMap { try facts.patronLine($0.patron) }
    }
  }
}

/// How a copy comes back beside what the rules say.
struct ReturnRequest {
  var dropBox = false
  var damage: Damage?
  /// The uses an institution reports of the copy, and by whom.
  var uses: Int?
  var readBy = Audience.adult
}

/// A return that is decided and not yet written.
struct DecidedReturn {
  /// Nil where nothing changes but the damage.
  var body: OpBody?
  var item: ItemFacts
  var lost: DeskFacts.LostLoan?
}

extension DeskTransaction {
  mutating func takeBack(_ item: String, _ request: ReturnRequest) throws -> ReturnOutcome {
    try facts.takeBack(item, request) { try append($0, request) }
  }

  /// Writes what became of a copy that is back, and closes the books on it where it had been lost.
  private mutating func append(_ back: DecidedReturn, _ request: ReturnRequest) throws -> OpID? {
    let item = back.item
    var op: OpID?
    if let body = back.body {
      // A reading on the spot is counted for the house, as any other tally.
      let isTally = if case .tallied = body { true } else { false }
      op = try append(body, on: isTally ? Desk.house : item.item.id)
    }
    if let lost = back.lost, let op { try settleFound(lost, item, cause: op) }
    if let op, case .loanClosed(let closed)? = back.body {
      try count(request, of: item, closed.loan, cause: op)
    }
    if let damage = request.damage {
      var now = item.item
      if now.status.isFoundAgain { now.status = .available }
      let damaged = try append(damage, to: now, facts.lastPatron(of: item), cause: op)
      op = op ?? damaged
    }
    return op
  }

  /// Counts the uses that were reported of a copy with its return.
  private mutating func count(
    _ request: ReturnRequest, of item: ItemFacts, _ loan: OpID, cause: OpID
  ) throws {
    guard let uses = request.uses, uses > 0, let box = try facts.box(of: loan) else { return }
    var tally = try facts.use(of: item.item)
    (tally.kind, tally.count, tally.audience) = (.outside, uses, request.readBy)
    (tally.box, tally.cause) = (box, cause)
    try append(.tallied(tally), on: box)
  }
}

extension DeskFacts {
  /// The shared course of a return; `write` appends the op, or does nothing in a dry run.
  func takeBack(
    _ itemText: String, _ request: ReturnRequest, write: (DecidedReturn) throws -> OpID?
  ) throws -> ReturnOutcome {
    guard let barcode = Barcode(itemText), let item = try item(barcode) else {
      return .unknownItem(itemText)
    }
    let line = ItemLine(item)
    let returnedAt =
      request.dropBox
      ? configuration.calendar.dropBoxMoment(now: now, lentAt: item.loan?.lentAt) : now
    var facts = ReturnFacts(
      item: item, assessment: try item.loan.map { try assess($0, of: item, at: Due(returnedAt)) },
      returnedAt: returnedAt, staff: staff, isBackdated: actingAt != nil,
      library: configuration.libraryCode, next: try holdCandidate(for: item))
    facts.momentRefusals = momentRefusals
    facts.damage = request.damage
    facts.uses = request.uses
    facts.renewedAt = try item.loan.flatMap { try renewedAt($0, of: item.item.id) }
    if request.uses != nil, let loan = item.loan {
      facts.isBackFromBox = try box(of: loan.id) != nil
    }
    facts.previous = try previousBorrower(of: item.item.id)
    if request.damage != nil {
      facts.item.setAside = try item.setAside.map { try placed($0) }
      facts.lastReader = try lastPatron(of: item).flatMap { try patronLine($0.patron) }
    }
    let lost = item.item.status == .lost ? try lostLoan(of: item.item.id) : nil
    facts.foundCredit =
      try lost.map { try foundCredits($0, of: item).reduce(.zero) { $0 + $1.amount } } ?? .zero
    if let loan = item.loan { facts.depositFree = try depositFree(after: loan) }
    if item.loan == nil {
      facts.countsUse = configuration.countsReturnsAsUse
      facts.wasReturnedToday = try wasReturnedToday(item.item.id)
    }
    switch facts.decide() {
    case .refuse(let reasons): return .refused(reasons, item: line)
    case .nothing:
      return .notOnLoan(
        line, errand: facts.errand, notices: facts.notices,
        op: request.damage == nil ? nil : try write(DecidedReturn(item: item)))
    case .countUse:
      return .notOnLoan(
        line, errand: facts.errand, notices: facts.notices,
        op: try write(DecidedReturn(body: .tallied(use(of: item.item)), item: item, lost: lost)))
    case .take(let effects):
      return .notOnLoan(
        line, errand: facts.errand, notices: facts.notices,
        op: try write(
          DecidedReturn(
            body: effects.body(sentBefore: item.item.sentTo), item: item, lost: lost)))
    case .close(let loan, let assessment, let effects):
      let closed = LoanClosed(
        loan: loan.id,
        returnedAt: request.dropBox || actingAt != nil ? returnedAt.milliseconds : nil,
        lateDays: assessment.lateDays, charge: assessment.charge,
        foundFrom: effects.foundFrom,
        suspendedUntil: assessment.suspendedUntil, trap: effects.trap,
        sentTo: effects.sentTo)
      var returned = ReturnOutcome.Returned(
        item: line, patron: PatronLine(loan), dueOn: loan.dueOn, lateDays: assessment.lateDays,
        charge: assessment.charge, suspendedUntil: assessment.suspendedUntil,
        errand: facts.errand, notices: facts.notices,
        op: try write(DecidedReturn(body: .loanClosed(closed), item: item, lost: lost)))
      (returned.dueAt, returned.lateHours) = (loan.dueAt, assessment.lateHours)
      returned.returnedAt = closed.returnedAt == nil ? nil : returnedAt
      return .returned(returned)
    }
  }

  /// What of the patron's deposit no other open loan asks for; nothing where `loan` asked for none.
  private func depositFree(after loan: OpenLoan) throws -> Money {
    guard let own = loan.terms?.deposit, own > .zero, let patron = try patron(loan.patron) else {
      return .zero
    }
    return max(.zero, patron.held - (patron.depositDue - own))
  }

  /// Whether a loan of the copy ended today, so that the copy lies here for that.
  private func wasReturnedToday(_ item: EntityID) throws -> Bool {
    let last = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT returned_at FROM loan WHERE item = ? ORDER BY id DESC LIMIT 1"),
      arguments: [item.rawValue])
    return last.map {
      Moment(milliseconds: $0, offsetMinutes: now.offsetMinutes).day == today
    } ?? false
  }

  /// One reading of the copy, on the spot, in the subject group of its class.
  func use(of item: Item) throws -> Tally {
    let mark = try String.fetchOne(
      db.cachedStatement(sql: "SELECT class_mark FROM record WHERE id = ?"),
      arguments: [item.record.rawValue])
    return Tally(
      .onSite, group: DeskFacts.group(ofClass: mark), day: actingAt == nil ? nil : today,
      item: item.id)
  }

  /// What `loan` comes to if the copy is back at `back`, by the terms it was made on; one from before loans kept them goes by
  /// what the rules say now.
  func assess(_ loan: OpenLoan, of item: ItemFacts, at back: Due) throws -> ReturnAssessment {
    let counted = loan.claim.map { min(Due($0.on, at: .startOfDay), back) } ?? back
    return ReturnAssessment(
      dueOn: loan.dueOn, dueAt: loan.dueAt, returnedOn: counted.day, returnedAt: counted.time,
      calendar: configuration.calendar,
      terms: try loan.terms ?? termsNow(for: loan, of: item), price: item.item.price)
  }

  func termsNow(for loan: OpenLoan, of item: ItemFacts) throws -> LoanTerms {
    LoanTerms(
      configuration.rules, for: try scope(of: loan, item), on: today, price: item.item.price)
  }

  /// What the rules of a running loan are asked for.
  func scope(of loan: OpenLoan, _ item: ItemFacts) throws -> RuleScope {
    let category = try String.fetchOne(
      db.cachedStatement(sql: "SELECT category FROM patron WHERE id = ?"),
      arguments: [loan.patron.rawValue])
    return RuleScope(
      library: configuration.libraryCode, category: category ?? Patron.defaultCategory,
      itemType: item.item.type, collection: item.item.location)
  }
}

extension PatronLine {
  init(_ loan: OpenLoan) { self.init(id: loan.patron, card: loan.card, name: loan.patronName) }
}

extension ReturnEffects {
  /// The op of a copy that nobody had on loan.
  ///
  /// `sentBefore` is the library it was under way to, for nobody.
  fileprivate func body(sentBefore: String?) -> OpBody {
    if let trap {
      return .copySetAside(CopySetAside(trap, foundFrom: foundFrom, sentBefore: sentBefore))
    }
    if sentTo == nil, !arrives {
      return .itemSaved([ItemField.status.set(ItemStatus.available.rawValue)])
    }
    return .copySent(
      CopySent(
        to: sentTo, status: foundFrom == nil ? nil : .available, foundFrom: foundFrom))
  }
}
