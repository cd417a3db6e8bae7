import Testing
import VietnameseText

@Suite struct SortKeyTests {
  @Test("letters, then tones, then case")
  func ordersSyllables() {
    expectOrder(
      [
        "", "1", "2", "10", "007a", "a", "A", "à", "ả", "ã", "á", "ạ", "ai", "an", "án", "ăn", "ân",
        "ba", "Ba", "BA", "ba ba", "ba bể", "ba đồng", "bà", "bà ba", "bá", "b2", "bể", "da", "dạ",
        "đa", "Đa", "đá", "e", "ê", "oi", "ôi", "ơi", "ua", "ưa", "z", "Ω", "日",
      ].sorted { compareByDrawer($0, $1) < 0 })
    expectOrder(["a", "à", "ả", "ã", "á", "ạ", "an", "ăn", "ân", "ba", "bà", "đa", "e", "ê"])
    expectOrder(["ba", "ba ba", "ba bể", "bà", "bà ba"])
    expectOrder(["đa", "Đa", "đá"])
  }

  @Test("CLDR takes the letters of the whole text first")
  func ordersWholeTexts() {
    let texts = ["ba", "Ba", "bà", "ba ba", "bà ba", "ba bể", "bá bể", "bà bể"]
    let sorted = texts.shuffled().sorted {
      SortKey.cldr($0).lexicographicallyPrecedes(SortKey.cldr($1))
    }
    #expect(sorted == ["ba", "Ba", "bà", "ba ba", "bà ba", "ba bể", "bà bể", "bá bể"])
  }

  @Test("numbers go by value, before letters and behind blanks")
  func ordersNumbers() {
    expectOrder(["Tập 2", "Tập 10", "Tập 100", "Tập 1.000", "Tập 1001", "Tập một"])
    expectOrder(["a b", "a4", "a10", "ab"])
    #expect(SortKey.catalogue("Tập 02") == SortKey.catalogue("Tập 2"))
    #expect(SortKey.catalogue("1.000 năm") == SortKey.catalogue("1000 năm"))
    #expect(SortKey.catalogue("1.5") != SortKey.catalogue("15"))
    let long = String(repeating: "9", count: 400)
    expectOrder(["9", String(repeating: "9", count: 254), String(repeating: "1", count: 255), long])
    expectOrder([long, long + "0", "a"])
  }

  @Test("punctuation, apostrophes and the place of a tone have no weight")
  func ignoresPunctuation() {
    for (one, other) in [
      ("\"Truyện Kiều\"", "Truyện Kiều"), ("Hà Nội - Huế", "Hà Nội, Huế"), ("hòa", "hoà"),
      ("H'Hen", "HHen"), ("C#", "C"), ("  a  ", "a"), ("Tolʹstoi", "Tolstoi"),
    ] { #expect(SortKey.catalogue(one) == SortKey.catalogue(other)) }
  }

  @Test("foreign letters stand with their base, behind it when all else is equal")
  func placesForeignLetters() {
    expectOrder(["Muller", "Müller", "Mullet"])
    expectOrder(["as", "ass", "aß", "at"])
    expectOrder(["ad", "ae", "æ", "af"])
    expectOrder(["resume", "resumé", "résumé"].sorted { compareByDrawer($0, $1) < 0 })
    expectOrder(["zoo", "Толстой", "日本"])
  }

  @Test("keys say what a comparison in pairs says, for random texts")
  func agreesWithPairs() {
    var random = SeededGenerator(seed: 4)
    let words = [
      "ba", "bà", "Ba", "bể", "bê", "b", "đa", "da", "Đà", "a", "ă", "â", "án", "an", "1", "2",
      "10",
      "9", "a4", "4a", "nguyễn", "Nguyên", "nguyen", "hoà", "hòa", "quý", "Z", "x", "ưa", "ua",
    ]
    func text() -> String {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in words.randomElement(using: &random)! }
        .joined(separator: [" ", "-", ", ", "  "].randomElement(using: &random)!)
    }
    for _ in 0..<20_000 {
      let (one, other) = (text(), text())
      let keys = (SortKey.catalogue(one), SortKey.catalogue(other))
      let byKey = keys.0 == keys.1 ? 0 : keys.0.lexicographicallyPrecedes(keys.1) ? -1 : 1
      #expect(byKey == compareByDrawer(one, other), "\(one) | \(other)")
    }
  }

