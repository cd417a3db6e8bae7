import Foundation
import Testing

@Suite("The matrix of rules in JSON Lines")
struct DeskRuleTests {
  @Test("rules go out as a table or as rows, and either comes back as it was")
  func roundTrip() throws {
    let commands = try Commands()
    _ = try commands.run(
      "rule", "set", "--collection", "TC", "--from", "2026-01-01", "lendable=onSite",
      "hardDue=2099-05-31", "calendarMode=skipClosed")
    let out = try commands.desk(
      #"{"do":"exportRules"}"#, #"{"do":"exportRules","form":"rows"}"#, #"{"do":"rules"}"#)
    let path = commands.folder + "/rules.csv"
    _ = try commands.run("rule", "export", "-o", path)
    let csv = try #require(out[0]["csv"] as? String)
    #expect(csv == (try String(contentsOfFile: path, encoding: .utf8)))
    let rows = try #require(out[1]["rows"] as? [[String: Any]])
    #expect(
      rows.count == out[1]["rules"] as? Int && rows.count == (out[2]["rules"] as? [Any])?.count)
    #expect(rows.last?["lendable"] as? String == "onSite")
    let builtIn = try #require(out[2]["builtIn"] as? [[String: Any]])
    #expect(builtIn.contains { $0["parameter"] as? String == "loanDays" && $0["value"] is Int })
    let back = try commands.run(
      ["desk"],
      input: line(["do": "importRules", "csv": csv, "replace": true])
        + line(["do": "importRules", "rows": rows, "replace": true])
    ).objects
    #expect(back.map { $0["outcome"] as? String } == ["unchanged", "unchanged"])
    #expect(back.allSatisfy { $0["unchanged"] as? Int == rows.count })
  }

  @Test("a table is shown first with the values it would change, taken as one, and taken back")
  func taking() throws {
    let commands = try Commands()
    let table = "category;loanDays\nADULT;21\nCHILD;3\n"
    let path = try commands.file("doi.csv", table)
    let preview = try commands.run("rule", "import", path, "--dry-run", "--json").objects
    let rows: [[String: Any]] = [
      ["category": "ADULT", "loanDays": 21],
      ["loanDays": "3", "category": "CHILD", "to": NSNull()],
    ]
    let log = try commands.run("log", "--json").output
    let answers = try commands.run(
      ["desk"],
      input: line(["do": "importRules", "csv": table, "dryRun": true])
        + line(["do": "importRules", "rows": rows, "dryRun": true])
    ).objects
    for answer in answers {
      let values = try #require(answer["values"] as? [[String: Any]])
      #expect(answer["outcome"] as? String == "previewed" && answer["changed"] as? Int == 1)
      #expect(NSArray(array: values) == NSArray(array: Array(preview.dropFirst())))
      // A row that is only thought of has no number yet.
      let adults = try #require(values.first { $0["category"] as? String == "ADULT" })
      #expect((adults["after"] as? [String: Any])?["row"] is NSNull)
    }
    #expect(try commands.run("log", "--json").output == log)
    let done = try commands.run(
      ["desk"],
      input: line(["do": "importRules", "rows": rows]) + line(["do": "undo"])
    ).objects
    #expect(done.map { $0["outcome"] as? String } == ["saved", "undone"])
    #expect(done[0]["added"] as? Int == 1 && done[0]["changed"] as? Int == 1)
    #expect(done[0]["op"] is Int && done[0]["batch"] is Int)
    #expect(try commands.run("check").status == 0)
  }

  @Test("every fault of a table is told with its line, and nothing changes")
  func faults() throws {
    let commands = try Commands()
    let run = try commands.run(
      ["desk"],
      input: line(["do": "importRules", "csv": "loanDays,what\nten,1\n"])
        + line(["do": "importRules", "rows": [["loanDays": 9, "rule": 5]]])
        + line(["do": "importRules", "rows": [["itemType": "LUNG", "loanDays": 3]]])
        + line(["do": "importRules", "rows": [3]])
        + line(["do": "importRules", "rows": [["loanDays": [1]]]])
        + line(["do": "importRules", "rows": [], "csv": ""])
        + line(["do": "importRules", "rows": [Int](), "replace": true])
        + line(["do": "importRules"]) + line(["do": "exportRules", "form": "xml"]))
    #expect(run.status == 3)
    let answers = try run.objects
    let told = try #require(answers[0]["faults"] as? [[String: Any]])
    let messages = told.compactMap { $0["message"] as? String }
    for wrong in ["what", "ten"] {
      #expect(messages.contains { $0.contains(wrong) })
      #expect((answers[0]["message"] as? String)?.contains(wrong) == true)
    }
    #expect((answers[1]["message"] as? String)?.contains("rule") == true)
    #expect((answers[2].description).contains("LUNG"))
    #expect(
      answers.map { $0["field"] as? String ?? "–" }.enumerated().filter { $0.offset != 2 }.map(
        \.element)
        == ["csv", "rows", "rows", "rows", "csv", "rows", "csv", "form"])
    let rules = try commands.desk(#"{"do":"rules"}"#)[0]["rules"] as? [Any]
    #expect(rules?.count == 6)
  }

  @Test("a row is removed by its number, shown first")
  func removal() throws {
    let commands = try Commands()
    let saved = try commands.desk(#"{"do":"setRule","category":"SENIOR","loanDays":30}"#)[0]
    let rule = try #require(saved["rule"] as? Int)
    let answers = try commands.desk(
      #"{"do":"removeRule","rule":\#(rule),"dryRun":true}"#,
      #"{"do":"removeRule","rule":\#(rule)}"#,
      #"{"do":"removeRule","rule":\#(rule)}"#, #"{"do":"removeRule"}"#,
      #"{"do":"removeRule","rule":"x"}"#, #"{"do":"removeRule","rule":1,"row":1}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "saved", "saved", "unknownRule", "error", "error", "error",
      ])
    #expect(answers[0]["op"] is NSNull && answers[1]["op"] is Int)
    #expect(answers.suffix(3).map { $0["field"] as? String } == ["rule", "rule", "row"])
  }

  private func line(_ action: [String: Any]) throws -> Data {
    try JSONSerialization.data(withJSONObject: action) + Data([0x0A])
  }
}
