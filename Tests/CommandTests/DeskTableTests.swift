import Foundation
import Testing

@Suite("Tables of readers and Koha's files in JSON Lines")
struct DeskTableTests {
  private let list = "Mã HS,Em,Năm sinh\nHS1,Vũ Lan,2001\nHS2,Lê Minh,sai\n,Vũ Lan,2001\n"

  @Test("a list of readers is shown row by row as the command shows it, taken, and taken back")
  func patrons() throws {
    let commands = try Commands()
    let path = try commands.file("lop.csv", list)
    let told = try commands.run(
      "patron", "import", path, "--map", "Em=name", "--map", "Mã HS=card", "--dry-run", "--json"
    ).objects
    let fields: [String: Any] = [
      "do": "importPatrons", "csv": list, "map": ["Em=name", "Mã HS=card"],
    ]
    let preview = try commands.run(
      ["desk"], input: line(fields.merging(["dryRun": true]) { $1 })
    ).object
    let lines = try #require(preview["lines"] as? [[String: Any]])
    #expect(NSArray(array: lines) == NSArray(array: Array(told.dropLast())))
    var sums = preview
    sums["lines"] = nil
    #expect(NSDictionary(dictionary: sums) == NSDictionary(dictionary: try #require(told.last)))
    #expect(try commands.run("patron", "details", "HS1").status == 1)

    let done = try commands.run(["desk"], input: line(fields) + line(["do": "undo"])).objects
    #expect(done.map { $0["outcome"] as? String } == ["imported", "undone"])
    #expect(done[0]["enrolled"] as? Int == 2 && done[0]["faults"] as? Int == 1)
    #expect(done[0]["op"] is Int)
    #expect(try commands.run("check").status == 0)
  }

  @Test("a text that is no table of readers says why, and which field is at fault")
  func faults() throws {
    let commands = try Commands()
    let run = try commands.run(
      ["desk"],
      input: line(["do": "importPatrons", "csv": ""])
        + line(["do": "importPatrons", "csv": list])
        + line(["do": "importPatrons", "csv": list, "map": ["Lớp=class"]])
        + line(["do": "importPatrons", "csv": list, "map": ["name"]])
        + line(["do": "importPatrons", "csv": list, "map": "Em=name"])
        + line(["do": "importPatrons", "csv": list, "encoding": "klingon"])
        + line(["do": "importPatrons"]) + line(["do": "expiring", "within": 9999])
        + line(["do": "twins", "patron": "NOBODY"]))
    #expect(run.status == 3)
    let answers = try run.objects
    #expect(
      answers.dropLast().map { $0["field"] as? String } == [
        "csv", "map", "map", "map", "map", "encoding", "csv", "within",
      ])
    #expect((answers[1]["message"] as? String)?.contains(#""map":["Mã HS=name"]"#) == true)
    #expect(answers.last?["outcome"] as? String == "unknownPatron")
  }

  @Test("a Koha file is rehearsed, taken once, again when it was undone, and goes out as a text")
  func koha() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    let moment = Commands.kocMoment()
    let text = "Version=1.0\n\(moment) 1\tissue\t\(card)\tA\n\(moment) 2\tlend\t\(card)\tA\n"
    func taking(_ more: [String: Any] = [:]) throws -> Data {
      try line(["do": "takeKoc", "koc": text].merging(more) { $1 })
    }
    let rehearsed = try commands.run(["desk"], input: taking(["dryRun": true])).object
    let log = try commands.run("log", "--json").lines.count
    let first = try #require((rehearsed["lines"] as? [[String: Any]])?.first)
    #expect(first["outcome"] as? String == "lent" && first["op"] is NSNull)
    let taken = try commands.run(["desk"], input: taking() + taking()).objects
    #expect(try commands.run("log", "--json").lines.count == log + 1)
    #expect((taken[0]["faults"] as? [[String: Any]])?.map { $0["line"] as? Int } == [3])
    let op = try #require((taken[0]["ops"] as? [Int])?.first)
    #expect((taken[1]["lines"] as? [[String: Any]])?.first?["outcome"] as? String == "alreadyTaken")
    let again = try commands.run(
      ["desk"],
      input: line(["do": "undo", "op": op]) + taking() + taking(["again": true])
        + line(["do": "koc"])
    ).objects
    #expect((again[1]["lines"] as? [[String: Any]])?.first?["outcome"] as? String == "undoneSince")
    #expect((again[2]["lines"] as? [[String: Any]])?.first?["outcome"] as? String == "lent")
    let out = commands.folder + "/out.koc"
    _ = try commands.run("koc", "export", "-o", out)
    #expect(again[3]["koc"] as? String == (try String(contentsOfFile: out, encoding: .utf8)))
    #expect(again[3]["transactions"] as? Int == 1)
    #expect(try commands.run("check").status == 0)
  }

  @Test("long overdue loans are listed and marked, all or those that are named")
  func overdues() throws {
    let commands = try Commands()
    let card = try commands.patron()
    for code in ["A", "B"] {
      try commands.copy(code)
      _ = try commands.run("--at", "2019-02-01", "checkout", "--patron", card, code)
    }
    _ = try commands.run("rule", "set", "longOverdueDays=30")
    let listed = try #require(
      try commands.desk(#"{"do":"overdues"}"#)[0]["overdues"] as? [[String: Any]])
    #expect(listed.count == 2)
    let loan = try #require((listed[0]["loan"] as? [String: Any])?["loan"] as? Int)
    let answers = try commands.desk(
      #"{"do":"overdues","loans":[\#(loan)]}"#, #"{"do":"markOverdues","loans":[\#(loan)]}"#,
      #"{"do":"overdues"}"#, #"{"do":"overdues","loans":["x"]}"#,
      #"{"do":"markOverdues","loans":5}"#)
    #expect((answers[0]["overdues"] as? [Any])?.count == 1)
    #expect(answers[1]["longOverdue"] as? Int == 1)
    #expect((answers[2]["overdues"] as? [Any])?.count == 1)
    #expect(answers.suffix(2).map { $0["field"] as? String } == ["loans", "loans"])
  }

  private func line(_ action: [String: Any]) throws -> Data {
    try JSONSerialization.data(withJSONObject: action) + Data([0x0A])
  }
}
