import VietnameseText

/// How the columns of a table, or the fields of a CDS/ISIS database, become the fields of a MARC record and back.
///
/// A profile is a text that people read and write. Each line says what is taken and where it goes:
///
///     Nhan đề | Title              = 245 10 $a
///     Tác giả | Author             = 100 1# $a each ; then 700
///     ĐKCB | Barcode               = 852 ## $p each ; , newline
///     200^B                        = 245 10 $c
///     620                          = 653 ## $a
///
/// Columns of one field make one field together. `each` parts a text at these signs and makes a field of every part,
/// carrying the other columns of the field with it; `then` gives all but the first part another tag. `*` keeps the
/// subfields of a CDS/ISIS field under their own codes. `#` is a blank indicator, and at the front of a line a comment.
public struct MappingProfile: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case table
    case isis
  }

  /// A column by its heading, or a field of CDS/ISIS by its number.
  public struct Source: Hashable, Sendable {
    public var name: String
    public var subfield: Code?
    /// The name without case and marks, as headings are compared.
    let key: String

    init(name: String, subfield: Code? = nil) {
      self.name = name
      self.subfield = subfield
      key = name.folded
    }
  }

  public struct Target: Hashable, Sendable {
    public var tag: Tag
    public var indicator1: Code
    public var indicator2: Code
    /// Nil in a control field, and where the subfields keep their own codes.
    public var code: Code?
  }

  public struct Rule: Hashable, Sendable {
    public var sources: [Source]
    public var target: Target
    public var separators: [Character]
    /// The tag of all fields after the first.
    public var furtherTag: Tag?
  }

  public var kind: Kind
  public var rules: [Rule] = []
  /// Fields that every record gets unless it has one under their tag.
  public var fixed: [Field] = []
  /// The tag under which what no rule speaks of is kept: `$9` says whence, and its subfields or `$a` what.
  public var restTag: Tag

  /// A profile without rules: everything is kept under the tag for the rest.
  public static let empty = MappingProfile(kind: .isis)

  static let usualRestTag: Tag = "999"
  static let originCode: Code = "9"

  init(kind: Kind, restTag: Tag = MappingProfile.usualRestTag) {
    self.kind = kind
    self.restTag = restTag
  }

  /// The rule for a column of this heading.
  public func rule(heading: String) -> Rule? {
    let key = heading.folded
    return rules.first { rule in rule.sources.contains { $0.key == key } }
  }

  /// The rules for a field of CDS/ISIS, by whole field and by subfield.
  func rules(number: String) -> [(rule: Rule, subfield: Code?)] {
    let plain = MappingProfile.plainNumber(number)
    return rules.flatMap { rule in
      rule.sources.filter { MappingProfile.plainNumber($0.name) == plain }
        .map { (rule, $0.subfield) }
    }
  }

  /// Whether the first of these names is known as a column that makes a title.
  public func speaksOfTitles(_ headings: [String]) -> Bool {
    headings.contains { rule(heading: $0)?.target.tag == "245" }
  }

  private static func plainNumber(_ name: String) -> Substring { name.drop { $0 == "0" } }
}

/// The profiles a file is read by: which of them counts is known when its format is.
public struct MappingProfiles: Hashable, Sendable {
  public var table: MappingProfile
  public var isis: MappingProfile

  public init(table: MappingProfile = .empty, isis: MappingProfile = .empty) {
    self.table = table
    self.isis = isis
  }
}

/// What is wrong with a line of a profile.
public struct MappingFault: Error, Hashable, Sendable {
  public enum Kind: Error, Hashable, Sendable {
    case notText
    /// The line has no `=`, or nothing before it.
    case noSource
    case badTag(String)
    case badIndicators(String)
    case badSubfield(String)
    case unknownWord(String)
    /// The heading or field number is spoken of in an earlier line.
    case repeated(String)
    case noRules
  }

  public let line: Int
  public let kind: Kind
}
