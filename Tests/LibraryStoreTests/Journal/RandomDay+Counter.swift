import LibraryCore
import Testing

@testable import LibraryStore

/// What else happens at a counter in the course of years: holds, losses, money taken back, cards, classes, entries made one,
/// closed days, and a clock that runs and now and then jumps.
extension RandomDay {
  /// Does one thing of any kind, at a moment that `clock` is set to.
  mutating func actAnytime(_ clock: TestClock) throws {
    runClock(clock)
    count("clock confirmed", try desk.confirmClock().op != nil)
    switch below(10) {
    case 0...2: try act()
    case 3...5: try lend()
    case 6: try hold()
    case 7: try lose()
    case 8: try keepPatrons()
    default: try keepHouse()
    }
  }

  /// Minutes mostly, days now and then; a clock put back stays behind what was written.
  private func runClock(_ clock: TestClock) {
    switch below(40) {
    case 0...3: clock.move(days: 1 + below(20))
    case 4: clock.move(days: -below(3))
    default: clock.move(minutes: below(20))
    }
  }

  private mutating func count(_ name: String, _ isDone: Bool) {
    if isDone { done[name, default: 0] += 1 }
  }

  private mutating func lend() throws {
    let (item, card) = (pick(barcodes), pick(cards))
    let reason = pick([nil, "bạn đọc cần", "cho lớp học"])
    switch below(11) {
    case 9: try box(card)
    case 0...3:
      let time = pick([nil, TimeOfDay(minutes: below(1441))])
      let due = below(9) == 0 ? RequestedDue(desk.today.adding(days: below(40) - 2), at: time) : nil
      let outcome = try desk.checkOut(
        item, to: card, due: due, onSite: below(8) == 0, override: reason)
      count("lent", outcome.lent != nil)
      if outcome.lent != nil, case .item(let copy) = try desk.look(item, preferring: .label) {
        #expect([.available, .damaged].contains(copy.item.status), "\(item) was lent as it is")
      }
      count("lent when lost", outcome.lent?.notices.map(\.code).contains("foundAgain") == true)
    case 4...6:
      let damage = Damage("rách bìa", charge: Money(dong: Int64(below(3)) * 500))
      let returned = try desk.takeBack(
        item, dropBox: below(4) == 0, damage: below(5) == 0 ? damage : nil
      ).returned
      count("returned", returned != nil)
      count("damaged", returned?.errand == .aside(.damaged))
    case 7:
      let stated = desk.acting(at: Moment(milliseconds: desk.now.milliseconds - 86_400_000))
      count("backdated", try stated.takeBack(item).returned != nil)
    case 8: try undoTogether()
    default:
      if below(2) == 0 {
        _ = try desk.renewAll(card, override: reason)
      } else {
        _ = try desk.checkOutAll((0...below(3)).map { _ in pick(barcodes) }, to: card)
      }
    }
  }

  /// What is done with whole boxes, and what institutions report of them.
  private mutating func box(_ card: String) throws {
    let lines = (0...below(3)).map { _ in BoxList.Line(pick(barcodes), uses: pick([nil, 0, 3])) }
    let boxes = try desk.boxes(limit: 5)
    switch below(4) {
    case 0: _ = try desk.checkOutAll(lines.map(\.barcode), to: card, receiver: "Hoa")
    case 1: count("packed", try desk.packBox(for: card).op != nil)
    case 2: count("boxed back", try !desk.takeBackAll(lines).ops.isEmpty)
    default:
      if !boxes.isEmpty { _ = try desk.tally(Tally(.outside, count: 2, box: pick(boxes).id)) }
    }
  }

