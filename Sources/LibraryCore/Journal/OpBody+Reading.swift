extension OpBody {
  /// Reads a body back; what this version does not understand stays whole as `.unknown`.
  public init(kind: UInt8, bytes: some Collection<UInt8>) {
    self =
      OpKind(rawValue: kind).flatMap { known in
        BodyReader(bytes).flatMap { OpBody.read(known, $0) }
      } ?? .unknown(kind: kind, bytes: Array(bytes))
  }

  private static func read(_ kind: OpKind, _ reader: BodyReader) -> OpBody? {
    switch kind {
    case .recordSaved: reader.recordSaved.map { .recordSaved($0) }
    case .recordStatusSet:
      reader.text(1).flatMap(RecordStatus.init).map { .recordStatusSet($0) }
    case .duplicateJudged:
      reader.entity(1).map { other in
        .duplicateJudged(
          DuplicateJudged(
            other: other, verdict: reader.text(2).flatMap(DuplicateVerdict.init)))
      }
    case .recordMerged: .recordMerged(RecordMerged(into: reader.entity(1)))
    case .authoritySaved: reader.recordSaved.map { .authoritySaved($0) }
    case .authorityStatusSet:
      reader.text(1).flatMap(RecordStatus.init).map {
        .authorityStatusSet(AuthorityStatusSet(status: $0, batch: reader.entity(2)))
      }
    case .itemSaved: .itemSaved(FieldChange.read(reader))
    case .patronSaved: .patronSaved(FieldChange.read(reader))
    case .remarkSaved: .remarkSaved(FieldChange.read(reader))
    case .patronMerged: PatronMerged(reader).map { .patronMerged($0) }
    case .patronParted: PatronMerged(reader).map { .patronParted($0) }
    case .staffSaved: .staffSaved(FieldChange.read(reader))
    case .ruleSaved: .ruleSaved(FieldChange.read(reader))
    case .termSaved: .termSaved(FieldChange.read(reader))
    case .seasonSaved: .seasonSaved(FieldChange.read(reader))
    case .settingSaved: reader.text(1).map { .settingSaved(name: $0, value: reader.text(2)) }
    case .namedTextSaved: NamedText(reader).map { .namedTextSaved($0) }
    case .openingDaySaved:
      reader.openingDay.map {
        .openingDaySaved(day: $0.day, isOpen: $0.isOpen, reason: $0.reason)
      }
    case .openingDaysSaved: .openingDaysSaved(reader.nested(1).compactMap(\.openingDay))
    case .loanOpened, .loanRenewed, .loanClosed, .loanVoided, .loanReopened, .renewalVoided:
      readLoan(kind, reader)
    case .holdSaved: .holdSaved(FieldChange.read(reader))
    case .copySetAside, .copyReleased, .holdEnded, .holdReopened, .copySent: readHold(kind, reader)
    case .reminderSent: ReminderSent(reader).map { .reminderSent($0) }
    case .reminderVoided:
      reader.op(1).map { .reminderVoided(reminder: $0, cause: reader.op(2)) }
    case .remindersNoted: RemindersNoted(reader).map { .remindersNoted($0) }
    case .paymentTaken: PaymentTaken(reader).map { .paymentTaken($0) }
    case .paymentVoided: reader.op(1).map { .paymentVoided(payment: $0) }
    case .accountEntered: AccountEntry(reader).map { .accountEntered($0) }
    case .cashOpened: CashOpened(reader).map { .cashOpened($0) }
    case .cashMoved: CashMoved(reader).map { .cashMoved($0) }
    case .cashClosed: CashClosed(reader).map { .cashClosed($0) }
    case .cashReopened: .cashReopened
    case .cashOpeningVoided: .cashOpeningVoided
    case .loanLost, .lossVoided, .lostFound, .findingVoided, .loanClaimed, .overduesMarked,
      .overduesUnmarked:
      readLoss(kind, reader)
    case .copyDamaged: CopyDamaged(reader).map { .copyDamaged($0) }
    case .damageVoided: CopyDamaged(reader).map { .damageVoided($0) }
    case .loansRedated: LoansRedated(reader).map { .loansRedated($0) }
    case .tallied: reader.tally.map { .tallied($0) }
    case .tallyVoided: reader.op(1).map { .tallyVoided(tally: $0, cause: reader.op(2)) }
    case .boxSent: BoxSent(reader).map { .boxSent($0) }
    case .boxVoided: .boxVoided
    case .batchOpened:
      reader.text(1).map { .batchOpened(kind: $0, source: reader.text(2) ?? "") }
    case .batchClosed: .batchClosed(reader.batchCounts)
    case .batchUndone: .batchUndone(kept: reader.integers(1).map { EntityID(rawValue: $0) })
    case .textsMended: TextsMended(reader).map { .textsMended($0) }
    case .stocktakeOpened: reader.stocktakeOpened.map { .stocktakeOpened($0) }
    case .itemSeen: reader.itemSeen.map { .itemSeen($0) }
    case .stocktakeClosed: .stocktakeClosed(reader.stocktakeClosed)
    case .sightingVoided: reader.op(1).map { .sightingVoided(sighting: $0) }
    }
  }

  private static func readLoan(_ kind: OpKind, _ reader: BodyReader) -> OpBody? {
    if kind == .loanOpened {
      guard let patron = reader.entity(1), let dueOn = reader.day(2) else { return nil }
      return .loanOpened(
        LoanOpened(
          patron: patron, dueOn: dueOn, lentAt: reader.integer(3), ends: reader.op(4),
          endsLateDays: Int(reader.integer(6) ?? 0),
          endsCharge: Money(dong: reader.integer(7) ?? 0), endsSuspendedUntil: reader.day(9),
          override: reader.override(5), terms: reader.text(8).map(LoanTerms.init(encoded:)),
          fills: reader.entity(10), isOnSite: reader.integer(11) == 1,
          dueAt: reader.time(12), isDueChosen: reader.integer(13) == 1, box: reader.entity(14),
          cause: reader.op(15), foundFrom: reader.text(16).flatMap(ItemStatus.init)))
    }
    guard let loan = reader.op(1) else { return nil }
    switch kind {
    case .loanRenewed:
      return reader.day(2).map {
        .loanRenewed(
          LoanRenewed(
            loan: loan, due: Due($0, at: reader.time(6)), override: reader.override(3),
            renewedAt: reader.integer(4),
            dueBefore: reader.day(5).map { Due($0, at: reader.time(7)) }))
      }
    case .loanClosed:
      return .loanClosed(
        LoanClosed(
          loan: loan, returnedAt: reader.integer(2), lateDays: Int(reader.integer(3) ?? 0),
          charge: Money(dong: reader.integer(4) ?? 0),
          foundFrom: reader.text(5).flatMap(ItemStatus.init), suspendedUntil: reader.day(6),
          status: reader.text(20).flatMap(ItemStatus.init), trap: reader.holdTrap(7),
          sentTo: reader.text(8)))
    case .loanVoided:
      return .loanVoided(
        loan: loan, itemStatus: reader.text(3).flatMap(ItemStatus.init), cause: reader.op(2))
    case .loanReopened:
      return .loanReopened(
        LoanReopened(loan: loan, itemStatus: reader.text(2).flatMap(ItemStatus.init)))
    case .renewalVoided:
      return reader.day(2).map {
        .renewalVoided(loan: loan, due: Due($0, at: reader.time(3)))
      }
    default: return nil
    }
  }
}

