import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Lists authority records.
struct AuthorityListCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: .say(vi: "Liệt kê tiêu đề chuẩn.", en: "List authority records."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("kind", vi: "Chỉ loại này.", en: "Of this kind only."))
  var kind: HeadingKind?

  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    var left = page.offset
    var count = 0
    try session.desk.eachAuthority { id, record in
      let entry = AuthorityEntry(record)
      if let kind, entry.kind != kind.authorityKind { return true }
      if left > 0 {
        left -= 1
        return true
      }
      guard count < page.limit else { return false }
      count += 1
      session.answer(
        JSONValue(id, entry), "\(id)  \(session.words.authorityKind(entry.kind)): \(entry.text)")
      return true
    }
    return .done
  }
}

/// Shows an authority record.
struct AuthorityShowCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: .say(
      vi: "Cho xem một tiêu đề chuẩn, theo số hay theo tiêu đề.",
      en: "Show an authority record, by its number or by a heading."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var list: KindOption

  @Argument(
    help: .say("authority", vi: "Số, hoặc tiêu đề hay cách viết khác.", en: "A number, or a form."))
  var key: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    let numbered = try Int64(key).flatMap { try session.desk.authority(EntityID(rawValue: $0)) }
    let found = try numbered.map { [$0] } ?? session.desk.authorities(of: key, list.kind)
    guard !found.isEmpty else {
      session.answer(
        .unknown("authority", key), session.words.lines(.unknown(key), "").joined(separator: "\n"))
      return .refused
    }
    for authority in found {
      session.answer(
        JSONValue(authority.id, authority.entry).adding([
          "uses": .count(authority.uses), "status": .text(authority.status.rawValue),
          "version": .op(authority.version), "marc": .raw(Array(authority.record.json.utf8)),
        ]),
        session.words.card(authority).joined(separator: "\n"))
    }
    return .done
  }
}

/// Makes an authority record.
struct AuthorityAddCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: .say(
      vi: "Lập tiêu đề chuẩn từ chữ.", en: "Make an authority record from words."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var list: KindOption
  @OptionGroup var forms: AuthorityForms

  @Argument(
    help: .say(
      "heading", vi: "Tiêu đề, như «Nguyễn, Du, 1765-1820» hay «$a … $d …».",
      en: "The heading, such as “Nguyễn, Du, 1765-1820” or “$a … $d …”."))
  var heading: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard
      let record = AuthorityChange.new(
        list.kind, heading, see: forms.see, seeAlso: forms.seeAlso, sources: forms.source)
    else {
      throw ValidationError(
        .say(
          vi: "\(list.kind.name) không có tiêu đề chuẩn", en: "\(list.kind.name) has no authorities"
        ))
    }
    let outcome = try session.desk.saveAuthority(record)
    return session.answer(
      outcome, .authority,
      done: session.words.say(
        vi: "Đã lập tiêu đề chuẩn \(outcome.id?.description ?? "")",
        en: "Made authority \(outcome.id?.description ?? "")"))
  }
}

/// The forms and sources of an authority record.
struct AuthorityForms: ParsableArguments {
  @Option(help: .say("form", vi: "Cách viết không dùng: xem từ đó đến tiêu đề.", en: "A see form."))
  var see: [String] = []

  @Option(help: .say("form", vi: "Tiêu đề liên quan: xem thêm.", en: "A see-also form."))
  var seeAlso: [String] = []

  @Option(help: .say("text", vi: "Nguồn căn cứ (670).", en: "A source (670)."))
  var source: [String] = []
}

/// Changes an authority record.
struct AuthorityEditCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: .say(
      vi: "Thêm bớt cách viết, nguồn của tiêu đề chuẩn, hay thay cả biểu ghi bằng tệp.",
      en: "Add or take away forms and sources, or replace the whole record by a file's."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var forms: AuthorityForms

  @Argument(help: .say("authority", vi: "Số của tiêu đề chuẩn.", en: "The record's number."))
  var authority: EntityID

  @Option(help: .say("form", vi: "Bỏ cách viết này (4XX, 5XX).", en: "Take this form away."))
  var drop: [String] = []

  @Option(
    help: .say("file", vi: "Thay bằng biểu ghi đầu của tệp.", en: "Replace by a file's first."))
  var file: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let known = try session.desk.authority(authority), let kind = known.entry.kind else {
      session.answer(
        .unknown("authority", authority.description),
        session.words.lines(.unknown(authority.description), "").joined(separator: "\n"))
      return .refused
    }
    var record = try file.map { try read($0) } ?? known.record
    record = AuthorityChange.adding(
      to: record, kind, see: forms.see, seeAlso: forms.seeAlso, sources: forms.source)
    record = AuthorityChange.dropping(Set(drop), from: record)
    return session.answer(
      try session.desk.saveAuthority(record, id: authority), .authority,
      done: session.words.say(
        vi: "Đã lưu tiêu đề chuẩn \(authority)", en: "Saved authority \(authority)"))
  }

  private func read(_ path: String) throws -> MARC.Record {
    let reader = try RecordReader(FileSource(path: path))
    while let read = try reader.next() { if let record = read.record { return record } }
    throw CommandFault.badInput(
      .say(vi: "\(path) không có biểu ghi nào", en: "\(path) holds no record"))
  }
}

/// Takes an authority record out of use.
struct AuthorityRemoveCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: .say(
      vi: "Bỏ tiêu đề chuẩn; biểu ghi thư mục giữ nguyên.",
      en: "Take an authority record out of use; titles stay as they are."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("authority", vi: "Số của tiêu đề chuẩn.", en: "The record's number."))
  var authority: EntityID

  func run(in session: LibrarySession) throws -> ExitStatus {
    session.answer(
      try session.desk.setAuthorityStatus(authority, .removed), .authority,
      done: session.words.say(
        vi: "Đã bỏ tiêu đề chuẩn \(authority)", en: "Removed authority \(authority)"))
  }
}

extension Saving {
  static let authority = Saving(key: "authority", unknown: "authority")
}

extension JSONValue {
  init(_ id: EntityID, _ entry: AuthorityEntry) {
    self = [
      "authority": .entity(id), "kind": .optional(entry.kind?.name), "heading": .text(entry.text),
      "numbers": .list(entry.numbers.sorted().map { .text($0) }),
      "forms": .list(
        entry.sortedForms.map {
          ["relation": .text($0.relation.name), "heading": .text($0.text)]
        }),
    ]
  }
}
