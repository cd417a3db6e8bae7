extension OpBody {
  public var kind: UInt8 {
    switch self {
    case .recordSaved: OpKind.recordSaved.rawValue
    case .recordStatusSet: OpKind.recordStatusSet.rawValue
    case .duplicateJudged: OpKind.duplicateJudged.rawValue
    case .recordMerged: OpKind.recordMerged.rawValue
    case .authoritySaved: OpKind.authoritySaved.rawValue
    case .authorityStatusSet: OpKind.authorityStatusSet.rawValue
    case .itemSaved: OpKind.itemSaved.rawValue
    case .patronSaved: OpKind.patronSaved.rawValue
    case .remarkSaved: OpKind.remarkSaved.rawValue
    case .patronMerged: OpKind.patronMerged.rawValue
    case .patronParted: OpKind.patronParted.rawValue
    case .staffSaved: OpKind.staffSaved.rawValue
    case .ruleSaved: OpKind.ruleSaved.rawValue
    case .settingSaved: OpKind.settingSaved.rawValue
    case .namedTextSaved: OpKind.namedTextSaved.rawValue
    case .termSaved: OpKind.termSaved.rawValue
    case .seasonSaved: OpKind.seasonSaved.rawValue
    case .openingDaySaved: OpKind.openingDaySaved.rawValue
    case .openingDaysSaved: OpKind.openingDaysSaved.rawValue
    case .loanOpened: OpKind.loanOpened.rawValue
    case .loanRenewed: OpKind.loanRenewed.rawValue
    case .loanClosed: OpKind.loanClosed.rawValue
    case .loanVoided: OpKind.loanVoided.rawValue
    case .loanReopened: OpKind.loanReopened.rawValue
    case .renewalVoided: OpKind.renewalVoided.rawValue
    case .holdSaved: OpKind.holdSaved.rawValue
    case .copySetAside: OpKind.copySetAside.rawValue
    case .copyReleased: OpKind.copyReleased.rawValue
    case .holdEnded: OpKind.holdEnded.rawValue
    case .holdReopened: OpKind.holdReopened.rawValue
    case .copySent: OpKind.copySent.rawValue
    case .reminderSent: OpKind.reminderSent.rawValue
    case .reminderVoided: OpKind.reminderVoided.rawValue
    case .remindersNoted: OpKind.remindersNoted.rawValue
    case .paymentTaken: OpKind.paymentTaken.rawValue
    case .paymentVoided: OpKind.paymentVoided.rawValue
    case .accountEntered: OpKind.accountEntered.rawValue
    case .cashOpened: OpKind.cashOpened.rawValue
    case .cashMoved: OpKind.cashMoved.rawValue
    case .cashClosed: OpKind.cashClosed.rawValue
    case .cashReopened: OpKind.cashReopened.rawValue
    case .cashOpeningVoided: OpKind.cashOpeningVoided.rawValue
    case .loanLost: OpKind.loanLost.rawValue
    case .lossVoided: OpKind.lossVoided.rawValue
    case .lostFound: OpKind.lostFound.rawValue
    case .findingVoided: OpKind.findingVoided.rawValue
    case .loanClaimed: OpKind.loanClaimed.rawValue
    case .copyDamaged: OpKind.copyDamaged.rawValue
    case .damageVoided: OpKind.damageVoided.rawValue
    case .overduesMarked: OpKind.overduesMarked.rawValue
    case .overduesUnmarked: OpKind.overduesUnmarked.rawValue
    case .loansRedated: OpKind.loansRedated.rawValue
    case .boxSent: OpKind.boxSent.rawValue
    case .boxVoided: OpKind.boxVoided.rawValue
    case .tallied: OpKind.tallied.rawValue
    case .tallyVoided: OpKind.tallyVoided.rawValue
    case .batchOpened: OpKind.batchOpened.rawValue
    case .batchClosed: OpKind.batchClosed.rawValue
    case .batchUndone: OpKind.batchUndone.rawValue
    case .textsMended: OpKind.textsMended.rawValue
    case .stocktakeOpened: OpKind.stocktakeOpened.rawValue
    case .itemSeen: OpKind.itemSeen.rawValue
    case .stocktakeClosed: OpKind.stocktakeClosed.rawValue
    case .sightingVoided: OpKind.sightingVoided.rawValue
    case .unknown(let kind, _): kind
    }
  }

  /// The body's canonical bytes, which the hash chain covers.
  public var bytes: [UInt8] {
    if case .unknown(_, let bytes) = self { return bytes }
    var writer = BodyWriter()
    write(to: &writer)
    return writer.bytes
  }

  private func write(to writer: inout BodyWriter) {
    switch self {
    case .recordSaved(let saved), .authoritySaved(let saved):
      writer.bytes(1, saved.marc)
      writer.integer(2, saved.batch?.rawValue)
    case .recordStatusSet(let status): writer.text(1, status.rawValue)
    case .duplicateJudged(let judged):
      writer.integer(1, judged.other.rawValue)
      writer.text(2, judged.verdict?.rawValue)
    case .recordMerged(let merged): writer.integer(1, merged.keeper?.rawValue)
    case .authorityStatusSet(let set):
      writer.text(1, set.status.rawValue)
      writer.integer(2, set.batch?.rawValue)
    case .itemSaved(let changes), .patronSaved(let changes), .staffSaved(let changes),
      .ruleSaved(let changes), .termSaved(let changes), .seasonSaved(let changes),
      .holdSaved(let changes),
      .remarkSaved(let changes):
      FieldChange.write(changes, to: &writer)
    case .patronMerged(let merged), .patronParted(let merged): merged.write(to: &writer)
    case .settingSaved(let name, let value):
      writer.text(1, name)
      writer.text(2, value)
    case .namedTextSaved(let named): named.write(to: &writer)
    case .openingDaySaved(let day, let isOpen, let reason):
      OpeningDay(day: day, isOpen: isOpen, reason: reason).write(to: &writer)
    case .openingDaysSaved(let days):
      for day in days { writer.nested(1) { day.write(to: &$0) } }
    case .loanOpened, .loanRenewed, .loanClosed, .loanVoided, .loanReopened, .renewalVoided:
      writeLoan(to: &writer)
    case .copySetAside, .copyReleased, .holdEnded, .holdReopened, .copySent:
      writeHold(to: &writer)
    case .reminderSent(let sent): sent.write(to: &writer)
    case .reminderVoided(let reminder, let cause):
      writer.integer(1, reminder.rawValue)
      writer.integer(2, cause?.rawValue)
    case .remindersNoted(let noted): noted.write(to: &writer)
    case .paymentTaken, .paymentVoided, .accountEntered, .cashOpened, .cashMoved, .cashClosed,
      .cashReopened, .cashOpeningVoided:
      writeMoney(to: &writer)
    case .loanLost, .lossVoided, .lostFound, .findingVoided, .loanClaimed, .overduesMarked,
      .overduesUnmarked:
      writeLoss(to: &writer)
    case .copyDamaged(let damaged), .damageVoided(let damaged): damaged.write(to: &writer)
    case .loansRedated(let redated): redated.write(to: &writer)
    case .tallied(let tally): tally.write(to: &writer)
    case .tallyVoided(let tally, let cause):
      writer.integer(1, tally.rawValue)
      writer.integer(2, cause?.rawValue)
    case .boxSent(let box): box.write(to: &writer)
    case .boxVoided: break
    case .batchOpened(let kind, let source):
      writer.text(1, kind)
      writer.text(2, source)
    case .batchClosed(let counts): counts.write(to: &writer)
    case .batchUndone(let kept): for entity in kept { writer.integer(1, entity.rawValue) }
    case .textsMended(let texts): texts.write(to: &writer)
    case .stocktakeOpened(let opened): opened.write(to: &writer)
    case .itemSeen(let seen): seen.write(to: &writer)
    case .stocktakeClosed(let closed): closed.write(to: &writer)
    case .unknown: break
    case .sightingVoided(let sighting): writer.integer(1, sighting.rawValue)
    }
  }

  private func writeLoan(to writer: inout BodyWriter) {
    switch self {
    case .loanOpened(let loan):
      writer.integer(1, loan.patron.rawValue)
      writer.integer(2, Int64(loan.dueOn.number))
      writer.integer(3, loan.lentAt)
      writer.integer(4, loan.ends?.rawValue)
      loan.override?.write(5, to: &writer)
      if loan.endsLateDays != 0 { writer.integer(6, Int64(loan.endsLateDays)) }
      if loan.endsCharge != .zero { writer.integer(7, loan.endsCharge.dong) }
      writer.text(8, loan.terms?.encoded)
      writer.integer(9, loan.endsSuspendedUntil.map { Int64($0.number) })
      writer.integer(10, loan.fills?.rawValue)
      if loan.isOnSite { writer.integer(11, 1) }
      writer.integer(12, loan.dueAt.map { Int64($0.minutes) })
      if loan.isDueChosen { writer.integer(13, 1) }
      writer.integer(14, loan.box?.rawValue)
      writer.integer(15, loan.cause?.rawValue)
      writer.text(16, loan.foundFrom?.rawValue)
    case .loanRenewed(let renewed):
      writer.integer(1, renewed.loan.rawValue)
      writer.integer(2, Int64(renewed.dueOn.number))
      renewed.override?.write(3, to: &writer)
      writer.integer(4, renewed.renewedAt)
      writer.integer(5, renewed.dueBefore.map { Int64($0.number) })
      writer.integer(6, renewed.dueAt.map { Int64($0.minutes) })
      writer.integer(7, renewed.dueAtBefore.map { Int64($0.minutes) })
    case .loanClosed(let closed):
      writer.integer(1, closed.loan.rawValue)
      writer.integer(2, closed.returnedAt)
      if closed.lateDays != 0 { writer.integer(3, Int64(closed.lateDays)) }
      if closed.charge != .zero { writer.integer(4, closed.charge.dong) }
      writer.text(5, closed.foundFrom?.rawValue)
      writer.integer(6, closed.suspendedUntil.map { Int64($0.number) })
      closed.trap?.write(7, to: &writer)
      writer.text(20, closed.status?.rawValue)
      writer.text(8, closed.sentTo)
    case .loanVoided(let loan, let status, let cause):
      writer.integer(1, loan.rawValue)
      writer.integer(2, cause?.rawValue)
      writer.text(3, status?.rawValue)
    case .loanReopened(let reopened):
      writer.integer(1, reopened.loan.rawValue)
      writer.text(2, reopened.itemStatus?.rawValue)
    case .renewalVoided(let loan, let due):
      writer.integer(1, loan.rawValue)
      writer.integer(2, Int64(due.day.number))
      writer.integer(3, due.time.map { Int64($0.minutes) })
    default: preconditionFailure("only loan bodies are written here")
    }
  }
}

