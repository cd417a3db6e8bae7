import LibraryCore
import LibraryStore
import Testing

@Suite("Seasons with opening hours of their own")
struct SeasonTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2027-06-30")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
  }

  private func save(
    _ period: String, _ week: String, name: String = "Hè", id: EntityID? = nil
  ) throws -> SaveOutcome {
    try library.desk.saveSeason(
      try #require(SeasonPeriod(typed: period)), name: name,
      week: try #require(SeasonWeek(encoded: week)), id: id)
  }

  private func due(_ barcode: String) throws -> String? {
    guard case .item(let facts) = try library.desk.look(barcode) else { return nil }
    return facts.loan?.dueOn.iso
  }

  private var seasons: [OpeningSeason] {
    get throws { try library.desk.houseConfiguration().calendar.seasons }
  }

  @Test(
    "a season is saved, changed under its number and removed; each is undone, and the fold agrees")
  func saved() throws {
    let made = try #require(try save("1/6-31/8", "1=07:00-19:00").op)
    let season = try #require(try seasons.first)
    #expect(season.name == "Hè" && season.period.encoded == "06-01..08-31")
    #expect(try save("1/6-31/8", "1=07:00-19:00").op == nil)
    let changed = try #require(
      try save("1/6/2027-31/8/2027", "1=-", name: "", id: season.id).op)
    #expect(try seasons.map(\.period.encoded) == ["2027-06-01..2027-08-31"])
    #expect(try library.desk.undo(changed).op != nil)
    #expect(try seasons == [season])
    let removed = try #require(try library.desk.removeSeason(season.id).op)
    #expect(try seasons.isEmpty)
    #expect(try library.desk.removeSeason(season.id) == .unknown(season.id.description))
    #expect(try save("1/6-31/8", "1=-", id: season.id) == .unknown(season.id.description))
    #expect(try library.desk.undo(removed).op != nil)
    #expect(try seasons == [season])
    #expect(try library.desk.undo(made).op != nil)
    #expect(try seasons.isEmpty)
    try library.expectFolded()
    #expect(try library.file.check().isSound)
  }

  @Test("the same period is the same season, also one that was taken away")
  func same() throws {
    _ = try save("1/6-31/8", "1=07:00-19:00")
    let id = try #require(try seasons.first).id
    _ = try library.desk.removeSeason(id)
    _ = try save("1/6-31/8", "2=07:00-19:00")
    #expect(try seasons.map(\.id) == [id])
    #expect(try seasons.map(\.week.encoded) == ["2=07:00-19:00"])
    try library.expectFolded()
  }

  @Test("who may not change the rules changes no season")
  func permission() throws {
    let helper = try library.addStaff("phu", .helper)
    let period = try #require(SeasonPeriod(typed: "1/6-31/8"))
    let week = try #require(SeasonWeek(encoded: "1=-"))
    #expect(
      try helper.saveSeason(period, week: week) == .refused([.noPermission(.manageRules)]))
    #expect(
      try helper.removeSeason(EntityID(rawValue: 1)) == .refused([.noPermission(.manageRules)]))
  }

  @Test("loans go by the season from then on; an open loan moves only where it is asked for")
  func loans() throws {
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 10])
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    // 10 July 2027 is a Saturday.
    #expect(try due("VV.1") == "2027-07-10")
    _ = try save("1/6-31/8", "6=-")
    #expect(try due("VV.1") == "2027-07-10")
    try library.addItem("VV.2")
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    #expect(try due("VV.2") == "2027-07-11")
    _ = try library.desk.reapplyRules(RuleScope(), dryRun: false)
    #expect(try due("VV.1") == "2027-07-11")
    try library.expectFolded()
  }
}
