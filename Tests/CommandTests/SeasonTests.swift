import Foundation
import Testing

@Suite("Seasons by command")
struct SeasonCommandTests {
  @Test(
    "a season is saved, listed with its number, changed and removed; a desk action does the same")
  func seasons() throws {
    let commands = try Commands()
    let saved = try commands.run(
      "calendar", "season", "save", "1/6-31/8", "12345=7h-19h", "67=-", "--name", "Hè", "--json"
    ).object
    #expect(saved["outcome"] as? String == "saved")
    let list = try commands.run("calendar", "list").output
    #expect(list.contains("Hè (1/6–31/8 hằng năm): T2 T3 T4 T5 T6 07:00-19:00; T7 CN nghỉ"))
    for wrong in [["31/8-", "1=-"], ["1/6-31/8", "1=7h"], ["1/6-31/8", "9=-"]] {
      #expect(try commands.run(["calendar", "season", "save"] + wrong, input: .init()).status == 2)
    }
    let answers = try commands.desk(
      #"{"do":"saveSeason","period":"2027-02-01..2027-02-14","hours":"12345=8h-11h;67=-"}"#,
      #"{"do":"undo"}"#, #"{"do":"saveSeason","period":"Tết","hours":"1=-"}"#,
      #"{"do":"saveSeason","period":"1/6","hours":"1"}"#, #"{"do":"removeSeason","season":999}"#)
    #expect(
      answers.map { $0["outcome"] as? String }
        == ["saved", "undone", "refused", "refused", "unknownSeason"])
    // The line's own id is nobody's season.
    let numbered = try commands.desk(
      #"{"id":5,"do":"saveSeason","period":"1/7-31/7","hours":"1=8h-11h"}"#)[0]
    let season = try #require(numbered["entity"] as? Int)
    #expect(numbered["outcome"] as? String == "saved" && numbered["id"] as? Int == 5)
    let removed = try commands.desk(#"{"id":6,"do":"removeSeason","season":\#(season)}"#)[0]
    #expect(removed["outcome"] as? String == "saved")
    #expect(try commands.run("check").status == 0)
  }
}