extension OpBody {
  private func writeMoney(to writer: inout BodyWriter) {
    switch self {
    case .paymentTaken(let payment): payment.write(to: &writer)
    case .paymentVoided(let payment): writer.integer(1, payment.rawValue)
    case .accountEntered(let entry): entry.write(to: &writer)
    case .cashOpened(let opened): opened.write(to: &writer)
    case .cashMoved(let moved): moved.write(to: &writer)
    case .cashClosed(let closed): closed.write(to: &writer)
    case .cashReopened, .cashOpeningVoided: break
    default: preconditionFailure("only bodies about money are written here")
    }
  }
}

extension Override {
  fileprivate func write(_ number: UInt8, to writer: inout BodyWriter) {
    writer.nested(number) { inner in
      inner.text(1, reason)
      for code in codes { inner.text(2, code) }
    }
  }
}

extension Tally {
  fileprivate func write(to writer: inout BodyWriter) {
    writer.text(1, kind.rawValue)
    writer.integer(2, Int64(count))
    writer.text(3, audience.rawValue)
    writer.integer(4, group.map(Int64.init))
    writer.integer(5, day.map { Int64($0.number) })
    writer.integer(6, item?.rawValue)
    writer.integer(7, box?.rawValue)
    writer.integer(8, cause?.rawValue)
    writer.text(9, form)
    writer.integer(10, attendance.map(Int64.init))
  }
}

