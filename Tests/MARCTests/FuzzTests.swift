import MARC
import Testing

/// Damaged input may be read as anything, but it must come to an end and never stop the program.
struct FuzzTests {
  private static let signs: [UInt8] =
    [0x1D, 0x1E, 0x1F, 0x1B, 0x0A, 0x00, 0xFF] + Array("<>&\"{}[]=$\\059".utf8)

  @Test("random changes to good files are survived", arguments: RecordFormat.whole)
  func mutations(format: RecordFormat) throws {
    var random = SeededGenerator(seed: 4)
    let file = try Array(RecordFiles.fixture("vietnamese.utf8.mrc").prefix(2100))
    let other = try Array(RecordFiles.fixture("books.marc8.mrc").prefix(2500))
    let seeds = try [file, other].map { written(try readAll($0).records, as: format) }
    var recordCount = 0
    for _ in 0..<300 {
      var damaged = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        FuzzTests.damage(&damaged, &random)
      }
      let steps = try readAll(damaged, as: format)
      #expect(steps.count <= damaged.count + 2)
      recordCount += steps.records.count
      for record in steps.records {
        #expect(try Record(storage: record.storageBytes) == record)
      }
    }
    #expect(recordCount > 0)
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] = signs.randomElement(using: &random) ?? 0
    case 2: bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
    case 3:
      bytes.removeSubrange(place..<min(place + Int.random(in: 1...40, using: &random), bytes.count))
    default:
      let end = min(place + Int.random(in: 1...200, using: &random), bytes.count)
      bytes.insert(
        contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    }
  }

  @Test("random bytes are survived", arguments: RecordFormat.whole)
  func noise(format: RecordFormat) throws {
    var random = SeededGenerator(seed: 5)
    var stepCount = 0
    for _ in 0..<200 {
      let signs = FuzzTests.signs
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        Bool.random(using: &random)
          ? signs.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      stepCount += try readAll(bytes, as: format).count
    }
    #expect(stepCount > 0)
  }

  @Test("whatever is read from damaged files is written and read as the same fields")
  func rewriting() throws {
    var random = SeededGenerator(seed: 6)
    let file = try Array(RecordFiles.fixture("vietnamese.utf8.mrc").prefix(2100))
    for _ in 0..<300 {
      var damaged = file
      for _ in 0..<3 { FuzzTests.damage(&damaged, &random) }
      for record in try readAll(damaged, as: .iso2709).records {
        let lines = try readAll(written([record], as: .line), as: .line).records
        #expect(lines.map(\.leader) == [record.leader])
        #expect(
          lines.map { $0.fields.map(\.body) } == [record.fields.map(\.body)], "\(record.lines)")
      }
    }
  }

  @Test("a file read in pieces of any size is read the same")
  func pieces() throws {
    let file = try RecordFiles.fixture("books.marc8.mrc")
    let records = try readAll(file).records
    for format in RecordFormat.whole {
      let bytes = written(records.map(\.withoutOriginal), as: format)
      let whole = try readAll(bytes, as: format).records
      let reader = try RecordReader(TricklingSource(bytes, pieceLength: 7), as: format)
      var count = 0
      while let step = try reader.next() {
        #expect(step.record == whole[count])
        count += 1
      }
      #expect(count == whole.count)
    }
  }
}

/// A source that gives only a few bytes at a time, as pipes do.
private final class TricklingSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let pieceLength: Int

  init(_ bytes: [UInt8], pieceLength: Int) {
    rest = bytes[...]
    self.pieceLength = pieceLength
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = rest.prefix(min(pieceLength, buffer.count))
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
