import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Record packs: books of others in one file, looked up without a network.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: .say(
      vi: "Gói biểu ghi: tra không cần mạng.", en: "Record packs: looked up without a network."),
    subcommands: [
      PackBuildCommand.self, Info.self, PackCheckCommand.self, PackSearchCommand.self, Add.self,
      Remove.self,
    ])

  struct Info: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "info",
      abstract: .say(
        vi: "Các gói của thư viện, hoặc một tệp gói.", en: "The library's packs, or a pack file."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("file", vi: "Tệp gói.", en: "A pack file."))
    var file: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      if let file {
        session.tell(try RecordPack(file), as: file)
        return .done
      }
      var isSound = true
      for attached in try session.desk.attachedPacks() {
        switch attached.pack {
        case .success(let pack): session.tell(pack, as: attached.name)
        case .failure(let fault):
          isSound = false
          let words = session.words.storeFault(fault)
          session.answer(
            ["outcome": "faulty", "pack": .text(attached.name), "message": .text(words)],
            "\(attached.name)  \(words)")
        }
      }
      return isSound ? .done : .badInput
    }
  }

  struct Add: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: .say(
        vi: "Gắn gói vào thư viện; tệp nằm yên chỗ cũ.",
        en: "Attach a pack to the library; the file stays where it lies."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("file", vi: "Tệp gói.", en: "The pack file."))
    var file: String

    @Option(help: .say("text", vi: "Tên gọi.", en: "What to call it."))
    var name: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.attachPack(file, as: name), .pack,
        done: session.words.say(vi: "Đã gắn \(file)", en: "Attached \(file)"))
    }
  }

  struct Remove: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: .say(
        vi: "Thôi tra một gói; tệp vẫn còn.", en: "Detach a pack; the file stays."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("name", vi: "Tên của gói.", en: "The pack's name."))
    var name: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.detachPack(name), .pack,
        done: session.words.say(vi: "Đã bỏ \(name)", en: "Detached \(name)"))
    }
  }
}

extension Saving {
  static let pack = Saving(unknown: "pack")
}

extension LibrarySession {
  fileprivate func tell(_ pack: RecordPack, as name: String) {
    let info = pack.info
    let made = words.day(info.made.day)
    let size = words.fileSize(info.bytes)
    answer(
      [
        "pack": .text(name), "path": .text(pack.path), "records": .count(info.records),
        "brief": .bool(info.isBrief), "made": .text(info.made.day.iso),
        "source": .text(info.source), "bytes": .count(info.bytes), "digest": .text(info.digest),
      ], "\(name)  \(info.records) \(words.packKind(info)) · \(size) · \(made) · \(info.source)")
  }
}