extension OpeningDay {
  fileprivate func write(to writer: inout BodyWriter) {
    writer.integer(1, Int64(day.number))
    writer.integer(2, isOpen.map { $0 ? 1 : 0 })
    writer.text(3, reason)
  }
}

extension BatchCounts {
  fileprivate func write(to writer: inout BodyWriter) {
    for (number, count) in [(1, records), (2, replaced), (3, items), (4, skipped), (5, faults)] {
      writer.integer(UInt8(number), Int64(count))
    }
    for (number, count) in [(6, decoded), (7, repaired), (8, composed)] where count != 0 {
      writer.integer(UInt8(number), Int64(count))
    }
  }
}

extension StocktakeOpened {
  fileprivate func write(to writer: inout BodyWriter) {
    writer.text(1, scope.name)
    writer.text(2, scope.location)
    writer.text(3, scope.fromCallNumber)
    writer.text(4, scope.toCallNumber)
    writer.integer(5, Int64(expected))
    writer.integer(6, Int64(onLoan))
  }
}

extension StocktakeClosed {
  fileprivate func write(to writer: inout BodyWriter) {
    writer.integer(1, Int64(expected.copies))
    writer.integer(2, Int64(onLoan.copies))
    for item in missing { writer.integer(3, item.rawValue) }
    writer.integer(4, expected.price.dong)
    writer.integer(5, onLoan.price.dong)
  }
}

extension ItemSeen {
  fileprivate func write(to writer: inout BodyWriter) {
    writer.text(1, barcode)
    writer.integer(2, item?.rawValue)
    writer.text(3, finding.rawValue)
    writer.text(4, shelf)
  }
}
