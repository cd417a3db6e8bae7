/// Makes binary keys whose bytes, compared from the left, put texts in Vietnamese order.
///
/// Letters come in the order a ă â b c d đ e ê … z, tones in the order of `Tone`, blanks before
/// digits before letters, numbers by their value, other scripts after Latin. Foreign marks decide
/// only where letters and tones are the same, case only after that, lower before upper.
/// Punctuation parts words and has no weight; an apostrophe is passed over, and so is the point in
/// `1.000`. The place of a tone in its syllable does not matter. Keys of canonically equivalent
/// texts are equal.
public enum SortKey {
  /// The order of Vietnamese dictionaries and catalogue drawers: syllable by syllable.
  ///
  /// Letters of the first syllable, its tone, then the next syllable: every `ba …` stands before
  /// every `bà …`.
  public static func catalogue(_ text: String) -> [UInt8] {
    var key: [UInt8] = []
    appendCatalogue(text, to: &key)
    return key
  }

  /// Appends the key of `catalogue(_:)` to a buffer that the caller may use again.
  public static func appendCatalogue(_ text: String, to key: inout [UInt8]) {
    key.reserveCapacity(key.count + text.utf8.count + 16)
    var writer = SortKeyWriter(key: consume key, tonesFollowWords: true)
    forEachWord(in: text, breakingFor: .filing) { writer.add($0) }
    key = writer.finish()
  }

  /// The order of the Unicode CLDR and of glibc: the letters of the whole text, then its tones.
  ///
  /// `bà ba` stands before `ba bể`. It follows their levels, not their exact weights: punctuation
  /// stays without weight, and a tone counts for its whole syllable.
  public static func cldr(_ text: String) -> [UInt8] {
    var key: [UInt8] = []
    appendCLDR(text, to: &key)
    return key
  }

  /// Appends the key of `cldr(_:)` to a buffer that the caller may use again.
  public static func appendCLDR(_ text: String, to key: inout [UInt8]) {
    key.reserveCapacity(key.count + text.utf8.count + 16)
    var writer = SortKeyWriter(key: consume key, tonesFollowWords: false)
    forEachWord(in: text, breakingFor: .filing) { writer.add($0) }
    key = writer.finish()
  }

  /// The place of the first text that begins with `text`, in the order of `catalogue(_:)` or of `cldr(_:)`.
  ///
  /// The last word of `text` may go on; a tone it carries is kept to.
  public static func beginning(_ text: String, of order: Order) -> [UInt8] {
    var writer = SortKeyWriter(key: [], tonesFollowWords: order == .catalogue)
    forEachWord(in: text, breakingFor: .filing) { writer.add($0) }
    return writer.weights()
  }

  /// The two orders of texts.
  public enum Order: Sendable {
    case catalogue
    case cldr
  }

  /// The order of lists of people: by given name, then family name, then what stands between.
  public static func givenName(_ fullName: String) -> [UInt8] {
    let name = PersonName(fullName)
    var writer = SortKeyWriter(key: [], tonesFollowWords: true)
    forEachWord(in: name.given, breakingFor: .filing) { writer.add($0) }
    writer.endPart()
    forEachWord(in: name.family, breakingFor: .filing) { writer.add($0) }
    writer.endPart()
    forEachWord(in: name.middle, breakingFor: .filing) { writer.add($0) }
    return writer.finish()
  }
}

/// Writes the weights of words, then what decides between equals.
///
/// Whatever may end a stretch of weights is less than whatever may continue it:
/// the end of the text < tones < the end of a part < numbers < Latin letters < other scripts.
struct SortKeyWriter {
  private enum Weight {
    static let end: UInt8 = 0x00
    static let endWithMarks: UInt8 = 0x01
    static let firstTone: UInt8 = 0x02
    static let partEnd: UInt8 = 0x08
    static let blank: UInt8 = 0x09
    static let number: UInt8 = 0x10
    static let firstLetter: UInt8 = 0x20
  }

