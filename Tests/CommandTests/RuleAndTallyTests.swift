import Foundation
import Testing

@Suite("Rules, counts and offline files by command")
struct RuleAndTallyTests {
  @Test("the matrix goes out to a table, comes back changed, and what would change is shown first")
  func ruleTable() throws {
    let commands = try Commands()
    let path = commands.folder + "/rules.csv"
    #expect(try commands.run("rule", "export", "-o", path, "--json").object["rules"] as? Int == 6)
    let table = try String(contentsOfFile: path, encoding: .utf8)
    #expect(table.hasPrefix("library,category,itemType,collection,from,to,lendable,loanDays"))
    #expect(table.contains("REFERENCE,,,,onSite"))
    let changed = try commands.file("changed.csv", "category;loanDays;to\nADULT;21;31/12/2099\n")
    let preview = try commands.run("rule", "import", changed, "--dry-run", "--json")
    #expect(try preview.objects.contains { $0["category"] as? String == "ADULT" })
    #expect(try commands.run("rule", "import", changed, "--json").outcome == "saved")
    let effective = try commands.run("rule", "effective", "--category", "ADULT", "--json")
    let days = try #require(
      try effective.objects.first { $0["parameter"] as? String == "loanDays" })
    #expect(days["value"] as? Int == 21 && days["row"] is Int)
    let broken = try commands.file("broken.csv", "loanDays,what\nten,1\n")
    let run = try commands.run("rule", "import", broken)
    #expect(run.status == 3 && run.output.contains("what") && run.output.contains("ten"))
  }

  @Test("a rule takes words and dates, and a collection of its own")
  func ruleWords() throws {
    let commands = try Commands()
    #expect(
      try commands.run(
        "rule", "set", "--collection", "TC", "--from", "2026-01-01", "lendable=onSite",
        "hardDue=2099-05-31", "calendarMode=skipClosed", "--json"
      ).outcome == "saved")
    let listed = try commands.run("rule", "list", "--json").objects
    let row = try #require(listed.first { $0["collection"] as? String == "TC" })
    #expect(row["from"] as? String == "2026-01-01" && row["lendable"] as? Int == 0)
    #expect(try commands.run("rule", "set", "lendable=perhaps").status == 2)
  }

  @Test("what is counted stands in the diary, by command and by desk")
  func tallies() throws {
    let commands = try Commands()
    let counted = try commands.run("tally", "onSite", "3", "--group", "8", "--json").object
    #expect(counted["outcome"] as? String == "tallied" && counted["total"] as? Int == 3)
    #expect(try commands.run("tally", "visit", "--group", "8", "--json").outcome == "refused")
    let answers = try commands.desk(
      #"{"do":"tally","kind":"visit","audience":"child","count":2}"#,
      #"{"do":"tally","kind":"walk"}"#)
    #expect(answers.map { $0["outcome"] as? String } == ["tallied", "error"])
    let day = try #require(try commands.run("diary", "--json").objects.last)
    #expect((day["visits"] as? [String: Any])?["child"] as? Int == 2)
    #expect((day["groups"] as? [String: Any])?["8"] as? Int == 3)
    #expect(try commands.run("diary", "--full").output.contains("8 Văn học: 3"))
    #expect(try commands.run("diary").output.contains("3 lượt tài liệu"))
  }

  @Test("a Koha offline file is taken once, and the day goes out as one")
  func koc() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("VV.1")
    let file = try commands.file(
      "day.koc", "Version=1.0\n2026-11-20 08-00-00 1\tissue\t\(card)\tVV.1\n")
    #expect(
      try commands.run("koc", "import", file, "--json").object["outcome"] as? String == "lent")
    #expect(
      try commands.run("koc", "import", file, "--json").object["outcome"] as? String
        == "alreadyTaken")
    let out = commands.folder + "/out.koc"
    #expect(try commands.run("koc", "export", "-o", out).status == 0)
    let text = try String(contentsOfFile: out, encoding: .utf8)
    #expect(text.contains("2026-11-20 08-00-00 001\tissue\t\(card)\tVV.1\n"))
    let broken = try commands.file("broken.koc", "Version=1.0\nlật\tissue\n")
    #expect(try commands.run("koc", "import", broken).status == 3)
  }
}
