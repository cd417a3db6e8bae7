import MARC
import Testing
import VietnameseText

@Suite struct RecordMendingTests {
  private func record(_ title: [UInt8], leader: String = "00000nam  2200000   4500") throws
    -> ReadRecord
  {
    var field = Array("10\u{1F}a".utf8) + title
    field.append(0x1E)
    let entry = String(format: 245, field.count)
    var bytes = Array(leader.utf8) + Array(entry.utf8) + [0x1E] + field + [0x1D]
    bytes.replaceSubrange(0..<5, with: digits(bytes.count, 5))
    bytes.replaceSubrange(12..<17, with: digits(24 + 12 + 1, 5))
    let reader = try RecordReader(
      MemorySource(bytes), as: .iso2709, keepsReceivedTexts: true)
    return try #require(try reader.next())
  }

  private func digits(_ number: Int, _ count: Int) -> [UInt8] {
    let text = String(number)
    return Array((String(repeating: "0", count: count - text.count) + text).utf8)
  }

  @Test(
    "records that say MARC-8 or Unicode and are in a legacy encoding are read",
    arguments: ["00000nam  2200000   4500", "00000nam a2200000   4500"])
  func decodes(leader: String) throws {
    let title = "Thư viện tỉnh Bình Định đổi mới"
    for encoding in [LegacyEncoding.tcvn3, .vni, .bkhcm2] {
      let bytes = encoding.encode(title).bytes
      let read = try record(bytes, leader: leader)
      let mended = try #require(read.mended(TextMending(encoding: .automatic)))
      let field = try #require(mended.record.first("245"))
      #expect(field.text("a") == title)
      #expect(field.indicator1 == Code("1"))
      #expect(mended.record.leader.declaresUnicode)
      #expect(mended.changes.map(\.received) == [Array("10\u{1F}a".utf8) + bytes])
      #expect(mended.changes.map(\.mended.encoding) == [encoding])
      #expect(!read.diagnostics(after: mended).contains { $0.fault == .invalidUTF8 })
    }
  }

  @Test("a record in MARC-8 is read as MARC-8, whatever encodings its bytes could be in")
  func leavesMARC8() throws {
    // Acute, grave and cedilla stand before their letters.
    let title =
      Array("Histoire du th".utf8) + [0xE2] + Array("e".utf8) + [0xE3] + Array("atre".utf8)
    let read = try record(title)
    #expect(read.mended(.whole)?.changes.allSatisfy { $0.mended.encoding == nil } ?? true)
    #expect(read.record?.first("245")?.text("a")?.nfc == "Histoire du théâtre")
  }

  @Test("a record that was taken for MARC-8 when it came is mended from what it came as")
  func mendsOriginal() throws {
    let title = "Thư viện tỉnh Bình Định đổi mới"
    let stored = try #require(record(LegacyEncoding.vni.encode(title).bytes).record)
    #expect(stored.first("245")?.text("a") != title)
    let mended = try #require(stored.mended(.whole))
    #expect(mended.record.first("245")?.text("a") == title)
  }

  @Test("bytes of no Vietnamese encoding stay, and their fault is told")
  func leavesBytes() throws {
    let read = try record(Array("Genevi".utf8) + [0xE1, 0x65], leader: "00000nam a2200000   4500")
    #expect(read.mended(TextMending(encoding: .automatic)) == nil)
    #expect(read.diagnostics.contains { $0.fault == .invalidUTF8 })
  }

  @Test(
    "fields that need nothing keep their bytes, also decomposed ones unless composition is asked")
  func keepsBytes() throws {
    let fields = [
      Field("245", .blank, .blank, [Subfield("a", "Tie\u{302}\u{301}ng Việt")]),
      Field("500", .blank, .blank, [Subfield("a", "Céng hoµ x· héi chñ nghÜa")]),
      Field(
        "650", .blank, .blank, [Subfield("a", "Nghie\u{301}\u{302}p"), Subfield("x", "Ðà Nẵng")]),
    ]
    let record = Record(leader: .newBook, fields: fields)
    let decoded = try #require(record.mended(TextMending(encoding: .automatic)))
    #expect(Array(decoded.record.fields)[0] == fields[0])
    #expect(Array(decoded.record.fields)[2] == fields[2])
    #expect(decoded.record.first("500")?.text("a") == "Cộng hoà xã hội chủ nghĩa")
    let composed = try #require(record.mended(TextMending(composes: true)))
    #expect(composed.changes.map(\.mended.isComposed) == [true, true])
    #expect(composed.record.first("245")?.text("a")?.isNFC == true)
    let repaired = try #require(record.mended(TextMending(repairs: true)))
    #expect(repaired.changes.map(\.mended.repairs) == [2])
    #expect(repaired.record.first("650")?.text("a") == "Nghiếp")
    #expect(repaired.record.first("650")?.text("x") == "Đà Nẵng")
    #expect(record.mended(TextMending()) == nil)
  }

  @Test("the Icelandic eth stays in words that are no syllables")
  func eth() {
    #expect(
      "Ðà Nẵng, Guðmundur".repairingLookalikes(onlyInSyllables: true).text == "Đà Nẵng, Guðmundur")
    #expect("Guðmundur".repairingLookalikes().text == "Guđmundur")
  }
}

extension String {
  /// One entry of a directory.
  fileprivate init(format tag: Int, _ length: Int) {
    let digits = String(length)
    self = "\(tag)" + String(repeating: "0", count: 4 - digits.count) + digits + "00000"
  }
}
