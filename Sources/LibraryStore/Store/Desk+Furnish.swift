import LibraryCore

extension Desk {
  /// Puts into a new library what it cannot do without: its name and one administrator.
  static func furnish(
    _ file: LibraryFile, name: String, code: String, clock: any Clock
  ) throws {
    try file.record { journal in
      let now = clock.now()
      let house = journal.newEntity()
      try journal.append(
        .settingSaved(name: HouseSetting.libraryName, value: name), on: house, by: nil, at: now)
      try journal.append(
        .settingSaved(name: HouseSetting.libraryCode, value: code), on: house, by: nil, at: now)
      try journal.append(
        .staffSaved([
          StaffField.login.set("admin"), StaffField.name.set("admin"),
          StaffField.role.set(StaffRole.administrator.rawValue),
          StaffField.active.set(StaffAccount.activeText(true)),
        ]), on: journal.newEntity(), by: nil, at: now)
    }
  }
}
