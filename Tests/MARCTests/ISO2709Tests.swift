import MARC
import Testing

struct ISO2709Tests {
  private let first = Field("245", "1", "0", [Subfield("a", "Một"), Subfield("b", "hai")])
  private let record = Record(
    leader: Leader(bytes: "00000nam a2200000 a 4500".utf8) ?? .newBook,
    fields: [
      Field(control: "001", "n1"),
      Field("245", "1", "0", [Subfield("a", "Một"), Subfield("b", "hai")]),
      Field("650", " ", "4", [Subfield("a", "Ba")]),
    ])

  private var bytes: [UInt8] { written([record], as: .iso2709) }

  private func fields(_ step: ReadRecord?) -> [Field] {
    step?.record.map { Array($0.fields) } ?? []
  }

  @Test("what is written is read back without fault")
  func writtenAndRead() throws {
    let steps = try readAll(bytes + bytes)
    #expect(steps.map(\.isSound) == [true, true])
    #expect(steps.map(\.offset) == [0, bytes.count])
    #expect(steps.map(\.number) == [1, 2])
    #expect(fields(steps[1]) == Array(record.fields))
    #expect(written(steps.records, as: .iso2709) == bytes + bytes)
  }

  @Test("real records are written back byte for byte, in either encoding")
  func byteIdentity() throws {
    for name in ["vietnamese.utf8", "vietnamese.marc8", "books.utf8", "books.marc8"] {
      let file = try RecordFiles.fixture(name + ".mrc")
      let steps = try readAll(file)
      #expect(steps.count > 20)
      #expect(steps.areSound, "\(name)")
      #expect(written(steps.records, as: .iso2709) == file, "\(name)")
      let stored = try steps.records.map { try Record(storage: $0.storageBytes) }
      #expect(written(stored, as: .iso2709) == file, "\(name)")
    }
  }

  @Test("MARC-8 says the same as its twin in Unicode")
  func twins() throws {
    for name in ["vietnamese", "books"] {
      let unicode = try readAll(RecordFiles.fixture(name + ".utf8.mrc")).records
      let marc8 = try readAll(RecordFiles.fixture(name + ".marc8.mrc")).records
      #expect(unicode.map(texts) == marc8.map(texts))
      #expect(marc8.contains { $0.original != nil && $0.leader.declaresUnicode })
    }
  }

  /// The texts as strings, which compare as equal whether composed or not.
  private func texts(_ record: Record) -> [[String]] {
    record.fields.map { [$0.tag.text] + ($0.isControl ? [$0.text] : $0.subfields.map(\.text)) }
  }

  @Test("an unusual but lawful layout is kept as it came")
  func unusualLayout() throws {
    // The directory names the fields in another order than that of their texts.
    var entries = Array(bytes[24..<60])
    entries = Array(entries[12..<36] + entries[0..<12])
    let unusual = Array(bytes[..<24]) + entries + Array(bytes[60...])
    let steps = try readAll(unusual)
    #expect(steps.map(\.isSound) == [true])
    #expect(fields(steps.first).map(\.tag) == ["245", "650", "001"])
    #expect(written(steps.records, as: .iso2709) == unusual)
    var edited = try #require(steps.first?.record).editable
    edited.fields[0].setText("Hai", of: "a")
    #expect(edited.record.original == nil)
    #expect(try readAll(written([edited.record], as: .iso2709)).areSound)
  }

