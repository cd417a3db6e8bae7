import Glibc
import Terminal

/// What the loop is tried on: a field, the codes it accepted, and a question for codes with `?`.
final class ProbeScreen: Screen {
  let context = "probe"
  private(set) var frames = 0
  private var field = ""
  private var accepted: [String] = []
  private var notes: [String] = []
  private var size = Size(rows: 0, columns: 0)
  private var noise: UInt64 = 0

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .input(.text(let text)): field += text
    case .input(.scan(let scan)):
      field.removeLast(min(scan.alreadyTyped, field.count))
      accepted.append(scan.code)
      return scan.code.hasSuffix("?") ? [.push(ProbeQuestion(code: scan.code)), .bell] : []
    case .input(.key(Key(.enter))):
      accepted.append(field)
      field = ""
    case .input(.key(Key(.backspace))): field = String(field.dropLast())
    case .input(let event): notes.append("\(event)")
    case .takeBack(let count): field.removeLast(min(count, field.count))
    case .command(let command): return run(command)
    case .message(let value): notes.append("\(value)")
    case .returned(let answer): accepted.append("\(answer ?? "none")")
    case .appeared(let size): self.size = size
    }
    return []
  }

  private func run(_ command: CommandID) -> [Effect] {
    switch command.name {
    case "quit": return [.quit]
    case "crash":
      fatalError("the probe was told to crash")
    case "complain":
      complain("a message on standard error")
      notes.append("complained")
    case "crash elsewhere":
      return [.job(name: "crash") { fatalError("the worker was told to crash") }]
    case "noise":
      noise += 1
    case "work":
      return [
        .longJob(name: "work") { ticket in
          ticket.report("working")
          usleep(150_000)
          return "worked"
        }
      ]
    case "flash": return [.flash, .bell]
    case "repaint": return [.repaint]
    default: break
    }
    return []
  }

  func draw(into surface: inout Surface) {
    frames += 1
    surface.fill(Rect(row: 0, column: 0, rows: 1, columns: surface.size.columns), role: .title)
    surface.write("Thử \(accepted.count)", at: Point(row: 0, column: 0), role: .title)
    surface.write(
      "\(size.rows)x\(size.columns)", at: Point(row: 0, column: 20), role: .title)
    surface.write("> \(field)", at: Point(row: 1, column: 0), role: .field)
    surface.write(notes.last ?? "", at: Point(row: 2, column: 0), role: .muted)
    for (row, code) in accepted.suffix(max(0, surface.size.rows - 4)).enumerated() {
      surface.write(code, at: Point(row: row + 4, column: 0))
    }
    surface.drawHorizontalLine(at: Point(row: 3, column: 0), length: surface.size.columns)
    surface.cursor = Point(row: 1, column: 2 + DisplayWidth.of(field))
    drawNoise(into: &surface)
  }

  /// Letters of every width at places that are the same on every run.
  private func drawNoise(into surface: inout Surface) {
    let pieces = ["a", "Việt", "漢", "字漢", "e\u{302}\u{301}", "한글", "────", " ", "  x  "]
    let roles: [Role] = [.text, .title, .dialog, .field]
    var state = noise
    for _ in 0..<noise * 8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33)
      surface.write(
        pieces[number % pieces.count],
        at: Point(row: 4 + number / 16 % 20, column: number / 512 % 79 - 1),
        role: roles[number / 65_536 % roles.count])
    }
  }
}

final class ProbeQuestion: Screen {
  let context = "question"
  let isQuestion = true
  private let code: String
  private var reason = ""

  init(code: String) { self.code = code }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .input(.text(let text)): reason += text
    case .takeBack(let count): reason.removeLast(min(count, reason.count))
    case .input(.key(Key(.enter))): return [.close("\(code) \(reason)")]
    default: break
    }
    return []
  }

  func draw(into surface: inout Surface) {
    let box = Rect(row: 5, column: 10, rows: 3, columns: 50)
    surface.fill(box, role: .dialog)
    surface.drawBox(box, role: .dialog)
    surface.write("Lend \(code)? \(reason)", at: Point(row: 6, column: 12), role: .dialog)
  }
}