  private mutating func hold() throws {
    let card = pick(cards)
    guard case .patron(let reader) = try desk.look(card, preferring: .card) else { return }
    let holds = try desk.holds(of: reader.patron.id)
    switch below(7) {
    case 0...2:
      let wanted = (0...below(2)).compactMap { _ in records.isEmpty ? nil : pick(records) }
      var request = HoldRequest(card: card, records: wanted)
      if below(3) == 0 { request = HoldRequest(card: card, item: pick(barcodes)) }
      request.pickup = pick([nil, nil, "Q2"])
      request.expiresOn = pick([nil, desk.today.adding(days: below(30))])
      request.frozenUntil = pick([nil, nil, desk.today.adding(days: below(5))])
      if case .placed = try desk.placeHold(request, override: pick([nil, "cần"])) {
        count("held", true)
      }
    case 3: if !holds.isEmpty { _ = try desk.endHold(pick(holds).id, reason: "thôi") }
    case 4: if !holds.isEmpty { _ = try desk.editHold(pick(holds).id, [.frozenUntil: nil]) }
    case 5: _ = try desk.clearExpiredHolds()
    default:
      // The copy that lies on the hold shelf is fetched.
      let ready = try desk.holdShelf()
      if let hold = ready.isEmpty ? nil : pick(ready), let copy = hold.copy {
        _ = try desk.checkOut(copy.barcode.text, to: hold.patron.card.text, override: "giữ chỗ")
      }
    }
  }

  private mutating func lose() throws {
    let item = pick(barcodes)
    switch below(9) {
    case 0, 1:
      let outcome = try desk.declareLost(item, price: pick([nil, Money(dong: 30_000)]))
      if case .lost = outcome { count("lost", true) }
    case 2: _ = try desk.claim(item, pick([.returned, .neverHad, nil]))
    case 3: count("believed", try desk.acceptClaim(item).op != nil)
    case 4:
      _ = try desk.reportDamage(item, note: "rách", charging: Money(dong: Int64(below(3)) * 500))
    case 5: _ = try desk.replaceLost(item, with: pick(barcodes))
    case 6: if case .marked = try desk.markOverdues() { count("marked", true) }
    case 7: try voidEntry()
    default:
      guard below(2) == 0 else {
        count("found", try desk.takeBack(item).returned == nil)
        return
      }
      // Lost from the shelf, and on the counter again in a reader's hand.
      _ = try desk.editItem(item, [.status: "lost"])
      let notices = try desk.checkOut(item, to: pick(cards), override: "tìm thấy").lent?.notices
      count("lent when lost", notices?.map(\.code).contains("foundAgain") == true)
    }
  }

  private mutating func voidEntry() throws {
    guard case .patron(let reader) = try desk.look(pick(cards), preferring: .card) else { return }
    let lines = try desk.account(of: reader.patron.id).lines
    guard !lines.isEmpty else { return }
    count("voided", try desk.void(pick(lines).op, reason: "ghi nhầm").op != nil)
  }

  private mutating func keepPatrons() throws {
    let card = pick(cards)
    switch below(12) {
    case 0:
      if case .merged = try desk.mergePatrons(card, pick(cards)) { count("merged", true) }
    case 1: if let new = try desk.nextCard() { try replaceCard(card, with: new) }
    case 2: _ = try desk.addCard("THE\(below(40))", to: card)
    case 3: _ = try desk.retireCard("THE\(below(40))", because: .lost)
    case 4, 5:
      let until = pick([nil, desk.today.adding(days: below(9))])
      _ = try desk.remark(
        RemarkRequest(
          card: card, kind: pick(RemarkKind.allCases), text: "gọi lại", until: until,
          mustBeRead: below(2) == 0))
    case 6: try settleRemark(of: card)
    case 7: _ = try desk.renewMembership(card)
    case 8:
      if case .changed(let batch) = try desk.renewMemberships(of: .category("CHILD")) {
        count("renewed together", batch.op != nil)
      }
    case 9: try promote()
    case 10:
      _ = try desk.editPatron(
        card, below(2) == 0 ? [.className: pick(["6A", "7B", nil])] : [.guardian: pick(cards)])
    default: _ = try desk.tally(Tally(pick(TallyKind.allCases), count: 1 + below(3)))
    }
  }

  private mutating func replaceCard(_ card: String, with new: String) throws {
    if try desk.replaceCard(card, with: new, because: pick([.lost, .damaged])).op != nil {
      cards.append(new)
      count("card replaced", true)
    }
  }

  private func settleRemark(of card: String) throws {
    guard case .patron(let reader) = try desk.look(card, preferring: .card),
      let remark = reader.remarks.first
    else { return }
    _ = try below(2) == 0 ? desk.liftRemark(remark.id) : desk.readRemark(remark.id)
  }

