import ArgumentParser
import MARC
import Workstation

/// Mapping profiles: how tables and CDS/ISIS databases become MARC.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: .say(
      vi: "Hồ sơ ánh xạ: cột của bảng hay trường CDS/ISIS thành trường MARC.",
      en: "Mapping profiles: columns of tables or fields of CDS/ISIS to MARC."),
    subcommands: [List.self, Show.self, Check.self, Guess.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(vi: "Các hồ sơ có ở đây.", en: "The profiles that are here."))

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let output = Output()
      defer { output.flush() }
      for name in MappingFiles(.here).names {
        if global.json { output.line(["profile": .text(name)]) } else { output.line(name) }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: .say(
        vi: "In một hồ sơ, để chép và sửa.", en: "Print a profile, to copy and change."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("name", vi: "Tên hồ sơ hoặc tệp.", en: "A profile's name or a file."))
    var name: String

    func run() throws {
      guard let bytes = MappingFiles(.here).bytes(name) else {
        throw CommandFault.badInput(Speech.words.mappingFault(.unknown(name)))
      }
      let output = Output()
      defer { output.flush() }
      for line in String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        output.line(String(line))
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: .say(
        vi: "Kiểm hồ sơ: theo tên, hoặc các tệp.", en: "Check profiles, by name or as files."))

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: .say(
        "name or file", vi: "Tên hồ sơ hoặc tệp; mặc định mọi hồ sơ có ở đây.",
        en: "A profile's name or a file; by default all that are here."))
    var names: [String] = []

    func run() throws {
      let files = MappingFiles(.here)
      let output = Output()
      defer { output.flush() }
      var isSound = true
      for name in names.isEmpty ? files.names : names {
        do throws(MappingFiles.Fault) {
          let profile = try files.profile(name)
          output.line(
            Speech.words.say(
              vi: "\(name): \(profile.rules.count) dòng, không lỗi",
              en: "\(name): \(counted(profile.rules.count, "line")), no faults"))
        } catch {
          isSound = false
          output.line(Speech.words.mappingFault(error))
        }
      }
      if !isSound { throw ExitStatus.badInput }
    }
  }

  struct Guess: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "guess",
      abstract: .say(
        vi: "Đoán hồ sơ từ tên cột của một bảng, hay từ tệp .FDT của CDS/ISIS, và in ra.",
        en: "Guess a profile from a table's headings or a CDS/ISIS .FDT file, and print it."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("file", vi: "Bảng hoặc tệp .FDT.", en: "A table or an .FDT file."))
    var file: String

    func run() throws {
      let known = try MappingOption.parse([]).profiles().table
      let bytes = try InputFile.contents(of: file)
      let profile: MappingProfile
      var unknown: [String] = []
      if let definitions = FieldDefinitionTable(bytes) {
        profile = MappingProfile(definitions, names: known)
        unknown = definitions.definitions.filter { known.rule(heading: $0.name) == nil }
          .map { "\($0.number) \($0.name)" }
      } else {
        let headings = try MappingProfile.headings(of: MemorySource(bytes))
        profile = known.narrowed(to: headings)
        unknown = headings.filter { known.rule(heading: $0) == nil }
      }
      let output = Output()
      defer { output.flush() }
      for name in unknown where !name.isEmpty {
        output.line(Speech.words.say(vi: "# chưa rõ: \(name) =", en: "# not known: \(name) ="))
      }
      output.line(profile.text)
    }
  }
}
