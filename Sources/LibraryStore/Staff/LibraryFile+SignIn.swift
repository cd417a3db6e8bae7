import GRDB
public import LibraryCore

/// The answer to somebody who wants to work at the desk.
public enum SignInOutcome: Sendable {
  case signedIn(Desk)
  case refused([Refusal])
}

extension LibraryFile {
  /// Opens a desk for the account `login`, or for the only account there is.
  public func signIn(login: String? = nil, password: String? = nil, clock: any Clock) throws
    -> SignInOutcome
  {
    let accounts = try staff()
    switch SignIn.decide(login: login, password: password, accounts: accounts) {
    case .refused(let reasons): return .refused(reasons)
    case .admitted(let account): return admit(account, clock)
    case .passwordAsked(let account):
      guard let password, try passwordHash(of: account)?.verifies(password) == true else {
        return .refused([.wrongPassword])
      }
      return admit(account, clock)
    }
  }

  /// Whether signing in has to ask anything; false as long as the library has one account without a password.
  public func needsPassword() throws -> Bool {
    let accounts = try staff()
    return accounts.count > 1 || accounts.contains(where: \.hasPassword)
  }

  private func admit(_ account: StaffAccount, _ clock: any Clock) -> SignInOutcome {
    guard account.isActive else { return .refused([.accountInactive]) }
    return .signedIn(Desk(file: self, staff: account.id, clock: clock))
  }

  private func staff() throws -> [StaffAccount] {
    try read { try configuration.current($0).staff }
  }

  private func passwordHash(of account: StaffAccount) throws -> PasswordHash? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT password FROM staff WHERE id = ?", arguments: [account.id.rawValue])
    }.map(PasswordHash.init(text:))
  }
}
