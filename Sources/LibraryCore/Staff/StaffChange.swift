/// What stands against a change of the staff accounts.
public struct StaffChange: Sendable {
  public var actor: StaffAccount
  public var accounts: [StaffAccount]

  public init(actor: StaffAccount, accounts: [StaffAccount]) {
    self.actor = actor
    self.accounts = accounts
  }

  /// The first account needs a password before a second one exists: from then on signing in asks.
  public func adding(login: String, name: String) -> [Refusal] {
    var reasons = permission
    if !StaffAccount.isLogin(login) {
      reasons.append(.invalidValue(field: "login", typed: login))
    }
    if account(login) != nil { reasons.append(.loginTaken(login)) }
    if name.isEmpty { reasons.append(.nameMissing) }
    if accounts.contains(where: { $0.role == .administrator && $0.isActive && !$0.hasPassword }) {
      reasons.append(.passwordNeeded(.forSecondAccount))
    }
    return reasons
  }

  /// Somebody must always be able to manage the accounts.
  public func editing(_ account: StaffAccount, name: String, role: StaffRole, isActive: Bool)
    -> [Refusal]
  {
    var reasons = permission
    if name.isEmpty { reasons.append(.nameMissing) }
    let remains = role == .administrator && isActive
    let others = accounts.contains {
      $0.id != account.id && $0.role == .administrator && $0.isActive
    }
    if account.role == .administrator, account.isActive, !remains, !others {
      reasons.append(.lastAdministrator)
    }
    return reasons
  }

  /// People set their own password; those who manage the accounts set anybody's.
  public func settingPassword(of account: StaffAccount, to password: String) -> [Refusal] {
    var reasons = account.id == actor.id && actor.isActive ? [] : permission
    if password.isEmpty { reasons.append(.passwordNeeded(.notEmpty)) }
    return reasons
  }

  public func account(_ login: String) -> StaffAccount? {
    accounts.first { $0.login.lowercased() == login.lowercased() }
  }

  private var permission: [Refusal] {
    actor.may(.manageStaff) ? [] : [.noPermission(.manageStaff)]
  }
}

extension StaffAccount {
  public static let loginLengthMaximum = 40

  /// Whether `text` can be typed anywhere as a login: ASCII letters, digits, points, hyphens and underscores.
  public static func isLogin(_ text: String) -> Bool {
    (1...loginLengthMaximum).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "._-".utf8.contains(byte)
        }
      }
  }
}
