import MARC
import Testing

struct UnreadableInputTests {
  @Test(
    "an empty file and one that is no MARC give one diagnostic each",
    arguments: RecordFormat.whole + [.isis])
  func nothingToRead(format: RecordFormat) throws {
    #expect(try readAll([], as: format).faults == [.emptyInput])
    let text = Array("Đây không phải là MARC.\n".utf8)
    let steps = try readAll(text, as: format)
    #expect(steps.records.isEmpty)
    #expect(steps.faults.count <= 2)
    #expect(
      steps.faults.contains(.noRecords(bytes: text.count))
        || steps.faults.contains(.strayBytes(count: text.count)))
  }

  @Test("an input of nothing but zeros is read to its end with one diagnostic")
  func zeros() throws {
    let reader = try RecordReader(EndlessSource(limit: 24 << 20))
    let step = try reader.next()
    #expect(step?.diagnostics.map(\.fault) == [.noRecords(bytes: 24 << 20)])
    #expect(try reader.next() == nil)
  }

  @Test("a leader that promises a record without end is passed over")
  func endless() throws {
    let leader = Array("99999nam a2200049 a 4500".utf8)
    let reader = try RecordReader(EndlessSource(front: leader, limit: 20 << 20))
    let step = try reader.next()
    #expect(step?.record == nil)
    #expect(step?.diagnostics.map(\.fault) == [.endless(limit: ISO2709Reader.recordLengthMaximum)])
    #expect(try reader.next() == nil)
  }

  @Test("a record that never ends is given up before it fills the memory")
  func neverEnding() throws {
    let field = "<datafield tag=\"500\" ind1=\" \" ind2=\" \"><subfield code=\"a\">"
    let text = String(repeating: "x", count: 900_000)
    let fields = String(repeating: field + text + "</subfield></datafield>", count: 20)
    let steps = try readAll(Array("<record>\(fields)</record><record><leader/></record>".utf8))
    #expect(steps.map { $0.record == nil } == [true, false])
    #expect(steps.first?.diagnostics.map(\.fault) == [.notWellFormed(.tooLong)])
    let lines = Array(String(repeating: "=500  \\\\$a\(text)\n", count: 20).utf8)
    #expect(
      try readAll(lines).first?.diagnostics.map(\.fault).contains(.notWellFormed(.tooLong)) == true)
    let json = String(repeating: "{\"500\":\"\(text)\"},", count: 20)
    let broken = try readAll(Array("{\"fields\":[\(json)".utf8))
    #expect(broken.first?.record == nil)
    #expect(broken.faults.contains(.notWellFormed(.tooLong)))
  }

  @Test("a file cut off at any byte keeps every record before the cut")
  func truncated() throws {
    let file = Array(try RecordFiles.fixture("vietnamese.utf8.mrc").prefix(2600))
    let ends = try readAll(file).filter(\.isSound).compactMap { step in
      step.record.map { step.offset + written([$0], as: .iso2709).count }
    }
    #expect(ends.count >= 2)
    for length in 1..<file.count {
      let steps = try readAll(Array(file.prefix(length)))
      let whole = ends.count { $0 <= length }
      #expect(steps.count { $0.isSound } == whole)
      #expect(steps.count - whole <= 1)
    }
  }

  @Test("a folder or missing file is the machine's fault, not the record's")
  func machineFaults() {
    #expect(throws: SourceFault.self) { try FileSource(path: "/nonexistent/file.mrc") }
    #expect(throws: SourceFault.self) { try RecordReader(FileSource(path: "/")) }
  }

  @Test("the format is told by the first bytes")
  func detection() throws {
    let record = Record(leader: .newBook, fields: [Field(control: "001", "1")])
    for format in RecordFormat.whole + [.plainText] {
      #expect(RecordFormat.detect(written([record], as: format)) == format)
    }
    #expect(RecordFormat.detect("\u{FEFF}\n <collection/>".utf8) == .marcXML)
    #expect(RecordFormat.detect("Title;Author".utf8) == nil)
    #expect(RecordFormat.detect([]) == nil)
  }
}

/// A source of zeros that never was in memory.
private final class EndlessSource: ByteSource {
  private var front: [UInt8]
  private var left: Int

  init(front: [UInt8] = [], limit: Int) {
    self.front = front
    left = limit - front.count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if !front.isEmpty {
      buffer.copyBytes(from: front)
      defer { front = [] }
      return front.count
    }
    let count = min(buffer.count, left)
    buffer.prefix(count).initializeMemory(as: UInt8.self, repeating: 0)
    left -= count
    return count
  }
}
