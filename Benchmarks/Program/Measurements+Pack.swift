import Foundation
import LibraryCore
import LibraryStore
import MARC
import Workstation

extension Measurements {
  private static let lookups = 2000

  /// A book looked up by its number in a pack as large as the big library, beside SQLite alone in C; and by words.
  static func pack(_ house: BenchHouse) throws -> [BenchRow] {
    let (path, records) = try bigPack(house)
    let pack = try RecordPack(path)
    let floor = try Conversation(house.program("pack"), [path])
    defer { floor.end() }
    var generator = SystemRandomNumberGenerator()
    var ours = Samples()
    var theirs = Samples()
    for _ in 0..<lookups {
      let number = Int.random(in: 0..<records, using: &generator)
      guard let isbn = ISBN(GeneratedBook.isbn(number)) else { continue }
      var isFound = false
      ours += [try microseconds { isFound = try !pack.find(isbn).isEmpty }]
      precondition(isFound, "the book is there")
      theirs += [try floor.ask(isbn.digits)]
    }
    var words = Samples()
    for text in ["viet nam", "lich su", "nguyen van", "truyen ngan", "toan hoc", "h"] {
      words += [try microseconds { _ = try pack.find(words: text, limit: 20) } / 1000]
    }
    return [
      BenchRow(
        name: "pack, by ISBN, p99", unit: "µs", ours: ours.p99, median: ours.median,
        floor: theirs.p99, goal: .atMost(1000)),
      BenchRow(
        name: "pack, by ISBN, median", unit: "µs", ours: ours.median, floor: theirs.median),
      BenchRow(
        name: "pack, by words, longest of six", unit: "ms", ours: words.p99, median: words.median),
      BenchRow(
        name: "pack, bytes for a record", unit: "B",
        ours: Double(pack.info.bytes) / Double(records)),
    ]
  }

  /// The pack, made by the first run and kept.
  private static func bigPack(_ house: BenchHouse) throws -> (path: String, records: Int) {
    let path = "\(house.folder)/titles-\(house.titles).pack"
    if FileManager.default.fileExists(atPath: path) { return (path, house.titles) }
    let records = "\(house.folder)/pack-records.mrc"
    try Data().write(to: URL(fileURLWithPath: records))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: records))
    var writer = RecordWriter(.iso2709)
    var bytes: [UInt8] = []
    var generator = TitleGenerator(seed: 1)
    for number in 0..<house.titles {
      _ = writer.append(generator.next().record(number: number), to: &bytes)
      if bytes.count > 1 << 22 || number == house.titles - 1 {
        try file.write(contentsOf: Data(bytes))
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.close()
    _ = try PackBuilder.build(path, from: [records], PackOptions(), made: SystemClock().now())
    try FileManager.default.removeItem(atPath: records)
    return (path, house.titles)
  }
}