extension BodyReader {
  func entity(_ number: UInt8) -> EntityID? {
    integer(number).map { EntityID(rawValue: $0) }
  }

  fileprivate func op(_ number: UInt8) -> OpID? { integer(number).map { OpID(rawValue: $0) } }

  fileprivate var recordSaved: RecordSaved? {
    bytes(1).map { RecordSaved(marc: Array($0), batch: entity(2)) }
  }

  func time(_ number: UInt8) -> TimeOfDay? {
    integer(number).flatMap { TimeOfDay(minutes: Int($0)) }
  }

  func day(_ number: UInt8) -> CalendarDay? {
    integer(number).map { CalendarDay(number: Int($0)) }
  }

  fileprivate var tally: Tally? {
    guard let kind = text(1).flatMap(TallyKind.init), let count = integer(2),
      let audience = text(3).flatMap(Audience.init)
    else { return nil }
    return Tally(
      kind, count: Int(count), audience: audience, group: integer(4).map { Int($0) }, day: day(5),
      item: entity(6), box: entity(7), cause: op(8), form: text(9),
      attendance: integer(10).map { Int($0) })
  }

  fileprivate var openingDay: OpeningDay? {
    day(1).map { OpeningDay(day: $0, isOpen: integer(2).map { $0 == 1 }, reason: text(3)) }
  }

  fileprivate func override(_ number: UInt8) -> Override? {
    nested(number).first.map { inner in
      Override(
        codes: inner.fields.filter { $0.number == 2 }.map {
          String(decoding: $0.bytes, as: UTF8.self)
        },
        reason: inner.text(1) ?? "")
    }
  }

  fileprivate var batchCounts: BatchCounts {
    func count(_ number: UInt8) -> Int { Int(integer(number) ?? 0) }
    return BatchCounts(
      records: count(1), replaced: count(2), items: count(3), skipped: count(4), faults: count(5),
      decoded: count(6), repaired: count(7), composed: count(8))
  }

  fileprivate var stocktakeOpened: StocktakeOpened? {
    text(1).map { name in
      StocktakeOpened(
        scope: StocktakeScope(
          name: name, location: text(2), fromCallNumber: text(3), toCallNumber: text(4)),
        expected: Int(integer(5) ?? 0), onLoan: Int(integer(6) ?? 0))
    }
  }

  fileprivate var stocktakeClosed: StocktakeClosed {
    func total(copies: UInt8, price: UInt8) -> StocktakeTotal {
      StocktakeTotal(copies: Int(integer(copies) ?? 0), price: Money(dong: integer(price) ?? 0))
    }
    return StocktakeClosed(
      expected: total(copies: 1, price: 4), onLoan: total(copies: 2, price: 5),
      missing: integers(3).map { EntityID(rawValue: $0) })
  }

  fileprivate var itemSeen: ItemSeen? {
    guard let barcode = text(1), let finding = text(3).flatMap(Finding.init) else { return nil }
    return ItemSeen(barcode: barcode, item: entity(2), finding: finding, shelf: text(4))
  }
}
