import GRDB
import LibraryCore
import MARC
import VietnameseText

/// What is to be changed where, as one moment of the library has it.
struct HeadingPlan {
  let renaming: HeadingRenaming
  let change: HeadingChange
  let records: [EntityID]
  let report: HeadingChangeReport

  /// Nil where nothing has the heading, or it is written so already.
  init?(_ renaming: HeadingRenaming, _ facts: DeskFacts) throws {
    let (kind, from) = (renaming.kind, renaming.from.nfc.trimmed)
    let links = HeadingLinks(facts.db)
    let to = try HeadingPlan.subfields(renaming, facts)
    let text = HeadingPlan.text(of: to, kind)
    var replaced: [HeadingChangeReport.Replaced] = []
    if renaming.includesVariants {
      replaced = try links.variants(of: from, kind).map {
        HeadingChangeReport.Replaced(text: $0.text, uses: $1)
      }
    }
    if !replaced.contains(where: { $0.text == from }) {
      replaced.append(.init(text: from, uses: try links.uses(of: kind, from)))
    }
    replaced.removeAll { $0.text == text }
    replaced.sort { $0.uses == $1.uses ? $0.text < $1.text : $0.uses > $1.uses }
    let texts = Set(replaced.map(\.text))
    let isEstablished = try links.forms(of: from, kind).contains {
      $0.relation == .established && texts.contains($0.text)
    }
    guard !texts.isEmpty, isEstablished || replaced.contains(where: { $0.uses > 0 }) else {
      return nil
    }
    self.renaming = renaming
    var change = HeadingChange(kind: kind, from: texts, to: to)
    change.link = try HeadingPlan.link(from: texts, to: text, kind, facts)
    self.change = change
    var records = try links.records(
      of: replaced.compactMap { CatalogueHeading(kind, $0.text) }, limit: .max)
    if let link = change.link, link.isMerge {
      let known = Set(records)
      records += try links.records(linkedTo: link.from).filter { !known.contains($0) }
    }
    self.records = records
    var report = HeadingChangeReport(to: text, replaced: replaced)
    report.alreadyUsed = try links.uses(of: kind, text)
    self.report = report
  }

  /// The subfields of the new heading: those of its authority record, or of the catalogue, or those typed.
  private static func subfields(
    _ renaming: HeadingRenaming, _ facts: DeskFacts
  ) throws -> [Subfield] {
    let kind = renaming.kind
    let typed = kind.subfields(typed: renaming.to)
    guard !renaming.to.trimmed.hasPrefix("$") else { return typed }
    let text = renaming.to.nfc.trimmed
    for authority in try HeadingLinks(facts.db).authorities(of: text, kind) {
      guard let record = try facts.storedAuthority(authority)?.record else { continue }
      for field in record.fields where field.tag.isInBlock(1) {
        guard let heading = Heading.inAuthority(field),
          CatalogueEntry.readable(heading.text) == text
        else { continue }
        let all = Array(field.subfields)
        return heading.withoutEndMarks(heading.places.map { all[$0] })
      }
    }
    return try facts.headingSubfields(kind, text) ?? typed
  }

  private static func text(of subfields: [Subfield], _ kind: HeadingKind) -> String {
    subfields.map(\.text.trimmed).joined(separator: " ")
  }

  /// The ops on authority records, in the order in which they are written; a nil entity is a record to be made.
  func authorityOps(_ facts: DeskFacts) throws -> [(id: EntityID?, record: MARC.Record?)] {
    let (kind, to) = (renaming.kind, report.to)
    guard kind.authorityKind != nil else { return [] }
    let old = try facts.established(change.from, kind)
    let new = try facts.established([to], kind).first
    let texts = renaming.keepsReference ? report.replaced.map(\.text) : []
    if let new {
      var merged = AuthorityChange.merged(new.record, with: old.map(\.record))
      merged = AuthorityChange.leading(texts, to: merged, kind)
      return (merged == new.record ? [] : [(new.id, merged)]) + old.map { ($0.id, nil) }
    }
    if let first = old.first {
      let inAuthority = HeadingChange(
        kind: kind.authorityKind ?? kind, from: change.from, to: change.to)
      var renamed = AuthorityChange.renamed(
        first.record, inAuthority, keeping: renaming.keepsReference)
      renamed = AuthorityChange.merged(renamed, with: old.dropFirst().map(\.record))
      renamed = AuthorityChange.leading(texts, to: renamed, kind)
      return [(first.id, renamed)] + old.dropFirst().map { ($0.id, nil) }
    }
    guard renaming.keepsReference, let made = AuthorityChange.new(kind, to, see: texts) else {
      return []
    }
    return [(nil, made)]
  }

  /// What becomes of `$0`: the number of the new heading's authority record stands where those of the old ones stood.
  private static func link(
    from texts: Set<String>, to: String, _ kind: HeadingKind, _ facts: DeskFacts
  ) throws -> AuthorityLinkChange? {
    guard kind.authorityKind != nil else { return nil }
    let links = HeadingLinks(facts.db)
    let old = try facts.established(texts, kind).map(\.id)
    let new = try facts.established([to], kind).first?.id
    let meant = try new ?? old.first ?? links.authorities(of: to, kind).first
    let concerned = Set(try texts.flatMap { try links.authorities(of: $0, kind) } + old)
    var from: Set<String> = []
    for id in concerned where id != meant { from.formUnion(try facts.numbers(ofAuthority: id)) }
    guard !from.isEmpty else { return nil }
    return AuthorityLinkChange(
      from: from, to: try meant.flatMap { try facts.link(toAuthority: $0)?.text },
      isMerge: !old.isEmpty)
  }
}

extension DeskFacts {
  /// The authority records that have one of the texts as their heading, written just so, in the order of their numbers.
  func established(_ texts: Set<String>, _ kind: HeadingKind) throws -> [StoredAuthority] {
    let links = HeadingLinks(db)
    var found: [StoredAuthority] = []
    for text in texts {
      for form in try links.forms(of: text, kind)
      where form.relation == .established && form.text == text {
        try storedAuthority(form.authority).map { found.append($0) }
      }
    }
    return found.sorted { $0.id < $1.id }
  }
}
