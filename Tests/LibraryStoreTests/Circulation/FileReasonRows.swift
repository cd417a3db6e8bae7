import LibraryCore
import Testing

@testable import LibraryStore

/// Reasons that only the library's file can know: when each stands, and when it does not.
///
/// Those that are decided from facts alone have their rows in the tests of LibraryCore; a test there sees that every reason has
/// rows in one of the two places.
struct FileReasonRow: Sendable, CustomTestStringConvertible {
  var about: Refusal.Code
  var isYes: Bool
  var name: String
  var reasons: @Sendable (TestLibrary) throws -> [Refusal]

  var testDescription: String { name }
}

@Suite struct FileReasonRowTests {
  @Test("each row brings its reason, or none", arguments: FileReasonRows.all)
  func row(row: FileReasonRow) throws {
    let library = try TestLibrary(today: "2026-11-23")
    try library.addItem("VV.1", [.price: "45000"])
    try library.addItem("VV.2")
    try library.addPatron("TV1")
    try library.addPatron("TV2", name: "Trần Văn Bình")
    #expect(try row.reasons(library).map(\.kind) == (row.isYes ? [row.about] : []))
  }
}

enum FileReasonRows {
  static let all = loans + losses + money + patrons + house + catalogue

  private enum Stand { case yes, no }

  private static func file(
    _ about: Refusal.Code, _ stand: Stand, _ name: String,
    _ reasons: @escaping @Sendable (TestLibrary) throws -> [Refusal]
  ) -> FileReasonRow {
    FileReasonRow(about: about, isYes: stand == .yes, name: name, reasons: reasons)
  }

