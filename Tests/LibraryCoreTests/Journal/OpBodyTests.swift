import LibraryCore
import Testing

@Suite struct OpBodyTests {
  static let bodies: [OpBody] = [
    .recordSaved(RecordSaved(marc: [1, 2, 255], batch: EntityID(rawValue: 9))),
    .recordStatusSet(.removed),
    .authoritySaved(RecordSaved(marc: [1, 2, 3], batch: EntityID(rawValue: 9))),
    .authorityStatusSet(AuthorityStatusSet(status: .removed, batch: EntityID(rawValue: 9))),
    .itemSaved([ItemField.barcode.set("VV.1"), ItemField.note.set(nil)]),
    .settingSaved(name: "library.name", value: nil),
    .seasonSaved([
      SeasonField.period.set("06-01..08-31"), SeasonField.week.set("1=07:30-11:30;7=-"),
      SeasonField.removed.set(nil),
    ]),
    .openingDaySaved(day: CalendarDay(number: 20_000), isOpen: false, reason: "Tết"),
    .openingDaysSaved([
      OpeningDay(day: CalendarDay(number: 20_000), isOpen: false, reason: "Tết"),
      OpeningDay(day: CalendarDay(number: -1), isOpen: true),
      OpeningDay(day: CalendarDay(number: 20_002), isOpen: nil),
    ]),
    .loanOpened(
      LoanOpened(
        patron: EntityID(rawValue: 7), dueOn: CalendarDay(number: -3), lentAt: -5,
        ends: OpID(rawValue: 3), override: Override(codes: ["a", "b"], reason: "vì thế"),
        dueAt: TimeOfDay("9:05"))),
    .loanRenewed(LoanRenewed(loan: OpID(rawValue: 3), due: Due(CalendarDay(number: 20_001)))),
    .loanClosed(
      LoanClosed(
        loan: OpID(rawValue: 3), lateDays: 2, charge: Money(dong: 4000), foundFrom: .missing)),
    .loanReopened(LoanReopened(loan: OpID(rawValue: 3), itemStatus: .lost)),
    .paymentTaken(PaymentTaken(amount: Money(dong: 500), note: "tiền mặt")),
    .reminderSent(
      ReminderSent(
        .overdue, by: .classLetter, [ReminderSent.Matter(number: 1 << 41, level: 3)], sentAt: -4)),
    .reminderVoided(reminder: OpID(rawValue: 12)),
    .reminderVoided(reminder: OpID(rawValue: 12), cause: OpID(rawValue: 13)),
    .reminderSent(
      ReminderSent(
        .holdReady, by: .phone, [ReminderSent.Matter(number: 4, level: 1)],
        cause: OpID(rawValue: 11))),
    .remindersNoted(RemindersNoted(.lost, by: .message, readers: 3)),
    .remindersNoted(RemindersNoted(.dueSoon, by: .letter, readers: 30, isTakingBack: true)),
    .paymentTaken(
      PaymentTaken(
        amount: Money(dong: 500), paidAt: -7, method: .transfer,
        toward: [OpID(rawValue: 3), OpID(rawValue: 1 << 41)],
        receipt: Receipt(drawer: "Q1", year: 2026, number: 12), shift: EntityID(rawValue: 8))),
    .accountEntered(AccountEntry(.charge, Money(dong: 1), charge: .lostItem)),
    .accountEntered(
      AccountEntry(
        .void, Money(dong: 1), charge: .damage, method: .inKind, note: "nhầm",
        item: EntityID(rawValue: 5), loan: OpID(rawValue: 6), toward: [OpID(rawValue: 7)],
        voids: OpID(rawValue: 8), receipt: Receipt(drawer: "KHO", year: 2027, number: 1),
        shift: EntityID(rawValue: 9), at: -10)),
    .cashOpened(CashOpened(drawer: "Q1", float: Money(dong: 200_000), at: 5)),
    .cashMoved(CashMoved(amount: Money(dong: -5), reason: "nộp quỹ")),
    .cashClosed(CashClosed(counted: .zero, expected: Money(dong: 5), explanation: "mất")),
    .cashReopened, .cashOpeningVoided,
    .loanLost(
      LoanLost(
        loan: OpID(rawValue: 3), at: 7, lateDays: 2, charge: Money(dong: 4000),
        suspendedUntil: CalendarDay(number: 20_002), statusBefore: .damaged,
        batch: OpID(rawValue: 9))),
    .lossVoided(loan: OpID(rawValue: 3), itemStatus: .missing, cause: OpID(rawValue: 9)),
    .lostFound(LostFound(loan: OpID(rawValue: 3), cause: OpID(rawValue: 9))),
    .findingVoided(LostFound(loan: OpID(rawValue: 3))),
    .loanClaimed(
      LoanClaimed(loan: OpID(rawValue: 3), claim: .neverHad, on: CalendarDay(number: 20_000))),
    .overduesMarked([OpID(rawValue: 3), OpID(rawValue: 1 << 41)]), .overduesUnmarked([]),
    .loanClosed(LoanClosed(loan: OpID(rawValue: 3), status: .missing)),
    .loanRenewed(
      LoanRenewed(
        loan: OpID(rawValue: 3), due: Due(CalendarDay(number: 20_001), at: TimeOfDay("16:00")),
        dueBefore: Due(CalendarDay(number: 20_000), at: .endOfDay))),
    .renewalVoided(
      loan: OpID(rawValue: 3), due: Due(CalendarDay(number: 20_000), at: TimeOfDay("7:30"))),
    .loansRedated(
      LoansRedated(
        [
          RedatedLoan(
            loan: OpID(rawValue: 3), before: Due(CalendarDay(number: 20_000)),
            after: Due(CalendarDay(number: 20_003)))
        ], cause: OpID(rawValue: 9))),
    .loansRedated(
      LoansRedated([
        RedatedLoan(
          loan: OpID(rawValue: 3), before: Due(CalendarDay(number: 20_000)),
          after: Due(CalendarDay(number: 20_003), at: TimeOfDay("17:00")),
          terms: RedatedLoan.Terms(
            before: LoanTerms(encoded: ""), after: LoanTerms(encoded: "finePerDay=500")))
      ])),
    .loanOpened(
      LoanOpened(
        patron: EntityID(rawValue: 5), dueOn: CalendarDay(number: 20_000), isDueChosen: true,
        foundFrom: .missing)),
    .loanVoided(loan: OpID(rawValue: 3), itemStatus: .lost, cause: OpID(rawValue: 9)),
    .holdEnded(HoldEnded(.cancelled, reason: "thôi", copySentTo: "VN-X")),
    .copySetAside(
      CopySetAside(
        HoldTrap(hold: EntityID(rawValue: 5), shelfUntil: CalendarDay(number: 20_003)),
        foundFrom: .lost, sentBefore: "VN-X")),
    .copyReleased(
      CopyReleased(hold: EntityID(rawValue: 5), itemStatus: .lost, sentTo: "VN-X")),
    .batchUndone(kept: [EntityID(rawValue: 1), EntityID(rawValue: 1 << 41)]),
    .batchClosed(BatchCounts(records: 5, faults: 1, decoded: 4, repaired: 2, composed: 9)),
    .textsMended(
      TextsMended(
        file: "sách.csv", place: 7,
        fields: [
          TextsMended.Field(
            name: "Nhan đề", received: [0x48, 0xB5], encoding: "tcvn3", confidence: 98,
            guesses: ["th- → thư"]),
          TextsMended.Field(name: "245", received: []),
        ])),
    .stocktakeOpened(
      StocktakeOpened(
        scope: StocktakeScope(name: "Kho mở", location: "KM"), expected: 12, onLoan: 3)),
    .stocktakeClosed(
      StocktakeClosed(
        expected: StocktakeTotal(copies: 11, price: Money(dong: 550_000)),
        onLoan: StocktakeTotal(copies: 2, price: .zero),
        missing: [EntityID(rawValue: 4), EntityID(rawValue: 1 << 40)])),
    .itemSeen(ItemSeen(barcode: "X", item: nil, finding: .unknown)),
    .unknown(kind: 250, bytes: [9, 9, 9]),
  ]

  @Test("a body read back from its bytes is the same body", arguments: bodies)
  func roundTrip(body: OpBody) {
    #expect(OpBody(kind: body.kind, bytes: body.bytes) == body)
  }

  @Test("counts of an older version, which knew no mended texts, are read with none")
  func olderCounts() {
    let body = OpBody.batchClosed(BatchCounts(records: 3, skipped: 1))
    #expect(body.bytes.count == 15)
    #expect(OpBody(kind: body.kind, bytes: body.bytes) == body)
  }

  @Test("a body that cannot be read stays whole")
  func unreadable() {
    let body = OpBody(kind: OpKind.loanClosed.rawValue, bytes: [1, 200, 3])
    #expect(body == .unknown(kind: OpKind.loanClosed.rawValue, bytes: [1, 200, 3]))
    #expect(body.bytes == [1, 200, 3])
  }
}
