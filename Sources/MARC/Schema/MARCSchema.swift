/// What MARC 21 knows: tags, indicators, subfields, fixed positions and code lists, by their Vietnamese and English names.
///
/// It comes from tables that are data, not program (`data/marc21.tsv`, whose head tells its form): the Library of
/// Congress changes the format twice a year, and a newer table takes the place of the one that came along.
/// What the schema does not know is never dropped or refused by whoever asks it.
public struct MARCSchema: Sendable {
  struct Format: Sendable {
    var fields: [Tag: FieldDefinition] = [:]
    /// Positions by tag, and in it by material; `*` holds for every material.
    var positions: [Tag: [String: [FixedPosition]]] = [:]
  }

  let formats: [RecordKind: Format]
  let lists: [CodeList.Name: CodeList]
  /// The short MARC 21 of Vietnamese libraries and what else is often met, in the order in which a catalogue shows it.
  public let usualFields: [UsualField]
  private let usualPlaces: [Tag: Int]

  /// The tag that stands for the leader in the schema and in editors.
  public static let leaderTag: Tag = "LDR"
  static let allMaterials = "*"

  init(formats: [RecordKind: Format], lists: [CodeList.Name: CodeList], usual: [UsualField]) {
    self.formats = formats
    self.lists = lists
    usualFields = usual
    usualPlaces = Dictionary(
      usual.enumerated().map { ($1.tag, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the format says of `tag`; nil where it does not know it.
  public func field(_ tag: Tag, in kind: RecordKind) -> FieldDefinition? {
    formats[kind]?.fields[tag]
  }

  /// All fields of a format in the order of their tags.
  public func fields(in kind: RecordKind) -> [FieldDefinition] {
    (formats[kind]?.fields.values.map(\.self) ?? []).sorted { $0.tag < $1.tag }
  }

  /// How the field is met in Vietnamese libraries; nil where it is rare.
  public func usual(_ tag: Tag) -> UsualField? { usualPlaces[tag].map { usualFields[$0] } }

  /// The place of a tag in the labelled view of a record; nil when it has none.
  public func rank(of tag: Tag) -> Int? { usualPlaces[tag] }

  /// What people call the field: the usual label, or else the name in the format.
  public func label(of tag: Tag, in kind: RecordKind) -> SchemaName? {
    (kind == .bibliographic ? usual(tag)?.label : nil) ?? field(tag, in: kind)?.name
  }

  /// What people call the subfield: the usual label, or else the name in the format.
  public func label(of code: Code, of tag: Tag, in kind: RecordKind) -> SchemaName? {
    (kind == .bibliographic ? usual(tag)?.label(of: code) : nil)
      ?? field(tag, in: kind)?.subfield(code)?.name
  }

  public func codeList(_ name: CodeList.Name) -> CodeList? { lists[name] }

  /// All code lists by name.
  public var codeLists: [CodeList] { lists.values.sorted { $0.name.text < $1.name.text } }
}

extension MARCSchema {
  /// The groups of positions of the leader.
  public func leaderPositions(in kind: RecordKind) -> [FixedPosition] {
    positions(of: MARCSchema.leaderTag, material: nil, in: kind)
  }

  /// The groups of positions that `field` has in a record under `leader`; empty for a field without fixed positions.
  ///
  /// Which they are is told by the leader for 008 and by the field's first byte for 006 and 007.
  public func positions(of field: Field, under leader: Leader) -> [FixedPosition] {
    guard field.isControl else { return [] }
    let kind = RecordKind(leader: leader)
    return positions(of: field.tag, material: material(of: field, under: leader), in: kind)
  }

  /// Which material's positions `field` has.
  public func material(of field: Field, under leader: Leader) -> String? {
    switch field.tag {
    case "008": Material008(leader: leader)?.rawValue
    case "006": field.body.first.flatMap { Material008(code: $0) }?.rawValue
    case "007": field.body.first.map { String(Unicode.Scalar($0)) }
    default: nil
    }
  }

  /// The groups of positions of a tag for one material, those of every material among them, in their order.
  public func positions(
    of tag: Tag, material: String?, in kind: RecordKind
  ) -> [FixedPosition] {
    guard let layouts = formats[kind]?.positions[tag] else { return [] }
    let all = layouts[MARCSchema.allMaterials] ?? []
    let special = material.flatMap { $0 == MARCSchema.allMaterials ? nil : layouts[$0] } ?? []
    return (all + special).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The materials for which a tag has positions of their own.
  public func materials(of tag: Tag, in kind: RecordKind) -> [String] {
    (formats[kind]?.positions[tag]?.keys.filter { $0 != MARCSchema.allMaterials } ?? []).sorted()
  }
}
