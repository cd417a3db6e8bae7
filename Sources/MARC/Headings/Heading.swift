/// A heading as a field of a record has it: the part of the field that names somebody or something.
///
/// The name alone, without what the person did (`$e`, `$4`), the work the name stands for (`$t` and what follows it), the
/// subdivisions of a subject and the volume of a series.
public struct Heading: Hashable, Sendable {
  public let kind: HeadingKind
  /// The parts as headings are written, without the marks that only part them from what follows.
  public let text: String
  /// The places of its parts among the subfields of the field.
  public let places: [Int]
  /// The marks behind the name, which part it from what follows: `Nguyễn, Du,` has a comma.
  public let endMarks: String

  /// The parts without the marks behind the last one.
  public func withoutEndMarks(_ parts: [Subfield]) -> [Subfield] {
    guard let last = parts.last else { return parts }
    return parts.dropLast() + [Subfield(last.code, Punctuation.trimmed(last.bytes))]
  }

  /// The headings of one field of a bibliographic record: as many as it has keywords, series or publishers.
  public static func all(in field: Field) -> [Heading] {
    guard let form = HeadingForm(field.tag) else { return [] }
    var headings: [Heading] = []
    if let names = form.names, let heading = Heading(field, names, of: form.kind) {
      headings.append(heading)
    }
    for (code, kind) in form.single {
      for (place, subfield) in field.subfields.enumerated() where subfield.code == code {
        guard let text = Punctuation.trimmed(subfield) else { continue }
        headings.append(Heading(kind, text, places: [place], last: subfield))
      }
    }
    return headings
  }

  /// The heading of an authority record's field: 1XX, 4XX or 5XX.
  public static func inAuthority(_ field: Field) -> Heading? {
    guard field.tag.isInBlock(1) || field.tag.isInBlock(4) || field.tag.isInBlock(5),
      let tag = Tag(bytes: [0x31, field.tag[1], field.tag[2]]),
      let kind = HeadingKind(authorityTag: tag), let names = HeadingForm.names(of: kind)
    else { return nil }
    return Heading(field, names, of: kind)
  }

  private init(_ kind: HeadingKind, _ text: String, places: [Int], last: Subfield) {
    self.kind = kind
    self.text = text
    self.places = places
    let name = Punctuation.trimmed(last.bytes)
    let behind = last.bytes.drop { $0 <= 0x20 }.dropFirst(name.utf8.count)
    endMarks = String(decoding: behind, as: UTF8.self)
  }

  private init?(_ field: Field, _ names: HeadingForm.Names, of kind: HeadingKind) {
    var places: [Int] = []
    var parts: [Subfield] = []
    for (place, subfield) in field.subfields.enumerated() {
      if names.ends.contains(subfield.code.byte) { break }
      guard names.codes.contains(subfield.code.byte) else { continue }
      places.append(place)
      parts.append(subfield)
    }
    let text = Punctuation.joined(parts)
    guard !text.isEmpty, let last = parts.last else { return nil }
    self.init(kind, text, places: places, last: last)
  }
}

/// Which subfields of a tag are headings.
struct HeadingForm {
  /// The subfields that make one name together, up to the first of `ends`.
  struct Names {
    var codes: Set<UInt8>
    var ends: Set<UInt8> = []

    init(_ codes: String, endingAt ends: String = "") {
      self.codes = Set(codes.utf8)
      self.ends = Set(ends.utf8)
    }
  }

  let kind: HeadingKind
  var names: Names?
  /// Subfields each of which is a heading of its own.
  var single: [(code: Code, kind: HeadingKind)] = []

  init?(_ tag: Tag) {
    switch tag {
    case "100", "600", "700", "800": kind = .person
    case "110", "610", "710", "810": kind = .body
    case "111", "611", "711", "811": kind = .meeting
    case "130", "630", "730": kind = .title
    case "648": kind = .period
    case "650": kind = .topic
    case "651": kind = .place
    case "655": kind = .genre
    case "440", "830": kind = .series
    case "653":
      kind = .keyword
      single = [("a", .keyword)]
    case "490":
      kind = .series
      single = [("a", .series)]
    case "260", "264":
      kind = .publisher
      single = [("a", .publicationPlace), ("b", .publisher)]
    default: return nil
    }
    if single.isEmpty { names = HeadingForm.names(of: kind) }
    switch tag {
    case "100", "110", "700", "710": single = [("e", .role)]
    case "111", "711": single = [("j", .role)]
    default: break
    }
  }

  /// The subfields of a name; nil for kinds that no field names as a whole.
  static func names(of kind: HeadingKind) -> Names? {
    switch kind {
    case .person: person
    case .body: body
    case .meeting: meeting
    case .title: title
    case .topic: topic
    case .place, .period, .genre: plain
    case .series: series
    case .keyword, .publisher, .publicationPlace, .role: nil
    }
  }

  private static let person = Names("abcdq", endingAt: "tkf")
  private static let body = Names("abcdgn", endingAt: "tkfp")
  private static let meeting = Names("acdegnq", endingAt: "tkfp")
  private static let title = Names("adfgklmnoprs", endingAt: "vxyz")
  private static let topic = Names("abcdg", endingAt: "vxyz")
  private static let plain = Names("ag", endingAt: "vxyz")
  private static let series = Names("adfgklmnoprs", endingAt: "vx")
}
