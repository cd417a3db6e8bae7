import LibraryCore
import LibraryStore
import MARC
import Terminal

/// What the library has already that is like the record in the editor, and the field at the other end of a link.
extension EditorScreen {
  /// One line for the likeliest record.
  var duplicateLines: [StyledText] {
    notice.line(columns: window.columns, in: context, workplace).map {
      [StyledText($0, role: .warning)]
    } ?? []
  }

  /// Opens the record that is like this one beside it; of several one is chosen first.
  func compareWithDuplicate() -> [Effect] {
    guard notice.found.count > 1 else { return notice.found.first.map(compare) ?? [.bell] }
    asked = .choose(.duplicate)
    return [
      .push(
        ChoiceScreen(
          workplace: workplace, title: words.say(vi: "ĐÃ CÓ TRONG MỤC LỤC", en: "ALREADY HERE"),
          notice.found.map {
            ChoiceScreen.Choice(
              $0.id.description, label: "\($0.judgement.score)", name: words.briefLine($0))
          }))
    ]
  }

  func compare(_ candidate: DuplicateCandidate) -> [Effect] {
    var effects: [Effect] = []
    let stored = workplace.attempt(&effects) { try workplace.desk.record(candidate.id) }
    guard let stored = stored ?? nil else { return effects + [.bell] }
    let known = CompareScreen.Side(
      name: words.say(vi: "biểu ghi \(stored.id)", en: "record \(stored.id)"),
      record: stored.record)
    let edited = CompareScreen.Side(
      name: words.say(vi: "bản đang sửa", en: "as edited"), record: session.record)
    return effects + [.push(CompareScreen(workplace: workplace, left: known, right: edited))]
  }

  /// The field in another script that the cursor's field is linked with, or that field's original.
  var partnerLines: [StyledText] {
    guard let place = session.place.field else { return [] }
    return session.current.partners(of: place).map { partner in
      let field = session.fields[partner]
      let text = field.subfields.filter { $0.code != "6" }.map(\.text).joined(separator: " ")
      return StyledText("↔ \(field.tag.text)  \(text)", role: .muted, hangingIndent: 2)
    }
  }
}
