import VietnameseText

/// A shelf mark as the program would make it, with all that it was made of and what is missing.
public struct ShelfMarkProposal: Equatable, Sendable {
  /// One part of a mark and what it comes from.
  public enum Part: Equatable, Sendable {
    case classNumber(String)
    case stack(String, height: Int?)
    case runningNumber(Int)
    case letters(String, of: String)
    case code(NameCode, of: String)
    case initials(String, of: String)
    case cutter(String, of: String)
    case year(String)
    /// The cataloguers of this library decided it before.
    case learned(String, of: String)
  }

  /// What the record lacks, or the table.
  public enum Gap: Equatable, Sendable {
    case noClass
    case noHeading
    case noSize
    case notVietnamese(String)
    case unknownRhyme(String)
    case noCutterTable
    case notInCutterTable(String)
  }

  public var scheme: ShelfMarkScheme
  public var parts: [Part] = []
  public var gaps: [Gap] = []

  init(_ scheme: ShelfMarkScheme) { self.scheme = scheme }

  /// The mark, as far as it could be made.
  public var text: String {
    let texts = parts.map { part in
      switch part {
      case .classNumber(let text), .stack(let text, _), .letters(let text, _),
        .initials(let text, _), .cutter(let text, _), .year(let text), .learned(let text, _):
        text
      case .runningNumber(let number): String(number)
      case .code(let code, _): code.text ?? ""
      }
    }.filter { !$0.isEmpty }
    return texts.joined(separator: scheme == .runningNumber ? "." : " ")
  }

  public var isWhole: Bool { gaps.isEmpty && !parts.isEmpty }
}

/// Makes shelf marks as a library has them.
public struct ShelfMarking: Sendable {
  public var scheme: ShelfMarkScheme
  public var ending: NameCode.Ending
  public var rhymes: RhymeTable
  public var cutter: CutterTable?
  /// Marks that cataloguers gave, by the heading they are for.
  public var learned: [String: String]

  public init(
    scheme: ShelfMarkScheme, ending: NameCode.Ending, rhymes: RhymeTable,
    cutter: CutterTable? = nil, learned: [String: String] = [:]
  ) {
    self.scheme = scheme
    self.ending = ending
    self.rhymes = rhymes
    self.cutter = cutter
    self.learned = learned
  }

  /// How a heading is known again: its words in lower case.
  public static func key(_ heading: String) -> String {
    NameCode.words(heading).joined(separator: " ").lowercased()
  }

  public func propose(_ facts: ShelfMarkFacts) -> ShelfMarkProposal {
    var proposal = ShelfMarkProposal(scheme)
    if scheme == .runningNumber {
      proposeNumber(facts, &proposal)
      return proposal
    }
    if let number = facts.classNumber {
      proposal.parts.append(.classNumber(number))
    } else {
      proposal.gaps.append(.noClass)
    }
    guard let heading = facts.author ?? facts.title else {
      proposal.gaps.append(.noHeading)
      return proposal
    }
    if let known = learned[ShelfMarking.key(heading)] {
      proposal.parts.append(.learned(known, of: heading))
    } else {
      proposeMark(heading, isName: facts.author != nil && facts.isPerson, facts, &proposal)
    }
    if scheme == .threeLetters || scheme == .initials, let year = facts.year {
      proposal.parts.append(.year(year))
    }
    return proposal
  }

  private func proposeNumber(_ facts: ShelfMarkFacts, _ proposal: inout ShelfMarkProposal) {
    guard let stack = facts.stack ?? facts.stackBySize else {
      proposal.gaps.append(.noSize)
      return
    }
    proposal.parts.append(.stack(stack, height: facts.stack == nil ? facts.height : nil))
    proposal.parts.append(.runningNumber(facts.nextNumbers[stack] ?? 1))
  }

  private func proposeMark(
    _ heading: String, isName: Bool, _ facts: ShelfMarkFacts, _ proposal: inout ShelfMarkProposal
  ) {
    switch scheme {
    case .runningNumber: break
    case .threeLetters:
      let letters = NameCode.words(heading).first.map { String($0.folded.prefix(3)).uppercased() }
      proposal.parts.append(.letters(letters ?? "", of: heading))
    case .initials:
      let author = facts.author.map(ShelfMarking.initials)
      let title = facts.title.map(ShelfMarking.initials).map { String($0.prefix(2)) }
      let text = [author, title].compactMap(\.self).joined(separator: ".")
      proposal.parts.append(.initials(text, of: heading))
    case .nameCode:
      guard let code = NameCode(heading, isName: isName, rhymes, ending: ending) else {
        proposal.gaps.append(.notVietnamese(heading))
        return
      }
      proposal.parts.append(.code(code, of: heading))
      if code.text == nil { proposal.gaps.append(.unknownRhyme(code.rhyme)) }
    case .cutter:
      guard let cutter else {
        proposal.gaps.append(.noCutterTable)
        return
      }
      guard let mark = cutter.mark(of: heading) else {
        proposal.gaps.append(.notInCutterTable(heading))
        return
      }
      proposal.parts.append(.cutter(mark, of: heading))
    }
  }

  /// The first letters of all words, đ and other letters as they are but without tones.
  private static func initials(_ text: String) -> String {
    NameCode.words(text).compactMap { word in
      word.first.map { (Syllable(String($0))?.shape ?? String($0)).uppercased() }
    }.joined()
  }
}
