import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Shelf marks: made, taken apart, learnt.
struct ShelfMarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shelfmark",
    abstract: .say(vi: "Ký hiệu xếp giá.", en: "Shelf marks."),
    subcommands: [
      ShelfMarkMakeCommand.self, ShelfMarkParseCommand.self, ShelfMarkInferCommand.self,
      ShelfMarkLearnCommand.self, ShelfMarkSchemeCommand.self,
    ])
}

/// Proposes the mark of a record, or of a title and author that are given.
struct ShelfMarkMakeCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: .say(
      vi: "Đề nghị ký hiệu cho một biểu ghi, hoặc cho nhan đề, tác giả, phân loại.",
      en: "Propose a mark for a record, or for a title, author and class."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record."))
  var record: EntityID?

  @Option(help: .say("title", vi: "Nhan đề.", en: "The title."))
  var title: String?

  @Option(help: .say("author", vi: "Tác giả.", en: "The author."))
  var author: String?

  @Option(
    name: .customLong("class"), help: .say("number", vi: "Chỉ số phân loại.", en: "The class."))
  var classNumber: String?

  @Option(help: .say("year", vi: "Năm.", en: "The year."))
  var year: String?

  @Option(help: .say("cm", vi: "Chiều cao, cm.", en: "The height in cm."))
  var height: Int?

  @Option(help: .say("code", vi: "Kho.", en: "The stack."))
  var location: String?

  @Option(help: .say("scheme", vi: "Kiểu: A, B, C, D hoặc E.", en: "The scheme: A, B, C, D or E."))
  var scheme: ShelfMarkScheme?

  @Option(
    help: .say(
      "end", vi: "Chữ cuối của mã: second, letter, given hoặc none.",
      en: "The end of the code: second, letter, given or none."))
  var ending: NameCode.Ending?

  func validate() throws {
    guard record != nil || title != nil || author != nil else {
      throw ValidationError(
        .say(
          vi: "cần biểu ghi, --title hoặc --author", en: "a record, --title or --author is needed"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    let house = try session.desk.houseConfiguration()
    let tables = try ShelfMarkTables.here(house)
    var facts = ShelfMarkFacts()
    if let record {
      guard let stored = try session.desk.record(record) else {
        session.answer(
          .unknown("record", record.description),
          session.words.say(vi: "Không có biểu ghi \(record)", en: "There is no record \(record)"))
        return .refused
      }
      facts = ShelfMarkFacts(stored.record)
    }
    facts.title = title ?? facts.title
    facts.author = author ?? facts.author
    facts.classNumber = classNumber ?? facts.classNumber
    facts.year = year ?? facts.year
    facts.height = height ?? facts.height
    let marking = tables.marking(house, location: location, scheme: scheme, ending: ending)
    let proposal = marking.propose(try session.desk.shelfMarkFacts(facts, stack: location))
    session.answer(
      [
        "outcome": proposal.isWhole ? "proposed" : "incomplete", "mark": .text(proposal.text),
        "scheme": .text(proposal.scheme.rawValue),
        "parse": .text(session.words.shelfMarkParse(proposal)),
        "gaps": .list(proposal.gaps.map { .text(session.words.shelfMarkGap($0)) }),
      ], session.words.shelfMarkLines(proposal))
    return proposal.isWhole ? .done : .refused
  }
}

/// Shows how a title or name is taken apart, or what a mark consists of.
struct ShelfMarkParseCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: .say(
      vi: "Tách một tên thành phụ âm đầu, vần, chữ cuối; hoặc tách một ký hiệu.",
      en: "Take a name apart into initial, rhyme and end; or take a mark apart."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("text", vi: "Tên hoặc ký hiệu.", en: "A name or a mark."))
  var text: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    let house = try session.desk.houseConfiguration()
    let tables = try ShelfMarkTables.here(house)
    if let mark = ParsedMark(text) {
      let rhymes = tables.rhymes.entries.filter { $0.value.number == mark.number }.keys.sorted()
      session.answer(
        [
          "initial": .text(mark.initial), "number": .count(mark.number),
          "rhymes": .list(rhymes.map { .text($0) }), "ending": .text(mark.ending),
        ],
        "\(mark.initial) | \(mark.number) \(rhymes.joined(separator: ", ")) | \(mark.ending)")
      return .done
    }
    guard
      let code = NameCode(text, isName: true, tables.rhymes, ending: house.shelfMarkEnding)
    else {
      session.answer(
        ["outcome": "incomplete"], session.words.shelfMarkGap(.notVietnamese(text)))
      return .refused
    }
    session.answer(
      [
        "mark": .optional(code.text), "initial": .text(code.initial), "rhyme": .text(code.rhyme),
        "number": code.entry.map { .count($0.number) } ?? .null, "ending": .text(code.ending),
      ], "\(code.text ?? "?")   \(session.words.nameCodeParse(code))")
    return code.text == nil ? .refused : .done
  }
}

/// Finds out the library's own numbers from the marks it has.
struct ShelfMarkInferCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer",
    abstract: .say(
      vi: "Suy ra bảng vần của thư viện từ ký hiệu trong biểu ghi và bản sách.",
      en: "Infer the library's own table from the marks of its records and copies."))

  @OptionGroup var global: GlobalOptions

  @Flag(
    help: .say(
      vi: "Ghi những số rõ ràng và khác bảng đang dùng.",
      en: "Save the numbers that are clear and differ from the table in use."))
  var save = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let tables = try ShelfMarkTables.here(session.desk.houseConfiguration())
    let inference = try session.desk.inferShelfMarks(tables.rhymes)
    var status = ExitStatus.done
    for finding in inference.findings {
      session.answer(
        [
          "rhyme": .text(finding.rhyme), "number": .count(finding.number),
          "count": .count(finding.count), "total": .count(finding.total),
          "known": finding.known.map { .count($0.number) } ?? .null,
          "clear": .bool(finding.isClear), "new": .bool(finding.isNew),
        ], line(finding, session.words))
      guard save, finding.isClear, finding.isNew else { continue }
      let outcome = try session.desk.setRhyme(finding.rhyme, finding.number)
      status = status.or(
        session.answer(
          outcome, .setting,
          done: session.words.say(
            vi: "Đã ghi vần \(finding.rhyme) = \(finding.number)",
            en: "Saved \(finding.rhyme) = \(finding.number)")))
    }
    if !session.isJSON {
      session.output.line(
        session.words.say(
          vi: "Đã xem \(inference.markCount) ký hiệu",
          en: "\(counted(inference.markCount, "mark was", "marks were")) read")
      )
    }
    return status
  }

  private func line(_ finding: MarkInference.Finding, _ words: Wording) -> String {
    let known = finding.known.map { "\($0.number)" } ?? "–"
    let judgement =
      !finding.isNew
      ? words.say(vi: "như bảng", en: "as the table")
      : finding.isClear
        ? words.say(vi: "khác bảng (\(known))", en: "differs from the table (\(known))")
        : words.say(vi: "chưa rõ", en: "not clear")
    return "\(finding.rhyme) \(finding.number)  \(finding.count)/\(finding.total)  \(judgement)"
  }
}