  @Test("a wrong record length is mended by the terminator")
  func wrongLength() throws {
    for length in ["00000", "00100", "99999", "abcde"] {
      let steps = try readAll(Array(length.utf8) + bytes[5...] + bytes)
      #expect(steps.count == 2)
      #expect(steps.allSatisfy { fields($0) == Array(record.fields) })
      #expect(
        steps.first?.diagnostics.map(\.fault)
          == [.wrongRecordLength(declared: Int(length), actual: bytes.count)])
    }
  }

  @Test("lengths that count characters are understood")
  func characterCounts() throws {
    var text = String(decoding: bytes, as: UTF8.self)
    let surplus = text.utf8.count - text.unicodeScalars.count
    #expect(surplus == 2)
    text = text.replacing("245001500003", with: "245001300003").replacing(
      "650000700018", with: "650000700016")
    let steps = try readAll(Array(text.utf8))
    #expect(fields(steps.first) == Array(record.fields))
    #expect(steps.faults == [.lengthsInCharacters])
  }

  @Test("a wrong base address or directory leaves the texts under their tags")
  func wrongNumbers() throws {
    var wrongBase = bytes
    wrongBase.replaceSubrange(12..<17, with: "00070".utf8)
    let mendedBase = try readAll(wrongBase)
    #expect(fields(mendedBase.first) == Array(record.fields))
    #expect(mendedBase.faults == [.wrongBaseAddress(declared: 70, actual: 61)])
    var wrongDirectory = bytes
    wrongDirectory.replaceSubrange(27..<31, with: "0009".utf8)
    let mended = try readAll(wrongDirectory)
    #expect(fields(mended.first) == Array(record.fields))
    #expect(mended.faults == [.wrongDirectory])
    #expect(mended.first?.diagnostics.first?.offset == 24)
  }

  @Test("a missing record terminator does not swallow the next record")
  func missingTerminator() throws {
    let open = Array(bytes.dropLast())
    let steps = try readAll(open + bytes + open)
    #expect(steps.map { fields($0) } == Array(repeating: Array(record.fields), count: 3))
    #expect(steps[0].diagnostics.map(\.fault).contains(.missingRecordTerminator))
    #expect(steps[1].isSound)
    #expect(steps[2].diagnostics.map(\.fault) == [.missingRecordTerminator])
  }

  @Test("line ends between records are told once, other bytes each time")
  func betweenRecords() throws {
    let steps = try readAll(bytes + [0x0D, 0x0A] + bytes + [0x0A] + bytes + [0x1A])
    #expect(steps.areSound)
    #expect(steps.faults == [.blankBetweenRecords])
    let junk = try readAll(Array("xyz".utf8) + bytes + [0, 0, 0] + bytes)
    #expect(junk.faults == [.strayBytes(count: 3), .strayBytes(count: 3)])
    #expect(junk.flatMap { $0.diagnostics.map(\.offset) } == [0, 3 + bytes.count])
    #expect(junk.records.count == 2)
  }

  @Test("terminators inside a text are kept where the numbers say so")
  func embeddedTerminators() throws {
    let original = Array("Một".utf8)
    for terminator in [UInt8(0x1E), 0x1D] {
      let place = try #require(bytes.indices.first { bytes[$0...].starts(with: original) })
      var damaged = bytes
      damaged[place] = terminator
      let steps = try readAll(damaged + bytes)
      #expect(steps.records.count == 2)
      #expect(steps[0].diagnostics.map(\.fault) == [.embeddedTerminator])
      #expect(fields(steps[0])[1].first("a")?.bytes.first == terminator)
      #expect(written([steps.records[0]], as: .iso2709) == damaged)
    }
  }

  @Test("missing indicators are filled, text before the first subfield is kept")
  func fieldFaults() throws {
    func read(_ body: String) throws -> [ReadRecord] {
      let entry = "2450\(String(1000 + body.utf8.count + 1).dropFirst())00000"
      let length = 24 + 12 + 1 + body.utf8.count + 2
      let text =
        "\(String(100_000 + length).dropFirst())nam a2200037 a 4500\(entry)\u{1E}\(body)\u{1E}\u{1D}"
      return try readAll(Array(text.utf8))
    }
    let noIndicators = try read("\u{1F}aX")
    #expect(noIndicators.faults == [.missingIndicators])
    #expect(fields(noIndicators.first) == [Field("245", [Subfield("a", "X")])])
    let tooMuch = try read("10more\u{1F}aX")
    #expect(tooMuch.faults == [.textBeforeSubfields])
    #expect(
      fields(tooMuch.first) == [
        Field("245", "1", "0", [Subfield(" ", "more"), Subfield("a", "X")])
      ])
    let plain = try read("Tên sách")
    #expect(plain.faults == [.missingSubfields])
    #expect(fields(plain.first).first?.text == "Tên sách")
    #expect(try read("10\u{1F}\u{1F}aX\u{1F}").areSound)
  }

  @Test("where leader and text disagree on the encoding, the text is believed")
  func encodingMark() throws {
    var undeclared = bytes
    undeclared[9] = 0x20
    let steps = try readAll(undeclared)
    #expect(steps.faults == [.wrongEncodingMark(textIsUnicode: true)])
    #expect(fields(steps.first) == Array(record.fields))
    #expect(written(steps.records, as: .iso2709) == bytes)
  }

  @Test("bytes that are no UTF-8 are told and kept")
  func invalidUTF8() throws {
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: "ộ".utf8) })
    var damaged = bytes
    damaged[place] = 0xFF
    let steps = try readAll(damaged)
    #expect(steps.faults == [.invalidUTF8])
    #expect(steps.first?.diagnostics.first?.offset == place)
    #expect(steps.first?.diagnostics.first?.tag == "245")
    #expect(written(steps.records, as: .iso2709) == damaged)
    #expect(try readAll(damaged, as: nil, .strict).records.isEmpty)
  }

  @Test("half an escape of MARC-8 harms no other field")
  func halfEscape() throws {
    var marc8 = Array("00000nam  2200000 a 4500".utf8)
    marc8 = written(
      [
        Record(
          leader: try #require(Leader(bytes: marc8)),
          fields: [Field("245", [Subfield("a", "\u{1B}$1!")]), Field("246", [Subfield("a", "B")])])
      ],
      as: .iso2709)
    let steps = try readAll(marc8)
    #expect(steps.faults == [.invalidMARC8])
    #expect(fields(steps.first).last?.text("a") == "B")
  }

  @Test("a record longer than the format's numbers is not written, and told")
  func oversize() throws {
    let long = Field("520", [Subfield("a", String(repeating: "Dài ", count: 40_000))])
    let large = Record(leader: .newBook, fields: [first, long, first, long, first])
    var output: [UInt8] = []
    var writer = RecordWriter(.iso2709)
    let faults = writer.append(large, to: &output)
    #expect(output.isEmpty)
    #expect(faults.contains { if case .recordTooLong = $0 { true } else { false } })
    #expect(faults.count { if case .fieldTooLong = $0 { true } else { false } } == 2)
    #expect(!faults.contains { !$0.preventsWriting })
    #expect(try readAll(written([large], as: .marcXML)).records == [large])
  }

  @Test("a record that others wrote with nines for too long lengths is read back whole")
  func nines() throws {
    let long = Field("520", [Subfield("a", String(repeating: "Dài ", count: 40_000))])
    let text = Array(long.body) + [0x1E]
    let directory = "520" + "9999" + "00000"
    let leader = "99999nam a2200037 a 4500"
    let file = Array(leader.utf8) + Array(directory.utf8) + [0x1E] + text + [0x1D]
    let steps = try readAll(file + bytes)
    #expect(fields(steps.first) == [long])
    #expect(steps.first?.severity == .warning)
    #expect(steps.last?.isSound == true)
  }
}
