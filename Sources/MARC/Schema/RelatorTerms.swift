import VietnameseText

/// The words by which people know what somebody did for a work, with the code of each: `dịch`, `người dịch`, `translator`.
struct RelatorTerms: Hashable, Sendable {
  private var codes: [String: String] = [:]
  /// The marked form of what was typed without marks; empty where several are written so.
  private var spellings: [String: String] = [:]

  init(_ codes: [CodeDefinition]) {
    for code in codes where !code.isObsolete {
      let name = code.name.vi.nfc.lowercased()
      let short = name.hasPrefix("người ") ? String(name.dropFirst(6)) : name
      for term in Set([name, short, code.name.en.lowercased()]) { add(term, code.code) }
    }
  }

  /// A word that two codes share says neither.
  private mutating func add(_ term: String, _ code: String) {
    codes[term] = codes[term].map { $0 == code ? code : "" } ?? code
    let folded = term.folded(.lettersAndSpelling)
    spellings[folded] = spellings[folded].map { $0 == term ? term : "" } ?? term
  }

  /// The code of a word; nil for a word of no code, or of several.
  func code(of term: String) -> String? {
    codes[term.nfc.lowercased()].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the word is one of the list.
  func knows(_ term: String) -> Bool { codes[term.nfc.lowercased()] != nil }

  /// The word with its marks, where it was typed without any.
  func marked(_ term: String) -> String? {
    guard term.utf8.allSatisfy({ $0 < 0x80 }), !knows(term),
      let found = spellings[term.folded(.lettersAndSpelling)], !found.isEmpty
    else { return nil }
    return found
  }
}
