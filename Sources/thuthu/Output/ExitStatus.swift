/// How a command ended, for the shell: the contract of the command line.
enum ExitStatus: Int32, Error {
  case done = 0
  /// A rule said no; the outcome is on standard output.
  case refused = 1
  case usage = 2
  /// The input is bad: what, where and what was kept were said.
  case badInput = 3
  /// Disk, lock or permission.
  case machine = 4

  /// The worse of two endings of one command, the higher number.
  func or(_ other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }
}

/// What stops a command, in one sentence of the program's language.
enum CommandFault: Error {
  case usage(String)
  case badInput(String)
  case machine(String)

  var status: ExitStatus {
    switch self {
    case .usage: .usage
    case .badInput: .badInput
    case .machine: .machine
    }
  }

  var message: String {
    switch self {
    case .usage(let message), .badInput(let message), .machine(let message): message
    }
  }
}
