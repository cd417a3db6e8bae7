import LibraryCore

/// Reasons against a return, against taking something back, and against what the house does beside the counter.
enum OtherRows {
  static let all = returns + undoings + accounts + signIns + shelves + remarks + tallies

  private static let taking = ReasonRows(
    verb: "return",
    facts: { values, role, reason in
      var copy = Sample.facts(values, role, reason)
      copy.item.loan = Sample.openLoan()
      let late = ReturnAssessment(
        dueOn: "2026-12-01", returnedOn: Sample.today, calendar: copy.calendar, terms: copy.terms)
      return ReturnFacts(
        item: copy.item, assessment: late, returnedAt: Moment(milliseconds: 0), staff: copy.staff,
        library: "VN-TP")
    },
    reasons: { facts in
      if case .refuse(let reasons) = facts.decide() { reasons } else { [] }
    })

  private static let returns = [
    taking(.noPermission, .yes, "a closed account") { $0.staff.isActive = false },
    taking(.noPermission, .no, "a helper takes back") { $0.staff.role = .helper },
    taking(.noPermission, .yes, "a librarian states no moment") {
      ($0.staff.role, $0.isBackdated) = (.librarian, true)
    },
    taking(.returnBeforeLoan, .yesAtEdge, "a moment before the loan") {
      ($0.isBackdated, $0.returnedAt) = (true, Moment(milliseconds: -1))
    },
    taking(.returnBeforeLoan, .noAtEdge, "at the moment of the loan") { $0.isBackdated = true },
    taking(.beforeRenewal, .yesAtEdge, "a moment before it was renewed") {
      ($0.isBackdated, $0.renewedAt) = (true, Moment(milliseconds: 1))
    },
    taking(.beforeRenewal, .noAtEdge, "at the moment of the renewal") {
      ($0.isBackdated, $0.renewedAt) = (true, Moment(milliseconds: 0))
    },
    taking(.beforeRenewal, .no, "the clock went back") { $0.renewedAt = Moment(milliseconds: 1) },
    taking(.momentAhead, .yes, "brought back at a moment to come") {
      ($0.isBackdated, $0.momentRefusals) = (true, [.momentAhead($0.returnedAt)])
    },
    taking(.momentAhead, .no, "brought back at a moment that has been") { $0.isBackdated = true },
    taking(.returnBeforeLoan, .no, "the clock went back") {
      $0.returnedAt = Moment(milliseconds: -1)
    },
    taking(.returnBeforeLoan, .no, "on no loan") {
      ($0.isBackdated, $0.returnedAt, $0.item.loan) = (true, Moment(milliseconds: -1), nil)
    },
    taking(.itemLost, .no, "lost and here") { $0.item.item.status = .lost },
    taking(.itemDamaged, .no, "damaged and here") { $0.item.item.status = .damaged },
    taking(.itemWithdrawn, .no, "withdrawn and here") { $0.item.item.status = .withdrawn },
  ]

  /// Taking back what account 77 did.
  private static let undoing = ReasonRows(
    verb: "undo",
    facts: { _, role, _ in
      var staff = Sample.staff
      staff.role = role
      return UndoFacts(
        op: Op(
          id: 9, wall: 0, clockQuality: .setByStaff, actor: 77, entity: 7,
          body: .loanVoided(loan: 3)), staff: staff)
    },
    reasons: { $0.refusals })

