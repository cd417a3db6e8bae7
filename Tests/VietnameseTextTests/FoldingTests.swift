import Testing
import VietnameseText

@Suite struct FoldingTests {
  @Test("each of the 134 letters folds to its ASCII letter, composed or not")
  func foldsEveryLetter() {
    for (letter, plain) in vietnameseLetters {
      #expect(String(letter).folded == plain.lowercased())
      #expect(String(letter).nfd.folded == plain.lowercased())
    }
  }

  @Test(
    "a text folds to plain words",
    arguments: [
      ("Tiếng Việt", "tieng viet"),
      ("ĐƯỜNG LỐI: đổi-mới!", "duong loi doi moi"),
      ("  \"Truyện Kiều\" (1820)", "truyen kieu 1820"),
      ("H'Hen Niê", "h hen nie"),
      ("Straße Æsop Øre Łódź Åse œuvre", "strasse aesop ore lodz ase oeuvre"),
      ("Tolʹstoĭ", "tolstoi"), ("Толстой", "толстои"), ("Σίσυφος", "σισυφοσ"),
      ("日本語 한국어", "日本語 한국어"), ("ＡＢＣ１２", "abc12"), ("x² ५", "x2 5"),
      ("", ""), ("…—!", ""), ("\u{301}", ""), ("😀a😀", "a"),
    ])
  func folds(text: String, folded: String) {
    #expect(text.folded == folded)
    #expect(text.nfd.folded == folded)
  }

  @Test("y counts as i only behind the consonants of its syllable")
  func exchangesSpelling() {
    #expect("kỹ lý Mỹ sỹ tỷ Vỹ".folded(.lettersAndSpelling) == "ki li mi si ti vi")
    #expect("quý quy Quỳ".folded(.lettersAndSpelling) == "qui qui qui")
    #expect(
      "quyển thúy tây y yêu kyoto".folded(.lettersAndSpelling) == "quyen thuy tay y yeu kyoto")
    #expect("kỹ".folded == "ky")
  }

  @Test("folding is done once, and does not see canonical equivalence")
  func isIdempotent() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<3_000 {
      let text = randomText(&random)
      for folding in [Folding.letters, .lettersAndSpelling] {
        let folded = text.folded(folding)
        #expect(folded.folded(folding) == folded)
        #expect(Array(text.nfd.folded(folding).utf8) == Array(folded.utf8))
        #expect(Array(text.nfc.folded(folding).utf8) == Array(folded.utf8))
        #expect(!folded.hasPrefix(" ") && !folded.hasSuffix(" ") && !folded.contains("  "))
      }
    }
  }

  @Test("appending leaves what the buffer held")
  func appends() {
    var bytes = Array("x".utf8)
    "Đà Nẵng".appendFolded(.letters, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "xda nang")
    "Hòa".appendExact(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "xda nanghoà")
  }

  @Test("tokens know the word with and without marks")
  func tokens() throws {
    let tokens = "Đường Hòa LÝ ky".searchTokens
    #expect(tokens.map(\.folded) == ["duong", "hoa", "li", "ki"])
    #expect(tokens.map(\.exact) == ["đường", "hoà", "lí", "ki"])
    #expect(tokens.map(\.hasMarks) == [true, true, true, false])
    #expect(tokens.map(\.foldedPrefixes) == [["duong"], ["hoa"], ["li", "ly"], ["ki", "ky"]])
    #expect("đ".searchTokens.map(\.hasMarks) == [true])
    #expect(" - ".searchTokens.isEmpty)
  }

  @Test(
    "both habits of placing tones give one exact word",
    arguments: [
      ("hòa", "hoà"), ("khỏe", "khoẻ"), ("thúy", "thuý"), ("qúy", "quý"), ("HÒA", "hoà"),
      ("kĩ", "kỹ"), ("lí", "lý"), ("quí", "quý"), ("gìa", "già"), ("thủơ", "thuở"),
      ("khủyu", "khuỷu"),
    ])
  func placesTones(one: String, other: String) {
    for form in [one, one.nfd] {
      #expect(form.searchTokens.map(\.exact) == other.searchTokens.map(\.exact))
      #expect(form.searchTokens.map(\.folded) == other.searchTokens.map(\.folded))
    }
  }

  @Test("different tones are different exact words")
  func keepsTones() {
    let words = ["hoa", "hoà", "hoả", "hoã", "hoá", "hoạ"].flatMap(\.searchTokens)
    #expect(Set(words.map(\.folded)) == ["hoa"])
    #expect(Set(words.map(\.exact)).count == 6)
  }

  @Test("the words of the buffers are those of the tokens")
  func buffersAgreeWithTokens() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let text = randomText(&random)
      var folded: [UInt8] = []
      var exact: [UInt8] = []
      text.appendFolded(.lettersAndSpelling, to: &folded)
      text.appendExact(to: &exact)
      let tokens = text.searchTokens
      #expect(
        String(decoding: folded, as: UTF8.self) == tokens.map(\.folded).joined(separator: " "))
      #expect(String(decoding: exact, as: UTF8.self) == tokens.map(\.exact).joined(separator: " "))
    }
  }
}
