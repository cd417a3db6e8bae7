public import MARC

/// A heading to be changed wherever it is used.
public struct HeadingRenaming: Equatable, Sendable {
  public var kind: HeadingKind
  /// The heading as it is written.
  public var from: String
  /// The new heading as it was typed: one text, or subfields behind dollar signs.
  public var to: String
  /// Whether the other ways in which the catalogue writes the heading are changed too.
  public var includesVariants: Bool
  /// Whether the old heading stays as a form that leads to the new one, in the new one's authority record.
  public var keepsReference: Bool

  public init(
    kind: HeadingKind, from: String, to: String, includesVariants: Bool = false,
    keepsReference: Bool = false
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.includesVariants = includesVariants
    self.keepsReference = keepsReference
  }
}

/// What a change of a heading does, or would do.
public struct HeadingChangeReport: Equatable, Sendable {
  /// The new heading as it will be written.
  public var to: String
  /// The headings that are replaced, the most used first, with the number of records that have each.
  public var replaced: [Replaced]
  /// How many records of the catalogue are changed.
  public var records = 0
  /// How many authority records are changed, made or taken out of use.
  public var authorities = 0
  /// How many records had the new heading before.
  public var alreadyUsed = 0
  /// Some of the fields, before and after.
  public var examples: [Example] = []
  /// The batch that holds the change; nil for a preview.
  public var batch: EntityID?
  public var op: OpID?

  public static let examplesMaximum = 10

  public init(to: String, replaced: [Replaced]) {
    self.to = to
    self.replaced = replaced
  }

  public struct Replaced: Equatable, Sendable {
    public var text: String
    public var uses: Int

    public init(text: String, uses: Int) {
      self.text = text
      self.uses = uses
    }
  }

  public struct Example: Equatable, Sendable {
    public var record: EntityID
    public var title: String
    public var before: Field
    public var after: Field

    public init(record: EntityID, title: String, before: Field, after: Field) {
      self.record = record
      self.title = title
      self.before = before
      self.after = after
    }
  }
}

public enum HeadingChangeOutcome: Equatable, Sendable {
  case changed(HeadingChangeReport)
  /// Stopped on the way; what was changed so far is a batch that can be taken back.
  case stopped(HeadingChangeReport)
  case refused([Refusal])
  /// Neither a record nor an authority record has the heading.
  case unknown(String)
}

/// How the authority records of a heading follow its change.
public enum AuthorityChange {
  /// The record under its new heading; the old one leads to it where `keeping` says so.
  public static func renamed(
    _ record: Record, _ change: HeadingChange, keeping isKept: Bool
  ) -> Record {
    var edited = record.editable
    guard
      let place = edited.fields.firstIndex(where: { $0.tag.isInBlock(1) && !$0.isControl }),
      let field = change.appliedInAuthority(to: edited.fields[place])
    else { return record }
    let old = edited.fields[place]
    edited.fields[place] = field
    if isKept { add(reference(from: old), to: &edited) }
    return edited.record
  }

  /// The record with the forms of `others` and the sources they name, so that all of them lead to its heading.
  public static func merged(_ record: Record, with others: [Record]) -> Record {
    var edited = record.editable
    for other in others {
      for field in other.fields where !field.isControl {
        if field.tag.isInBlock(1) {
          add(reference(from: field), to: &edited)
        } else if field.tag.isInBlock(4) || field.tag.isInBlock(5) || field.tag == "670" {
          add(field, to: &edited)
        }
      }
    }
    return edited.record
  }

  /// The record with see references from further forms.
  public static func leading(
    _ forms: [String], to record: Record, _ kind: HeadingKind
  ) -> Record {
    adding(to: record, kind, see: forms)
  }

  /// A new authority record: its heading, and the forms that lead to it.
  public static func new(
    _ kind: HeadingKind, _ heading: String, see: [String] = [], seeAlso: [String] = [],
    sources: [String] = []
  ) -> Record? {
    guard let main = field(heading, kind, .established) else { return nil }
    let record = Record(leader: .newAuthority, fields: [main])
    return adding(to: record, kind, see: see, seeAlso: seeAlso, sources: sources)
  }

  /// The record with further forms and sources.
  public static func adding(
    to record: Record, _ kind: HeadingKind, see: [String] = [], seeAlso: [String] = [],
    sources: [String] = []
  ) -> Record {
    var edited = record.editable
    for form in see { field(form, kind, .see).map { add($0, to: &edited) } }
    for form in seeAlso { field(form, kind, .seeAlso).map { add($0, to: &edited) } }
    for source in sources { add(Field("670", [Subfield("a", source)]), to: &edited) }
    return edited.record
  }

  /// The record without some of the forms that lead to its heading or are related to it.
  public static func dropping(_ forms: Set<String>, from record: Record) -> Record {
    var edited = record.editable
    edited.fields.removeAll { field in
      guard field.tag.isInBlock(4) || field.tag.isInBlock(5),
        let heading = Heading.inAuthority(field)
      else { return false }
      return forms.contains(CatalogueEntry.readable(heading.text))
    }
    return edited.record
  }

  /// A field for a form of a heading; nil for a kind without authority records.
  public static func field(
    _ typed: String, _ kind: HeadingKind, _ relation: AuthorityRelation
  ) -> Field? {
    guard let tag = kind.authorityTag, let authorityKind = kind.authorityKind else { return nil }
    let hundreds: UInt8 = relation == .established ? 0x31 : relation == .see ? 0x34 : 0x35
    guard let tag = Tag(bytes: [hundreds, tag[1], tag[2]]) else { return nil }
    let subfields = authorityKind.subfields(typed: typed)
    guard !subfields.isEmpty else { return nil }
    let isPerson = authorityKind == .person
    return Field(tag, isPerson ? "1" : .blank, .blank, subfields)
  }

  private static func reference(from heading: Field) -> Field {
    var reference = heading
    if let tag = Tag(bytes: [0x34, heading.tag[1], heading.tag[2]]) { reference.tag = tag }
    return reference
  }

  /// Adds a field unless the record has it, or leads from its own heading to itself.
  private static func add(_ field: Field, to record: inout EditableRecord) {
    guard !record.fields.contains(field) else { return }
    if field.tag.isInBlock(4), let form = Heading.inAuthority(field) {
      let known = record.fields.filter { $0.tag.isInBlock(1) || $0.tag.isInBlock(4) }
        .compactMap { Heading.inAuthority($0) }
      if known.contains(where: { $0.kind == form.kind && $0.text == form.text }) { return }
    }
    record.insert(field)
  }
}

extension Leader {
  /// A new authority record, complete (Authority 06 and 17).
  public static let newAuthority: Leader = {
    var leader = Leader.newBook
    for (position, letter) in zip(5..., "nz  a".utf8) { leader[position] = letter }
    for position in 17...19 { leader[position] = UInt8(ascii: position == 17 ? "n" : " ") }
    return leader
  }()
}
