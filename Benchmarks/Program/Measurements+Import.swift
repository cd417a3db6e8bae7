import Foundation
import LibraryCore
import LibraryStore
import MARC
import Workstation

extension Measurements {
  private static let recordsOfImport = 20_000

  /// Records of a real catalogue, where the data lies beside the project.
  private static let realRecords = "../shared/data/loc-books-10k/loc_books_10k.mrc"

  static func recordFiles(_ house: BenchHouse) throws -> [(name: String, path: String)] {
    let generated = "\(house.folder)/generated.mrc"
    try BigLibrary.writeRecords(recordsOfImport, to: generated)
    var files = [("generated", generated)]
    if FileManager.default.fileExists(atPath: realRecords) {
      files.append(("Library of Congress", realRecords))
    }
    return files
  }

  // MARK: - Parse only

  /// Reads 100,000 records from end to end, beside yaz-marcdump that prints nothing.
  static func parse(_ house: BenchHouse) throws -> [BenchRow] {
    guard let peer = OtherProgram.find("yaz-marcdump") else {
      print("yaz-marcdump is not installed: parsing is not compared.")
      return []
    }
    return try recordFiles(house).map { name, path in
      let long = "\(house.folder)/long.mrc"
      let one = try Data(contentsOf: URL(fileURLWithPath: path))
      let records = try count(path)
      let times = max(1, 100_000 / records)
      try Data(repeatElement(one, count: times).joined()).write(to: URL(fileURLWithPath: long))
      let samples = try alternate(rounds: 5) { _ in
        [try microseconds { _ = try count(long) }]
      } floor: { _ in
        [try microseconds { _ = try OtherProgram.run(peer, ["-n", long]) }]
      }
      let read = Double(records * times)
      return BenchRow(
        name: "parse, \(name)", unit: "k/s", ours: read * 1000 / samples.ours.median,
        floor: read * 1000 / samples.floor.median, goal: .ratioAtLeast(1))
    }
  }

  private static func count(_ path: String) throws -> Int {
    let reader = try RecordReader(FileSource(path: path))
    var count = 0
    while let read = try reader.next() { count += read.record == nil ? 0 : 1 }
    return count
  }

  // MARK: - Parse, index and commit

  /// The whole import, beside the same rows inserted by the floor.
  static func importRecords(_ house: BenchHouse) throws -> [BenchRow] {
    try recordFiles(house).map { name, path in
      let source = try house.scratch("import-source")
      let records = try takeIn(path, folder: source).records
      let words = "\(house.folder)/words"
      try writeWords(of: path, to: words)
      let samples = try alternate(rounds: 3) { _ in
        [try takeIn(path, folder: try house.scratch("import-ours")).microseconds]
      } floor: { _ in
        let target = try house.scratch("import-floor") + "/library.sqlite"
        return try OtherProgram.run(
          house.program("catalogue"),
          [LibraryFile.databasePath(in: source), words, target, "500"])
      }
      return BenchRow(
        name: "import, \(name)", unit: "rec/s",
        ours: Double(records) * 1e6 / samples.ours.median,
        floor: Double(records) * 1e6 / samples.floor.median, goal: .ratioAtLeast(0.5))
    }
  }

  private static func takeIn(
    _ path: String, folder: String
  ) throws -> (records: Int, microseconds: Double) {
    let file = try LibraryFile.create(
      in: folder, name: "Thư viện", code: "", clock: SystemClock(), random: SystemRandom())
    guard case .signedIn(let desk) = try file.signIn(clock: SystemClock()) else {
      throw BenchHouse.Fault("nobody may sign in to a new library")
    }
    var outcome: ImportOutcome?
    let time = try microseconds {
      outcome = try desk.importRecords([path], ImportOptions(match: .none))
    }
    guard case .imported(let report) = outcome else {
      throw BenchHouse.Fault("\(path) was not imported")
    }
    return (report.counts.records, time)
  }

  /// What the indexes of words are given for each record that is taken in, for the floor to insert.
  private static func writeWords(of path: String, to words: String) throws {
    let reader = try RecordReader(FileSource(path: path))
    var bytes = Data()
    while let read = try reader.next() {
      guard let record = read.record, Material.isTitle(record) else { continue }
      let entry = CatalogueEntry(record)
      let words = entry.words
      for column in [
        words.title, words.author, words.subject, words.other, words.exact, entry.duplicateWords,
        entry.headings.words,
      ] {
        withUnsafeBytes(of: UInt32(column.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: column.utf8)
      }
    }
    try bytes.write(to: URL(fileURLWithPath: words))
  }
}
