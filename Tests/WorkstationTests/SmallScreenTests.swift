import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Screens of every size")
struct SmallScreenTests {
  @Test(
    "every page is drawn on the smallest and on a wide screen, in both languages",
    arguments: [Size(rows: 10, columns: 40), Size(rows: 43, columns: 132)],
    Language.allCases)
  func sizes(size: Size, language: Language) throws {
    let house = try TestWorkplace(language)
    let patron = try house.addPatron("TV000001", "Nguyễn Văn An", born: "1987")
    try house.addTitle("Truyện Kiều", ["VN000001"])
    try house.lend("VN000001", to: "TV000001")
    let stocktake = try house.saved(
      house.desk.openStocktake(StocktakeScope(name: "Kiểm kê 2026", location: "VN")))
    let workplace = house.workplace
    let pages: [any Screen] = [
      PatronSearchScreen(workplace: workplace),
      PatronScreen(workplace: workplace, patron: patron),
      PatronFormScreen(workplace: workplace, .enrol(PatronDraft())),
      StocktakesScreen(workplace: workplace), StocktakeForm.screen(workplace),
      StocktakeScreen(workplace: workplace, stocktake: stocktake),
      StocktakeReportScreen(workplace: workplace, stocktake: stocktake),
      HouseScreen(workplace: workplace), HouseListScreen(workplace: workplace, RulesList()),
      HouseListScreen(workplace: workplace, CalendarList()),
      HouseListScreen(workplace: workplace, TermsList()),
      HouseListScreen(workplace: workplace, StaffList()), RuleForm.screen(workplace, nil),
      EffectiveRulesScreen(workplace: workplace, scope: RuleScope()),
      SettingsForm.screen(workplace), HolidaysForm.screen(workplace),
      SignInScreen(workplace: workplace, opensDesk: false),
      JournalScreen(workplace: workplace),
    ]
    for page in pages {
      let driver = house.driver(page, size: size)
      #expect(driver.top === page)
      #expect(driver.lines[0].trimmingPrefix(" ").isEmpty == false)
      #expect(driver.lines[1...].contains { !$0.isEmpty })
      #expect(driver.lines.last?.hasPrefix("F1 ") == true)
    }
  }
}
