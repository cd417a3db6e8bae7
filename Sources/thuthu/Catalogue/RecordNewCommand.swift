import ArgumentParser
import Foundation
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Writes a new record to fill in, made from a template.
struct RecordNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: .say(
      vi: "Biểu ghi mới để điền, theo mẫu của loại tài liệu.",
      en: "A new record to fill in, from the template of a material."))

  @OptionGroup var global: GlobalOptions

  @Option(
    help: .say(
      "name",
      vi: "Mẫu: book, serial, article, thesis, map, disc, eresource, hoặc mẫu riêng của thư viện.",
      en: "book, serial, article, thesis, map, disc, eresource, or one of the library's own."))
  var template = "book"

  @Option(help: .say("format", vi: RecordFormat.choices(), en: RecordFormat.choices()))
  var format: RecordFormat = .line

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: .say(
      "file", vi: "Tệp ra; mặc định là đầu ra chuẩn.",
      en: "The file to write; by default standard output."))
  var target = "-"

  func run() throws {
    let table = TemplateTable.forCommands
    let record: Record
    if let known = table.first(where: { $0.key == template }) {
      let day = (global.moment ?? SystemClock().now()).day.iso.split(separator: "-").joined()
      record = known.record(
        enteredOn: String(day.dropFirst(2)), library: "", SchemaTables.forCommands)
    } else {
      record = try ownTemplate(table)
    }
    let file = try OutputFile(target)
    var writer = RecordWriter(format)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    _ = writer.append(record, to: &bytes)
    writer.finish(&bytes)
    try file.write(&bytes)
    try file.close()
  }

  /// The library's own template of that name; the library is opened only for it.
  private func ownTemplate(_ table: [RecordTemplate]) throws -> Record {
    let file = try LibraryFile.openTelling(in: global.folder, isQuiet: false)
    guard case .success(let desk) = try global.openDesk(of: file) else { throw ExitStatus.refused }
    let own = try desk.templates()
    guard let found = own.first(where: { $0.name == template }) else {
      let known = (table.map(\.key) + own.map(\.name)).joined(separator: ", ")
      throw CommandFault.badInput(
        .say(
          vi: "không có mẫu «\(template)»; có: \(known)",
          en: "there is no template “\(template)”; there are: \(known)"))
    }
    return found.record
  }
}

/// The library's own templates.
struct RecordTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: .say(vi: "Mẫu biểu ghi riêng của thư viện.", en: "The library's own templates."),
    subcommands: [ListTemplates.self, SetTemplate.self, RemoveTemplate.self])

  struct ListTemplates: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: .say(vi: "Các mẫu đang có.", en: "The templates there are."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      for template in TemplateTable.forCommands {
        session.answer(
          ["name": .text(template.key), "own": false],
          "\(template.key)  \(session.words.say(template.name))")
      }
      for template in try session.desk.templates() {
        session.answer(["name": .text(template.name), "own": true], template.name)
      }
      return .done
    }
  }

  struct SetTemplate: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: .say(
        vi: "Giữ một biểu ghi làm mẫu.", en: "Keep a record of the library as a template."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("name", vi: "Tên mẫu.", en: "The template's name."))
    var name: String

    @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
    var record: EntityID

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let stored = try session.desk.record(record) else {
        session.answer(
          .unknown("record", record.description), session.words.lines(.unknown("\(record)"), ""))
        return .refused
      }
      return session.answer(
        try session.desk.saveTemplate(name, stored.record), .setting,
        done: session.words.say(vi: "Đã giữ mẫu «\(name)»", en: "The template “\(name)” is kept"))
    }
  }

  struct RemoveTemplate: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: .say(vi: "Bỏ một mẫu.", en: "Remove a template."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("name", vi: "Tên mẫu.", en: "The template's name."))
    var name: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.removeTemplate(name), .setting,
        done: session.words.say(vi: "Đã bỏ mẫu «\(name)»", en: "The template “\(name)” is removed"))
    }
  }
}

extension TemplateTable {
  /// The templates for commands; a nearer table that cannot be read is told on standard error.
  static let forCommands: [RecordTemplate] = {
    let table = TemplateTable(SettingPlaces(environment: ProcessInfo.processInfo.environment))
    if let fault = table.fault {
      let errors = Output(to: 2)
      errors.line("thuthu: " + Speech.words.templateTableFault(fault))
      errors.flush()
    }
    return table.templates
  }()
}