  private var key: [UInt8]
  private let tonesFollowWords: Bool
  private var tones: [UInt8] = []
  private var marks: [UInt8] = []
  private var capitals: [UInt8] = []
  private var position = 0
  private var lastCapital = -1

  init(key: consuming [UInt8], tonesFollowWords: Bool) {
    self.key = key
    self.tonesFollowWords = tonesFollowWords
  }

  /// Adds the weights of one word.
  @inline(__always)
  mutating func add(_ word: Span<Letter>) {
    if !tonesFollowWords, position > 0 { key.append(Weight.blank) }
    var tone = Tone.ngang
    var index = 0
    while index < word.count {
      let letter = word[index]
      if letter.kind == .digit {
        index = addNumber(word, from: index)
        continue
      }
      if letter.tone != .ngang {
        if tone == .ngang { tone = letter.tone } else { noteMark(letter) }
      }
      addLetter(letter)
      index += 1
    }
    let weight = Weight.firstTone + tone.rawValue
    if tonesFollowWords { key.append(weight) } else { tones.append(weight) }
  }

  /// Ends a part of a compound key; a text that ends here stands before one that goes on.
  mutating func endPart() {
    key.append(Weight.partEnd)
  }

  /// Ends the key with tones, marks and capitals, and gives it back.
  consuming func finish() -> [UInt8] {
    if !tonesFollowWords {
      key.append(Weight.end)
      key.append(contentsOf: tones)
    }
    if !marks.isEmpty {
      key.append(Weight.endWithMarks)
      key.append(contentsOf: marks)
    }
    key.append(Weight.end)
    key.append(contentsOf: capitals)
    return key
  }

  /// The weights alone, open behind the last word: without its tone where that is ngang.
  consuming func weights() -> [UInt8] {
    if key.last == Weight.firstTone + Tone.ngang.rawValue { key.removeLast() }
    return key
  }

  @inline(__always)
  private mutating func addLetter(_ letter: Letter) {
    if letter.isUppercase {
      // The distance from the last capital, the nearer the greater: lower case goes first.
      capitals.append(0xFF - UInt8(min(position - lastCapital, 0xFE)))
      lastCapital = position
    }
    if letter.kind == .foreign {
      appendUTF8(letter.lowercase, to: &key)
    } else {
      key.append(Weight.firstLetter + letter.rank)
      if letter.hasForeignMark { addForeign(letter) }
    }
    position += 1
  }

  private mutating func addForeign(_ letter: Letter) {
    noteMark(letter)
    if letter.secondFolded != 0, let rank = Alphabet.ranks[Unicode.Scalar(letter.secondFolded)] {
      key.append(Weight.firstLetter + rank)
    }
  }

  private mutating func noteMark(_ letter: Letter) {
    marks.append(0xFF - UInt8(min(position, 0xFE)))
    marks.append(UInt8(truncatingIfNeeded: letter.lowercase >> 8))
    marks.append(UInt8(truncatingIfNeeded: letter.lowercase))
  }

  /// Adds the digits from `start` as one number, and returns where it ends.
  ///
  /// A number is its count of digits, then the digits: more digits, greater number.
  private mutating func addNumber(_ word: Span<Letter>, from start: Int) -> Int {
    var end = start
    while end < word.count, word[end].kind == .digit { end += 1 }
    var first = start
    while first < end, word[first].folded == UInt8(ascii: "0") { first += 1 }
    key.append(Weight.number)
    let count = UInt32(end - first)
    if count < 0xFF {
      key.append(UInt8(count))
    } else {
      key.append(0xFF)
      for shift in [24, 16, 8, 0] { key.append(UInt8(truncatingIfNeeded: count >> UInt32(shift))) }
    }
    for index in first..<end { key.append(word[index].folded) }
    position += end - start
    return end
  }
}