  private static let loans = [
    file(.itemNotOnLoan, .yes, "renewed, on no loan") { try $0.desk.renew("VV.1").reasons ?? [] },
    file(.itemNotOnLoan, .no, "renewed, on loan") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      library.clock.move(days: 1)
      return try library.desk.renew("VV.1").reasons ?? []
    },
    file(.holdEnded, .yes, "cancelled before") { library in
      let hold = try library.placed("TV1", "VV.1")
      _ = try library.desk.endHold(hold, reason: "x")
      return try library.desk.endHold(hold, reason: "x").reasons
    },
    file(.holdEnded, .no, "waiting still") { library in
      try library.desk.endHold(try library.placed("TV1", "VV.1"), reason: "x").reasons
    },
    file(.cardOutOfUse, .yes, "a card reported lost") { library in
      _ = try library.desk.replaceCard("TV1", with: "TV99", because: .lost)
      return try library.desk.checkOut("VV.1", to: "TV1").reasons ?? []
    },
    file(.cardOutOfUse, .no, "the new card") { library in
      _ = try library.desk.replaceCard("TV1", with: "TV99", because: .lost)
      return try library.desk.checkOut("VV.1", to: "TV99").reasons ?? []
    },
    file(.boxEmpty, .yes, "nothing lent today") { library in
      try library.desk.packBox(for: "TV1").reasons ?? []
    },
    file(.boxEmpty, .yes, "all in a box already") { library in
      _ = try library.desk.checkOutAll(["VV.1"], to: "TV1")
      return try library.desk.packBox(for: "TV1").reasons ?? []
    },
    file(.boxEmpty, .no, "one copy lent today") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      return try library.desk.packBox(for: "TV1").reasons ?? []
    },
    file(.nothingToUndo, .yes, "an account that did nothing") { library in
      try library.addStaff("an", .librarian).undo().reasons ?? []
    },
    file(.nothingToUndo, .no, "an account that did something") { library in
      let desk = try library.addStaff("an", .librarian)
      _ = try desk.checkOut("VV.1", to: "TV1")
      return try desk.undo().reasons ?? []
    },
    file(.partOfLargerAction, .yes, "one reader's share of many losses") { library in
      try library.append(.ruleSaved([RuleField.values.set("lostDays=10")]))
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      try library.clock.set("2027-02-01T08:00:00")
      _ = try library.desk.markOverdues()
      return try library.visitUndone("TV1")
    },
    file(.partOfLargerAction, .no, "a loss by itself") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      try library.clock.set("2026-11-23T08:30:00")
      _ = try library.desk.declareLost("VV.1")
      return try library.visitUndone("TV1")
    },
  ]

  private static let losses = [
    file(.priceUnknown, .yes, "lost, nobody knows the price") { library in
      _ = try library.desk.checkOut("VV.2", to: "TV1")
      return try library.desk.declareLost("VV.2").reasons
    },
    file(.priceUnknown, .no, "lost, priced") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      return try library.desk.declareLost("VV.1").reasons
    },
    file(.priceUnknown, .no, "lost, priced by staff") { library in
      _ = try library.desk.checkOut("VV.2", to: "TV1")
      return try library.desk.declareLost("VV.2", price: Money(dong: 1)).reasons
    },
    file(.noClaim, .yes, "believed, nothing claimed") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      return try library.desk.acceptClaim("VV.1").reasons ?? []
    },
    file(.noClaim, .no, "believed, claimed") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      _ = try library.desk.claim("VV.1", .returned)
      return try library.desk.acceptClaim("VV.1").reasons ?? []
    },
    file(.nobodyToCharge, .yes, "damaged, never lent") { library in
      let amount = Money(dong: 5000)
      return try library.desk.reportDamage("VV.1", note: "rách", charging: amount).reasons ?? []
    },
    file(.nobodyToCharge, .no, "damaged, lent before") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      _ = try library.desk.takeBack("VV.1")
      let amount = Money(dong: 5000)
      return try library.desk.reportDamage("VV.1", note: "rách", charging: amount).reasons ?? []
    },
    file(.nothingToReplace, .yes, "replaced, nothing charged") { library in
      try library.desk.replaceLost("VV.1", with: "VV.2").reasons ?? []
    },
    file(.nothingToReplace, .no, "replaced, charged") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      _ = try library.desk.declareLost("VV.1")
      return try library.desk.replaceLost("VV.1", with: "VV.2").reasons ?? []
    },
  ]

  private static let money = [
    file(.drawerNotOpen, .yes, "moved, no drawer open") { library in
      try library.desk.moveCash(Money(dong: 1), reason: "x").reasons ?? []
    },
    file(.drawerNotOpen, .no, "moved, one open") { library in
      _ = try library.desk.openCash(float: .zero)
      return try library.desk.moveCash(Money(dong: 1), reason: "x").reasons ?? []
    },
    file(.cashShiftClosed, .yes, "paid in a shift that is closed, none open") { library in
      let paid = try library.paidInClosedShift()
      return try library.desk.undo(paid).reasons ?? []
    },
    file(.cashShiftClosed, .no, "a new shift is open") { library in
      let paid = try library.paidInClosedShift()
      _ = try library.desk.openCash(float: Money(dong: 5000))
      return try library.desk.undo(paid).reasons ?? []
    },
    file(.statusWhileLent, .yes, "called lost while a reader has it") { library in
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      return try library.desk.editItem("VV.1", [.status: "lost"]).reasons ?? []
    },
    file(.statusWhileLent, .no, "called lost from the shelf") { library in
      try library.desk.editItem("VV.1", [.status: "lost"]).reasons ?? []
    },
  ]

  private static let patrons = [
    file(.cardTaken, .yes, "another's card") { library in
      try library.desk.enrol(PatronDraft(name: "An", card: "tv1")).reasons ?? []
    },
    file(.cardTaken, .no, "a new card") { library in
      try library.desk.enrol(PatronDraft(name: "An", card: "TV3")).reasons ?? []
    },
    file(.citizenKnown, .yes, "enrolled before") { library in
      _ = try library.enrolled(citizen: "001087012345")
      return try library.enrolled(citizen: "001087012345").reasons ?? []
    },
    file(.citizenKnown, .no, "another citizen") { library in
      _ = try library.enrolled(citizen: "001087012345")
      return try library.enrolled(citizen: "001087012346").reasons ?? []
    },
    file(.guardianCircular, .yes, "answers for the guardian") { library in
      _ = try library.desk.editPatron("TV2", [.guardian: "TV1"])
      return try library.desk.editPatron("TV1", [.guardian: "TV2"]).reasons ?? []
    },
    file(.guardianCircular, .no, "another guardian") { library in
      try library.desk.editPatron("TV1", [.guardian: "TV2"]).reasons ?? []
    },
    file(.patronsNotMerged, .yes, "with itself") { library in
      try library.desk.mergePatrons("TV1", "TV1").reasons
    },
    file(.patronsNotMerged, .yes, "born apart") { library in
      _ = try library.desk.editPatron("TV1", [.born: "1987"])
      _ = try library.desk.editPatron("TV2", [.born: "1988"])
      return try library.desk.mergePatrons("TV1", "TV2").reasons
    },
    file(.patronsNotMerged, .no, "two entries") { library in
      try library.desk.mergePatrons("TV1", "TV2").reasons
    },
  ]

  private static let house = [
    file(.valueOutOfRange, .no, "3650 days") { try $0.ruled([.loanDays: 3650]) },
    file(.valueOutOfRange, .yes, "3651 days") { try $0.ruled([.loanDays: 3651]) },
    file(.valueOutOfRange, .yes, "days below zero") { try $0.ruled([.loanDays: -1]) },
    file(.valueOutOfRange, .yes, "no period of days") { try $0.ruled([.finePeriod: 0]) },
    file(.valueOverAll, .yes, "a limit over all, for one type") { library in
      try library.ruled([.loansMaximum: 3], of: RuleScope(itemType: "BOOK"))
    },
    file(.valueOverAll, .yes, "a limit over all, for one collection") { library in
      try library.ruled([.holdsMaximum: 3], of: RuleScope(collection: "VV"))
    },
    file(.valueOverAll, .no, "for one category") { library in
      try library.ruled([.loansMaximum: 3], of: RuleScope(category: "CHILD"))
    },
    file(.valueOverAll, .no, "a limit of the type itself") { library in
      try library.ruled([.loansOfTypeMaximum: 3], of: RuleScope(itemType: "BOOK"))
    },
    file(.unknownCode, .yes, "a category on no list") { library in
      try library.ruled([.loanDays: 3], of: RuleScope(category: "LUNGTUNG"))
    },
    file(.unknownCode, .yes, "a library on no list") { library in
      try library.ruled([.loanDays: 3], of: RuleScope(library: "ZZ"))
    },
    file(.unknownCode, .no, "the own library, a type and a collection") { library in
      try library.ruled(
        [.loanDays: 3],
        of: RuleScope(library: "VN-TP", itemType: "BOOK", collection: "VV"))
    },
    file(.periodEmpty, .yes, "it ends before it begins") { library in
      let period = RulePeriod(from: library.desk.today, to: library.desk.today.adding(days: -1))
      return try library.ruled([.loanDays: 1], period)
    },
    file(.periodEmpty, .no, "one day") { library in
      let period = RulePeriod(from: library.desk.today, to: library.desk.today)
      return try library.ruled([.loanDays: 1], period)
    },
    file(.noOpenDay, .yes, "no day") { try $0.desk.setOpeningDays([]).reasons ?? [] },
    file(.noOpenDay, .no, "one day") { try $0.desk.setOpeningDays([.sunday]).reasons ?? [] },
    file(.accountInactive, .yes, "a closed account signs in") { library in
      try library.signedIn { _ = try $0.desk.editStaff("an", isActive: false) }
    },
    file(.accountInactive, .no, "an open account signs in") { try $0.signedIn { _ in } },
  ]

  private static let catalogue = [
    file(.barcodeTaken, .yes, "another's barcode") { library in
      let record = try library.item("VV.1").item.record
      return try library.desk.addItem(ItemDraft(record: record, barcode: "vv.2")).reasons ?? []
    },
    file(.barcodeTaken, .no, "a new barcode") { library in
      let record = try library.item("VV.1").item.record
      return try library.desk.addItem(ItemDraft(record: record, barcode: "VV.3")).reasons ?? []
    },
    file(.barcodeIsCard, .yes, "a reader's card") { library in
      let record = try library.item("VV.1").item.record
      return try library.desk.addItem(ItemDraft(record: record, barcode: "tv1")).reasons ?? []
    },
    file(.barcodeIsCard, .no, "a reader's card, and meant") { library in
      let record = try library.item("VV.1").item.record
      return try library.desk.sharingNumbers().addItem(
        ItemDraft(record: record, barcode: "tv1")
      ).reasons ?? []
    },
    file(.cardIsBarcode, .yes, "a copy's barcode") { library in
      try library.desk.enrol(PatronDraft(name: "Lê Na", card: "VV.1")).reasons ?? []
    },
    file(.cardIsBarcode, .no, "a copy's barcode, and meant") { library in
      try library.desk.sharingNumbers().enrol(PatronDraft(name: "Lê Na", card: "VV.1")).reasons
        ?? []
    },
    file(.batchNotOpen, .yes, "taken back before") { library in
      let batch = try library.changedPatrons()
      _ = try library.desk.undoBatch(batch)
      return try library.desk.closeBatch(batch).reasons
    },
    file(.batchNotOpen, .no, "broken off") { library in
      let batch = try library.append(.batchOpened(kind: Batch.patrons, source: "lớp 6A"))
      return try library.desk.closeBatch(batch).reasons
    },
  ]
}

