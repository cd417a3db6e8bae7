import LibraryCore
import LibraryStore
import MARC
import Terminal

/// What the screens of headings do with one: change it everywhere, settle it by an authority record, take that out of use.
///
/// A change is shown before it is made, and both are work for a worker.
struct HeadingChanging {
  private enum News: Sendable {
    case previewed(HeadingRenaming, Result<HeadingChangeOutcome, any Error>)
    case writing(Int)
    case changed(Result<HeadingChangeOutcome, any Error>)
  }

  private enum Question {
    case change(HeadingRenaming)
    case remove(EntityID)
  }

  private var asked: Question?
  /// How many records are changed so far, while it goes on.
  private var written: Int?

  static func disabledReason(
    for command: CommandID, _ facts: HeadingFacts?, _ words: Wording
  ) -> String? {
    switch command {
    case .headingsAuthority where facts?.kind.authorityKind == nil,
      .headingsRecord where facts?.kind.authorityKind == nil:
      words.say(vi: "Loại này không có tiêu đề chuẩn", en: "This kind has no authorities")
    case .headingsRemove where facts?.isEstablished != true:
      words.say(vi: "Đây không phải tiêu đề chuẩn", en: "This is no established heading")
    default: nil
    }
  }

  /// Begins what a command asks for.
  mutating func begin(
    _ command: CommandID, _ facts: HeadingFacts, _ workplace: Workplace,
    suggesting to: String? = nil
  ) -> [Effect] {
    guard written == nil else { return [.bell] }
    asked = nil
    switch command {
    case .headingsChange: return [.push(HeadingForms.change(facts, suggesting: to, workplace))]
    case .headingsAuthority:
      var effects: [Effect] = []
      let form = workplace.attempt(&effects) { try HeadingForms.authority(facts, workplace) }
      return effects + (form.map { [.push($0)] } ?? [])
    case .headingsRecord:
      var effects: [Effect] = []
      let subject = workplace.attempt(&effects) { try HeadingForms.subject(facts, workplace) }
      return effects
        + ((subject ?? nil).map { [.push(EditorScreen(workplace: workplace, $0))] } ?? [.bell])
    case .headingsRemove: return askToRemove(facts, workplace)
    default: return []
    }
  }

  private mutating func askToRemove(_ facts: HeadingFacts, _ workplace: Workplace) -> [Effect] {
    let words = workplace.wording
    let established = facts.authorities.first { $0.relation == .established }
    guard let authority = established?.authority else { return [.bell] }
    asked = .remove(authority)
    return [
      .push(
        workplace.question(
          words.say(vi: "Bỏ tiêu đề chuẩn này?", en: "Take this authority out of use?"),
          [
            StyledText(facts.text, role: .heading),
            StyledText(
              words.say(
                vi: "Biểu ghi thư mục giữ nguyên. Hoàn tác được.",
                en: "Titles stay as they are. It can be undone.")),
          ], yes: words.say(vi: "Bỏ", en: "Remove")))
    ]
  }

  /// Goes on when a form or a question is closed; nil where that was none of these.
  mutating func resume(_ value: (any Sendable)?, _ workplace: Workplace) -> [Effect]? {
    if let renaming = value as? HeadingRenaming {
      return [
        .job(name: "preview") { [desk = workplace.desk] in
          News.previewed(renaming, Result { try desk.previewHeadingChange(renaming) })
        }
      ]
    }
    guard let question = asked else { return nil }
    asked = nil
    guard value.isYes else { return [] }
    switch question {
    case .remove(let authority):
      var effects: [Effect] = []
      let outcome = workplace.attempt(&effects) {
        try workplace.desk.setAuthorityStatus(authority, .removed)
      }
      let words = workplace.wording
      return effects
        + (outcome.map {
          workplace.told(
            $0, saved: words.say(vi: "Đã bỏ tiêu đề chuẩn", en: "Authority removed"))
        } ?? [])
    case .change(let renaming):
      written = 0
      return [
        .longJob(name: "change") { [desk = workplace.desk] ticket in
          News.changed(
            Result {
              // It goes on to its end also when nobody looks: half a change helps nobody.
              try desk.changeHeading(renaming) { done in
                ticket.report(News.writing(done))
                return true
              }
            })
        }
      ]
    }
  }

  /// Takes news of a worker in; nil where they are none of these.
  mutating func hear(_ value: any Sendable, _ workplace: Workplace) -> [Effect]? {
    switch value as? News {
    case .previewed(let renaming, let result): return ask(renaming, result, workplace)
    case .writing(let done):
      written = done
      return []
    case .changed(let result):
      written = nil
      return told(result, workplace)
    case nil: return nil
    }
  }

  private mutating func ask(
    _ renaming: HeadingRenaming, _ result: Result<HeadingChangeOutcome, any Error>,
    _ workplace: Workplace
  ) -> [Effect] {
    guard case .success(.changed(let report)) = result else { return told(result, workplace) }
    let words = workplace.wording
    asked = .change(renaming)
    let lines = [words.headingChange(report), ""] + words.headingExamples(report)
    return [
      .push(
        workplace.question(
          words.say(vi: "Đổi tiêu đề ở mọi nơi?", en: "Change the heading everywhere?"),
          lines.map { StyledText($0) }, yes: words.say(vi: "Đổi", en: "Change")))
    ]
  }

  private func told(
    _ result: Result<HeadingChangeOutcome, any Error>, _ workplace: Workplace
  ) -> [Effect] {
    let words = workplace.wording
    switch result {
    case .success(.changed(let report)), .success(.stopped(let report)):
      return workplace.good(words.headingChange(report))
    case .success(.refused(let reasons)): return workplace.refused(reasons)
    case .success(.unknown(let heading)):
      return workplace.bad(
        words.say(vi: "Không biểu ghi nào có «\(heading)»", en: "No record has “\(heading)”"))
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  /// Whether work goes on that the screen should stay for.
  var isWriting: Bool { written != nil }

  /// The rows at the foot of the screen that tell how far a change is.
  var rows: Int { written == nil ? 0 : 1 }

  func draw(into surface: inout Surface, _ words: Wording) {
    guard let written else { return }
    surface.write(
      words.say(vi: "Đang đổi tiêu đề: \(written)…", en: "Changing the heading: \(written)…"),
      at: Point(row: surface.size.rows - 1, column: 1), role: .warning)
  }
}
