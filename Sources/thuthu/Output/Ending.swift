import ArgumentParser
import Glibc
import LibraryStore
import MARC
import Workstation

/// How the program ends after something was thrown: help on standard output, anything else as one line on standard error.
struct Ending {
  let status: ExitStatus
  let text: String

  init(_ error: any Error, asking root: any ParsableCommand.Type) {
    switch error {
    case let fault as CommandFault: (status, text) = (fault.status, fault.message)
    case let fault as StoreFault:
      (status, text) = (fault.status, Speech.words.storeFault(fault))
    case let fault as SourceFault: (status, text) = (fault.status, fault.sentence)
    default:
      switch root.exitCode(for: error) {
      case .success:
        (status, text) = (.done, HelpWording.translated(root.fullMessage(for: error)))
      case .validationFailure:
        (status, text) = (.usage, UsageWording.sentence(root.message(for: error)))
      default: (status, text) = (.machine, String(describing: error))
      }
    }
  }

  /// Says how it ended and returns the status.
  func report() -> ExitStatus {
    let output = Output(to: status == .done ? STDOUT_FILENO : STDERR_FILENO)
    output.line(status == .done ? text : "thuthu: " + Ending.oneLine(text))
    output.flush()
    return status
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension StoreFault {
  var status: ExitStatus {
    if case .input = self { .badInput } else { .machine }
  }
}

extension SourceFault {
  var status: ExitStatus {
    [ENOENT, EISDIR, ENOTDIR, ENAMETOOLONG].contains(number) ? .badInput : .machine
  }

  var sentence: String {
    let reason = String(cString: strerror(number))
    return .say(vi: "không đọc được tệp: \(reason)", en: "cannot read the file: \(reason)")
  }
}
