import VietnameseText

/// The National Library's code for a title or a name: Nguyễn Nhật Ánh is NG527A, Truyện Kiều TR527K.
///
/// It is the initial of the first syllable, the number of its rhyme, and the initial of another one. All of its parts are
/// kept, so that a person sees how it came about.
public struct NameCode: Equatable, Sendable {
  /// What stands at the end.
  public enum Ending: String, CaseIterable, Sendable {
    /// The whole initial of the second syllable: Nguyễn Nhật Ánh → NG527NH.
    case second
    /// Its first letter only: → NG527N.
    case letter
    /// For names the first letter of the given name (→ NG527A), for titles as `second`.
    case given
    case none
  }

  /// The initial of the first syllable in capitals; of one that begins with a vowel the vowel with its mark.
  public let initial: String
  /// The rhyme of the first syllable without its tone, in lower case.
  public let rhyme: String
  /// Nil where the table has no such rhyme.
  public let entry: RhymeTable.Entry?
  public let ending: String

  /// The code, or nil where the rhyme has no number.
  public var text: String? { entry.map { "\(initial)\($0.number)\(ending)" } }

  /// Takes a title or a name apart; nil if its first word is no syllable of Vietnamese.
  public init?(_ words: String, isName: Bool, _ table: RhymeTable, ending: Ending = .second) {
    let syllables = NameCode.words(words)
    guard let first = syllables.first, let syllable = Syllable(first, spelling: .withHighlandNames)
    else { return nil }
    let letter = syllable.shape.first.map { String($0).uppercased() } ?? ""
    initial = syllable.initial.isEmpty ? letter : syllable.initial.uppercased()
    rhyme = syllable.rime
    entry = table[syllable.rime]
    let second = syllables.dropFirst().first
    switch ending {
    case .none: self.ending = ""
    case .second: self.ending = second.map(NameCode.initial) ?? ""
    case .letter: self.ending = second.map { String(NameCode.initial($0).prefix(1)) } ?? ""
    case .given:
      if isName {
        let given = syllables.count > 1 ? syllables.last : nil
        self.ending = given.map { NameCode.plainLetter($0) } ?? ""
      } else {
        self.ending = second.map(NameCode.initial) ?? ""
      }
    }
  }

  /// The words without what stands between them.
  static func words(_ text: String) -> [String] {
    text.nfc.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The initial consonants of a word as they are written, or its first letter.
  private static func initial(_ word: String) -> String {
    guard let syllable = Syllable(word, spelling: .withHighlandNames), !syllable.initial.isEmpty
    else { return plainLetter(word) }
    return syllable.initial.uppercased()
  }

  /// The first letter without its tone: Á is A, Ấ is Â.
  private static func plainLetter(_ word: String) -> String {
    guard let letter = word.first else { return "" }
    let shape = Syllable(String(letter))?.shape ?? String(letter)
    return shape.uppercased()
  }
}
