import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Choosing in the editor")
struct EditorChoosingTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    driver = house.driver(
      EditorScreen(
        workplace: house.workplace,
        .new(
          Record(
            leader: .newBook,
            fields: [
              MARC.Field(control: "008", "261123s2026    vm           |000 0 vie d"),
              MARC.Field("041", "0", .blank, [Subfield("a", "vie")]),
              MARC.Field("245", "1", "0", [Subfield("a", "Số đỏ")]),
            ]))))
  }

  private func screen() throws -> EditorScreen { try #require(driver.top as? EditorScreen) }

  @Test("an indicator is chosen by its meaning, typed without tones")
  func indicator() throws {
    driver.press(Key(.left), Key(.left), Key(.left), .function(6))
    #expect(driver.lines[0].contains("245"))
    driver.press(Key(.up), Key(.enter))
    #expect(driver.line(with: "245 00 $a Số đỏ") != nil)
    #expect(try screen().session.place.spot == .indicator(0))
  }

  @Test("a subfield is chosen by its name and typed at once")
  func subfield() throws {
    driver.press(Key(.end), .function(6))
    #expect(driver.text.contains("TRƯỜNG CON CỦA 245"))
    driver.type("trach nhiem")
    driver.press(Key(.enter))
    driver.type("Vũ Trọng Phụng")
    #expect(driver.line(with: "245 10 $a Số đỏ $c Vũ Trọng Phụng") != nil)
  }

  @Test("a language is found by its Vietnamese name and put into the subfield as a code")
  func language() throws {
    driver.press(Key(.up), .function(6))
    driver.type("tieng phap")
    driver.press(Key(.enter))
    #expect(driver.line(with: "041 0# $a fre") != nil)
    driver.press(.control("z"))
    #expect(driver.line(with: "041 0# $a vie") != nil)
  }

  @Test("fixed positions stand one on a row, with what their codes mean")
  func fixedField() throws {
    driver.press(Key(.up), Key(.up), .function(6))
    driver.press(Key(.end))
    #expect(driver.text.contains("35-37") && driver.text.contains("Tiếng Việt"))
    driver.press(Key(.home), Key(.down))
    driver.type("m")
    driver.press(Key(.escape))
    #expect(driver.line(with: "008    261123m2026    vm") != nil)
    driver.press(.control("z"))
    #expect(driver.line(with: "008    261123s2026    vm") != nil)
    #expect(!driver.lines[0].contains("chưa lưu"))
  }

  @Test("the code of a fixed position is chosen from the list of its meanings")
  func fixedChoice() throws {
    driver.press(.alt(","))
    for _ in 0..<6 { driver.press(Key(.right)) }
    driver.press(.function(6), Key(.enter))
    driver.type("e")
    driver.press(Key(.enter), Key(.escape))
    #expect(driver.line(with: "LDR    00000nem a") != nil)
  }

  @Test("a sign that no keyboard has is found by name")
  func letter() throws {
    driver.press(Key(.end), .alt("o"))
    driver.type("ban quyen")
    driver.press(Key(.enter))
    #expect(driver.line(with: "245 10 $a Số đỏ©") != nil)
  }

  @Test("help tells of the very place under the cursor", arguments: Language.allCases)
  func help(_ language: Language) throws {
    house.workplace.speak(language)
    driver.press(.function(7))
    #expect(driver.text.contains("245 "))
    #expect(driver.text.contains(language == .english ? "not repeatable" : "không lặp"))
    driver.press(Key(.escape), .alt(","), .function(7))
    #expect(driver.text.contains(language == .english ? "Positions" : "Các vị trí"))
    driver.press(Key(.escape), Key(.down), Key(.end), Key(.left), Key(.left), .function(7))
    #expect(driver.text.contains("38"))
  }
}
