import ArgumentParser
import MARC
import Workstation

/// How records are written to a file.
struct WritingOptions: ParsableArguments {
  @Option(
    name: .customLong("to-encoding"),
    help: .say(
      "encoding",
      vi:
        "Bảng mã của tệp ISO 2709: asis, utf8 hoặc marc8. Biểu ghi có chữ MARC-8 không có thì không ghi.",
      en:
        "The encoding of ISO 2709: asis, utf8 or marc8. A record with a letter MARC-8 lacks is not written."
    ))
  var encoding: WrittenEncoding = .asReceived

  @Option(
    help: .say(
      "file", vi: "Ghi vào tệp MARCXML này những biểu ghi mà dạng kia không chứa được.",
      en: "Write what the format cannot hold to this MARCXML file."))
  var rest: String?
}

/// A file of records being written, and beside it one for those that its format cannot hold.
final class RecordFile {
  private var main: (file: OutputFile, writer: RecordWriter)
  private var rest: (file: OutputFile, writer: RecordWriter)?
  private var bytes: [UInt8] = []
  private var restBytes: [UInt8] = []
  private(set) var refusedCount = 0

  init(
    _ path: String, _ format: RecordFormat, _ options: WritingOptions, _ profile: MappingProfile
  ) throws {
    main = (
      try OutputFile(path), RecordWriter(format, encoding: options.encoding, profile: profile)
    )
    main.writer.begin(&bytes)
    guard let path = options.rest else { return }
    let writer = RecordWriter(.marcXML)
    rest = (try OutputFile(path), writer)
    writer.begin(&restBytes)
  }

  /// Writes one record and says what the format could not hold of it, or that it could not be written at all.
  func write(_ record: Record) throws -> [Fault] {
    let faults = main.writer.append(record, to: &bytes)
    try main.file.write(&bytes, keeping: OutputFile.pieceBytes)
    guard faults.contains(where: \.preventsWriting) else { return faults }
    refusedCount += 1
    let further = rest?.writer.append(record, to: &restBytes) ?? []
    try rest?.file.write(&restBytes, keeping: OutputFile.pieceBytes)
    return faults + further
  }

  /// Writes what is left and puts the files on disk under their names.
  func close() throws {
    main.writer.finish(&bytes)
    try main.file.write(&bytes)
    try main.file.close()
    rest?.writer.finish(&restBytes)
    try rest?.file.write(&restBytes)
    try rest?.file.close()
  }
}

extension Wording {
  /// How many records the format could not hold, and where they are; nil if it held them all.
  func leftOut(_ count: Int, to path: String?) -> String? {
    guard count > 0 else { return nil }
    guard let path else {
      return say(
        vi: "\(count) biểu ghi không ghi được ở dạng này; --rest TỆP ghi chúng ra MARCXML",
        en:
          "\(counted(count, "record")) could not be written so; --rest FILE writes them as MARCXML")
    }
    return say(
      vi: "\(count) biểu ghi không ghi được ở dạng này nằm trong \(path)",
      en: "\(counted(count, "record")) that could not be written so are in \(path)")
  }
}
