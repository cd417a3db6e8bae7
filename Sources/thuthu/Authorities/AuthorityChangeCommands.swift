import ArgumentParser
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// Renames a heading wherever it is used.
struct AuthorityRenameCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: .say(
      vi: "Đổi một tiêu đề ở mọi biểu ghi dùng nó, thành một đợt hoàn tác được.",
      en: "Change a heading in every record that has it, as one batch that can be undone."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var list: KindOption
  @OptionGroup var change: ChangeOptions

  @Flag(
    help: .say(
      vi: "Giữ tiêu đề cũ làm chỗ «xem» trong tiêu đề chuẩn.",
      en: "Keep the old heading as a see reference."))
  var see = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    try session.change(change.renaming(list.kind, keepsReference: see), isPreview: change.dryRun)
  }
}

/// Makes one heading of two.
struct AuthorityMergeCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: .say(
      vi: "Nhập tiêu đề này vào tiêu đề kia; tiêu đề cũ thành chỗ «xem».",
      en: "Make one heading of two; the old one leads to the new one."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var list: KindOption
  @OptionGroup var change: ChangeOptions

  func run(in session: LibrarySession) throws -> ExitStatus {
    try session.change(change.renaming(list.kind, keepsReference: true), isPreview: change.dryRun)
  }
}

/// What a change of a heading is told.
struct ChangeOptions: ParsableArguments {
  @Argument(help: .say("old", vi: "Tiêu đề đang dùng.", en: "The heading as it is."))
  var old: String

  @Argument(
    help: .say("new", vi: "Tiêu đề mới: chữ, hay «$a … $d …».", en: "The new one, or “$a … $d …”."))
  var new: String

  @Flag(
    help: .say(
      vi: "Đổi cả các cách viết khác của tiêu đề: năm, dấu phẩy, chỗ đặt dấu.",
      en: "Change its other forms too: dates, commas, place of tones."))
  var variants = false

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ cho xem, không ghi.", en: "Only show it; write nothing."))
  var dryRun = false

  func renaming(_ kind: HeadingKind, keepsReference: Bool) -> HeadingRenaming {
    HeadingRenaming(
      kind: kind, from: old, to: new, includesVariants: variants, keepsReference: keepsReference)
  }
}

extension LibrarySession {
  fileprivate func change(_ renaming: HeadingRenaming, isPreview: Bool) throws -> ExitStatus {
    let bar = ProgressLine(isQuiet: isJSON)
    defer { bar.end() }
    let total =
      isPreview ? 0 : try desk.heading(renaming.kind, renaming.from).uses
    let outcome =
      isPreview
      ? try desk.previewHeadingChange(renaming)
      : try desk.changeHeading(renaming) { done in
        bar.show(done, of: total, words.say(vi: "\(done) biểu ghi", en: counted(done, "record")))
        return true
      }
    bar.end()
    switch outcome {
    case .changed(let report), .stopped(let report):
      answer(
        JSONValue(report),
        ([words.headingChange(report)] + words.headingExamples(report))
          .joined(separator: "\n"))
      return .done
    case .refused(let reasons):
      output.answer(reasons, isJSON: isJSON, words)
      return .refused
    case .unknown(let heading):
      answer(
        .unknown("heading", heading),
        words.say(
          vi: "Không biểu ghi nào có «\(heading)» (\(words.headingKind(renaming.kind)))",
          en: "No record has “\(heading)” (\(words.headingKind(renaming.kind)))"))
      return .refused
    }
  }
}

extension JSONValue {
  init(_ report: HeadingChangeReport) {
    self = [
      "outcome": report.batch == nil ? "wouldChange" : "changed", "heading": .text(report.to),
      "records": .count(report.records), "authorities": .count(report.authorities),
      "alreadyUsed": .count(report.alreadyUsed),
      "replaced": .list(
        report.replaced.map { ["heading": .text($0.text), "uses": .count($0.uses)] }),
      "examples": .list(
        report.examples.map {
          [
            "record": .entity($0.record), "title": .text($0.title),
            "tag": .text($0.before.tag.text),
            "before": .text($0.before.subfields.map { "$\($0.code) \($0.text)" }.joined()),
            "after": .text($0.after.subfields.map { "$\($0.code) \($0.text)" }.joined()),
          ]
        }), "batch": .entity(report.batch), "op": .op(report.op),
    ]
  }
}

/// Lists authority records that no title uses.
struct AuthorityUnusedCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "unused",
    abstract: .say(
      vi: "Tiêu đề chuẩn không biểu ghi nào dùng.", en: "Authority records that no title uses."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    var left = page.offset
    var count = 0
    try session.desk.eachUnusedAuthority { authority in
      if left > 0 {
        left -= 1
        return true
      }
      guard count < page.limit else { return false }
      count += 1
      session.answer(
        JSONValue(authority.id, authority.entry),
        "\(authority.id)  \(session.words.authorityKind(authority.entry.kind)): \(authority.entry.text)"
      )
      return true
    }
    return .done
  }
}

/// Lists headings that no authority record speaks for.
struct AuthorityUnlinkedCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlinked",
    abstract: .say(
      vi: "Tiêu đề chưa có tiêu đề chuẩn, dùng nhiều đứng trước.",
      en: "Headings without an authority record, the most used first."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var list: KindOption
  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    session.list(
      try session.desk.headingsWithoutAuthority(
        list.kind, limit: page.limit, offset: page.offset))
    return .done
  }
}

/// Lists headings that may be one heading written in several ways.
struct AuthoritySimilarCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: .say(
      vi:
        "Các tiêu đề gần như một: khác năm, dấu phẩy, thiếu dấu, một chữ, thứ tự chữ, cách chữ, viết tắt.",
      en: "Headings that are nearly one: dates, commas, marks, a letter, word order, initials."))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var list: KindOption
  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    var left = page.offset
    var count = 0
    try session.desk.eachSimilarHeadings(list.kind) { group in
      if left > 0 {
        left -= 1
        return true
      }
      guard count < page.limit else { return false }
      count += 1
      let headings = group.headings.map { "\($0.text) (\($0.uses))" }.joined(separator: "  |  ")
      session.answer(
        [
          "likeness": .text(group.likeness.rawValue), "score": .count(group.score),
          "suggestion": .text(group.suggestion),
          "headings": .list(
            group.headings.map { ["heading": .text($0.text), "uses": .count($0.uses)] }),
        ],
        "\(group.score)  \(headings)  → \(group.suggestion)  [\(session.words.likeness(group.likeness))]"
      )
      return true
    }
    return .done
  }
}
