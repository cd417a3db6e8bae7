import GRDB
import LibraryCore

extension DeskFacts {
  /// What the library as it stands now has against an op that puts something back: a label that is taken, a person who is gone.
  func conflicts(of body: OpBody, on entity: EntityID) throws -> [Refusal] {
    switch body {
    case .itemSaved(let changes): try itemConflicts(changes, entity)
    case .patronSaved(let changes):
      try cardConflicts(changes, entity) + citizenConflicts(changes, entity)
    case .staffSaved(let changes): staffConflicts(changes, entity)
    case .holdSaved(let changes): try holdConflicts(changes, entity)
    case .holdReopened: try doubledHold(entity)
    case .copyReleased(let released): try releaseConflicts(released, entity)
    case .patronMerged(let merged): try goneConflicts("patron", merged.keeper)
    case .patronParted(let merged): try partingConflicts(merged, entity)
    case .loanOpened(let loan):
      try goneConflicts("patron", loan.patron) + goneConflicts("item", entity)
    case .loanReopened(let reopened): try reopeningConflicts(reopened.loan)
    case .paymentTaken, .paymentVoided, .accountEntered:
      try body.accountEntry.map { try accountConflicts(of: $0, on: entity) } ?? []
    case .cashMoved, .cashReopened: try cashConflicts(of: body, on: entity)
    default: []
    }
  }

  private func itemConflicts(_ changes: [FieldChange], _ id: EntityID) throws -> [Refusal] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT barcode, status, record FROM item WHERE id = ?"),
      arguments: [id.rawValue])
    guard let row else { return [] }
    let status = changes.value(ItemField.status) ?? row[1]
    guard status != ItemStatus.removed.rawValue else { return [] }
    let record = changes.value(ItemField.record).flatMap { Int64($0) } ?? row[2]
    var reasons = try goneConflicts("record", EntityID(rawValue: record))
    if let barcode = Barcode(changes.value(ItemField.barcode) ?? row[0] ?? ""),
      let holder = try item(barcode), holder.item.id != id
    {
      reasons.append(.barcodeTaken(barcode, title: holder.title))
    }
    if let status = changes.statusOutOfUse, let barcode = Barcode(row[0] ?? ""),
      let loan = try item(barcode)?.loan
    {
      reasons.append(.statusWhileLent(loan, status))
    }
    return reasons
  }

  /// A placing is not taken back once a copy was found for it.
  private func holdConflicts(_ changes: [FieldChange], _ id: EntityID) throws -> [Refusal] {
    if changes.contains(HoldField.removed.set(nil)) { return try doubledHold(id) }
    guard changes.value(HoldField.removed) != nil, let hold = try hold(id),
      hold.status != .waiting
    else { return [] }
    let last = try OpHistory(db: db).head(of: hold.copy?.id ?? id)
    return [.laterActions([last].compactMap { $0 })]
  }

  /// A hold that comes back where its reader waits for the same meanwhile.
  private func doubledHold(_ id: EntityID) throws -> [Refusal] {
    guard let hold = try everyHold(id) else { return [] }
    return try holds(of: hold.patron.id, includeEnded: false)
      .first { $0.id != id && $0.wanted.overlaps(hold.wanted) }.map { [.alreadyHeld($0.id)] } ?? []
  }

  /// An entry that comes back where somebody was enrolled with the same citizen card meanwhile.
  private func citizenConflicts(_ changes: [FieldChange], _ id: EntityID) throws -> [Refusal] {
    guard let status = changes.value(PatronField.status), status != PatronStatus.removed.rawValue
    else { return [] }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT other.id FROM patron JOIN patron AS other
            ON other.citizen_key = patron.citizen_key AND other.citizen_key IS NOT NULL
          WHERE patron.id = ?1 AND patron.status = 'removed' AND other.id <> ?1
            AND other.status <> 'removed' LIMIT 1
          """),
      arguments: [id.rawValue])
    return try row.flatMap { try patronLine(EntityID(rawValue: $0[0])) }.map { [.citizenKnown($0)] }
      ?? []
  }

  private func releaseConflicts(_ released: CopyReleased, _ item: EntityID) throws -> [Refusal] {
    guard try setAside(item)?.hold != released.hold else { return [] }
    return [.laterActions([try OpHistory(db: db).head(of: released.hold)].compactMap { $0 })]
  }

  private func cardConflicts(_ changes: [FieldChange], _ id: EntityID) throws -> [Refusal] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT card, status FROM patron WHERE id = ?"),
      arguments: [id.rawValue])
    guard let row else { return [] }
    let status = changes.value(PatronField.status) ?? row[1]
    guard status != PatronStatus.removed.rawValue else { return [] }
    let others = changes.value(PatronField.cards).map { PatronCard.decode($0).map(\.number) } ?? []
    let card = CardNumber(changes.value(PatronField.card) ?? row[0] ?? "")
    return try ([card].compactMap(\.self) + others).compactMap { number in
      guard let holder = try owner(of: number), holder.id != id else { return nil }
      return .cardTaken(number, name: holder.name)
    }
  }

  private func staffConflicts(_ changes: [FieldChange], _ id: EntityID) -> [Refusal] {
    let before = configuration.staff
    let after = before.map { $0.id == id ? $0.with(changes) : $0 }
    var reasons: [Refusal] = []
    if let account = after.first(where: { $0.id == id }), !account.login.isEmpty,
      before.contains(where: { $0.id != id && $0.login.lowercased() == account.login.lowercased() })
    {
      reasons.append(.loginTaken(account.login))
    }
    if !after.hasAdministrator, before.hasAdministrator { reasons.append(.lastAdministrator) }
    if after.lacksPassword, !before.lacksPassword {
      reasons.append(.passwordNeeded(.forSecondAccount))
    }
    return reasons
  }

  /// The last op on a person or a title that was removed meanwhile stands in the way.
  func goneConflicts(_ table: String, _ id: EntityID) throws -> [Refusal] {
    let status = try String.fetchOne(
      db.cachedStatement(sql: "SELECT status FROM \(table) WHERE id = ?"), arguments: [id.rawValue])
    guard status == "removed" else { return [] }
    return [.laterActions([try OpHistory(db: db).head(of: id)].compactMap { $0 })]
  }
}

extension [FieldChange] {
  /// The value set for a field, or nil where the field is not set or cleared.
  fileprivate func value(_ field: some EntityField) -> String? {
    last { $0.number == field.rawValue }?.value
  }
}

extension StaffAccount {
  /// The account as it would be after `changes`.
  fileprivate func with(_ changes: [FieldChange]) -> StaffAccount {
    var account = self
    for change in changes {
      switch StaffField(rawValue: change.number) {
      case .login: account.login = change.value ?? ""
      case .name: account.name = change.value ?? ""
      case .role: account.role = change.value.flatMap(StaffRole.init) ?? .helper
      case .password: account.hasPassword = change.value != nil
      case .active: account.isActive = change.value == "yes"
      case nil: break
      }
    }
    return account
  }
}

extension [StaffAccount] {
  fileprivate var hasAdministrator: Bool { contains { $0.isActive && $0.role == .administrator } }

  /// Whether somebody could sign in as an administrator among several accounts without a password.
  fileprivate var lacksPassword: Bool {
    count(where: \.isActive) > 1
      && contains { $0.isActive && $0.role == .administrator && !$0.hasPassword }
  }
}