  @Test("keys of CLDR say what a comparison level by level says, for random texts")
  func agreesWithLevels() {
    var random = SeededGenerator(seed: 6)
    let words = ["ba", "bà", "Ba", "bể", "bê", "đa", "da", "Đà", "ă", "án", "1", "2", "10", "ưa"]
    func text() -> String {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in words.randomElement(using: &random)! }
        .joined(separator: " ")
    }
    for _ in 0..<20_000 {
      let (one, other) = (text(), text())
      let keys = (SortKey.cldr(one), SortKey.cldr(other))
      let byKey = keys.0 == keys.1 ? 0 : keys.0.lexicographicallyPrecedes(keys.1) ? -1 : 1
      #expect(byKey == compareByLevels(one, other), "\(one) | \(other)")
    }
  }

  @Test("keys of names say what a comparison part by part says, for random names")
  func agreesWithParts() {
    var random = SeededGenerator(seed: 7)
    let words = ["An", "Án", "Ân", "Lê", "Ba", "bà", "Đức", "Dục", "Thị", "thi", "Hà", "Ha"]
    func name() -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random)! }
        .joined(separator: " ")
    }
    for _ in 0..<20_000 {
      let (one, other) = (name(), name())
      let keys = (SortKey.givenName(one), SortKey.givenName(other))
      let byKey = keys.0 == keys.1 ? 0 : keys.0.lexicographicallyPrecedes(keys.1) ? -1 : 1
      #expect(byKey == compareByParts(one, other), "\(one) | \(other)")
    }
  }

  @Test("the place of a beginning is before all that begin so and behind what comes before them")
  func beginnings() {
    let texts = ["Ba bể", "Ba Vì", "Bà Nà", "Bán", "Băng", "Tập 2", "Tập 10", "Tập 100", "Truyện"]
    for order in [SortKey.Order.catalogue, .cldr] {
      func key(_ text: String) -> [UInt8] {
        order == .catalogue ? SortKey.catalogue(text) : SortKey.cldr(text)
      }
      for (typed, first) in [("b", "Ba bể"), ("ba v", "Ba Vì"), ("bă", "Băng"), ("tr", "Truyện")] {
        let place = SortKey.beginning(typed, of: order)
        let found = texts.filter { !key($0).lexicographicallyPrecedes(place) }
          .min { key($0).lexicographicallyPrecedes(key($1)) }
        #expect(found == first, "\(typed)")
      }
    }
  }

  @Test("canonically equivalent texts have one key, and appending agrees")
  func ignoresForms() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<3_000 {
      let text = randomText(&random)
      #expect(SortKey.catalogue(text) == SortKey.catalogue(text.nfd))
      #expect(SortKey.cldr(text) == SortKey.cldr(text.nfd))
      var key: [UInt8] = [7]
      SortKey.appendCatalogue(text, to: &key)
      #expect(key == [7] + SortKey.catalogue(text))
      key = [7]
      SortKey.appendCLDR(text, to: &key)
      #expect(key == [7] + SortKey.cldr(text))
    }
  }

  @Test("people are listed by given name, family name, then the words between")
  func ordersPeople() {
    let people = [
      "Lê Thị An", "Nguyễn An", "Nguyễn Văn An", "Trần An", "Nguyễn Văn Ân", "Lê Bình",
      "Nguyễn Văn Đức", "H'Hen Niê", "Khánh", "Tôn Nữ Khánh",
    ]
    func key(_ name: String) -> [UInt8] { SortKey.givenName(name) }
    #expect(people.shuffled().sorted { key($0).lexicographicallyPrecedes(key($1)) } == people)
  }

  private func expectOrder(_ texts: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let keys = texts.map { SortKey.catalogue($0) }
    for (one, other) in zip(keys.indices, keys.indices.dropFirst()) {
      #expect(
        keys[one].lexicographicallyPrecedes(keys[other]), "\(texts[one]) before \(texts[other])",
        sourceLocation: sourceLocation)
    }
  }
}

