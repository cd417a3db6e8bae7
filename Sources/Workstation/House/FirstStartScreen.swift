import LibraryCore
import LibraryStore
import Terminal

/// The first screen of all: what the library is called, and F9.
final class FirstStartScreen: Screen {
  /// The library that a worker made, and what went wrong, if anything did.
  private struct Made: Sendable {
    var library: LibraryFile?
    var fault: (any Error)?
  }

  private struct Progress: Sendable {
    var done: Int
    var total: Int
  }

  let context = "form"
  private let start: FirstStart
  private var form: Form
  private var bar: ProgressBar?

  init(start: FirstStart) {
    self.start = start
    let words = start.wording
    form = Form(
      [
        Form.Item(
          "name", label: words.say(vi: "Tên thư viện", en: "Library"),
          field: start.keyboard.words(
            words.say(vi: "Thư viện", en: "Library"), maximumLength: 200),
          isRequired: true, hint: words.say(vi: "Đổi được về sau", en: "It can be changed later")),
        Form.Item(
          "code", label: words.say(vi: "Mã thư viện", en: "Code"),
          field: Field(.code, maximumLength: 20), width: 24,
          hint: words.say(vi: "ISIL nếu có; để trống cũng được", en: "An ISIL, or nothing")),
        Form.Item(
          "sample", label: words.say(vi: "Dữ liệu mẫu", en: "Sample data"),
          field: Field(
            .choice([
              FieldChoice("no", label: words.say(vi: "không, bắt đầu trống", en: "no")),
              FieldChoice("yes", label: words.say(vi: "có, để tập dùng", en: "yes, to try it")),
            ])), width: 30,
          hint: words.say(
            vi: "Khoảng 600 nhan đề và 120 bạn đọc, không có thật",
            en: "Some 600 titles and 120 patrons, none of them real")),
      ], language: words.language)
  }

  private var words: Wording { start.wording }

  func disabledReason(for command: CommandID) -> String? {
    let always: [CommandID] = [.help, .redraw, .quit]
    guard start.appearance.registry[command]?.contexts == [KeyContext.global],
      !always.contains(command)
    else {
      return nil
    }
    return noLibrary
  }

  private var noLibrary: String {
    words.say(vi: "Chưa có thư viện: tạo trước đã", en: "There is no library yet")
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .message(let progress as Progress):
      bar?.done = progress.done
      bar?.total = progress.total
      return []
    case .message(let made as Made): return take(made)
    case .returned(let reply as Dialog.Answer):
      return reply.command == .dialogYes ? make() : [.quit]
    case .input(.scan): return [.bell, .status(noLibrary, .statusWarning)]
    default: break
    }
    guard bar == nil else { return [] }
    switch form.update(event) {
    case .saved: return askAboutClock() ?? make()
    case .refused: return [.bell]
    case .ignored, .moved, .edited: return []
    }
  }

  /// The question about a clock in whose year no library is made.
  private func askAboutClock() -> [Effect]? {
    ClockDoubt(now: start.clock.now(), last: nil).map {
      [.push(ClockQuestion.screen($0, words, keys: start.appearance.keyMap))]
    }
  }

  private func make() -> [Effect] {
    let (folder, clock, random) = (start.folder, start.clock, start.random)
    let name = form["name"]?.text ?? ""
    let code = form["code"]?.text ?? ""
    let wantsSample = form["sample"]?.text == "yes"
    bar = ProgressBar(label: words.say(vi: "Đang tạo thư viện…", en: "Making it…"), total: 1)
    return [
      .longJob(name: "make") { ticket in
        do {
          guard wantsSample else {
            return Made(
              library: try LibraryFile.create(
                in: folder, name: name, code: code, clock: clock, random: random))
          }
          return Made(
            library: try SampleLibrary.create(
              in: folder, name: name, code: code, clock: clock, random: random
            ) { ticket.report(Progress(done: $0, total: $1)) })
        } catch {
          // A sample that stopped midway is a whole library with less in it.
          return Made(library: try? LibraryFile.open(in: folder, random: random), fault: error)
        }
      }
    ]
  }

  private func take(_ made: Made) -> [Effect] {
    bar = nil
    var effects: [Effect] = []
    if let library = made.library {
      do { effects.append(.replace(try start.open(library))) } catch { effects += tell(error) }
    }
    return effects + (made.fault.map(tell) ?? [])
  }

  private func tell(_ error: any Error) -> [Effect] {
    let text = (error as? StoreFault).map(words.storeFault) ?? String(describing: error)
    return [.bell, .status(text, .statusError)]
  }

  func draw(into surface: inout Surface) {
    let columns = surface.size.columns
    surface.fill(Rect(row: 0, column: 0, rows: 1, columns: columns), role: .title)
    surface.write(" THỦ THƯ", at: Point(row: 0, column: 0), role: .title)
    let welcome = [
      words.say(
        vi: "Chào bạn! Ở đây chưa có thư viện nào.", en: "Welcome! There is no library yet."),
      words.say(vi: "Thư mục: \(start.folder)", en: "Folder: \(start.folder)"),
      words.say(
        vi: "Đặt tên cho thư viện rồi bấm F9 là dùng được ngay.",
        en: "Give it a name and press F9; that is all."),
    ]
    for (index, line) in welcome.enumerated() {
      surface.write(
        line, at: Point(row: 2 + index, column: 2), role: index == 0 ? .heading : .text)
    }
    form.draw(
      into: &surface, in: Rect(row: 6, column: 2, rows: 5, columns: max(0, columns - 4)),
      isFocused: bar == nil)
    bar?.draw(into: &surface, at: Point(row: 12, column: 2), width: max(0, columns - 4))
  }
}
