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

  @Test("a table of rules is taken back by one undo, and one that changes nothing says so")
  func ruleBatch() throws {
    let commands = try Commands()
    let table = try commands.file("doi.csv", "category,loanDays\nADULT,21\nCHILD,3\nPUPIL,5\n")
    let saved = try commands.run("rule", "import", table, "--json").object
    #expect(saved["added"] as? Int == 2 && saved["changed"] as? Int == 1 && saved["op"] is Int)
    let again = try commands.run("rule", "import", table, "--lang", "vi")
    #expect(again.status == 0 && again.output.contains("Không có gì thay đổi"))
    #expect(
      try commands.run("rule", "import", table, "--dry-run", "--json").object["unchanged"] as? Int
        == 3)
    #expect(try commands.run("undo", "--json").outcome == "undone")
    let days = try commands.run("rule", "effective", "--category", "CHILD", "--json").objects
      .first { $0["parameter"] as? String == "loanDays" }
    #expect(days?["value"] as? Int == 7)
    #expect(try commands.run("check").status == 0)
  }

  @Test("codes that no list has and limits that cannot count are refused with what would be right")
  func ruleFaults() throws {
    let commands = try Commands()
    let unknown = try commands.run("rule", "set", "--category", "LUNGTUNG", "loanDays=3")
    #expect(unknown.status == 1 && unknown.output.contains("LUNGTUNG"))
    #expect(unknown.output.contains("CHILD"))
    let over = try commands.run("rule", "set", "--item-type", "BOOK", "loansMaximum=3")
    #expect(over.status == 1 && over.output.contains("loansOfTypeMaximum"))
    #expect(
      try commands.run("rule", "set", "--item-type", "LUNG", "loanDays=3", "--dry-run").status == 1)
    let table = try commands.file(
      "sai.csv", "itemType,loansMaximum,loanDays\nBOOK,,9\nLUNG,,3\nMEDIA,2,\n")
    let run = try commands.run("rule", "import", table, "--json")
    #expect(run.status == 3)
    #expect(try run.objects.map { $0["line"] as? Int } == [3, 4])
    let word = try commands.run("rule", "set", "lendable=perhaps")
    #expect(word.status == 2 && word.errors.contains("onSite, home, no"))
    let told = try commands.run("rule", "effective", "--category", "LUNGTUNG", "--json").objects[0]
    #expect(((told["notices"] as? [[String: Any]])?.first)?["code"] as? String == "unknownCode")
    let desk = try commands.desk(#"{"do":"setRule","lendable":"perhaps"}"#)
    #expect((desk[0]["message"] as? String)?.contains("onSite") == true)
  }

  @Test("what a rule would do is told of the days and the library it is for")
  func whatIf() throws {
    let commands = try Commands()
    let later = try commands.run(
      "rule", "set", "--category", "CHILD", "--from", "2099-06-01", "--to", "2099-08-31",
      "loanDays=30", "--dry-run", "--json"
    ).objects
    #expect(!later.isEmpty && later.allSatisfy { $0["on"] as? String == "2099-06-01" })
    #expect(try commands.run("term", "set", "library", "CN2", "điểm ấp 2").status == 0)
    let there = try commands.run(
      "rule", "set", "--for-library", "CN2", "loanDays=5", "--dry-run", "--json"
    ).objects
    #expect(!there.isEmpty && there.allSatisfy { $0["library"] as? String == "CN2" })
    // The row is only thought of, so it has no number.
    #expect(there.allSatisfy { ($0["after"] as? [String: Any])?["row"] is NSNull })
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

  @Test("a rule keeps the values that are not named, unless it is replaced")
  func ruleKeeps() throws {
    let commands = try Commands()
    func row() throws -> [String: Any] {
      try #require(
        try commands.run("rule", "list", "--json").objects
          .first { $0["category"] as? String == "CHILD" && $0["itemType"] is NSNull })
    }
    #expect(try commands.run("rule", "set", "--category", "CHILD", "finePerDay=500").status == 0)
    #expect(try row()["loanDays"] as? Int == 7 && row()["finePerDay"] as? Int == 500)
    _ = try commands.desk(#"{"do":"setRule","category":"CHILD","loansMaximum":4}"#)
    #expect(try row()["loanDays"] as? Int == 7 && row()["loansMaximum"] as? Int == 4)
    #expect(
      try commands.run("rule", "set", "--category", "CHILD", "--replace", "loanDays=9").status == 0)
    #expect(try row()["loanDays"] as? Int == 9 && row()["finePerDay"] == nil)
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

  @Test("a box goes out and comes back by files, with its slip, its register and the uses reported")
  func box() throws {
    let commands = try Commands()
    #expect(
      try commands.run(
        "patron", "add", "--name", "Tủ sách thôn Đông", "--card", "TS1", "--category", "GROUP",
        "--json"
      )
      .outcome == "enrolled")
    let copies = ["VV.91", "VV.92"]
    for code in copies { _ = try commands.copy(code) }
    let out = try commands.file("out.txt", copies.joined(separator: "\n"))
    let sent = try commands.run(
      "checkout", "--patron", "TS1", "--file", out, "--receiver", "Bà Hoa", "--json"
    ).objects
    let box = try #require(sent.last?["box"] as? Int)
    let slip = try commands.run("slip", "box", "\(box)").output
    #expect(slip.contains("PHIẾU LUÂN CHUYỂN") && slip.contains("Người nhận: Bà Hoa"))
    #expect(slip.contains("Cộng: 2 bản"))
    let bad = try commands.file("bad.txt", copies[0] + ";nhiều")
    let refused = try commands.run("return", "--file", bad)
    #expect(refused.status == 3 && refused.errors.contains("Dòng 1 không đọc được"))
    let back = try commands.file("back.txt", copies[0] + ";14")
    let returned = try commands.run("return", "--file", back, "--audience", "child", "--json")
      .objects
    #expect(returned.last?["out"] as? Int == 1 && returned.last?["uses"] as? Int == 14)
    #expect(
      try commands.run("tally", "outside", "100", "--box", "\(box)", "--json").outcome == "tallied")
    let listed = try commands.run("box", "list", "--out", "--json").objects
    #expect(listed.map { $0["uses"] as? Int } == [114])
    let shown = try commands.run("box", "show", "\(box)").output
    #expect(shown.contains("còn 1/2 bản chưa về, 114 lượt"))
    let answers = try commands.desk(
      #"{"do":"returnAll","items":[{"item":"\#(copies[1])","uses":3},"x"]}"#,
      #"{"do":"box","box":\#(box)}"#, #"{"do":"boxes","out":true}"#,
      #"{"do":"packBox","patron":"TS1"}"#,
      #"{"do":"checkoutAll","patron":"TS1","items":["\#(copies[1])"],"receiver":"Hoa"}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == ["each", "found", "found", "refused", "each"])
    #expect(answers[1]["uses"] as? Int == 117 && answers[1]["out"] as? Int == 0)
    #expect((answers[2]["boxes"] as? [Any])?.isEmpty == true && answers[4]["box"] is Int)
  }

  @Test("events stand in the diary, with readers by occupation")
  func events() throws {
    let commands = try Commands()
    #expect(
      try commands.run("tally", "event", "2", "--form", "STORY", "--attendance", "60", "--json")
        .outcome == "tallied")
    #expect(try commands.run("tally", "event", "--form", "PARTY", "--json").outcome == "refused")
    #expect(
      try commands.desk(#"{"do":"tally","kind":"event","form":"TALK","attendance":9}"#)
        .first?["outcome"] as? String == "tallied")
    let page = try commands.run("diary", "--full").output
    #expect(page.contains("3 buổi, 69 người dự") && page.contains("kể chuyện sách: 2 buổi"))
    #expect(
      try commands.run(
        "patron", "add", "--name", "Lê Văn Hùng", "--card", "TV9", "--occupation", "nông dân",
        "--sex", "nam",
        "--json"
      ).outcome == "enrolled")
    let details = try commands.run("patron", "details", "TV9", "--json").object
    #expect(details["occupation"] as? String == "FARMER" && details["sex"] as? String == "male")
  }

  @Test("a Koha offline file is taken once, and the day goes out as one")
  func koc() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("VV.1")
    let moment = Commands.kocMoment()
    let file = try commands.file(
      "day.koc", "Version=1.0\n\(moment) 1\tissue\t\(card)\tVV.1\n")
    let lent = try commands.run("koc", "import", file, "--json").object
    #expect(lent["outcome"] as? String == "lent" && lent["op"] is Int)
    #expect(
      try commands.run("koc", "import", file, "--json").object["outcome"] as? String
        == "alreadyTaken")
    let out = commands.folder + "/out.koc"
    #expect(try commands.run("koc", "export", "-o", out).status == 0)
    let text = try String(contentsOfFile: out, encoding: .utf8)
    #expect(text.contains("\(moment) 001\tissue\t\(card)\tVV.1\n"))
    let broken = try commands.file("broken.koc", "Version=1.0\nlật\tissue\n")
    #expect(try commands.run("koc", "import", broken).status == 3)
    let wrong = try commands.file(
      "wrong.koc", "Version=1.0\n2099-01-01 08-00-00 1\tissue\t\(card)\tVV.1\n")
    let refused = try commands.run("koc", "import", wrong)
    #expect(refused.status == 3 && refused.output.contains("dòng 2: 01/01/2099 08:00 chưa đến"))
  }
}
