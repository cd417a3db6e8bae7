import LibraryCore
import LibraryStore
import MARC
import Terminal

/// The shelf mark that forms of copies and a record's page propose.
struct ShelfMarkHelp {
  let workplace: Workplace
  private var words: Wording { workplace.wording }

  init(_ workplace: Workplace) { self.workplace = workplace }

  /// What the library's scheme makes of a record, for a copy in this stack.
  func proposal(for record: EntityID, location: String?) throws -> ShelfMarkProposal? {
    workplace.catchUp()
    guard let stored = try workplace.desk.record(record),
      let tables = ShelfMarkTables(workplace.appearance.places, workplace.house)
    else { return nil }
    let facts = try workplace.desk.shelfMarkFacts(ShelfMarkFacts(stored.record), stack: location)
    return tables.marking(workplace.house, location: location).propose(facts)
  }

  /// Puts the proposed mark into the form's field and says how it came about.
  func fill(_ form: inout Form, for record: EntityID) -> [Effect] {
    let location = form["location"]?.text ?? ""
    var effects: [Effect] = []
    let found = workplace.attempt(&effects) {
      try proposal(for: record, location: location.isEmpty ? nil : location)
    }
    guard let proposal = found ?? nil else { return effects + [.bell] }
    guard !proposal.text.isEmpty else {
      return [.bell, .status(words.shelfMarkParse(proposal), .statusWarning)]
    }
    form.setText(proposal.text, for: "callNumber")
    return [
      .status(
        words.shelfMarkParse(proposal), proposal.isWhole ? .statusGood : .statusWarning)
    ]
  }

  /// A page with the mark of every scheme, its parse, and both class marks beside each other.
  func page(of stored: StoredRecord) throws -> (any Screen)? {
    workplace.catchUp()
    let house = workplace.house
    guard let tables = ShelfMarkTables(workplace.appearance.places, house) else { return nil }
    let facts = try workplace.desk.shelfMarkFacts(ShelfMarkFacts(stored.record))
    let chosen = house?.shelfMarkScheme() ?? .nameCode
    var lines = [StyledText(stored.brief.title, role: .heading), StyledText("")]
    lines += classes(stored.record, tables.crosswalk)
    for scheme in [chosen] + ShelfMarkScheme.allCases.filter({ $0 != chosen }) {
      let proposal = tables.marking(house, scheme: scheme).propose(facts)
      lines.append(StyledText(""))
      for (place, line) in words.shelfMarkLines(proposal).enumerated() {
        lines.append(
          StyledText(
            line, role: place > 0 ? .muted : scheme == chosen ? .good : .text, hangingIndent: 4))
      }
    }
    return TextScreen(
      workplace: workplace, title: words.say(vi: "KÝ HIỆU XẾP GIÁ", en: "SHELF MARK"),
      paragraphs: lines)
  }

  /// 082 and 084 as the record has them, and what the crosswalk sets beside each.
  private func classes(_ record: Record, _ crosswalk: ClassCrosswalk) -> [StyledText] {
    let marks = Bibliography(record).classMarks.filter {
      $0.scheme == .dewey || $0.scheme == .other
    }
    guard !marks.isEmpty else { return [StyledText(words.shelfMarkGap(.noClass), role: .warning)] }
    return marks.map { mark in
      let isDewey = mark.scheme == .dewey
      let line =
        isDewey ? crosswalk.line(dewey: mark.number) : crosswalk.line(national: mark.number)
      let beside = line.map {
        words.say(vi: "   gợi ý: ", en: "   hint: ") + words.crosswalkLine($0)
      }
      return StyledText("\(isDewey ? "082" : "084") \(mark.number)" + (beside ?? ""))
    }
  }
}