extension TestLibrary {
  /// Why a visit of the holder of `card` cannot go back.
  fileprivate func visitUndone(_ card: String) throws -> [Refusal] {
    if case .refused(let undo) = try desk.undo(.visit, of: card) {
      undo.lines.flatMap(\.reasons)
    } else {
      []
    }
  }

  fileprivate func placed(_ card: String, _ item: String) throws -> EntityID {
    guard case .placed(let placed) = try desk.placeHold(HoldRequest(card: card, item: item)),
      let hold = placed.hold
    else { throw TestFailure("no hold on \(item)") }
    return hold
  }

  fileprivate func enrolled(citizen number: String) throws -> SaveOutcome {
    var draft = PatronDraft(name: "Lê Ngọc Hòa")
    draft.citizenNumber = number
    return try desk.enrol(draft)
  }

  fileprivate func ruled(
    _ values: [RuleParameter: Int], _ period: RulePeriod = RulePeriod(),
    of scope: RuleScope = RuleScope()
  ) throws -> [Refusal] {
    try desk.setRule(scope, period, values: values).reasons ?? []
  }

  /// What stands against signing in as `an`, once `change` has been made.
  fileprivate func signedIn(_ change: (TestLibrary) throws -> Void) throws -> [Refusal] {
    _ = try desk.setPassword("admin", to: "mật khẩu")
    _ = try desk.addStaff(login: "an", name: "An", role: .librarian, password: "một hai")
    try change(self)
    let answer = try file.signIn(login: "an", password: "một hai", clock: clock)
    if case .refused(let reasons) = answer { return reasons }
    return []
  }

  fileprivate func changedPatrons() throws -> EntityID {
    let outcome = try desk.renewMemberships(of: .category("ADULT"))
    guard case .changed(let batch) = outcome, let id = batch.batch else {
      throw TestFailure("nobody's card was renewed")
    }
    return id
  }
}

extension LossOutcome {
  fileprivate var reasons: [Refusal] {
    if case .refused(let reasons, _) = self { reasons } else { [] }
  }
}

extension PatronMergeOutcome {
  fileprivate var reasons: [Refusal] {
    if case .refused(let reasons) = self { reasons } else { [] }
  }
}

extension HoldEndOutcome {
  fileprivate var reasons: [Refusal] {
    if case .refused(let reasons) = self { reasons } else { [] }
  }
}

extension BatchOutcome {
  fileprivate var reasons: [Refusal] {
    if case .refused(let reasons) = self { reasons } else { [] }
  }
}

extension TestLibrary {
  /// A payment in cash whose shift was counted and closed since.
  fileprivate func paidInClosedShift() throws -> OpID {
    _ = try desk.openCash(float: .zero)
    let paid = try #require(try desk.pay("TV1", amount: Money(dong: 2000)).op)
    _ = try desk.closeCash(counted: Money(dong: 2000))
    return paid
  }
}
