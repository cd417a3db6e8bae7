import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The accounts of staff.
struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: .say(vi: "Tài khoản nhân viên.", en: "The accounts of staff."),
    subcommands: [List.self, Add.self, Edit.self, Password.self])

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: .say(vi: "Liệt kê tài khoản.", en: "List the accounts."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      let staff = try session.desk.houseConfiguration().staff
      if session.isJSON {
        for account in staff { session.output.line(JSONValue(account)) }
      } else {
        for line in session.words.list(staff) { session.output.line(line) }
      }
      return .done
    }
  }

  struct Add: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: .say(vi: "Thêm tài khoản.", en: "Add an account."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("login", vi: "Tên đăng nhập.", en: "The login."))
    var login: String

    @Option(help: .say("name", vi: "Họ và tên.", en: "The person's name."))
    var name: String?

    @Option(
      help: .say(
        "role", vi: "administrator, librarian hoặc helper.",
        en: "administrator, librarian or helper."))
    var role: StaffRole = .librarian

    @Option(
      name: .customLong("password-file"),
      help: .say(
        "file", vi: "Tệp chứa mật khẩu; không có thì hỏi ở bàn phím.",
        en: "A file that holds the password; asked for otherwise."))
    var passwordFile: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      let password = try PasswordPrompt.newPassword(from: passwordFile)
      let outcome = try session.desk.addStaff(
        login: login, name: name ?? login, role: role, password: password)
      return session.answer(
        outcome, .staff,
        done: session.words.say(vi: "Đã thêm tài khoản \(login)", en: "Added the account \(login)"))
    }
  }

  struct Edit: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: .say(vi: "Sửa tài khoản.", en: "Change an account."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("login", vi: "Tên đăng nhập.", en: "The login."))
    var login: String

    @Option(help: .say("name", vi: "Họ và tên.", en: "The person's name."))
    var name: String?

    @Option(
      help: .say(
        "role", vi: "administrator, librarian hoặc helper.",
        en: "administrator, librarian or helper."))
    var role: StaffRole?

    @Flag(
      inversion: .prefixedNo,
      help: .say(vi: "Tài khoản còn dùng hay đã ngừng.", en: "Whether the account is in use."))
    var active: Bool?

    func run(in session: LibrarySession) throws -> ExitStatus {
      let outcome = try session.desk.editStaff(login, name: name, role: role, isActive: active)
      return session.answer(
        outcome, .staff,
        done: session.words.say(vi: "Đã sửa tài khoản \(login)", en: "Changed the account \(login)")
      )
    }
  }

  struct Password: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "password", abstract: .say(vi: "Đặt mật khẩu.", en: "Set a password."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("login", vi: "Tên đăng nhập.", en: "The login."))
    var login: String

    @Option(
      name: .customLong("password-file"),
      help: .say(
        "file", vi: "Tệp chứa mật khẩu mới; không có thì hỏi ở bàn phím.",
        en: "A file that holds the new password; asked for otherwise."))
    var passwordFile: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let password = try PasswordPrompt.newPassword(from: passwordFile) else {
        throw CommandFault.usage(
          .say(
            vi: "không có bàn phím để hỏi mật khẩu: dùng --password-file",
            en: "there is no terminal to ask for a password: use --password-file"))
      }
      let outcome = try session.desk.setPassword(login, to: password)
      return session.answer(
        outcome, .staff,
        done: session.words.say(
          vi: "Đã đặt mật khẩu cho \(login)", en: "Set the password of \(login)"))
    }
  }
}

extension JSONValue {
  init(_ account: StaffAccount) {
    self = [
      "login": .text(account.login), "name": .text(account.name),
      "role": .text(account.role.rawValue), "active": .bool(account.isActive),
      "hasPassword": .bool(account.hasPassword), "entity": .entity(account.id),
    ]
  }
}

extension Wording {
  fileprivate func list(_ staff: [StaffAccount]) -> [String] {
    var table = TextTable([
      TextTable.Column(heading: fieldName("login")),
      TextTable.Column(heading: fieldName("name"), givesWay: true),
      TextTable.Column(heading: say(vi: "Vai trò", en: "Role")),
      TextTable.Column(heading: say(vi: "Mật khẩu", en: "Password")),
      TextTable.Column(heading: fieldName("status")),
    ])
    table.rows = staff.map { account in
      [
        account.login, account.name, role(account.role),
        account.hasPassword ? say(vi: "có", en: "set") : say(vi: "chưa có", en: "none"),
        account.isActive
          ? say(vi: "đang dùng", en: "active") : say(vi: "đã ngừng", en: "not active"),
      ]
    }
    return table.lines()
  }
}