  private static let undoings = [
    undoing(.ownActionsOnly, .yes, "a helper, what others did") { $0.staff.role = .helper },
    undoing(.ownActionsOnly, .no, "a helper, what they did") {
      ($0.staff.role, $0.op.actor) = (.helper, $0.staff.id)
    },
    undoing(.ownActionsOnly, .no, "a librarian, anything") { $0.staff.role = .librarian },
    undoing(.noPermission, .yes, "a closed account") { $0.staff.isActive = false },
    undoing(.noPermission, .yes, "a librarian, a rule") {
      ($0.staff.role, $0.op.body) = (.librarian, .ruleSaved([]))
    },
    undoing(.noPermission, .no, "an administrator, a rule") { $0.op.body = .ruleSaved([]) },
    undoing(.notUndoable, .yes, "a batch taken back") { $0.op.body = .batchUndone(kept: []) },
    undoing(.notUndoable, .no, "a payment") {
      $0.op.body = .paymentTaken(PaymentTaken(amount: 1))
    },
    undoing(.alreadyUndone, .yes, "taken back before") { $0.undoneBy = 11 },
    undoing(.alreadyUndone, .no, "never taken back") { $0.undoneBy = nil },
    undoing(.laterActions, .yes, "something stands on it") { $0.standing = [12] },
    undoing(.laterActions, .no, "nothing stands on it") { $0.standing = [] },
    undoing(.recordInUse, .yesAtEdge, "one copy") { $0.copies = 1 },
    undoing(.recordInUse, .noAtEdge, "no copy") { $0.copies = 0 },
    undoing(.stocktakeClosed, .yes, "scanned, closed since") { $0.isStocktakeClosed = true },
    undoing.all([.stocktakeClosed, .recordInUse, .laterActions], "all at once") {
      ($0.isStocktakeClosed, $0.copies, $0.standing) = (true, 2, [12])
    },
    undoing.all([.ownActionsOnly, .noPermission], "a helper, a rule of others") {
      ($0.staff.role, $0.op.body) = (.helper, .ruleSaved([]))
    },
  ]

  struct Accounts: Sendable {
    var change: StaffChange
    var login = "binh"
    var name = "Bình"
    var closes = false
    var password: String?

    var reasons: [Refusal] {
      if let password { return change.settingPassword(of: change.accounts[0], to: password) }
      return closes
        ? change.editing(change.accounts[0], name: name, role: .administrator, isActive: false)
        : change.adding(login: login, name: name)
    }
  }

  /// A second account beside an administrator who has a password.
  private static let accounting = ReasonRows(
    verb: "accounts",
    facts: { _, role, _ in
      var admin = Sample.staff
      (admin.role, admin.hasPassword) = (role, true)
      return Accounts(change: StaffChange(actor: admin, accounts: [admin]))
    },
    reasons: { $0.reasons })

  private static let accounts = [
    accounting(.noPermission, .yes, "a librarian adds none") { $0.change.actor.role = .librarian },
    accounting(.noPermission, .no, "an administrator adds one") { $0.name = "Bình" },
    accounting(.loginTaken, .yes, "another's login") { $0.login = "ADMIN" },
    accounting(.loginTaken, .no, "a login of one's own") { $0.login = "admin2" },
    accounting(.nameMissing, .yes, "no name") { $0.name = "" },
    accounting(.nameMissing, .no, "a short name") { $0.name = "Y" },
    accounting(.invalidValue, .yes, "a login with marks") { $0.login = "bình" },
    accounting(.invalidValue, .yes, "a login of nothing") { $0.login = "" },
    accounting(.invalidValue, .noAtEdge, "40 letters") {
      $0.login = String(repeating: "a", count: 40)
    },
    accounting(.invalidValue, .yesAtEdge, "41 letters") {
      $0.login = String(repeating: "a", count: 41)
    },
    accounting(.passwordNeeded, .yes, "the first has none") {
      $0.change.accounts[0].hasPassword = false
    },
    accounting(.passwordNeeded, .no, "the first has one") {
      $0.change.accounts[0].hasPassword = true
    },
    accounting(.passwordNeeded, .yes, "an empty password") { $0.password = "" },
    accounting(.passwordNeeded, .no, "a password") { $0.password = "x" },
    accounting(.lastAdministrator, .yes, "the last one closed") { $0.closes = true },
    accounting(.lastAdministrator, .no, "one of two closed") {
      $0.closes = true
      $0.change.accounts.append(
        StaffAccount(id: 3, login: "lan", name: "Lan", role: .administrator))
    },
  ]

  struct Arrival: Sendable {
    var login: String?
    var password: String?
    var accounts: [StaffAccount]

    var reasons: [Refusal] {
      let answer = SignIn.decide(login: login, password: password, accounts: accounts)
      if case .refused(let reasons) = answer { return reasons }
      return []
    }
  }

