@testable import Terminal

/// A desk in small: a field, the list of what it accepted, a question for codes with `?`.
final class DeskSample: Screen {
  let context = "desk"
  var field = ""
  var accepted: [String] = []
  var events: [String] = []
  var size = Size(rows: 0, columns: 0)

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .input(.text(let text)): field += text
    case .input(.scan(let scan)):
      field.removeLast(min(scan.alreadyTyped, field.count))
      accepted.append(scan.code)
      if scan.code.hasSuffix("?") { return [.push(QuestionSample(about: scan.code)), .bell] }
      return [.status("lent \(scan.code)", .statusGood)]
    case .input(.key(Key(.enter))):
      accepted.append(field)
      field = ""
    case .input(let event): events.append("\(event)")
    case .takeBack(let count): field.removeLast(min(count, field.count))
    case .command(let command): return run(command)
    case .message(let value): events.append("message \(value)")
    case .returned(let value): accepted.append("answer \(value ?? "none")")
    case .appeared(let size): self.size = size
    }
    return []
  }

  private func run(_ command: CommandID) -> [Effect] {
    switch command.name {
    case "ask": return [.push(QuestionSample(about: "you"))]
    case "count":
      let count = accepted.count
      return [.job(name: "count") { count }]
    case "slow":
      return [
        .longJob(name: "slow") { ticket in
          ticket.report("half")
          return ticket.isStale ? "stopped" : "whole"
        }
      ]
    case "leave": return [.close(nil)]
    default:
      events.append(command.name)
      return []
    }
  }

  func disabledReason(for command: CommandID) -> String? {
    command.name == "count" && accepted.isEmpty ? "Nothing to count." : nil
  }

  func draw(into surface: inout Surface) {
    surface.write("> \(field)", at: Point(row: 0, column: 0), role: .field)
    for (row, code) in accepted.suffix(surface.size.rows - 1).enumerated() {
      surface.write(code, at: Point(row: row + 1, column: 0))
    }
    surface.cursor = Point(row: 0, column: 2 + DisplayWidth.of(field))
  }
}

/// Waits for `y`, or for a reason and Enter.
final class QuestionSample: Screen {
  let context = "question"
  let isQuestion = true
  let subject: String
  var reason = ""
  var takesScans = false

  init(about subject: String) { self.subject = subject }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .input(.text(let text)): reason += text
    case .input(.scan(let scan)): reason += scan.code
    case .takeBack(let count): reason.removeLast(min(count, reason.count))
    case .input(.key(Key(.enter))): return [.close("\(subject):\(reason)")]
    case .command(CommandID("yes")): return [.close("\(subject):yes")]
    default: break
    }
    return []
  }

  func draw(into surface: inout Surface) {
    surface.write("Lend \(subject) \(reason)_", at: Point(row: 3, column: 4), role: .dialog)
  }
}

struct KeysSample: KeyResolver {
  func resolve(_ keys: [Key], in context: String) -> KeyResolution {
    switch (context, keys) {
    case (_, [Key(.function(1))]): .command(CommandID("help"))
    case ("question", [Key(.character("y"))]): .command(CommandID("yes"))
    case ("desk", [Key(.function(2))]): .command(CommandID("ask"))
    case ("desk", [Key(.function(3))]): .command(CommandID("count"))
    case ("desk", [Key(.function(4))]): .command(CommandID("slow"))
    case ("desk", [Key(.function(10))]): .command(CommandID("leave"))
    case ("desk", [.control("x")]): .pending
    case ("desk", [.control("x"), Key(.character("k"))]): .command(CommandID("kill"))
    case ("list", [Key(.character("j"))]): .command(CommandID("down"))
    case ("list", [Key(.character("B"))]): .command(CommandID("back"))
    default: .unbound
    }
  }
}

extension ScreenSettings {
  static var sample: ScreenSettings { ScreenSettings(keys: KeysSample()) }
}
