import LibraryCore
import LibraryStore
import Terminal

/// The accounts of those who work here.
struct StaffList: HouseList {
  let context = "staff"
  let permission = Permission.manageStaff
  private var accounts: [StaffAccount] = []

  var count: Int { accounts.count }

  func title(_ words: Wording) -> String { words.say(vi: "TÀI KHOẢN NHÂN VIÊN", en: "ACCOUNTS") }

  func lead(_ words: Wording) -> String? { nil }

  func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.fieldName("login"), width: .fixed(16)),
      TableColumn(words.fieldName("name"), width: .flexible()),
      TableColumn(words.say(vi: "Vai trò", en: "Role"), width: .fixed(15)),
      TableColumn(words.say(vi: "Mật khẩu", en: "Password"), width: .fixed(9)),
      TableColumn(words.say(vi: "Tình trạng", en: "Status"), width: .fixed(10)),
    ]
  }

  func row(_ index: Int, _ words: Wording) -> TableRow {
    let account = accounts[index]
    return TableRow(
      [
        account.login, account.name, words.role(account.role),
        account.hasPassword ? words.say(vi: "có", en: "set") : words.say(vi: "chưa", en: "none"),
        words.activity(account.isActive),
      ], role: account.isActive ? nil : .muted)
  }

  mutating func read(_ workplace: Workplace) { accounts = workplace.house?.staff ?? [] }

  func formToAdd(_ workplace: Workplace) -> any Screen { StaffForm.adding(workplace) }

  func formToEdit(_ index: Int, _ workplace: Workplace) -> (any Screen)? {
    StaffForm.editing(accounts[index], workplace)
  }

  /// Accounts stay in the journal for good; one that is needed no more is made inactive.
  func removal(of index: Int, _ workplace: Workplace) -> HouseRemoval? { nil }

  func perform(_ command: CommandID, on index: Int?, _ workplace: Workplace) -> [Effect]? {
    guard command == .staffPassword else { return nil }
    return index.map { [.push(PasswordForm.screen(workplace, accounts[$0]))] } ?? [.bell]
  }
}

/// The forms of an account.
enum StaffForm {
  static func adding(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    let login = Form.Item(
      "login", label: words.fieldName("login"), field: Field(.code, maximumLength: 40),
      isRequired: true, width: 24,
      hint: words.say(
        vi: "Chữ không dấu, số, dấu chấm, gạch", en: "Plain letters, digits, points, hyphens"))
    return FormScreen(
      workplace: workplace, title: words.say(vi: "THÊM TÀI KHOẢN", en: "NEW ACCOUNT"),
      items: [login, name("", workplace), role(.librarian, words)] + PasswordForm.items(words)
    ) { form in
      if let fault = PasswordForm.fault(form, words) { return .faults([fault]) }
      let outcome = try workplace.desk.addStaff(
        login: form["login"]?.text ?? "", name: form["name"]?.text ?? "", role: chosenRole(form),
        password: form["password"]?.text)
      return .of(outcome, words, note: words.say(vi: "Đã thêm tài khoản", en: "Account added")) {
        switch $0 {
        case .loginTaken, .invalidValue: "login"
        case .nameMissing: "name"
        default: nil
        }
      }
    }
  }

  static func editing(_ account: StaffAccount, _ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    let active = Form.Item(
      "active", label: words.say(vi: "Tình trạng", en: "Status"),
      field: Field(
        .choice([
          FieldChoice("yes", label: words.activity(true)),
          FieldChoice("no", label: words.activity(false)),
        ]), text: account.isActive ? "yes" : "no"), width: 20)
    return FormScreen(
      workplace: workplace, title: words.say(vi: "SỬA TÀI KHOẢN", en: "EDIT ACCOUNT"),
      lead: [StyledText(account.login, role: .heading)],
      items: [name(account.name, workplace), role(account.role, words), active]
    ) { form in
      let outcome = try workplace.desk.editStaff(
        account.login, name: form["name"]?.text, role: chosenRole(form),
        isActive: form["active"]?.text == "yes")
      return .of(outcome, words, note: words.say(vi: "Đã lưu tài khoản", en: "Account saved")) {
        $0 == .nameMissing ? "name" : nil
      }
    }
  }

  private static func name(_ text: String, _ workplace: Workplace) -> Form.Item {
    Form.Item(
      "name", label: workplace.wording.fieldName("name"),
      field: workplace.keyboard.words(text, maximumLength: 100),
      isRequired: true)
  }

  private static func role(_ role: StaffRole, _ words: Wording) -> Form.Item {
    Form.Item(
      "role", label: words.say(vi: "Vai trò", en: "Role"),
      field: Field(
        .choice(StaffRole.allCases.map { FieldChoice($0.rawValue, label: words.role($0)) }),
        text: role.rawValue), width: 24,
      hint: words.say(
        vi: "Quản trị đổi quy định và tài khoản; phụ việc không sửa hồ sơ",
        en: "Administrators change rules and accounts; helpers edit nothing"))
  }

  private static func chosenRole(_ form: Form) -> StaffRole {
    form["role"].flatMap { StaffRole(rawValue: $0.text) } ?? .helper
  }
}

/// A new password, typed twice and never shown.
enum PasswordForm {
  static func screen(_ workplace: Workplace, _ account: StaffAccount) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "ĐẶT MẬT KHẨU", en: "SET A PASSWORD"),
      lead: [
        StyledText("\(account.login)  \(account.name)", role: .heading),
        StyledText(
          words.say(
            vi: "Từ nay mở chương trình sẽ hỏi mật khẩu.",
            en: "From now on the program asks for it when it opens.")),
      ], items: items(words, isRequired: true)
    ) { form in
      if let fault = fault(form, words) { return .faults([fault]) }
      return .of(
        try workplace.desk.setPassword(account.login, to: form["password"]?.text ?? ""), words,
        note: words.say(vi: "Đã đặt mật khẩu", en: "Password set")
      ) { $0.kind == .passwordNeeded ? "password" : nil }
    }
  }

  static func items(_ words: Wording, isRequired: Bool = false) -> [Form.Item] {
    func secret(_ id: String, _ label: String) -> Form.Item {
      var field = Field(.code, maximumLength: 200)
      field.isSecret = true
      return Form.Item(id, label: label, field: field, isRequired: isRequired, width: 30)
    }
    return [
      secret("password", words.say(vi: "Mật khẩu", en: "Password")),
      secret("again", words.say(vi: "Gõ lại mật khẩu", en: "Password again")),
    ]
  }

  static func fault(_ form: Form, _ words: Wording) -> (field: String?, text: String)? {
    guard form["password"]?.text != form["again"]?.text else { return nil }
    return ("again", words.say(vi: "Hai lần gõ không giống nhau", en: "The two differ"))
  }
}

extension Wording {
  fileprivate func activity(_ isActive: Bool) -> String {
    isActive ? say(vi: "đang dùng", en: "active") : say(vi: "đã ngừng", en: "inactive")
  }
}
