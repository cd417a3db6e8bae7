import LibraryCore
import VietnameseText

extension Desk {
  /// Puts into a new library what it cannot do without: its name and one administrator; and lists and loan rules to begin with.
  static func furnish(
    _ file: LibraryFile, name: String, code: String, clock: any Clock
  ) throws {
    try file.record { journal in
      let now = clock.now()
      let house = journal.newEntity()
      try journal.append(
        .settingSaved(name: HouseSetting.libraryName, value: name.nfc), on: house, by: nil, at: now)
      try journal.append(
        .settingSaved(name: HouseSetting.libraryCode, value: code.nfc), on: house, by: nil, at: now)
      try journal.append(
        .staffSaved([
          StaffField.login.set("admin"), StaffField.name.set("admin"),
          StaffField.role.set(StaffRole.administrator.rawValue),
          StaffField.active.set(StaffAccount.activeText(true)),
        ]), on: journal.newEntity(), by: nil, at: now)
      for body in HouseDefaults.bodies {
        try journal.append(body, on: journal.newEntity(), by: nil, at: now)
      }
    }
  }
}

extension HouseDefaults {
  fileprivate static var bodies: [OpBody] {
    terms.map { term in
      .termSaved([
        TermField.kind.set(term.kind.rawValue), TermField.code.set(term.code),
        TermField.name.set(term.name),
      ])
    }
      + rules.map { rule in
        var changes: [FieldChange] = []
        if let category = rule.scope.category { changes.append(RuleField.category.set(category)) }
        if let itemType = rule.scope.itemType { changes.append(RuleField.itemType.set(itemType)) }
        changes.append(RuleField.values.set(LoanRule.encode(rule.values)))
        return .ruleSaved(changes)
      }
  }
}
