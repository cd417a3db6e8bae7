import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Suggestions in the editor")
struct EditorSuggestionTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    for title in ["Truyện Kiều", "Văn tế thập loại chúng sinh"] {
      _ = try house.saved(
        house.desk.saveRecord(
          Record(
            leader: .newBook,
            fields: [
              MARC.Field(
                "100", "0", .blank, [Subfield("a", "Nguyễn Du,"), Subfield("d", "1766-1820")]),
              MARC.Field("245", "1", "0", [Subfield("a", title)]),
              MARC.Field("653", [Subfield("a", "Thơ cổ")]),
            ])))
    }
  }

  private func open(jobs: ScreenDriver.JobTiming = .atOnce) -> ScreenDriver {
    house.driver(
      EditorScreen(
        workplace: house.workplace,
        .new(
          Record(
            leader: .newBook,
            fields: [
              MARC.Field("245", [Subfield("a", "Số đỏ")]), MARC.Field("653", [Subfield("a", "")]),
              MARC.Field("700", "0", .blank, [Subfield("a", "")]),
            ]))), jobs: jobs)
  }

  @Test("a keyword of the catalogue is offered without tones and taken with one key")
  func keyword() throws {
    let driver = open()
    driver.press(Key(.down))
    driver.type("tho")
    #expect(driver.text.contains("→ Thơ cổ"))
    driver.press(.control("f"))
    #expect(driver.line(with: "653 ## $a Thơ cổ") != nil)
    driver.press(.control("z"))
    #expect(driver.line(with: "653 ## $a tho") != nil)
  }

  @Test("a name comes with the dates it has in the catalogue")
  func name() throws {
    let driver = open()
    driver.press(Key(.down), Key(.down))
    driver.type("nguyen d")
    driver.press(.function(6), Key(.enter))
    #expect(driver.line(with: "700 0# $a Nguyễn Du") != nil)
    #expect(driver.text.contains("$d 1766-1820"))
  }

  @Test("an answer to what was typed before is dropped")
  func stale() throws {
    let driver = open(jobs: .onDemand)
    driver.press(Key(.down))
    driver.type("tho")
    driver.type(" x")
    driver.runJobs()
    #expect(!driver.text.contains("→"))
  }

  @Test("a name that an authority record has brings its number, and another takes it away again")
  func authorityNumber() throws {
    let record = try #require(AuthorityChange.new(.person, "Nguyễn Du, 1766-1820"))
    _ = try house.desk.saveAuthority(record)
    let link = try #require(try house.desk.authorityLink(.person, "Nguyễn Du, 1766-1820")).text
    let driver = open()
    driver.press(Key(.down), Key(.down))
    driver.type("nguyen d")
    driver.press(.control("f"))
    #expect(driver.text.contains("$d 1766-1820 $0 \(link)"))
    driver.press(.control("z"))
    #expect(driver.line(with: "700 0# $a nguyen d") != nil && !driver.text.contains("$0"))
  }

  @Test("a number that names no authority record is told at its field")
  func unknownNumber() throws {
    let driver = house.driver(
      EditorScreen(
        workplace: house.workplace,
        .new(
          Record(
            leader: .newBook,
            fields: [
              MARC.Field("100", "0", .blank, [Subfield("a", "Nam Cao"), Subfield("0", "99")]),
              MARC.Field("245", [Subfield("a", "Số đỏ")]),
            ]))))
    driver.press(Key(.up))
    #expect(driver.text.contains("$0 «99» không ứng với tiêu đề chuẩn nào ở đây"))
  }
}
