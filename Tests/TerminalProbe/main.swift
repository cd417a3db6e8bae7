// A small program on the real loop, for tests and measurements over a pseudo-terminal.

import Glibc
import Terminal

struct ProbeKeys: KeyResolver {
  private let commands: [Key: String] = [
    .function(3): "crash elsewhere", .function(4): "noise", .function(5): "crash",
    .function(6): "complain", .function(7): "work", .function(8): "flash",
    .function(9): "repaint", .function(10): "quit",
  ]

  func resolve(_ keys: [Key], in context: String) -> KeyResolution {
    guard let key = keys.last, let name = commands[key] else { return .unbound }
    return .command(CommandID(name))
  }
}

func style(_ role: Role, _ depth: ColorDepth) -> Style {
  switch role {
  case .title where depth == .mono: Style(attributes: [.reverse, .bold])
  case .title: Style(foreground: 7, background: 4, attributes: .bold)
  case .dialog: Style(attributes: .reverse)
  case .field: Style(foreground: 0, background: depth == .colors256 ? 152 : 6)
  default: .plain
  }
}

func complain(_ message: String) {
  let bytes = Array("\(message)\n".utf8)
  write(STDERR_FILENO, bytes, bytes.count)
}

let screen = ProbeScreen()
do {
  var options = TerminalOptions()
  options.forcesPlainLines = CommandLine.arguments.contains("--plain-lines")
  let settings = ScreenSettings(keys: ProbeKeys())
  let ending = try Application(settings: settings, options: options, style: style).run(screen)
  print("\(ending) after \(screen.frames) frames")
} catch TerminalError.unknownTerminal(let name) {
  complain("unknown terminal: \(name)")
  exit(3)
} catch {
  complain("\(error)")
  exit(4)
}
