import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Builds a pack from files of records; needs no library.
struct PackBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: .say(
      vi: "Tạo gói từ các tệp biểu ghi; không cần thư viện.",
      en: "Build a pack from files of records; needs no library."))

  @OptionGroup var global: GlobalOptions

  @Flag(
    help: .say(
      vi: "Chỉ giữ các trường cần để nhận ra sách.",
      en: "Keep only the fields a book is known by."))
  var brief = false

  @Option(
    help: .say(
      "format", vi: RecordFormat.choices(orAuto: true), en: RecordFormat.choices(orAuto: true)))
  var format: FormatName = .auto

  @Argument(help: .say("out", vi: "Tệp gói để ghi.", en: "The pack file to write."))
  var target: String

  @Argument(help: .say("file", vi: "Các tệp biểu ghi.", en: "Files of records."))
  var files: [String]

  func run() throws {
    let output = Output()
    defer { output.flush() }
    let report = try PackBuilder.build(
      target, from: files, PackOptions(isBrief: brief, format: format.format),
      made: global.moment ?? SystemClock().now())
    if global.json {
      output.line([
        "outcome": "built", "pack": .text(target), "records": .count(report.records),
        "isbns": .count(report.isbns), "skipped": .count(report.skipped),
        "faults": .count(report.faults),
      ])
    } else {
      output.line(
        .say(
          vi:
            "Đã ghi \(target): \(report.records) biểu ghi, \(report.isbns) ISBN; bỏ qua \(report.skipped), lỗi \(report.faults)",
          en:
            "Wrote \(target): \(counted(report.records, "record")), \(counted(report.isbns, "ISBN")); \(report.skipped) skipped, \(report.faults) faulty"
        ))
    }
  }
}

/// Reads a whole pack again and compares its sum; needs no library.
struct PackCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .say(
      vi: "Đọc lại cả gói và so tổng kiểm.", en: "Read a whole pack again and compare its sum."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("file", vi: "Tệp gói.", en: "The pack file."))
  var file: String

  func run() throws {
    let output = Output()
    defer { output.flush() }
    let check = try RecordPack(file).check()
    if global.json {
      output.line([
        "outcome": .text(check.isSound ? "sound" : "damaged"), "records": .count(check.records),
        "digest": .bool(check.hasRightDigest),
        "damaged": .list(check.damaged.map { .integer($0) }),
        "faults": .list(check.faults.map { .text($0) }),
      ])
    } else if check.isSound {
      output.line(
        .say(
          vi: "\(check.records) biểu ghi, tổng kiểm đúng",
          en: "\(counted(check.records, "record")), the sum is right"))
    } else {
      let numbers = check.damaged.prefix(20).map(String.init).joined(separator: ", ")
      output.line(
        .say(
          vi: "Gói bị hỏng: \(check.damaged.count) biểu ghi (\(numbers)); hãy chép hoặc tạo lại",
          en:
            "The pack is damaged: \(counted(check.damaged.count, "record")) (\(numbers)); copy or build it again"
        ))
      for fault in check.faults { output.line("  " + fault) }
    }
    if !check.isSound { throw ExitStatus.badInput }
  }
}

/// Looks into a pack, or all packs of the library.
struct PackSearchCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: .say(
      vi: "Tra gói theo ISBN hay từ của nhan đề, tác giả.",
      en: "Look into packs by ISBN, or words of title and author."))

  @OptionGroup var global: GlobalOptions

  @Option(
    name: .customLong("pack"),
    help: .say(
      "file", vi: "Tệp gói; không có thì mọi gói của thư viện.",
      en: "A pack file; all packs of the library without one."))
  var file: String?

  @Option(
    name: .customLong("import"),
    help: .say("n", vi: "Nhập biểu ghi số n.", en: "Take record n into the catalogue."))
  var taken: Int?

  @Option(help: .say("n", vi: "Nhiều nhất bao nhiêu.", en: "How many at most."))
  var limit = 20

  @Argument(help: .say("words", vi: "ISBN hoặc các từ.", en: "An ISBN, or words."))
  var words: [String]

  func run(in session: LibrarySession) throws -> ExitStatus {
    let typed = words.joined(separator: " ")
    let found = FoundRecords(session)
    for (name, pack) in try packs(session) {
      let hits =
        try ISBN(typed).map { try pack.find($0) } ?? pack.find(words: typed, limit: limit)
      found.take(hits.map(\.record), from: name)
    }
    if found.records.isEmpty, !session.isJSON {
      session.output.line(
        session.words.say(vi: "Không có trong gói nào", en: "Not in any pack"))
    }
    return try taken.map { try found.takeIn(number: $0) } ?? .done
  }

  private func packs(_ session: LibrarySession) throws -> [(String, RecordPack)] {
    if let file { return [(file, try RecordPack(file))] }
    return try session.desk.attachedPacks().map { ($0.name, try $0.pack.get()) }
  }
}
