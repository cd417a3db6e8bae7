import LibraryCore
import LibraryStore
import Testing

@Suite struct StaffTests {
  let library: TestLibrary

  init() throws { library = try TestLibrary() }

  @Test("a new library is opened without a question")
  func newLibrary() throws {
    #expect(try !library.file.needsPassword())
    #expect(try signedIn(nil, nil) == "admin")
  }

  @Test("a second account needs the administrator's password, and then everybody is asked")
  func secondAccount() throws {
    #expect(
      try library.desk.addStaff(login: "lan", name: "Lan", role: .helper, password: "x")
        == .refused([.passwordNeeded(.forSecondAccount)]))
    _ = try library.desk.setPassword("admin", to: "mật khẩu")
    _ = try library.desk.addStaff(login: "lan", name: "Lan", role: .helper, password: "của Lan")
    #expect(try library.file.needsPassword())
    #expect(try refusals(nil, nil) == [.signInNeeded])
    #expect(try refusals("lan", "sai") == [.wrongPassword])
    #expect(try refusals("minh", "sai") == [.wrongPassword])
    #expect(try signedIn("LAN", "của Lan") == "lan")
  }

  @Test("a password typed decomposed is the same password")
  func decomposedPassword() throws {
    _ = try library.desk.setPassword("admin", to: "mật")
    #expect(try signedIn(nil, "ma\u{323}\u{302}t") == "admin")
  }

  @Test("an account that was switched off cannot sign in, nor act at a desk still open")
  func inactive() throws {
    _ = try library.desk.setPassword("admin", to: "a")
    _ = try library.desk.addStaff(login: "lan", name: "Lan", role: .librarian, password: "b")
    guard case .signedIn(let desk) = try signIn("lan", "b") else {
      Issue.record("Lan could not sign in")
      return
    }
    _ = try library.desk.editStaff("lan", isActive: false)
    #expect(try refusals("lan", "b") == [.accountInactive])
    #expect(try desk.enrol(PatronDraft(name: "Ai")) == .refused([.noPermission(.enrol)]))
  }

  @Test("roles decide what an account may do")
  func permissions() throws {
    _ = try library.desk.setPassword("admin", to: "a")
    _ = try library.desk.addStaff(login: "lan", name: "Lan", role: .helper, password: "b")
    guard case .signedIn(let desk) = try signIn("lan", "b") else {
      Issue.record("Lan could not sign in")
      return
    }
    _ = try desk.enrol(PatronDraft(name: "Ai đó", card: "TV1"))
    #expect(
      try desk.editPatron("TV1", [.name: "Ai khác"]) == .refused([.noPermission(.editPatron)]))
    #expect(
      try desk.addStaff(login: "minh", name: "Minh", role: .administrator)
        == .refused([.noPermission(.manageStaff)]))
  }

  @Test("the last administrator cannot be demoted or switched off")
  func lastAdministrator() throws {
    #expect(
      try library.desk.editStaff("admin", role: .helper) == .refused([.lastAdministrator]))
    #expect(
      try library.desk.editStaff("admin", isActive: false) == .refused([.lastAdministrator]))
    #expect(
      try library.desk.editStaff("admin", name: "Chị Hoa")
        == .saved(id: EntityID(rawValue: 2), op: lastOp()))
    #expect(
      try library.desk.editStaff("admin", name: "Chị Hoa")
        == .unchanged(id: EntityID(rawValue: 2)))
    #expect(try library.desk.editStaff("nobody", name: "X") == .unknown("nobody"))
  }

  private func lastOp() throws -> OpID {
    try #require(
      try library.file.read { try OpReading.latest(limit: 1, in: $0) }.first
    ).id
  }

  private func signIn(_ login: String?, _ password: String?) throws -> SignInOutcome {
    try library.file.signIn(login: login, password: password, clock: library.clock)
  }

  private func signedIn(_ login: String?, _ password: String?) throws -> String? {
    guard case .signedIn(let desk) = try signIn(login, password) else { return nil }
    return try desk.houseConfiguration().staff.first { $0.id == desk.staffID }?.login
  }

  private func refusals(_ login: String?, _ password: String?) throws -> [Refusal]? {
    guard case .refused(let reasons) = try signIn(login, password) else { return nil }
    return reasons
  }
}