  private mutating func promote() throws {
    guard let sixth = SchoolClass("6A"), let seventh = SchoolClass("7A"),
      let last = SchoolClass("7B")
    else { return }
    let moves = [
      ClassMove(from: sixth, to: .moves(to: seventh)), ClassMove(from: last, to: .leaves),
    ]
    let outcome = try desk.promoteClasses(moves, to: SchoolYear(around: desk.today))
    if case .changed(let batch) = outcome { count("promoted", batch.op != nil) }
  }

  private mutating func keepHouse() throws {
    switch below(10) {
    case 9: try remind()
    case 0:
      let first = desk.today.adding(days: below(20))
      let outcome = try desk.closeDays(
        from: first, to: first.adding(days: below(4)), reason: "bão")
      if case .closed = outcome { count("closed", true) }
    case 1:
      _ = try desk.setOpeningDay(desk.today.adding(days: below(9)), isOpen: pick([true, nil]))
    case 2:
      let values: [[RuleParameter: Int]] = [
        [.loanDays: 1 + below(9), .loansMaximum: 1 + below(9)], [.finePerDay: 500],
        [.suspensionDays: below(2), .graceDays: below(2)], [.holdPolicy: below(4)],
        [.overduesMaximum: below(9), .owedMaximum: below(90) * 1000], [.lostRefund: below(3)],
        [.longOverdueDays: 20 + below(30), .lostDays: 40 + below(60)], [.processingFee: 5000],
        [.shortLoanFrom: below(2), .renewalsExtra: below(2)], [.lendable: 1],
        [.loanHours: below(3) * 5, .hoursEnd: below(3)], [.dueTime: below(2) * 1020],
        [.deposit: below(3) * 1000], [.depositPercent: below(2) * 50],
      ]
      _ = try desk.setRule(
        RuleScope(category: pick([nil, "CHILD"]), itemType: pick([nil, "BOOK"])),
        values: pick(values))
    case 3: _ = try desk.editItem(pick(barcodes), [.library: pick([nil, "Q2"])])
    case 4:
      try fastAdd()
    case 5: _ = try desk.saveTerm(.library, code: "Q2", name: "Kho Quận 2")
    case 6, 7:
      let outcome = try desk.reapplyRules(RuleScope(category: pick([nil, nil, "CHILD"])))
      if case .reapplied = outcome { count("reapplied", true) }
    default: count("undone", try desk.undo().op != nil)
    }
  }

  /// A book without a record is added, lent at once, and perhaps taken back with all that; a name that is free again comes again.
  private mutating func fastAdd() throws {
    let barcode = "NHANH.\(below(60))"
    guard try desk.fastAdd(barcode, title: "Sách chưa biên mục").op != nil else { return }
    if !barcodes.contains(barcode) { barcodes.append(barcode) }
    guard try desk.checkOut(barcode, to: pick(cards), override: "cần").lent != nil else { return }
    count("added and lent", true)
    if below(3) == 0, let undone = try desk.undo().op {
      count("added and lent undone", true)
      if below(2) == 0 { count("added and lent again", try desk.undo(undone).op != nil) }
    }
  }

  private mutating func remind() throws {
    guard
      case .recorded(let ops, let together?) = try desk.recordReminders(
        desk.overdueReaders(days: 1), by: pick(ReminderWay.allCases))
    else { return }
    count("reminded together", ops.count > 1)
    if below(2) == 0 { _ = try desk.undo(together) }
  }

  /// A reader's visit, or all since some hours, as a look at it said; or the last few actions together.
  private mutating func undoTogether() throws {
    guard below(4) == 0 else {
      let hours = Int64(below(48))
      let since = Moment(milliseconds: desk.now.milliseconds - hours * 3_600_000)
      let served = try desk.today(limit: 20).compactMap { $0.patron?.card.text }
      let (span, card) = (pick([UndoSpan.visit, .since(since)]), pick(served + [pick(cards)]))
      let tried = try desk.undo(span, of: card, partly: true, dryRun: true)
      let outcome = try desk.undo(span, of: card, partly: true)
      #expect(tried == outcome.unwritten, "\(span)")
      if case .undone = outcome { count("visit undone", true) }
      return
    }
    let ops = try desk.log(limit: 1 + below(4)).map(\.op.id)
    count("undone together", try desk.undo(all: ops).contains { $0.op != nil })
  }
}