  /// Somebody comes to a library of two accounts, one without a password.
  private static let arriving = ReasonRows(
    verb: "sign-in",
    facts: { _, _, _ in
      Arrival(
        login: "an", password: "x",
        accounts: [
          StaffAccount(id: 2, login: "an", name: "An", role: .administrator, hasPassword: true),
          StaffAccount(id: 3, login: "binh", name: "Bình", role: .helper),
        ])
    },
    reasons: { $0.reasons })

  private static let signIns = [
    arriving(.signInNeeded, .yes, "no login of two") { $0.login = nil },
    arriving(.signInNeeded, .no, "no login of one") {
      $0.login = nil
      $0.accounts.removeLast()
    },
    arriving(.passwordNeeded, .yes, "a login alone") { $0.password = nil },
    arriving(.passwordNeeded, .no, "the only one, without a password") {
      $0.accounts.removeFirst()
      ($0.login, $0.password) = ("binh", nil)
    },
    arriving(.wrongPassword, .yes, "nobody's login") { $0.login = "lan" },
    arriving(.wrongPassword, .yes, "one without a password of two") { $0.login = "binh" },
    arriving(.wrongPassword, .no, "in capitals") { $0.login = "AN" },
  ]

  private static let shelf = ReasonRows(
    verb: "shelf",
    facts: { _, role, _ in
      var staff = Sample.staff
      staff.role = role
      return ShelfScan(
        staff: staff, scope: StocktakeScope(name: "Kiểm kê"), isClosed: false, item: nil,
        isSeenBefore: false, previousCallNumber: nil)
    },
    reasons: { $0.refusals })

  private static let shelves = [
    shelf(.stocktakeClosed, .yes, "closed") { $0.isClosed = true },
    shelf(.stocktakeClosed, .no, "open") { $0.isClosed = false },
    shelf(.noPermission, .yes, "a closed account") { $0.staff.isActive = false },
    shelf(.noPermission, .no, "a helper scans") { $0.staff.role = .helper },
  ]

  private static let remark = ReasonRows(
    verb: "remark",
    facts: { _, _, _ in RemarkRequest(card: "TV1", kind: .message, text: "gọi lại") },
    reasons: { $0.refusals(text: $0.text.isEmpty ? nil : $0.text, today: Sample.today) })

  private static let remarks = [
    remark(.invalidValue, .yes, "no words") { $0.text = "" },
    remark(.invalidValue, .no, "a word") { $0.text = "x" },
    remark(.invalidValue, .yesAtEdge, "until yesterday") { $0.until = "2026-11-22" },
    remark(.invalidValue, .noAtEdge, "until today") { $0.until = "2026-11-23" },
    remark(.invalidValue, .yesAtEdge, "until the day before it begins") {
      ($0.from, $0.until) = ("2026-12-02", "2026-12-01")
    },
    remark(.invalidValue, .noAtEdge, "for one day") {
      ($0.from, $0.until) = ("2026-12-01", "2026-12-01")
    },
  ]

  private static let tally = ReasonRows(
    verb: "tally", facts: { _, _, _ in Tally(.onSite) },
    reasons: {
      $0.refusals
    })

  private static let tallies = [
    tally(.invalidValue, .yesAtEdge, "none") { $0.count = 0 },
    tally(.invalidValue, .noAtEdge, "one") { $0.count = 1 },
    tally(.invalidValue, .noAtEdge, "ten thousand") { $0.count = 10_000 },
    tally(.invalidValue, .yesAtEdge, "one more") { $0.count = 10_001 },
    tally(.invalidValue, .noAtEdge, "group 9") { $0.group = 9 },
    tally(.invalidValue, .yesAtEdge, "group 10") { $0.group = 10 },
    tally(.invalidValue, .noAtEdge, "group 0") { $0.group = 0 },
    tally(.invalidValue, .yesAtEdge, "group -1") { $0.group = -1 },
    tally(.invalidValue, .yes, "a visit has no group") { ($0.kind, $0.group) = (.visit, 8) },
  ]
}
