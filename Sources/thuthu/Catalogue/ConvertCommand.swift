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

  func run() throws {
    let errors = Output(to: STDERR_FILENO)
    defer { errors.flush() }
    let source: FileSource =
      try input == "-" ? FileSource(descriptor: STDIN_FILENO) : FileSource(path: input)
    let mending = texts.mending(composes: nfc)
    let reader = try RecordReader(
      source, as: from.format, keepsReceivedTexts: mending.encoding != .asDeclared)
    let file = try OutputFile(target)
    var writer = RecordWriter(to)
    var isSound = true
    var counts = BatchCounts()
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    while let read = try reader.next() {
      let mended = read.mended(mending)
      let diagnostics = read.diagnostics(after: mended).filter { $0.severity > .note }
      for diagnostic in diagnostics { errors.line(Speech.words.fault(diagnostic)) }
      isSound = isSound && read.record != nil && diagnostics.isEmpty
      counts.add((mended?.changes ?? []).map(\.mended))
      if let record = mended?.record ?? read.record {
        for fault in writer.append(record, to: &bytes) {
          errors.line(
            Speech.words.fault(
              Diagnostic(record: read.number, offset: read.offset, fault: fault, remedy: .kept)))
        }
      }
      try file.write(&bytes, keeping: OutputFile.pieceBytes)
    }
    writer.finish(&bytes)
    try file.write(&bytes)
    try file.close()
    if let told = Speech.words.textCounts(counts) { errors.line(told) }
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

  var format: RecordFormat? {
    switch self {
    case .auto: nil
    case .iso2709: .iso2709
    case .marcxml: .marcXML
    case .json: .json
    case .jsonl: .jsonLines
    case .line: .line
    }
  }

  init?(argument: String) {
    guard let name = FormatName.allCases.first(where: { $0.rawValue == argument.lowercased() })
    else { return nil }
    self = name
  }
}

extension RecordFormat {
  static func choices(orAuto: Bool = false) -> String {
    FormatName.allCases.filter { orAuto || $0 != .auto }.map(\.rawValue).joined(separator: ", ")
  }
}
