import GRDB
public import LibraryCore

/// The whole desk without a screen: each verb is one method, one SQLite transaction, one op, one outcome.
///
/// A desk acts for one member of staff. Refusals come back as values; what is thrown is a `StoreFault`, something nobody at the
/// counter can mend. Verbs may be called from any thread.
public final class Desk: Sendable {
  public let file: LibraryFile
  /// The account that acts, as it was when the desk was opened; its rights are read again for each verb.
  public let staffID: EntityID
  let clock: any Clock
  /// The stated moment the verbs act at instead of the clock's; needs the permission to back-date.
  let actingAt: Moment?
  /// Whether somebody has said that a card and a copy may bear the same number.
  let sharesNumbers: Bool
  /// What was written here, and not at another desk of the same account.
  let own: OwnActions

  public convenience init(
    file: LibraryFile, staff: EntityID, clock: any Clock, actingAt: Moment? = nil,
    sharesNumbers: Bool = false
  ) {
    self.init(
      file: file, staff: staff, clock: clock, actingAt: actingAt, sharesNumbers: sharesNumbers,
      own: OwnActions())
  }

  private init(
    file: LibraryFile, staff: EntityID, clock: any Clock, actingAt: Moment?, sharesNumbers: Bool,
    own: OwnActions
  ) {
    self.own = own
    self.file = file
    self.staffID = staff
    self.clock = clock
    self.actingAt = actingAt
    self.sharesNumbers = sharesNumbers
  }

  /// The same desk for somebody who was told that a number is on the other side's labels too, and means it.
  ///
  /// A scan of such a number is asked for what it is, each time.
  public func sharingNumbers(_ isMeant: Bool = true) -> Desk {
    Desk(
      file: file, staff: staffID, clock: clock, actingAt: actingAt, sharesNumbers: isMeant,
      own: own)
  }

  /// The same desk acting at a stated moment.
  public func acting(at moment: Moment?) -> Desk {
    Desk(
      file: file, staff: staffID, clock: clock, actingAt: moment, sharesNumbers: sharesNumbers,
      own: own)
  }

  public var now: Moment { actingAt ?? clock.now() }
  public var today: CalendarDay { now.day }

  /// What the house decided: rules, calendar, staff, lists and settings.
  public func houseConfiguration() throws -> HouseConfiguration {
    try file.read { try file.configuration.current($0) }
  }

  /// Runs a verb: facts are read, the rules asked and the op written in one transaction that takes the write lock first.
  ///
  /// Nothing is decided by a clock in doubt, but where somebody is `confirmingClock`.
  func act<Outcome>(
    confirmingClock: Bool = false, _ verb: (inout DeskTransaction) throws -> Outcome
  ) throws -> Outcome {
    let (outcome, written) = try file.record { journal in
      let wall = clock.now()
      if !confirmingClock { try journal.believe(wall) }
      let configuration = try file.configuration.current(journal.db)
      var transaction = DeskTransaction(
        journal: journal, configuration: configuration,
        staff: DeskTransaction.account(staffID, in: configuration), wall: wall,
        actingAt: actingAt, sharesNumbers: sharesNumbers)
      let outcome = try verb(&transaction)
      journal = transaction.journal
      return (outcome, journal.written)
    }
    if let written { own.note(written) }
    return outcome
  }

  /// Reads facts for a verb that will not write (dry run, explain).
  func consider<Value>(_ work: (DeskFacts) throws -> Value) throws -> Value {
    try file.read { db in
      let configuration = try file.configuration.current(db)
      return try work(
        DeskFacts(
          db: db, configuration: configuration,
          staff: DeskTransaction.account(staffID, in: configuration), wall: clock.now(),
          actingAt: actingAt, sharesNumbers: sharesNumbers))
    }
  }
}

/// What a verb may read: one moment of the library, the house's decisions and who acts.
struct DeskFacts {
  let db: Database
  let configuration: HouseConfiguration
  let staff: StaffAccount
  /// The clock's moment.
  let wall: Moment
  /// The stated moment, when it is not the clock's.
  let actingAt: Moment?
  /// Whether a card and a copy may bear the same number.
  let sharesNumbers: Bool

  var now: Moment { actingAt ?? wall }
  var today: CalendarDay { now.day }
  /// What stands against the stated moment, whatever is done at it.
  var momentRefusals: [Refusal] { StatedMoment.refusals(of: actingAt, by: wall) }
}

/// A verb at work: its facts, and the journal it writes to.
struct DeskTransaction {
  var journal: JournalWriter
  let configuration: HouseConfiguration
  let staff: StaffAccount
  /// The clock's moment, which the op carries as its wall time.
  let wall: Moment
  let actingAt: Moment?
  var sharesNumbers = false

  var db: Database { journal.db }

  var facts: DeskFacts {
    DeskFacts(
      db: db, configuration: configuration, staff: staff, wall: wall, actingAt: actingAt,
      sharesNumbers: sharesNumbers)
  }

  /// Writes the verb's op as done by the acting staff.
  @discardableResult
  mutating func append(_ body: OpBody, on entity: EntityID, undoing: OpID? = nil) throws -> OpID {
    try journal.append(body, on: entity, by: staff.id, at: wall, undoing: undoing)
  }

  /// Writes a version of a record whose entry was worked out before.
  mutating func append(_ saved: RecordSaved, _ entry: CatalogueEntry?, on id: EntityID) throws {
    try journal.append(.recordSaved(saved), on: id, by: staff.id, at: wall, entry: entry)
  }

  static func account(_ id: EntityID, in configuration: HouseConfiguration) -> StaffAccount {
    configuration.staff.first { $0.id == id }
      ?? StaffAccount(id: id, login: "", name: "", role: .helper, isActive: false)
  }
}
