extension LegacyLetters {
  /// Makes capitals of letters whose byte does not tell, where the letters around them say so.
  ///
  /// A letter inside a word goes with the other letters of the word; one that begins a word is a
  /// capital at the start of a sentence and between words that begin with capitals, as in names.
  /// Where all letters of a text that tell are capitals, so are all that do not.
  mutating func recoverCapitals(startsSentence: Bool) {
    let words = words
    let isAllCapitals = Self.areCapitals(elements, of: words)
    for (index, word) in words.enumerated() {
      let isShouted =
        isAllCapitals || isCapitalWord(word)
        || hasOnlyInitial(word) && words.neighbours(of: index).contains { isCapitalWord($0) }
      if isShouted {
        for place in word where elements[place].casing != .known { capitalize(place) }
      } else if elements[word.lowerBound].casing == .lost,
        beginsSentence(word, startsSentence) || isInName(index, words)
      {
        capitalize(word.lowerBound)
      }
    }
  }

  private mutating func capitalize(_ place: Int) {
    let upper = elements[place].scalar.properties.uppercaseMapping.unicodeScalars.first
    elements[place] = Element(scalar: upper ?? elements[place].scalar, casing: .known)
  }

  /// The stretches of letters.
  private var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < elements.count {
      guard elements[index].isLetter else {
        index += 1
        continue
      }
      let start = index
      while index < elements.count, elements[index].isLetter { index += 1 }
      words.append(start..<index)
    }
    return words
  }

  /// Whether no letter tells otherwise and at least one tells that is not the first of its word.
  private static func areCapitals(_ elements: [Element], of words: [Range<Int>]) -> Bool {
    var hasInner = false
    for word in words {
      for place in word {
        if elements[place].isSmall { return false }
        if place > word.lowerBound, elements[place].isCapital { hasInner = true }
      }
    }
    return hasInner
  }

  private func isCapitalWord(_ word: Range<Int>) -> Bool {
    Self.areCapitals(elements, of: [word])
  }

  /// Whether the first letter is a capital and no other one tells.
  private func hasOnlyInitial(_ word: Range<Int>) -> Bool {
    elements[word.lowerBound].isCapital
      && word.dropFirst().allSatisfy { elements[$0].casing != .known }
  }

  private func beginsSentence(_ word: Range<Int>, _ startsText: Bool) -> Bool {
    let before = elements[..<word.lowerBound].last { !Self.blanksAndQuotes.contains($0.scalar) }
    guard let before else { return startsText }
    guard word.lowerBound > 0, elements[word.lowerBound - 1].scalar == " " else { return false }
    return [".", "!", "?"].contains(before.scalar)
  }

  /// Whether the words before and behind begin with capitals, as far as there are any.
  private func isInName(_ index: Int, _ words: [Range<Int>]) -> Bool {
    if Self.wordsBetweenNames.contains(text(words[index])) { return false }
    let neighbours = words.neighbours(of: index)
    return !neighbours.isEmpty && neighbours.allSatisfy { elements[$0.lowerBound].isCapital }
  }

  private static let blanksAndQuotes: Set<Unicode.Scalar> = [" ", "\"", "'", "“", "‘", "(", "["]

  /// Small words that stand between names: "Trường ở Hà Nội".
  private static let wordsBetweenNames: Set<String> = ["ở", "ấy", "ạ", "ỷ"]
}

extension [Range<Int>] {
  fileprivate func neighbours(of index: Int) -> [Range<Int>] {
    [index - 1, index + 1].filter { indices.contains($0) }.map { self[$0] }
  }
}
