import ArgumentParser
import LibraryCore
import LibraryStore
import RemoteCatalogues
import Workstation

/// The catalogues of other libraries: listing, keeping, checking.
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target",
    abstract: .say(
      vi: "Mục lục của các thư viện khác (Z39.50, SRU).",
      en: "Catalogues of other libraries (Z39.50, SRU)."),
    subcommands: [
      List.self, TargetAddCommand.self, TargetEditCommand.self, Remove.self,
      TargetCheckCommand.self,
    ])

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(
        vi: "Xem các mục lục; * là mục lục được hỏi khi không nêu tên.",
        en: "List the catalogues; * marks those asked when none is named."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      let table = try session.desk.targets(.here)
      for entry in table.entries {
        let target = entry.target
        session.answer(
          JSONValue(target).adding(["origin": .text(entry.origin.rawValue)]),
          "\(target.isOn ? "*" : " ") \(target.code)  \(target.name)  \(target.address.text)")
      }
      for faulty in table.faults {
        let words = session.words.targetProblem(faulty.problem.kind)
        session.answer(
          [
            "outcome": "faulty", "place": .text(faulty.place),
            "line": .count(faulty.problem.line), "message": .text(words),
          ], "\(faulty.place):\(faulty.problem.line): \(words)")
      }
      return table.faults.isEmpty ? .done : .badInput
    }
  }

  struct Remove: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: .say(vi: "Bỏ một mục lục.", en: "Remove a catalogue."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("code", vi: "Mã của mục lục.", en: "The catalogue's code."))
    var code: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.removeTarget(code, .here), .target,
        done: session.words.say(vi: "Đã bỏ \(code)", en: "Removed \(code)"))
    }
  }
}

extension Saving {
  static let target = Saving(unknown: "target")
}

extension JSONValue {
  init(_ target: RemoteTarget) {
    self = [
      "target": .text(target.code), "name": .text(target.name),
      "address": .text(target.address.text), "on": .bool(target.isOn),
      "seconds": .count(target.secondsMaximum), "records": .count(target.recordsMaximum),
      "charset": .text(target.charset.rawValue),
    ]
    for index in RemoteIndex.allCases {
      self = adding(.object([Member(key: index.rawValue, value: .text(target.index(index)))]))
    }
  }
}
