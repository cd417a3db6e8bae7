/// The 29 Vietnamese letters and the four foreign ones, in dictionary order.
///
/// A letter is known inside this library by its rank in `letters`; its tone and its case are kept
/// apart. f, j, w and z stand where Latin puts them.
enum Alphabet {
  /// Every letter in lower case; the index of a letter is its rank.
  static let letters: [Unicode.Scalar] = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)

  /// The twelve vowels, each in the six tones in the order of `Tone`.
  static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]

  /// The rank of each ASCII letter or Vietnamese letter without a tone.
  static let ranks: [Unicode.Scalar: UInt8] = Dictionary(
    uniqueKeysWithValues: zip(letters, 0...))

  /// The rank of i.
  static let i = PackedLetters("i")[0]

  /// The six toned forms of the vowel of each rank, empty for consonants.
  static let tonedForms: [[Unicode.Scalar]] = {
    var forms = [[Unicode.Scalar]](repeating: [], count: letters.count)
    for vowel in vowels {
      let scalars = Array(vowel.unicodeScalars)
      guard let level = scalars.first, let rank = ranks[level] else { continue }
      forms[Int(rank)] = scalars
    }
    return forms
  }()

  /// The rank of the letter without its mark: of a for ă and â, of d for đ.
  static func base(of rank: UInt8) -> UInt8 { bases[Int(rank)] }

  private static let bases: [UInt8] = letters.enumerated().map { index, letter in
    let base: Unicode.Scalar = letter == "đ" ? "d" : letter.canonicalDecomposition.first ?? letter
    return ranks[base] ?? UInt8(index)
  }

  /// The lower-case letter of `rank` carrying `tone`, which only a vowel can carry.
  static func scalar(rank: UInt8, tone: Tone) -> Unicode.Scalar {
    let forms = tonedForms[Int(rank)]
    return forms.isEmpty ? letters[Int(rank)] : forms[Int(tone.rawValue)]
  }

  /// Whether the letter of `rank` is one of the twelve vowels.
  static func isVowel(_ rank: UInt8) -> Bool {
    rank < 32 && vowelBits & (1 << UInt32(rank)) != 0
  }

  private static let vowelBits: UInt32 = {
    var bits: UInt32 = 0
    for (rank, forms) in tonedForms.enumerated() where !forms.isEmpty { bits |= 1 << UInt32(rank) }
    return bits
  }()
}
