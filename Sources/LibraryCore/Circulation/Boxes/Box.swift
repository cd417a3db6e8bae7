/// A box of copies lent as one to a reading room, a school or another institution (một đợt luân chuyển), as its register keeps it.
///
/// The register of boxes asks for place, copies, list, day out, day back, who took it over and the uses reported from there.
public struct Box: Equatable, Sendable {
  public var id: EntityID
  /// The institution.
  public var patron: PatronLine
  /// Who took the box over in person.
  public var receiver: String?
  public var sentAt: Moment
  public var copies: Int
  /// Copies that are not back.
  public var out: Int
  /// When the last copy came back; of a box that is still out, the last so far.
  public var returnedAt: Moment?
  /// Uses that the institution reported, of single copies and of the box as a whole.
  public var uses: Int

  public init(
    id: EntityID, patron: PatronLine, receiver: String? = nil, sentAt: Moment, copies: Int,
    out: Int, returnedAt: Moment? = nil, uses: Int = 0
  ) {
    self.id = id
    self.patron = patron
    self.receiver = receiver
    self.sentAt = sentAt
    self.copies = copies
    self.out = out
    self.returnedAt = returnedAt
    self.uses = uses
  }

  public var isBack: Bool { out == 0 }
}

/// One copy of a box.
public struct BoxCopy: Equatable, Sendable {
  public var item: ItemLine
  public var due: Due
  /// When it came back; nil while it is out.
  public var returnedAt: Moment?
  /// Uses reported of this copy.
  public var uses: Int

  public init(item: ItemLine, due: Due, returnedAt: Moment? = nil, uses: Int = 0) {
    self.item = item
    self.due = due
    self.returnedAt = returnedAt
    self.uses = uses
  }
}

/// A box sent: to whom, who took it over, and which loans that ran already lie in it.
///
/// Loans made with the box name it themselves.
public struct BoxSent: Equatable, Sendable {
  public var patron: EntityID
  public var receiver: String?
  public var loans: [OpID]
  /// When it was sent, if not at the op's own moment (`--at`).
  public var sentAt: Int64?

  public init(
    patron: EntityID, receiver: String? = nil, loans: [OpID] = [], sentAt: Int64? = nil
  ) {
    self.patron = patron
    self.receiver = receiver
    self.loans = loans
    self.sentAt = sentAt
  }

  func write(to writer: inout BodyWriter) {
    writer.integer(1, patron.rawValue)
    writer.text(2, receiver)
    for loan in loans { writer.integer(3, loan.rawValue) }
    writer.integer(4, sentAt)
  }

  init?(_ reader: BodyReader) {
    guard let patron = reader.entity(1) else { return nil }
    self.init(
      patron: patron, receiver: reader.text(2),
      loans: reader.integers(3).map { OpID(rawValue: $0) }, sentAt: reader.integer(4))
  }
}

/// A box that was just sent, and the op that says so.
public struct SentBox: Equatable, Sendable {
  public var id: EntityID
  public var op: OpID

  public init(id: EntityID, op: OpID) {
    self.id = id
    self.op = op
  }
}

/// The answer to taking many copies back at once: each copy by itself, and how the boxes stand that they came from.
public struct ReturnAllOutcome: Equatable, Sendable {
  /// In the order in which the copies were given.
  public var outcomes: [ReturnOutcome]
  public var boxes: [Box]

  public init(_ outcomes: [ReturnOutcome], boxes: [Box]) {
    self.outcomes = outcomes
    self.boxes = boxes
  }

  /// What was written, for taking all of it back.
  public var ops: [OpID] { outcomes.compactMap(\.op) }
}

extension ReturnOutcome {
  /// The op that was written, if one was.
  public var op: OpID? {
    switch self {
    case .returned(let returned): returned.op
    case .notOnLoan(_, _, _, let op): op
    case .refused, .unknownItem: nil
    }
  }
}
