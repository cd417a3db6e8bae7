import Testing

@testable import VietnameseText

@Suite struct LegacyEncodingTests {
  static let vietnamese = LegacyEncoding.allCases.filter { $0 != .cp1252 }

  /// Bytes as bytes, and as the letters that code page 1252 shows for them.
  static func forms(of text: String, in encoding: LegacyEncoding) -> [ReceivedText] {
    let bytes = encoding.encode(text).bytes
    guard encoding != .mojibake else { return [ReceivedText(bytes)] }
    return [.bytes(bytes), .text(CodePage1252.text(bytes))]
  }

  @Test("every letter comes back from every encoding", arguments: vietnamese)
  func roundTrip(encoding: LegacyEncoding) {
    for (letter, _) in vietnameseLetters {
      let text = "x\(letter)x"
      let encoded = encoding.encode(text)
      #expect(encoded.missing == 0, "\(letter)")
      for form in Self.forms(of: text, in: encoding) {
        let decoded = encoding.decode(form).text
        let hasCase = !encoding.losesCapitals || encoding.encode(text.lowercased()) != encoded
        #expect(decoded == (hasCase ? text : text.lowercased()), "\(letter) \(form)")
      }
    }
  }

  @Test("whole sentences come back from every encoding", arguments: vietnamese)
  func sentences(encoding: LegacyEncoding) {
    var sentences = Sentences(seed: 3)
    var (letters, right) = (0, 0)
    for _ in 0..<300 {
      let sentence = sentences.next()
      for form in Self.forms(of: sentence, in: encoding) {
        let decoded = encoding.decode(form).text
        letters += sentence.count
        right += zip(sentence, decoded).count { $0 == $1 }
      }
    }
    #expect(Double(right) >= 0.995 * Double(letters), "\(right) of \(letters)")
  }

  @Test(
    "specimens from library literature and live catalogues are read",
    arguments: [
      (
        LegacyEncoding.tcvn3, "Khæ mÉu MARC 21 cho d÷ liÖu th− môc",
        "Khổ mẫu MARC 21 cho dữ liệu thư mục"
      ),
      (
        .tcvn3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp",
        "Cộng hoà xã hội chủ nghĩa Việt Nam Độc lập"
      ),
      (
        .bkhcm2, "PHÊÌN MÏÌM QUAÃN TRÕ THÛ VIÏÅN TÑCH HÚÅP", "PHẦN MỀM QUẢN TRỊ THƯ VIỆN TÍCH HỢP"
      ),
      (.bkhcm2, "Trûúâng Àaåi hoåc", "Trường Đại học"),
      (.mojibake, "Nguyá»…n Anh ThÃ¡i", "Nguyễn Anh Thái"),
      (.vni, "Thö vieän tænh Bình Ñònh", "Thư viện tỉnh Bình Định"),
    ])
  func specimens(encoding: LegacyEncoding, received: String, meant: String) throws {
    #expect(encoding.decode(.text(received)).text == meant)
    let decided = try #require(LegacyDetector().decide([.text(received)]))
    #expect(decided.encoding == encoding)
    #expect(decided.text == meant)
    #expect(decided.confidence > 0.9)
  }

  @Test(
    "one sentence is read in the five encodings it was published in",
    arguments: [
      (
        LegacyEncoding.tcvn3,
        "Th\u{AD} viÖn tØnh B×nh §Þnh: NguyÔn Tr\u{AD}êng Té, §\u{AD}êng lèi ®æi míi"
      ),
      (.vni, "Thö vieän tænh Bình Ñònh: Nguyeãn Tröôøng Toä, Ñöôøng loái ñoåi môùi"),
      (.bkhcm2, "Thû viïån tónh Bònh Àõnh: Nguyïîn Trûúâng Töå, Àûúâng löëi àöíi múái"),
      (.viscii, "Thß vi®n tïnh Bình Ð¸nh: Nguy\u{AD}n Trß¶ng Tµ, Ðß¶ng l¯i ð±i m¾i"),
      (.cp1258, "Thý viêòn tiÒnh BiÌnh Ðiònh: NguyêÞn TrýõÌng Tôò, ÐýõÌng lôìi ðôÒi mõìi"),
    ])
  func published(encoding: LegacyEncoding, received: String) throws {
    let meant = "Thư viện tỉnh Bình Định: Nguyễn Trường Tộ, Đường lối đổi mới"
    #expect(encoding.decode(.text(received)).text == meant)
    let decided = try #require(LegacyDetector().decide([.text(received)]))
    #expect(decided.encoding == encoding && decided.text == meant)
  }