/// Keeps the mark that was decided for a heading.
struct ShelfMarkLearnCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: .say(
      vi: "Nhớ ký hiệu đã quyết cho một tác giả hay nhan đề; không có ký hiệu thì quên.",
      en: "Keep the mark decided for an author or title; without a mark forget it."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("heading", vi: "Tác giả hoặc nhan đề.", en: "The author or title."))
  var heading: String

  @Argument(help: .say("mark", vi: "Ký hiệu.", en: "The mark."))
  var mark: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    session.answer(
      try session.desk.decideShelfMark(mark, for: heading), .setting,
      done: mark.map { session.words.say(vi: "Đã nhớ \($0)", en: "Kept \($0)") }
        ?? session.words.say(vi: "Đã quên", en: "Forgotten"))
  }
}

/// Says how marks are made here, or sets it.
struct ShelfMarkSchemeCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "scheme",
    abstract: .say(
      vi: "Xem hay đặt kiểu ký hiệu của thư viện hoặc của một kho.",
      en: "Show or set the scheme of the library or of one stack."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("scheme", vi: "A, B, C, D hoặc E.", en: "A, B, C, D or E."))
  var scheme: ShelfMarkScheme?

  @Option(help: .say("code", vi: "Chỉ kho này.", en: "Only this stack."))
  var location: String?

  @Option(
    help: .say(
      "end", vi: "Chữ cuối của mã: second, letter, given hoặc none.",
      en: "The end of the code: second, letter, given or none."))
  var ending: NameCode.Ending?

  func run(in session: LibrarySession) throws -> ExitStatus {
    var status = ExitStatus.done
    if let scheme {
      status = session.answer(
        try session.desk.setShelfMarkScheme(scheme, of: location), .setting,
        done: session.words.shelfMarkScheme(scheme))
    }
    if let ending {
      status = status.or(
        session.answer(
          try session.desk.setSetting(HouseSetting.shelfMarkEnding, ending.rawValue), .setting,
          done: session.words.shelfMarkEnding(ending)))
    }
    guard scheme == nil, ending == nil else { return status }
    let house = try session.desk.houseConfiguration()
    let current = house.shelfMarkScheme(of: location)
    session.answer(
      ["scheme": .text(current.rawValue), "ending": .text(house.shelfMarkEnding.rawValue)],
      [
        session.words.shelfMarkScheme(current),
        session.words.shelfMarkEnding(house.shelfMarkEnding),
      ])
    return .done
  }
}

extension ShelfMarkTables {
  /// The tables as they are on this machine.
  static func here(_ house: HouseConfiguration) throws -> ShelfMarkTables {
    guard let tables = ShelfMarkTables(.here, house) else {
      throw CommandFault.machine(
        .say(vi: "không đọc được bảng vần", en: "the table of rhymes cannot be read"))
    }
    return tables
  }
}