/// The catalogue order told as a librarian would: word by word, letters, then tone, then case.
///
/// For texts of Vietnamese letters, ASCII digits and blanks; knows nothing of keys.
func compareByDrawer(_ one: String, _ other: String) -> Int {
  let (left, right) = (drawerWords(one), drawerWords(other))
  for (a, b) in zip(left, right) {
    for (x, y) in zip(a.elements, b.elements) where x != y { return x < y ? -1 : 1 }
    if a.elements.count != b.elements.count { return a.elements.count < b.elements.count ? -1 : 1 }
    if a.tone != b.tone { return a.tone < b.tone ? -1 : 1 }
  }
  if left.count != right.count { return left.count < right.count ? -1 : 1 }
  return compareCapitals(left, right)
}

/// The order of the CLDR told level by level: all letters, then all tones, then case.
func compareByLevels(_ one: String, _ other: String) -> Int {
  let (left, right) = (drawerWords(one), drawerWords(other))
  for (a, b) in zip(left, right) {
    for (x, y) in zip(a.elements, b.elements) where x != y { return x < y ? -1 : 1 }
    if a.elements.count != b.elements.count { return a.elements.count < b.elements.count ? -1 : 1 }
  }
  if left.count != right.count { return left.count < right.count ? -1 : 1 }
  for (a, b) in zip(left, right) where a.tone != b.tone { return a.tone < b.tone ? -1 : 1 }
  return compareCapitals(left, right)
}

/// Lists of people told as a registrar would: the given names, then the family names, then the rest, then case.
func compareByParts(_ one: String, _ other: String) -> Int {
  let (left, right) = (PersonName(one), PersonName(other))
  let parts = [(left.given, right.given), (left.family, right.family), (left.middle, right.middle)]
  for (a, b) in parts {
    let order = compareByDrawer(a.lowercased(), b.lowercased())
    if order != 0 { return order }
  }
  func words(_ name: PersonName) -> [DrawerWord] {
    [name.given, name.family, name.middle].flatMap(drawerWords)
  }
  return compareCapitals(words(left), words(right))
}

private func compareCapitals(_ left: [DrawerWord], _ right: [DrawerWord]) -> Int {
  for (x, y) in zip(left.flatMap(\.capitals), right.flatMap(\.capitals)) where x != y {
    return y ? -1 : 1
  }
  return 0
}

private struct DrawerWord {
  /// Numbers as their value, letters as a thousand million plus their place in the alphabet.
  var elements: [Int] = []
  var tone = 0
  var capitals: [Bool] = []
}

private func drawerWords(_ text: String) -> [DrawerWord] {
  let alphabet = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
  let toneMarks: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
  return text.split { !$0.isLetter && !$0.isNumber }.map { characters in
    var word = DrawerWord()
    var number: Int?
    for character in characters {
      if let digit = character.wholeNumberValue {
        number = (number ?? 0) * 10 + digit
        continue
      }
      if let ended = number { word.elements.append(ended) }
      number = nil
      var plain = String.UnicodeScalarView()
      for scalar in String(character).lowercased().nfd.unicodeScalars {
        if let tone = toneMarks.firstIndex(of: scalar) {
          if word.tone == 0 { word.tone = tone + 1 }
        } else {
          plain.append(scalar)
        }
      }
      let letter = Character(String(plain))
      word.elements.append(
        1_000_000_000
          + (alphabet.firstIndex(of: letter) ?? 100 + Int(plain[plain.startIndex].value)))
      word.capitals.append(character.isUppercase)
    }
    if let ended = number { word.elements.append(ended) }
    return word
  }
}
