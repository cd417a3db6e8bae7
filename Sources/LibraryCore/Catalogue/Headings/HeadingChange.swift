public import MARC
import VietnameseText

/// Puts another heading into the place of one, in every field of a record that has it, and leaves all else byte for byte.
///
/// Only the subfields of the name and the number of its authority are exchanged: roles, works, subdivisions, volumes,
/// indicators and the order stay. The mark
/// that stood behind the old name, because something follows it, stands behind the new one.
public struct HeadingChange: Sendable {
  public let kind: HeadingKind
  /// The headings to be replaced, as they are written.
  public let from: Set<String>
  /// The subfields of the new heading, without a mark behind the last.
  public let to: [Subfield]
  /// What becomes of the `$0` of the fields; nil leaves it.
  public var link: AuthorityLinkChange?

  public init(kind: HeadingKind, from: Set<String>, to: [Subfield]) {
    self.kind = kind
    self.from = from
    self.to = to
  }

  /// The record with the new heading; nil where it has none of the old ones.
  public func applied(to record: Record) -> Record? {
    var edited = record.editable
    var isChanged = false
    for place in edited.fields.indices where !edited.fields[place].isControl {
      let field = edited.fields[place]
      let changed = applied(to: field)
      let relinked =
        changed != nil || link?.isMerge == true ? link?.applied(to: changed ?? field) : nil
      if let new = relinked ?? changed {
        edited.fields[place] = new
        isChanged = true
      }
    }
    return isChanged ? edited.record : nil
  }

  /// The field with the new heading; nil where it has none of the old ones.
  public func applied(to field: Field) -> Field? {
    replace(Heading.all(in: field).filter(isMeant), in: field)
  }

  /// The field of an authority record with the new heading; nil where it is another one.
  public func appliedInAuthority(to field: Field) -> Field? {
    replace([Heading.inAuthority(field)].compactMap { $0 }.filter(isMeant), in: field)
  }

  private func isMeant(_ heading: Heading) -> Bool {
    heading.kind == kind && from.contains(CatalogueEntry.readable(heading.text))
  }

  /// From the last heading to the first, so that places in front stay as they are.
  private func replace(_ headings: [Heading], in field: Field) -> Field? {
    guard !headings.isEmpty else { return nil }
    var all = Array(field.subfields)
    for heading in headings.reversed() { replace(heading, in: &all) }
    var changed = field
    changed.setSubfields(all)
    return changed.body == field.body ? nil : changed
  }

  private func replace(_ heading: Heading, in all: inout [Subfield]) {
    guard let first = heading.places.first, var end = to.last else { return }
    end = Subfield(end.code, end.text + marks(of: heading, behind: end.text))
    // A keyword or a publisher keeps the code of its subfield.
    let isAlone = kind.authorityKind != kind && to.count == 1 && heading.places.count == 1
    let new = isAlone ? [Subfield(all[first].code, end.text)] : to.dropLast() + [end]
    for place in heading.places.reversed() { all.remove(at: place) }
    all.insert(contentsOf: new, at: first)
  }

  /// The marks that part the old name from what follows, as far as the new name takes them.
  private func marks(of heading: Heading, behind new: String) -> String {
    let shown = heading.endMarks.filter { !$0.isWhitespace }
    guard let last = new.last else { return heading.endMarks }
    let isOpen = last == "-" && (shown == "," || shown == ".")
    return isOpen || shown.first == last ? "" : heading.endMarks
  }
}

extension HeadingKind {
  /// The subfields of a heading that somebody typed: with codes behind dollar signs, or as one text.
  ///
  /// `Nguyễn, Du, 1765-1820` gives `$a Nguyễn, Du,` and `$d 1765-1820`.
  public func subfields(typed: String) -> [Subfield] {
    let text = typed.nfc.trimmed
    if text.hasPrefix("$") {
      return text.split(separator: "$").compactMap { part in
        part.first.flatMap(Code.init).map { Subfield($0, String(part.dropFirst()).trimmed) }
      }.filter { !$0.isEmpty }
    }
    let code: Code = self == .publisher ? "b" : self == .role ? "e" : "a"
    guard self == .person, let comma = text.lastIndex(of: ",") else {
      return [Subfield(code, text)]
    }
    let rest = String(text[text.index(after: comma)...]).trimmed
    guard rest.contains(where: \.isNumber) else { return [Subfield(code, text)] }
    return [Subfield(code, text[...comma]), Subfield("d", rest)]
  }
}
