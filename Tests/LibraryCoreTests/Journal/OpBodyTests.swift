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
    .openingDaySaved(day: CalendarDay(number: 20_000), isOpen: false, reason: "Tết"),
    .openingDaysSaved([
      OpeningDay(day: CalendarDay(number: 20_000), isOpen: false, reason: "Tết"),
      OpeningDay(day: CalendarDay(number: -1), isOpen: true),
      OpeningDay(day: CalendarDay(number: 20_002), isOpen: nil),
    ]),
    .loanOpened(
      LoanOpened(
        patron: EntityID(rawValue: 7), dueOn: CalendarDay(number: -3), lentAt: -5,
        ends: OpID(rawValue: 3), override: Override(codes: ["a", "b"], reason: "vì thế"))),
    .loanRenewed(LoanRenewed(loan: OpID(rawValue: 3), dueOn: CalendarDay(number: 20_001))),
    .loanClosed(
      LoanClosed(
        loan: OpID(rawValue: 3), lateDays: 2, charge: Money(dong: 4000), foundFrom: .missing)),
    .loanReopened(LoanReopened(loan: OpID(rawValue: 3), itemStatus: .lost)),
    .paymentTaken(PaymentTaken(amount: Money(dong: 500), note: "tiền mặt")),
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
