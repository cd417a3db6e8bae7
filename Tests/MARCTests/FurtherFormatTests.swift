import MARC
import Testing

struct FurtherFormatTests {
  @Test("Aleph sequential files give their records, blanks of fixed fields and odd tags included")
  func aleph() throws {
    let text = """
      000000002 FMT   L BK
      000000002 LDR   L 00000nam^a2200301^i^4500
      000000002 008   L 050601s1921^^^^xx^||
      000000002 24510 L $$aGiá 5$ :$$bnhan đề
      000000002 CAT   L $$aX$$b
      000000003 LDR   L 00000nam^a22
      không phải dòng của Aleph
      000000003 245   L Không trường con
      """
    let steps = try readAll(Array(text.utf8))
    #expect(steps.records.count == 2)
    #expect(
      steps.first?.record?.lines == """
        =LDR  00000nam\\a2200301\\i\\4500
        =FMT  BK
        =008  050601s1921\\\\\\\\xx\\||
        =245  10$aGiá 5{dollar} :$bnhan đề
        =CAT  \\\\$aX$b


        """)
    #expect(steps.first?.isSound == true)
    #expect(
      steps.last?.diagnostics.map(\.fault) == [.badLeader(length: 12), .badLine, .missingSubfields])
  }

  @Test("MARC as catalogues show it is read, with and without blanks around codes")
  func plainText() throws {
    let spaced = """
      01087cam a2200277 a 4500
      001    70813420
      245 10 $a Giá 5$ / $c Tô Hoài.
      650  0 $a Truyện $x Việt Nam

      LEADER 01087cam a2200277 a 4500
      245 10$aLiền$cnhau
      264  1$aHà Nội
      """
    let records = try readAll(Array(spaced.utf8)).records
    #expect(records.count == 2)
    #expect(records[0].first("001")?.text == "   70813420")
    #expect(records[0].first("245")?.line == "=245  10$aGiá 5{dollar} /$cTô Hoài.")
    #expect(records[0].first("650")?.indicator2 == "0")
    #expect(records[1].first("245")?.text("c") == "nhau")
    let again = try readAll(written(records, as: .plainText)).records
    #expect(again.map { Array($0.fields) } == records.map { Array($0.fields) })
  }

  @Test("the names of MARCMaker become letters, and its marks go behind theirs")
  func mnemonics() throws {
    let text =
      "=LDR  00000nam a2200000 a 4500\n=500  \\\\$aT{acute}{ohorn} {Dstrok}{dotb}{grave}ê{zilch}F\n{flat} {nosuch}\n"
    let record = try #require(try readAll(Array(text.utf8)).records.first)
    #expect(record.first("500")?.text("a") == "Tơ\u{301} Đê\u{323}\u{300}F♭ {nosuch}")
  }

  // MARK: - Packed input

  /// "=LDR  00000nam a2200000 a 4500\n=245  10$aNén\n" packed with gzip.
  private static let packed: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 179, 245, 113, 9, 82, 80, 48, 0, 129, 188, 196, 92, 133,
    68, 35, 35, 48, 91, 33, 81, 193, 196, 212, 192, 128, 203, 214, 200, 196, 84, 65, 193, 208,
    64, 37, 209, 239, 240, 202, 60, 46, 0, 135, 211, 150, 182, 46, 0, 0, 0,
  ]

  @Test("packed input is unpacked, also where several packed files follow each other")
  func gzip() throws {
    #expect(try readAll(Self.packed).records.count == 1)
    let twice = try readAll(Self.packed + Self.packed)
    #expect(twice.records.count == 2)
    #expect(twice.faults.isEmpty)
  }

  @Test("packed input that is cut off or damaged gives what it can, and says so")
  func damagedGzip() throws {
    for length in [12, 30, Self.packed.count - 4] {
      #expect(try readAll(Array(Self.packed.prefix(length))).faults.contains(.damagedPacking))
    }
    var wrong = Self.packed
    wrong[wrong.count - 6] ^= 0xFF  // in the check sum
    let steps = try readAll(wrong)
    #expect(steps.records.count == 1)
    #expect(steps.faults.contains(.damagedPacking))
  }

  // MARK: - Other dialects, strictness

  private func unimarc(_ set: String, _ title: [UInt8]) -> [UInt8] {
    var fields: [(String, [UInt8])] = [
      ("100", Array("  \u{1F}a20080409d1991    |||y0grey\(set)      ga".utf8))
    ]
    fields.append(("200", Array("1 \u{1F}a".utf8) + title))
    var directory: [UInt8] = []
    var data: [UInt8] = []
    for (tag, body) in fields {
      let length = String(10000 + body.count + 1).dropFirst()
      let start = String(100000 + data.count).dropFirst()
      directory += Array((tag + length + start).utf8)
      data += body + [0x1E]
    }
    let base = 24 + directory.count + 1
    let total = base + data.count + 1
    let leader =
      String(100000 + total).dropFirst() + "nam  22" + String(100000 + base).dropFirst() + " i 450 "
    return Array(leader.utf8) + directory + [0x1E] + data + [0x1D]
  }

  @Test(
    "UNIMARC is recognised and said so, in either of its encodings, and written back as it came")
  func dialect() throws {
    let unicode = unimarc("50", Array("Ψειρολογία".utf8))
    let extended = unimarc("03", [0x4C, 0xC2, 0x65])  // L, acute, e in ISO 5426
    for (file, title) in [(unicode, "Ψειρολογία"), (extended, "Lé")] {
      let step = try #require(try readAll(file).first)
      #expect(step.diagnostics.map(\.fault) == [.notMARC21(.unimarc)])
      let record = try #require(step.record)
      #expect(record.first("200")?.text("a") == title)
      #expect(written([record], as: .iso2709) == file)
    }
    let raw = unimarc("  ", [0x8A, 0xE6])
    #expect(try readAll(raw).records.first?.first("200")?.first("a")?.bytes == [0x8A, 0xE6])
  }

  @Test("a strict reader gives sound records only, and says which it kept back")
  func strict() throws {
    let good = written(
      [Record(leader: .newBook, fields: [Field("245", [Subfield("a", "Một")])])], as: .iso2709)
    var wrong = good
    wrong[4] ^= 1
    let steps = try readAll(good + wrong + good, as: nil, .strict)
    #expect(steps.records.count == 2)
    #expect(steps.map(\.isHeldBack) == [false, true, false])
    #expect(try readAll(good + wrong + good).records.count == 3)
  }
}
