import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite struct OverrideReadingTests {
  @Test("every reason that may be lifted has words of its own for what was lifted")
  func words() {
    for language in Language.allCases {
      let words = Wording(language)
      let said = Refusal.Code.allCases.filter { $0.permission != nil }.map { code in
        let text = words.liftedReason(code)
        #expect(text != code.rawValue)
        return text
      }
      #expect(Set(said).count == said.count)
    }
  }

  @Test("the page of a journal line tells what was lifted and why")
  func page() throws {
    let house = try TestWorkplace()
    try house.addTitle("Số đỏ", ["VN000001"])
    let patron = try house.addPatron("TV000001", "Nguyễn Văn An")
    _ = try house.desk.editPatron("TV000001", [.status: "blocked"])
    _ = try house.desk.checkOut("VN000001", to: "TV000001", override: "người quen")
    let driver = house.driver(JournalScreen(workplace: house.workplace, patron: patron))
    driver.press(Key(.enter))
    #expect(driver.text.contains("thẻ bị khoá") && driver.text.contains("«người quen»"))
    let why = house.driver(HistoryForm.screen(house.workplace))
    why.run(.formSave)
    #expect(why.text.contains("«người quen»"))
  }
}
