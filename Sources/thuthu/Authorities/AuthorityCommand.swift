public import ArgumentParser
import LibraryCore
import LibraryStore
public import MARC
import Workstation

/// The headings of the catalogue and the records that settle them.
struct AuthorityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority",
    abstract: .say(
      vi: "Tiêu đề chuẩn: tên người, cơ quan, chủ đề, từ khóa, tùng thư.",
      en: "Authorities: persons, bodies, subjects, keywords, series."),
    discussion: .say(
      vi: "Tiêu đề gõ có dấu hay không dấu. Mọi thay đổi đều hoàn tác được bằng «thuthu undo».",
      en:
        "Headings are typed with tones or without. “thuthu undo” takes every change back."),
    subcommands: [
      AuthorityHeadingsCommand.self, AuthoritySuggestCommand.self, AuthorityWorksCommand.self,
      AuthorityListCommand.self, AuthorityShowCommand.self, AuthorityAddCommand.self,
      AuthorityEditCommand.self, AuthorityRemoveCommand.self, AuthorityImportCommand.self,
      AuthorityExportCommand.self, AuthorityRenameCommand.self, AuthorityMergeCommand.self,
      AuthorityUnusedCommand.self, AuthorityUnlinkedCommand.self, AuthoritySimilarCommand.self,
    ])
}

extension HeadingKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public var defaultValueDescription: String { name }
  public static var allValueStrings: [String] { allCases.map(\.name) }
}

/// Which headings a command is about.
struct KindOption: ParsableArguments {
  @Option(
    help: .say(
      "kind", vi: HeadingKind.allValueStrings.joined(separator: ", "),
      en: HeadingKind.allValueStrings.joined(separator: ", ")))
  var kind: HeadingKind = .person
}

/// Lists headings from A to Z.
struct AuthorityHeadingsCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "headings",
    abstract: .say(
      vi: "Liệt kê tiêu đề từ A đến Z với số biểu ghi dùng.",
      en: "List headings from A to Z with the number of records that have them."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var list: KindOption

  @Option(
    help: .say(
      "text", vi: "Bắt đầu từ chỗ của những chữ này, có dấu hay không.",
      en: "Begin at these words, with tones or without."))
  var from: String?

  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    let (sum, isTooMany) = page.limit.addingReportingOverflow(page.offset)
    let headings = try session.desk.headings(
      list.kind, from.map { .from($0) } ?? .fromBeginning, limit: isTooMany ? .max : sum
    ).dropFirst(page.offset).map(\.facts)
    session.list(headings)
    return .done
  }
}

/// What may be meant by the beginning of a heading in a subfield.
struct AuthoritySuggestCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: .say(
      vi: "Gợi ý tiêu đề cho một trường con, như khi gõ trên phiếu biên mục.",
      en: "Suggest headings for a subfield, as the cataloguing screens do."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("tag", vi: "Trường, như 700.", en: "The field, such as 700."))
  var tag: String

  @Option(help: .say("code", vi: "Trường con.", en: "The subfield."))
  var code = "a"

  @Option(help: .say("number", vi: "Nhiều nhất bao nhiêu.", en: "No more than these."))
  var limit = 12

  @Argument(help: .say("text", vi: "Những chữ đầu.", en: "The beginning."))
  var typed: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let tag = Tag(tag), code.count == 1, let code = code.first.flatMap(Code.init) else {
      throw ValidationError(
        .say(vi: "Không có trường \(tag)$\(code)", en: "There is no field \(tag)$\(code)"))
    }
    let found = try session.desk.headingSuggestions(
      tag: tag, code: code, typed: typed, limit: limit)
    for suggestion in found {
      let link = try session.desk.authorityLink(suggestion.kind, suggestion.text)
      session.answer(
        [
          "heading": .text(suggestion.text), "kind": .text(suggestion.kind.name),
          "uses": .count(suggestion.uses), "established": .bool(suggestion.isEstablished),
          "reachedFrom": .optional(suggestion.reachedFrom),
          "link": .optional(link?.text),
        ],
        suggestion.text
          + (suggestion.reachedFrom.map { "  ← \($0)" } ?? "") + "  (\(suggestion.uses))")
    }
    return .done
  }
}

/// Lists the titles under a heading, however it is written.
struct AuthorityWorksCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "works",
    abstract: .say(
      vi: "Liệt kê tài liệu của một tiêu đề, kể cả viết cách khác hay bút danh.",
      en: "List the titles under a heading, other forms and pseudonyms included."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var list: KindOption

  @Argument(help: .say("heading", vi: "Tiêu đề.", en: "The heading."))
  var heading: String

  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    let hits = try session.desk.works(
      under: list.kind, heading, limit: page.limit, offset: page.offset)
    if session.isJSON {
      for hit in hits { session.output.line(JSONValue(hit)) }
    } else {
      for line in session.words.list(hits) { session.output.line(line) }
    }
    return hits.isEmpty ? .refused : .done
  }
}

extension LibrarySession {
  /// Answers with headings, one a line.
  func list(_ headings: [HeadingFacts]) {
    if isJSON {
      for facts in headings { output.line(JSONValue(facts)) }
      return
    }
    var table = TextTable([
      .init(heading: words.say(vi: "Dùng", en: "Uses"), isNumber: true),
      .init(heading: words.say(vi: "Tiêu đề", en: "Heading"), givesWay: true),
      .init(heading: "", givesWay: true),
    ])
    table.rows = headings.map { [String($0.uses), $0.text, words.headingState($0)] }
    for line in table.lines() { output.line(line) }
  }
}

extension JSONValue {
  init(_ facts: HeadingFacts) {
    self = [
      "heading": .text(facts.text), "kind": .text(facts.kind.name), "uses": .count(facts.uses),
      "established": .bool(facts.isEstablished), "preferred": .optional(facts.preferred),
      "authorities": .list(
        facts.authorities.map {
          [
            "authority": .entity($0.authority), "relation": .text($0.relation.name),
            "heading": .text($0.text),
          ]
        }),
    ]
  }
}