  @Test(
    "a lost ư is put back where that makes a syllable, and told",
    arguments: [
      ("th- viÖn", "thư viện", ["th- → thư"]), ("th− viÖn", "thư viện", ["th− → thư"]),
      ("th• viÖn", "thư viện", ["th• → thư"]), ("Tr–êng", "Trường", ["Tr–ờng → Trường"]),
      ("Trêng", "Trường", ["Trờng → Trường"]), ("ph-¬ng ph¸p", "phương pháp", ["ph-ơng → phương"]),
      ("th viÖn", "thư viện", ["th → thư"]), ("Th\u{AD} môc", "Thư mục", []),
      ("Hµ-Néi", "Hà-Nội", []), ("1945-1954 -- tËp 2 - in", "1945-1954 -- tập 2 - in", []),
      ("TR-êNG §¹I HäC", "TRƯỜNG ĐẠI HỌC", ["TR-ờNG → TRườNG"]),
    ])
  func lostLetter(received: String, meant: String, guesses: [String]) {
    let decoded = LegacyEncoding.tcvn3.decode(.text(received))
    #expect(decoded.text == meant)
    #expect(decoded.guesses.map { "\($0.received) → \($0.meant)" } == guesses)
  }

  @Test(
    "capitals that only the font told come back by the letters around them",
    arguments: [
      ("CéNG HOµ X· HéI", "CỘNG HOÀ XÃ HỘI"), ("Hµ Néi", "Hà Nội"), ("Hµ Tó", "Hà Tú"),
      ("¸nh s¸ng. ë Hµ Néi", "Ánh sáng. Ở Hà Nội"), ("NguyÔn ¸nh", "Nguyễn Ánh"),
      ("Tr\u{AD}êng ë Hµ Néi", "Trường ở Hà Nội"), ("Hå CHÝ MINH toµn tËp", "HỒ CHÍ MINH toàn tập"),
      ("n¾ng Êm", "nắng ấm"), ("MARC 21 cho th\u{AD} viÖn", "MARC 21 cho thư viện"),
    ])
  func capitals(received: String, meant: String) {
    #expect(LegacyEncoding.tcvn3.decode(.text(received)).text == meant)
  }

  @Test("a part that goes on with a sentence does not begin with a capital")
  func continuation() {
    let part = ReceivedText.text("ë ViÖt Nam")
    #expect(LegacyEncoding.tcvn3.decode(part, startsSentence: false).text == "ở Việt Nam")
    #expect(LegacyEncoding.tcvn3.decode(part).text == "Ở Việt Nam")
  }

  @Test("text that was spoilt twice is mended, and an à whose second byte became a blank")
  func spoiltTwice() {
    let once = String(
      decoding: LegacyEncoding.mojibake.encode("Nguyễn Thái Học").bytes, as: UTF8.self)
    let twice = String(decoding: LegacyEncoding.mojibake.encode(once).bytes, as: UTF8.self)
    #expect(LegacyEncoding.mojibake.decode(.text(twice)).text == "Nguyễn Thái Học")
    let decoded = LegacyEncoding.mojibake.decode(.text("hÃ ng hoÃ¡ lÃ  má»™t nhÃ"))
    #expect(decoded.text == "hàng hoá là một nhà")
    #expect(decoded.guesses.count == 3)
  }

  @Test("decomposed text and the tone bytes of code page 1258 are composed")
  func composes() {
    #expect(LegacyEncoding.cp1258.decode(.bytes([0x61, 0xCC, 0x20, 0xEA, 0xF2])).text == "à ệ")
    #expect(LegacyEncoding.vni.decode(.text("Thö vieän".nfd)).text == "Thư viện")
  }

  @Test("what an encoding cannot hold is counted")
  func missing() {
    let encoded = LegacyEncoding.vni.encode("日 Đà")
    #expect(encoded.missing == 1)
    #expect(encoded.bytes == [0x3F, 0x20, 0xD1, 0x61, 0xF8])
  }

  @Test("no bytes whatever stop a decoder, and each gives composed text")
  func survivesAnyBytes() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      for encoding in LegacyEncoding.allCases {
        #expect(encoding.decode(.bytes(bytes)).text.isNFC)
        #expect(encoding.decode(.text(CodePage1252.text(bytes))).text.isNFC)
      }
      let readings = LegacyDetector().readings(of: [ReceivedText(bytes)])
      #expect(readings.allSatisfy { (0...1).contains($0.confidence) })
    }
  }
}
