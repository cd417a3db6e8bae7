import Foundation
import LibraryCore
import LibraryStore
import MARC
import Workstation

extension Measurements {
  private static let fieldCount = 500
  private static let word = "quetzalcoatl"

  /// From a letter in the editor, in the middle of a record of 500 fields, to the first byte on the screen.
  static func editor(_ house: BenchHouse) throws -> [BenchRow] {
    let library = try house.scratch("editor")
    let desk = try newLibrary(in: library)
    guard case .saved = try desk.saveRecord(longRecord, id: nil) else {
      throw BenchHouse.Fault("the record of \(fieldCount) fields was not saved")
    }
    let path = try house.scratch("editor-steps") + "/steps"
    try stepsToTheMiddle.joined(separator: "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let terminal = house.program("terminal")
    let samples = try alternate(rounds: 3) { _ in
      try OtherProgram.run(
        terminal, ["typing", path, house.thuthu, "--typing", "off", "--library", library])
    } floor: { _ in
      try OtherProgram.run(terminal, ["keys", "100", house.program("echo")])
    }
    return [
      BenchRow(
        name: "key in the editor, median", unit: "ms", ours: samples.ours.median / 1000,
        floor: samples.floor.median / 1000),
      BenchRow(
        name: "key in the editor, p99", unit: "ms", ours: samples.ours.p99 / 1000,
        floor: samples.floor.p99 / 1000, goal: .atMost(2)),
    ]
  }

  private static func newLibrary(in folder: String) throws -> Desk {
    _ = try LibraryFile.create(
      in: folder, name: "Bench", code: "", clock: SystemClock(), random: SystemRandom())
    return try BenchHouse.desk(in: folder)
  }

  private static var longRecord: Record {
    let notes = (1..<fieldCount).map { number in
      Field("500", [Subfield("a", "Phụ chú số \(number): nguyên bản tiếng Việt, có minh hoạ")])
    }
    return Record(
      leader: .newBook, fields: [Field("245", [Subfield("a", word)])] + notes)
  }

  /// Search, open, edit, and a dozen pages down.
  private static var stepsToTheMiddle: [String] {
    ["\u{1B}[15~", word, "\r", "\u{1B}[20~"] + Array(repeating: "\u{1B}[6~", count: 12)
  }
}
