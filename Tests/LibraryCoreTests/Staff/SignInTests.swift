import LibraryCore
import Testing

@Suite struct SignInTests {
  static let admin = StaffAccount(
    id: EntityID(rawValue: 2), login: "admin", name: "Chị Hoa", role: .administrator)
  static var sealed: StaffAccount {
    var account = admin
    account.hasPassword = true
    return account
  }
  static let helper = StaffAccount(
    id: EntityID(rawValue: 3), login: "lan", name: "Lan", role: .helper)

  @Test("a new library asks for nothing")
  func newLibrary() {
    #expect(
      SignIn.decide(login: nil, password: nil, accounts: [Self.admin]) == .admitted(Self.admin))
    #expect(
      SignIn.decide(login: "ADMIN", password: "x", accounts: [Self.admin]) == .admitted(Self.admin))
  }

  @Test("the only account is asked once it has a password")
  func onlyAccountWithPassword() {
    let accounts = [Self.sealed]
    #expect(
      SignIn.decide(login: nil, password: nil, accounts: accounts)
        == .refused([.passwordNeeded(.toSignIn)]))
    #expect(
      SignIn.decide(login: nil, password: "x", accounts: accounts) == .passwordAsked(Self.sealed))
  }

  @Test("among several accounts one must be named, and has to have a password")
  func severalAccounts() {
    let accounts = [Self.sealed, Self.helper]
    #expect(
      SignIn.decide(login: nil, password: "x", accounts: accounts) == .refused([.signInNeeded]))
    #expect(
      SignIn.decide(login: "lan", password: nil, accounts: accounts)
        == .refused([.passwordNeeded(.toSignIn)]))
    #expect(
      SignIn.decide(login: "lan", password: "x", accounts: accounts) == .refused([.wrongPassword]))
  }

  @Test("a login nobody has reads like a wrong password")
  func unknownLogin() {
    #expect(
      SignIn.decide(login: "minh", password: "x", accounts: [Self.sealed])
        == .refused([.wrongPassword]))
  }
}

@Suite struct StaffChangeTests {
  @Test("a second account waits until the administrator has a password")
  func secondAccount() {
    let open = StaffChange(actor: SignInTests.admin, accounts: [SignInTests.admin])
    #expect(open.adding(login: "lan", name: "Lan") == [.passwordNeeded(.forSecondAccount)])
    let sealed = StaffChange(actor: SignInTests.sealed, accounts: [SignInTests.sealed])
    #expect(sealed.adding(login: "lan", name: "Lan").isEmpty)
  }

  @Test("all that is wrong with a new account is said at once")
  func allReasons() {
    let change = StaffChange(
      actor: SignInTests.helper, accounts: [SignInTests.sealed, SignInTests.helper])
    #expect(
      change.adding(login: "Admin", name: "")
        == [.noPermission(.manageStaff), .loginTaken("Admin"), .nameMissing])
    #expect(
      change.adding(login: "chị lan", name: "Lan")
        == [.noPermission(.manageStaff), .invalidValue(field: "login", typed: "chị lan")])
  }

  @Test("the last active administrator stays one")
  func lastAdministrator() {
    var second = SignInTests.sealed
    second.id = EntityID(rawValue: 9)
    second.isActive = false
    let change = StaffChange(
      actor: SignInTests.sealed, accounts: [SignInTests.sealed, second])
    #expect(
      change.editing(SignInTests.sealed, name: "Hoa", role: .librarian, isActive: true)
        == [.lastAdministrator])
    #expect(
      change.editing(SignInTests.sealed, name: "Hoa", role: .administrator, isActive: false)
        == [.lastAdministrator])
    #expect(
      change.editing(second, name: "Hai", role: .administrator, isActive: true).isEmpty)
  }

  @Test("people change their own password and nobody else's")
  func passwords() {
    let change = StaffChange(
      actor: SignInTests.helper, accounts: [SignInTests.sealed, SignInTests.helper])
    #expect(change.settingPassword(of: SignInTests.helper, to: "bí mật").isEmpty)
    #expect(
      change.settingPassword(of: SignInTests.sealed, to: "")
        == [.noPermission(.manageStaff), .passwordNeeded(.notEmpty)])
  }
}
