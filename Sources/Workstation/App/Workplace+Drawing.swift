import LibraryCore
import LibraryStore
import Terminal

extension Workplace {
  /// The account that works here now, with its rights.
  var staff: StaffAccount {
    house?.staff.first { $0.id == desk.staffID }
      ?? StaffAccount(id: desk.staffID, login: "", name: "", role: .helper, isActive: false)
  }

  /// The name people use for a code of the library's lists; the code itself where the list lacks it.
  func termName(_ kind: TermKind, _ code: String) -> String {
    house?.name(kind, code) ?? code
  }

  /// How many loans the rules let the patron hold at once, over all item types.
  func loansMaximum(of patron: Patron) -> Int {
    let rules = house?.rules ?? LoanRules()
    let scope = RuleScope(library: house?.libraryCode, category: patron.category)
    return rules.value(.loansMaximum, for: scope, on: clock.now().day).value
  }

  /// The top line of every screen: where we are on the left; library, staff and clock on the right.
  func drawTitle(_ title: String, into surface: inout Surface) {
    catchUp()
    let columns = surface.size.columns
    surface.fill(Rect(row: 0, column: 0, rows: 1, columns: columns), role: .title)
    let now = clock.now()
    let titleColumns = DisplayWidth.of(title) + 1
    for about in titleAbouts(now) {
      let right = about.filter { !$0.isEmpty }.joined(separator: " · ")
      let start = columns - DisplayWidth.of(right) - 1
      if start > titleColumns {
        surface.write(right, at: Point(row: 0, column: start), role: .title)
        break
      }
    }
    surface.write(title, at: Point(row: 0, column: 1), role: .title, width: max(0, columns - 1))
  }

  /// What may stand at the right of the top line, the fullest first.
  ///
  /// On a narrow screen the title stays whole: library and account give way first, then the lunar date, the clock last.
  private func titleAbouts(_ now: LibraryCore.Moment) -> [[String]] {
    let clock = "\(wording.day(now.day)) \(now.clock)"
    let dates = LunarDate(now.day).map { [wording.lunar($0), wording.shortLunar($0)] } ?? [""]
    let places = [[house?.libraryName ?? "", staff.login], [staff.login], []]
    return places.flatMap { place in dates.map { place + [clock, $0] } } + [[clock]]
  }
}
