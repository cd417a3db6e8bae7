extension LegacyLetters {
  /// Puts ư back where TCVN3's byte for it, AD, was lost as the soft hyphen it is elsewhere.
  ///
  /// It was shown as a hyphen, dash, minus or bullet, or not at all. Only a word that is no syllable
  /// without the ư and is one with it is mended.
  mutating func restoreLostLetters() -> [LegacyGuess] {
    var guesses: [LegacyGuess] = []
    var start = 0
    while start < elements.count {
      guard elements[start].isLetter || isStandIn(start) else {
        start += 1
        continue
      }
      var end = start
      while end < elements.count, elements[end].isLetter || isStandIn(end) { end += 1 }
      if let (stretch, guess) = mended(start..<end) {
        elements.replaceSubrange(start..<end, with: stretch)
        end = start + stretch.count
        guesses.append(guess)
      }
      start = end
    }
    return guesses
  }

  private func isStandIn(_ index: Int) -> Bool { Self.standIns.contains(elements[index].scalar) }

  /// What is met in the place of the byte.
  private static let standIns: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "–", "−", "•", "\u{AD}",
  ]

  /// The stretch of letters and hyphens with its ư put back, if that mends it.
  private func mended(_ range: Range<Int>) -> (stretch: [Element], guess: LegacyGuess)? {
    let stretch = Array(elements[range])
    if range.contains(where: isStandIn) {
      let places = stretch.indices.filter { Self.standIns.contains(stretch[$0].scalar) }
      guard stretch.count > places.count, let joined = joined(stretch, places) else { return nil }
      return (joined, guess(stretch, joined))
    }
    guard !Self.isSyllable(stretch[...]),
      stretch.contains(where: { !$0.scalar.isASCII })
        || Self.consonants.contains(Self.text(stretch[...]).lowercased())
    else { return nil }
    let candidates = (0...stretch.count).compactMap { place -> [Element]? in
      var longer = stretch
      longer.insert(Self.lost, at: place)
      return Self.isSyllable(longer[...]) ? longer : nil
    }
    guard candidates.count == 1 else { return nil }
    return (candidates[0], guess(stretch, candidates[0]))
  }

  /// The stretch with each of `places` as ư, where the parts beside it are not words themselves.
  private func joined(_ stretch: [Element], _ places: [Int]) -> [Element]? {
    var filled = stretch
    var hasChanged = false
    for place in places {
      let start = filled[..<place].lastIndex { Self.standIns.contains($0.scalar) }.map { $0 + 1 }
      let end = filled[(place + 1)...].firstIndex { Self.standIns.contains($0.scalar) }
      let (from, upTo) = (start ?? 0, end ?? filled.count)
      let (left, right) = (filled[from..<place], filled[(place + 1)..<upTo])
      let areWords = Self.isSyllable(left) || (left.isEmpty && Self.isSyllable(right))
      guard !areWords, !left.isEmpty || !right.isEmpty else { continue }
      var word = Array(filled[from..<upTo])
      word[place - from] = Self.lost
      guard Self.isSyllable(word[...]) else { continue }
      filled[place] = Self.lost
      hasChanged = true
    }
    return hasChanged ? filled : nil
  }

  private func guess(_ before: [Element], _ after: [Element]) -> LegacyGuess {
    LegacyGuess(received: Self.text(before[...]), meant: Self.text(after[...]))
  }

  private static let lost = Element(scalar: "ư", casing: .mostlySmall)

  /// Initials after which nothing is left of a word that was initial and ư: th, nh, c.
  private static let consonants: Set<String> = ["th", "nh", "tr", "ng", "ch"]

  private static func isSyllable(_ word: ArraySlice<Element>) -> Bool {
    !word.isEmpty && Syllable(text(word)) != nil
  }

  private static func text(_ elements: ArraySlice<Element>) -> String {
    var scalars = String.UnicodeScalarView()
    for element in elements { scalars.append(element.scalar) }
    return String(scalars)
  }
}
