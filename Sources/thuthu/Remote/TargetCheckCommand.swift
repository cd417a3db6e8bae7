import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import RemoteCatalogues
import Workstation

/// Asks catalogues something small and says what answered, how fast, and how well protected.
struct TargetCheckCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .say(
      vi: "Thử hỏi từng mục lục: ai trả lời, nhanh chậm, có bảo mật không.",
      en: "Try each catalogue: what answers, how fast, how well protected."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say("code", vi: "Các mục lục; không có thì thử hết.", en: "Catalogues; all without one.")
  )
  var codes: [String] = []

  func run(in session: LibrarySession) throws -> ExitStatus {
    let known = try session.desk.targets(.here)
    guard var targets = try codes.isEmpty ? known.targets : session.targets(codes) else {
      return .refused
    }
    for place in targets.indices { targets[place].recordsMaximum = 1 }
    var isSound = true
    session.ask(.trial, targets) { answer in
      isSound = isSound && answer.fault == nil
      session.answer(JSONValue(answer), session.words.targetCheck(answer))
      session.output.flush()
    }
    return isSound ? .done : .refused
  }
}

extension JSONValue {
  /// A catalogue's answer without its records.
  init(_ answer: RemoteAnswer) {
    self = [
      "outcome": .text(answer.fault == nil ? "answered" : "failed"),
      "target": .text(answer.target.code), "found": answer.found.map { .count($0) } ?? .null,
      "records": .count(answer.records.count),
      "milliseconds": .count(Int(answer.duration / .milliseconds(1))),
      "security": .text(answer.security.rawValue), "software": .optional(answer.software),
      "message": .optional(answer.fault.map { Speech.words.remoteFault($0) }),
    ]
  }
}
