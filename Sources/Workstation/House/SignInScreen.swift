import LibraryCore
import LibraryStore
import Terminal

/// Who works here: asks for login and password, and locks the desk until somebody has signed in.
///
/// Scans made meanwhile wait and are answered under the new account.
final class SignInScreen: Screen {
  private struct Answer: Sendable {
    var outcome: Result<SignInOutcome, any Error>
  }

  let context = "form"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  /// Whether the desk is not open yet, so that signing in opens it.
  private let opensDesk: Bool
  private var form: Form
  private var isChecking = false

  init(workplace: Workplace, opensDesk: Bool) {
    self.workplace = workplace
    self.opensDesk = opensDesk
    let words = workplace.wording
    var password = Field(.code, maximumLength: 200)
    password.isSecret = true
    form = Form(
      [
        Form.Item(
          "login", label: words.fieldName("login"),
          field: Field(.code, text: workplace.onlyLogin ?? "", maximumLength: 40),
          isRequired: true, width: 30),
        Form.Item(
          "password", label: words.say(vi: "Mật khẩu", en: "Password"), field: password,
          isRequired: true, width: 30),
      ], language: workplace.language)
    if workplace.onlyLogin != nil { _ = form.update(.command(.formNext)) }
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    guard command != .quit, workplace.waitsForForm(command) != nil else { return nil }
    return lockedNote
  }

  private var lockedNote: String {
    words.say(
      vi: "Quầy đang khoá: đăng nhập, hoặc thoát chương trình",
      en: "The desk is locked: sign in, or leave the program")
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .message(let answer as Answer): return take(answer)
    case .command(.quit): return [.quit]
    case .command(.cancel):
      return workplace.bad(lockedNote)
    case .command(.formNext) where isLastFieldFilled: return submit()
    default: break
    }
    switch form.update(event) {
    case .saved: return submit()
    case .refused: return [.bell]
    case .ignored, .moved, .edited: return []
    }
  }

  /// Enter behind the password signs in, as everywhere.
  private var isLastFieldFilled: Bool {
    form.focus == form.items.count - 1 && form["password"]?.isEmpty == false
  }

  /// Checking is slow on purpose, so a worker does it.
  private func submit() -> [Effect] {
    guard !isChecking else { return [] }
    isChecking = true
    let (file, clock) = (workplace.file, workplace.clock)
    let login = form["login"]?.text
    let password = form["password"]?.text
    return [
      .job(name: "signIn") {
        Answer(
          outcome: Result { try file.signIn(login: login, password: password, clock: clock) })
      }
    ]
  }

  private func take(_ answer: Answer) -> [Effect] {
    isChecking = false
    switch answer.outcome {
    case .success(.signedIn(let desk)):
      workplace.takeOver(by: desk)
      let account = workplace.staff
      let greeting = workplace.good(
        words.say(
          vi: "Xin chào \(account.name) (\(words.role(account.role)))",
          en: "Welcome, \(account.name) (\(words.role(account.role)))"))
      return [opensDesk ? .replace(DeskScreen(workplace: workplace)) : .close(nil)] + greeting
    case .success(.refused(let reasons)):
      form.setText("", for: "password")
      form.setError(reasons.map(words.refusal).joined(separator: "; "), for: "password")
      return [.bell]
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "ĐĂNG NHẬP", en: "SIGN IN"), into: &surface)
    let columns = max(0, surface.size.columns - 4)
    let row = max(1, surface.size.rows / 2 - 4)
    surface.write(
      workplace.house?.libraryName ?? "", at: Point(row: row, column: 2), role: .heading)
    form.draw(into: &surface, in: Rect(row: row + 2, column: 2, rows: 3, columns: columns))
    let note =
      isChecking
      ? words.say(vi: "Đang kiểm tra…", en: "Checking…")
      : words.say(vi: "Enter để đăng nhập", en: "Enter signs in")
    surface.write(note, at: Point(row: row + 6, column: 2), role: .muted)
  }
}

extension Workplace {
  /// The login of the only account there is.
  fileprivate var onlyLogin: String? {
    catchUp()
    return house?.staff.count == 1 ? house?.staff.first?.login : nil
  }
}
