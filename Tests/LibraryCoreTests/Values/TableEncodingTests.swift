import LibraryCore
import Testing
import VietnameseText

@Suite struct TableEncodingTests {
  private static let text = """
    Họ và tên,Địa chỉ,Ghi chú
    Nguyễn Văn Hùng,"Số 5 phố Huế, Hà Nội",
    Trần Thị Dũng,Đống Đa,Dũng
    Dũng,,

    """
  private static let wanted = [
    ["Nguyễn Văn Hùng", "Số 5 phố Huế, Hà Nội", ""], ["Trần Thị Dũng", "Đống Đa", "Dũng"],
    ["Dũng", "", ""],
  ]

  private func table(_ bytes: [UInt8], _ encoding: EncodingChoice = .automatic) throws
    -> SeparatedValues
  {
    try SeparatedValues(bytes, TextMending(encoding: encoding))
  }

  @Test(
    "a table is read in its encoding, found or named",
    arguments: [LegacyEncoding.tcvn3, .vni, .viscii, .cp1258, .bkhcm2, .mojibake])
  func legacy(encoding: LegacyEncoding) throws {
    let bytes = encoding.encode(Self.text).bytes
    for choice in [EncodingChoice.automatic, .named(encoding)] {
      let table = try table(bytes, choice)
      #expect(table.headings == ["Họ và tên", "Địa chỉ", "Ghi chú"])
      #expect(table.rows.map(\.cells) == Self.wanted)
      let first = try #require(table.rows.first?.mended.first)
      #expect(first.mended.encoding == encoding)
      #expect(first.received == encoding.encode("Nguyễn Văn Hùng").bytes)
    }
  }

  @Test("a table that is UTF-8 or the Unicode text of a spreadsheet stays as it is")
  func unicode() throws {
    let tabbed = Self.text.replacing(", ", with: "~").replacing(",", with: "\t")
      .replacing("~", with: ", ")
    let units = Array(tabbed.utf16)
    var (little, big): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [Array(Self.text.utf8), little, big, [0xEF, 0xBB, 0xBF] + Array(tabbed.utf8)] {
      let table = try table(bytes)
      #expect(table.rows.map(\.cells) == Self.wanted)
      #expect(table.rows.allSatisfy { $0.mended.isEmpty })
    }
  }

  @Test("bytes of no Vietnamese encoding are read as Western, damaged Unicode is a fault")
  func western() throws {
    let table = try table(LegacyEncoding.cp1252.encode("Titre\nÉcole française\n").bytes)
    #expect(table.rows.map(\.cells) == [["École française"]])
    #expect(throws: SeparatedValues.Fault.notText(line: 2)) {
      try self.table(Array("Tên\nĐường ".utf8) + [0xC3, 0x0A])
    }
    #expect(throws: SeparatedValues.Fault.notText(line: 2)) {
      try self.table([0x61, 0x0A, 0xE9, 0x0A], .asDeclared)
    }
  }

  @Test("cells are composed and counted, and repaired when that is asked for")
  func mends() throws {
    let bytes = Array("Tên\nTie\u{302}\u{301}ng\nDi\u{EA}\u{309}n Nghie\u{301}\u{302}p Ðà\n".utf8)
    let plain = try SeparatedValues(bytes)
    #expect(plain.rows[0].mended.map(\.mended.isComposed) == [true])
    #expect(plain.rows.allSatisfy { $0.cells.allSatisfy(\.isNFC) })
    let repaired = try SeparatedValues(bytes, TextMending(repairs: true))
    #expect(repaired.rows.map(\.cells) == [["Tiếng"], ["Diển Nghiếp Đà"]])
    #expect(repaired.rows[1].mended.map(\.mended.repairs) == [2])
  }

  @Test("the encodings a table could be in are surveyed, the likeliest first")
  func survey() throws {
    let survey = try #require(
      SeparatedValues.survey(LegacyEncoding.tcvn3.encode(Self.text).bytes))
    #expect(survey.candidates().first?.encoding == .tcvn3)
    #expect(survey.usual == .tcvn3)
    #expect(survey.lines(in: .tcvn3).first?.contains("phố Huế") == true)
    #expect(SeparatedValues.survey(Array("a,b\n1,2\n".utf8))?.candidates() == [])
  }
}
