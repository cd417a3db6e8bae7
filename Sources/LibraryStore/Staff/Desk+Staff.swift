public import LibraryCore
import VietnameseText

extension Desk {
  /// Adds an account; without a password nobody can sign in with it until one is set.
  public func addStaff(login: String, name: String, role: StaffRole, password: String? = nil) throws
    -> SaveOutcome
  {
    let hash = try password.flatMap { $0.isEmpty ? nil : $0 }.map(passwordHash)
    let name = name.nfc
    return try act { transaction in
      let refusals = transaction.staffChange.adding(login: login, name: name)
      guard refusals.isEmpty else { return .refused(refusals) }
      let id = transaction.journal.newEntity()
      var changes = [
        StaffField.login.set(login), StaffField.name.set(name), StaffField.role.set(role.rawValue),
      ]
      if let hash { changes.append(StaffField.password.set(hash.text)) }
      changes.append(StaffField.active.set(StaffAccount.activeText(true)))
      return .saved(id: id, op: try transaction.append(.staffSaved(changes), on: id))
    }
  }

  /// Changes what is given of the account `login`; what is nil stays.
  public func editStaff(
    _ login: String, name: String? = nil, role: StaffRole? = nil, isActive: Bool? = nil
  ) throws -> SaveOutcome {
    try act { transaction in
      let change = transaction.staffChange
      guard let account = change.account(login) else { return .unknown(login) }
      let newName = name?.nfc ?? account.name
      let newRole = role ?? account.role
      let newActive = isActive ?? account.isActive
      let refusals = change.editing(account, name: newName, role: newRole, isActive: newActive)
      guard refusals.isEmpty else { return .refused(refusals) }
      var changes: [FieldChange] = []
      if newName != account.name { changes.append(StaffField.name.set(newName)) }
      if newRole != account.role { changes.append(StaffField.role.set(newRole.rawValue)) }
      if newActive != account.isActive {
        changes.append(StaffField.active.set(StaffAccount.activeText(newActive)))
      }
      guard !changes.isEmpty else { return .unchanged(id: account.id) }
      return .saved(
        id: account.id, op: try transaction.append(.staffSaved(changes), on: account.id))
    }
  }

  /// Gives the account `login` a new password; everybody may set their own.
  public func setPassword(_ login: String, to password: String) throws -> SaveOutcome {
    // Hashing is slow on purpose, so it happens before the write lock is taken.
    let hash = try passwordHash(password)
    return try act { transaction in
      let change = transaction.staffChange
      guard let account = change.account(login) else { return .unknown(login) }
      let refusals = change.settingPassword(of: account, to: password)
      guard refusals.isEmpty else { return .refused(refusals) }
      let changes = [StaffField.password.set(hash.text)]
      return .saved(
        id: account.id, op: try transaction.append(.staffSaved(changes), on: account.id))
    }
  }

  private func passwordHash(_ password: String) throws -> PasswordHash {
    guard let hash = PasswordHash(hashing: password) else {
      throw StoreFault.disk(path: file.path, detail: "no memory to hash a password")
    }
    return hash
  }
}

extension DeskTransaction {
  fileprivate var staffChange: StaffChange {
    StaffChange(actor: staff, accounts: configuration.staff)
  }
}

extension StaffAccount {
  /// How the `active` field is stored.
  static func activeText(_ isActive: Bool) -> String { isActive ? "yes" : "no" }
}
