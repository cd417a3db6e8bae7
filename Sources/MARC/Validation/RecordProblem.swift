/// Something in a record that a cataloguer should see, where it is, and how it is mended where that is certain.
public struct RecordProblem: Hashable, Sendable {
  public enum Severity: Int, CaseIterable, Comparable, Sendable {
    /// For information: old practice, or something that could be better.
    case advice
    /// Most likely wrong.
    case warning
    /// Wrong by the format itself.
    case error

    public static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What part of the field is meant, or of the record where no field is.
  public enum Part: Hashable, Sendable {
    case whole
    case indicator(Int)
    /// The subfield by its place in the field.
    case subfield(Int)
    case positions(Range<Int>)
  }

  /// The place of the field in the record; nil speaks of the leader or of the record.
  public var place: Int?
  public var part: Part
  public var kind: Kind
  public var severity: Severity
  /// The edit that puts it right; nil where only a person can know.
  public var mend: RecordMend?

  public init(
    _ kind: Kind, _ severity: Severity, at place: Int? = nil, _ part: Part = .whole,
    mend: RecordMend? = nil
  ) {
    self.place = place
    self.part = part
    self.kind = kind
    self.severity = severity
    self.mend = mend
  }

  /// Whether a record with it cannot be saved: it could not be found again.
  public var preventsSaving: Bool { kind == .titleMissing || kind == .titleEmpty }

  /// Whether the leader is meant.
  public var isOfLeader: Bool {
    if case .positions = part { place == nil } else { false }
  }
}

extension RecordProblem {
  public enum Kind: Hashable, Sendable {
    case titleMissing
    case titleEmpty
    /// There is no 008.
    case codesMissing
    case severalMainEntries
    case yearMissing

    case tagShape(Tag)
    case unknownField(Tag)
    case obsoleteField(Tag)
    case repeatedField(Tag)
    case noSubfields

    case indicator(Code)
    case obsoleteIndicator(Code)
    case codeShape(Code)
    case unknownSubfield(Code)
    case obsoleteSubfield(Code)
    case repeatedSubfield(Code)
    case emptySubfield(Code)

    case length(found: Int, expected: Int)
    /// A code that the positions do not have.
    case positionCode(String)
    case obsoletePositionCode(String)
    case unknownCode(String, CodeList.Name)
    case obsoleteCode(String, CodeList.Name)
    /// Several codes in one subfield, as until 2001.
    case joinedCodes(String)

    case isbn(String)
    case issn(String)
    /// A price in the place of a number.
    case priceAsNumber(String)
    /// The bar code of a product, which is no ISBN.
    case productNumber(String)
    case deweyForm(String)
    case deweyEditionMissing

    /// The title is filed behind other letters than its second indicator says.
    case filing(found: Code, expected: Code)
    /// The title's first indicator does not fit the main entry.
    case titleEntry(found: Code, expected: Code)
    /// 008 names a language, country or year that the fields do not.
    case languageDiffers(String)
    case countryDiffers(String)
    case yearDiffers(String)
    /// The field in another script has no partner under the number.
    case linkBroken(String)
    /// Another field of the tag has the same link.
    case linkDoubled(String)

    /// A code where the role is said in words.
    case relatorCodeAsTerm(String)
    /// A role in words without their marks, and with them.
    case relatorUnmarked(String, String)
    /// The role in words is another than that of the code.
    case relatorsDiffer(String, String)
    /// The indicator says that a list is named in `$2`, and none is.
    case sourceMissing
    /// `$2` names a list that the indicator does not speak of.
    case sourceNotNamed(String)

    /// `$0` names an authority record that there is not, by a number of the library's own or of another's.
    case authorityUnknown(String)
    /// `$0` names an authority record of another heading.
    case authorityDiffers(String, heading: String)

    case brokenText
    case controlCharacter(UInt32)
    case decomposed
  }
}
