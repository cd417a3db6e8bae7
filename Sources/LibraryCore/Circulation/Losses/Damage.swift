import VietnameseText

/// Damage that was seen when a copy came back, and what its reader pays for it.
public struct Damage: Equatable, Sendable {
  public var note: String
  public var charge: Money

  public init(_ note: String, charge: Money = .zero) {
    self.note = note.nfc.trimmed
    self.charge = charge
  }

  /// What stands against recording it; `mayCharge` says whether anybody ever had the copy.
  public func refusals(by staff: StaffAccount, mayCharge: Bool) -> [Refusal] {
    var reasons: [Refusal] = []
    if !staff.may(.markLost) { reasons.append(.noPermission(.markLost)) }
    if note.isEmpty { reasons.append(.reasonMissing) }
    if charge < .zero { reasons.append(.amountNotPositive) }
    if charge > AccountEntry.maximum {
      reasons.append(.amountTooLarge(maximum: AccountEntry.maximum))
    }
    guard charge > .zero else { return reasons }
    if !mayCharge { reasons.append(.nobodyToCharge) }
    if !staff.may(.charge) { reasons.append(.noPermission(.charge)) }
    return reasons
  }
}

/// Who pays for damage to a copy: the reader who has it, or had it last.
public struct DamageParty: Equatable, Sendable {
  public var patron: PatronLine
  public var loan: OpID
  public var lentOn: CalendarDay
  /// Nil while the reader still has it.
  public var returnedOn: CalendarDay?

  public init(patron: PatronLine, loan: OpID, lentOn: CalendarDay, returnedOn: CalendarDay?) {
    self.patron = patron
    self.loan = loan
    self.lentOn = lentOn
    self.returnedOn = returnedOn
  }
}

/// The answer to a report of damage.
public struct DamageReport: Equatable, Sendable {
  public var outcome: SaveOutcome
  /// Who was charged; nil where nothing was.
  public var charged: DamageParty?
  /// The reader the copy was kept for, who waits again.
  public var waitsAgain: SetAside?

  public init(
    _ outcome: SaveOutcome, charged: DamageParty? = nil, waitsAgain: SetAside? = nil
  ) {
    self.outcome = outcome
    self.charged = charged
    self.waitsAgain = waitsAgain
  }
}

/// A copy recorded as damaged; the op is on the copy.
public struct CopyDamaged: Equatable, Sendable {
  public var note: String
  public var statusBefore: ItemStatus
  public var noteBefore: String?
  /// The return that met the damage, which takes it along when it is taken back.
  public var cause: OpID?
  /// For whom it was kept until then and is no more; nil also in ops from before, which left it kept.
  public var freed: HoldTrap?

  public init(
    note: String, statusBefore: ItemStatus, noteBefore: String? = nil, cause: OpID? = nil,
    freed: HoldTrap? = nil
  ) {
    self.freed = freed
    self.note = note
    self.statusBefore = statusBefore
    self.noteBefore = noteBefore
    self.cause = cause
  }

  func write(to writer: inout BodyWriter) {
    writer.text(1, note)
    writer.text(2, statusBefore.rawValue)
    writer.text(3, noteBefore)
    writer.integer(4, cause?.rawValue)
    freed?.write(5, to: &writer)
  }

  init?(_ reader: BodyReader) {
    guard let note = reader.text(1) else { return nil }
    self.init(
      note: note, statusBefore: reader.text(2).flatMap(ItemStatus.init) ?? .available,
      noteBefore: reader.text(3), cause: reader.integer(4).map { OpID(rawValue: $0) },
      freed: reader.holdTrap(5))
  }
}
