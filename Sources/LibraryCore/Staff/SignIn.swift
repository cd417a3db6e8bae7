/// What a password is needed for.
public enum PasswordNeed: Equatable, Sendable {
  /// The account has one, or is one of several, and none was given.
  case toSignIn
  /// From the second account on, whoever manages the accounts has to have one.
  case forSecondAccount
  /// What was given is empty.
  case notEmpty
}

/// Whether somebody may act, before there is a desk to act at.
public enum SignIn: Equatable, Sendable {
  case admitted(StaffAccount)
  /// The account is right; its password has to be verified.
  case passwordAsked(StaffAccount)
  case refused([Refusal])

  /// Decides who signs in: the account named `login`, or the only one there is.
  ///
  /// A library's single account without a password is admitted without a question. Any other account needs its password, and
  /// one that has none cannot sign in. A login nobody has is refused in the same words as a wrong password.
  public static func decide(login: String?, password: String?, accounts: [StaffAccount]) -> SignIn {
    if login == nil, accounts.count > 1 { return .refused([.signInNeeded]) }
    let account =
      login.map { login in accounts.first { $0.login.lowercased() == login.lowercased() } }
      ?? accounts.first
    guard let account else { return .refused([.wrongPassword]) }
    if accounts.count == 1, !account.hasPassword { return .admitted(account) }
    guard password != nil else { return .refused([.passwordNeeded(.toSignIn)]) }
    return account.hasPassword ? .passwordAsked(account) : .refused([.wrongPassword])
  }
}
