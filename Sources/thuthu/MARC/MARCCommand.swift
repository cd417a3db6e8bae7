import ArgumentParser
import Foundation
import MARC
import Workstation

/// What MARC 21 knows, for people and scripts, without a library.
struct MARCCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marc",
    abstract: .say(
      vi: "Tra khổ mẫu MARC 21: nhãn, chỉ thị, trường con, vị trí cố định, bảng mã.",
      en: "Looks up MARC 21: tags, indicators, subfields, fixed positions, code lists."),
    subcommands: [
      MARCTagCommand.self, MARCFixedCommand.self, MARCCodesCommand.self, MARCCheckCommand.self,
    ])
}

extension SchemaTables {
  /// The tables for commands; what is wrong with nearer ones is told on standard error.
  static let forCommands: MARCSchema = {
    let tables = SchemaTables(SettingPlaces(environment: ProcessInfo.processInfo.environment))
    let errors = Output(to: 2)
    for faulty in tables.faults { errors.line("thuthu: " + Speech.words.schemaTableFault(faulty)) }
    errors.flush()
    return tables.schema
  }()
}

extension RecordKind {
  /// The names that commands take.
  static let choices = allCases.map(\.rawValue).joined(separator: ", ")
}

/// The option that chooses the format.
struct FormatOptions: ParsableArguments {
  @Option(
    help: .say("format", vi: "Khổ mẫu: \(RecordKind.choices).", en: "\(RecordKind.choices)."))
  var kind: RecordKind = .bibliographic
}

extension SchemaName {
  var json: JSONValue { ["vi": .text(vi), "en": .text(en)] }
  var spoken: String { Speech.words.say(self) }
}

extension CodeDefinition {
  var json: JSONValue {
    [
      "code": .text(code), "name": name.json, "obsolete": .bool(isObsolete),
    ]
  }

  /// The code with `#` for a blank, as manuals write it.
  var shown: String { String(code.map { $0 == " " ? "#" : $0 }) }
}
