import ArgumentParser
import Glibc
import LibraryCore
import MARC
import VietnameseText
import Workstation

/// Converts a file of records without a library.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: .say(
      vi: "Đổi dạng tệp biểu ghi, không cần thư viện.",
      en: "Convert a file of records; needs no library."))

  @OptionGroup var global: GlobalOptions

  @Option(
    help: .say(
      "format", vi: RecordFormat.choices(orAuto: true), en: RecordFormat.choices(orAuto: true)))
  var from: FormatName = .auto

  @Option(help: .say("format", vi: RecordFormat.choices(), en: RecordFormat.choices()))
  var to: RecordFormat

  @OptionGroup var texts: TextOptions

  @Flag(
    help: .say(
      vi: "Đưa chữ về dạng dựng sẵn (NFC).", en: "Bring texts to their composed form (NFC)."))
  var nfc = false

  @Argument(
    help: .say(
      "in", vi: "Tệp vào; - là đầu vào chuẩn.", en: "The file to read; - is standard input."))
  var input: String

  @Argument(
    help: .say(
      "out", vi: "Tệp ra; - là đầu ra chuẩn.", en: "The file to write; - is standard output."))
  var target: String

  @OptionGroup var mapping: MappingOption

  @OptionGroup var strictness: StrictOption

  @OptionGroup var writing: WritingOptions

  func run() throws {
    let errors = Output(to: STDERR_FILENO)
    defer { errors.flush() }
    let source: FileSource =
      try input == "-" ? FileSource(descriptor: STDIN_FILENO) : FileSource(path: input)
    let profiles = try mapping.profiles()
    let mending = texts.mending(composes: nfc)
    let reader = try RecordReader(
      source, as: from.format, strictness.leniency, profiles: profiles,
      keepsReceivedTexts: mending.encoding != .asDeclared)
    let file = try RecordFile(target, to, writing, profiles.table)
    var isSound = true
    var counts = BatchCounts()
    while let read = try reader.next() {
      let mended = read.mended(mending)
      let diagnostics = read.diagnostics(after: mended).filter { $0.severity > .note }
      for diagnostic in diagnostics { errors.line(Speech.words.fault(diagnostic)) }
      isSound = isSound && read.record != nil && diagnostics.isEmpty
      if read.isHeldBack { errors.line(Speech.words.heldBack(read.number)) }
      counts.add((mended?.changes ?? []).map(\.mended))
      guard let record = mended?.record ?? read.record else { continue }
      for fault in try file.write(record) {
        isSound = isSound && !fault.preventsWriting
        errors.line(
          Speech.words.fault(
            Diagnostic(
              record: read.number, offset: read.offset, fault: fault,
              remedy: fault.preventsWriting ? .skipped : .kept)))
      }
    }
    try file.close()
    if let told = Speech.words.textCounts(counts) { errors.line(told) }
    if let told = Speech.words.leftOut(file.refusedCount, to: writing.rest) { errors.line(told) }
    if !isSound { throw ExitStatus.badInput }
  }
}

/// A format by the name that the command line has for it; `auto` finds out.
enum FormatName: String, ExpressibleByArgument, CaseIterable {
  case auto
  case iso2709
  case marcxml
  case json
  case jsonl
  case line
  /// Another name of the line form, by the ending of its files.
  case mrk
  case text
  case aleph
  case isis
  case csv
  case tsv

  var format: RecordFormat? {
    switch self {
    case .auto: nil
    case .iso2709: .iso2709
    case .marcxml: .marcXML
    case .json: .json
    case .jsonl: .jsonLines
    case .line, .mrk: .line
    case .text: .plainText
    case .aleph: .aleph
    case .isis: .isis
    case .csv: .csv
    case .tsv: .tsv
    }
  }

  var canBeWritten: Bool { format.map(RecordFormat.writable.contains) ?? false }

  init?(argument: String) {
    guard let name = FormatName.allCases.first(where: { $0.rawValue == argument.lowercased() })
    else { return nil }
    self = name
  }
}

extension RecordFormat {
  /// The names of all formats that can be read, or of those that can be written.
  static func choices(orAuto: Bool = false) -> String {
    FormatName.allCases.filter { orAuto || $0.canBeWritten }.map(\.rawValue)
      .joined(separator: ", ")
  }
}
