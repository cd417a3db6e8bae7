import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Settings of the house")
struct SettingsTests {
  private func settings(_ house: TestWorkplace) -> ScreenDriver {
    house.workplace.catchUp()
    return house.driver(SettingsForm.screen(house.workplace))
  }

  /// Moves to the field and takes the choice that stands `steps` behind the present one.
  private func choose(_ driver: ScreenDriver, _ label: String, _ steps: Int) {
    for _ in 0..<20 where !isOn(label, driver) { driver.press(Key(.down)) }
    #expect(isOn(label, driver))
    for _ in 0..<steps { driver.press(Key(.right)) }
  }

  private func isOn(_ label: String, _ driver: ScreenDriver) -> Bool {
    driver.surface.cursor.map { driver.lines[$0.row].contains(label) } ?? false
  }

  @Test("key map and theme are chosen in the settings and hold at once")
  func chosen() throws {
    let house = try TestWorkplace(
      files: ["/u/.config/thuthu/themes/blue.theme": "inherits default\ntext 4 | blue | -\n"])
    let driver = settings(house)
    choose(driver, "Bảng phím", 1)
    choose(driver, "Bảng màu", 1)
    driver.press(.function(9))
    #expect(house.workplace.appearance.theme.name == "blue")
    #expect(driver.repaints == 1)
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN"))
    driver.press(Key(.character("1"), .alt))
    #expect(driver.text.contains("Ghi mượn"))
    #expect(house.workplace.house?.settings[HouseSetting.theme] == "blue")
  }

  @Test(
    "console font and letters are chosen in the settings for the next start, and asking comes first"
  )
  func terminal() throws {
    let house = try TestWorkplace()
    let driver = settings(house)
    choose(driver, "Phông console", 3)
    choose(driver, "Chữ", 2)
    driver.press(.function(9))
    let places = SettingPlaces(environment: [:])
    var options = WorkstationOptions(folder: "/", language: .vietnamese, places: places)
    house.workplace.equipAsTheHouse(options)
    #expect(house.workplace.terminal.consoleFont == .large)
    #expect(house.workplace.terminal.letters == .plain)
    options.consoleFont = .never
    options.letters = .auto
    house.workplace.equipAsTheHouse(options)
    #expect(house.workplace.terminal.consoleFont == .never)
    #expect(house.workplace.terminal.letters == .auto)
  }

  @Test("looking at the settings and saving them unchanged writes nothing")
  func unchanged() throws {
    let house = try TestWorkplace()
    let before = try house.desk.log(limit: 10).count
    settings(house).press(.function(9))
    #expect(try house.desk.log(limit: 10).count == before)
  }

  @Test("what was asked for at the start stays, whatever the house has set")
  func asked() {
    let appearance = TestWorkplace.appearance(asked: Appearance.Names(theme: "night"))
    #expect(!appearance.follow(Appearance.Names(theme: "paper")))
    #expect(appearance.theme.name == "night")
    #expect(appearance.follow(Appearance.Names(keys: "classic", theme: "paper")))
    #expect(appearance.theme.name == "night")
    #expect(
      appearance.keyMap.keys(for: .quit, in: "circulation").contains(KeySequence([.function(3)])))
  }

  @Test("an unknown key map is told, and the default one answers")
  func unknownKeyMap() {
    let appearance = TestWorkplace.appearance(asked: Appearance.Names(keys: "lạ"))
    #expect(appearance.complaints.count == 1)
    #expect(appearance.complaints[0].contains("không có bảng phím “lạ”"))
    #expect(!appearance.keyMap.keys(for: .quit, in: "circulation").isEmpty)
  }
}
