import GRDB
public import LibraryCore
public import MARC

extension Desk {
  /// The `$0` of a heading that an authority record has, written just so; nil where there is none, or more than one.
  public func authorityLink(_ kind: HeadingKind, _ text: String) throws -> AuthorityLink? {
    try consider { try $0.link(to: text, kind) }
  }

  /// What is to be said of the numbers in `$0`: they name no authority record in use, or one of another heading.
  ///
  /// A number that another library gave is only advice, for its records need not be here. The mend names the authority record
  /// that has the field's heading.
  public func linkProblems(in record: EditableRecord) throws -> [RecordProblem] {
    guard RecordKind(leader: record.leader) == .bibliographic else { return [] }
    let linked = record.fields.enumerated().filter { !$1.isControl && $1.first("0") != nil }
    guard !linked.isEmpty else { return [] }
    return try consider { facts in
      try linked.flatMap { place, field in try facts.linkProblems(in: field, at: place) }
    }
  }
}

extension DeskFacts {
  /// The numbers by which `$0` may name an authority record.
  func numbers(ofAuthority id: EntityID) throws -> Set<String> {
    guard let numbers = try storedAuthority(id)?.entry.numbers else { return [] }
    return numbers.isEmpty ? [id.description] : numbers
  }

  /// How `$0` names an authority record in use; nil where another record has its number.
  func link(toAuthority id: EntityID) throws -> AuthorityLink? {
    guard let authority = try storedAuthority(id), authority.status == .active else { return nil }
    let link = AuthorityLink(authority.record, id: id, library: configuration.libraryCode)
    let named = try AuthorityNumber(link.text).flatMap {
      try HeadingLinks(db).authority(linkedBy: $0)
    }
    return named == id ? link : nil
  }

  fileprivate func link(to text: String, _ kind: HeadingKind) throws -> AuthorityLink? {
    let found = try established([text], kind)
    return found.count == 1 ? try link(toAuthority: found[0].id) : nil
  }

  fileprivate func linkProblems(in field: Field, at place: Int) throws -> [RecordProblem] {
    let headings = Heading.all(in: field).compactMap { heading in
      CatalogueHeading(heading.kind, CatalogueEntry.readable(heading.text))
    }.filter { $0.kind.authorityKind != nil }
    guard !headings.isEmpty else { return [] }
    let right = headings.count == 1 ? try link(to: headings[0].text, headings[0].kind) : nil
    var problems: [RecordProblem] = []
    for (part, subfield) in field.subfields.enumerated() where subfield.code == "0" {
      let text = subfield.text
      guard let number = AuthorityNumber(text) else { continue }
      let isOwn = AuthorityLink.isOwn(text, library: configuration.libraryCode)
      var mended = field
      if let right { mended.replaceSubfield(at: part, with: Subfield("0", right.text)) }
      let mend: RecordMend? =
        mended == field ? nil : .replace(place: place, field, with: mended)
      guard
        let entry = try HeadingLinks(db).authority(linkedBy: number).flatMap({
          try storedAuthority($0)?.entry
        })
      else {
        problems.append(
          RecordProblem(
            .authorityUnknown(text), isOwn ? .warning : .advice, at: place, .subfield(part),
            mend: isOwn ? mend : nil))
        continue
      }
      guard !headings.contains(where: { entry.speaks(for: $0) }) else { continue }
      problems.append(
        RecordProblem(
          .authorityDiffers(text, heading: entry.text), .warning, at: place, .subfield(part),
          mend: mend))
    }
    return problems
  }
}

extension AuthorityEntry {
  /// Whether a heading is this one or a form that leads to it, in any way of writing.
  fileprivate func speaks(for heading: CatalogueHeading) -> Bool {
    forms.contains { form in
      form.relation != .seeAlso && form.kind == heading.kind.authorityKind
        && HeadingKey(heading.text, form.kind) == form.key
    }
  }
}
