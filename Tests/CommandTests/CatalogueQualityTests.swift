import Foundation
import Testing

@Suite("Duplicates, merging, profiles and batch edits by command")
struct CatalogueQualityTests {
  private func commands(_ titles: [(String, String)]) throws -> (Commands, [Int]) {
    let commands = try Commands()
    let path = try commands.file(
      "titles.line", titles.map { Commands.lines($0.0, $0.1) }.joined(separator: "\n"))
    #expect(try commands.run("import", path, "--match", "none").status == 0)
    let found = try commands.run("record", "list", "--json").objects
    #expect(found.count == titles.count)
    let ids = try titles.map { title in
      try #require(found.first { $0["title"] as? String == title.0 }?["record"] as? Int)
    }
    return (commands, ids)
  }

  @Test("duplicates are listed, judged, merged and parted again")
  func duplicates() throws {
    let (commands, ids) = try commands([
      ("Đất rừng phương Nam", "Đoàn Giỏi"), ("Dat rung phuong nam", "Đoàn Giỏi"),
      ("Quê nội", "Võ Quảng"),
    ])
    let pair = try commands.run("record", "duplicates", "--json").object
    #expect((pair["score"] as? Int ?? 0) > 60)
    #expect((pair["reasons"] as? [String])?.contains("sameAuthor") == true)
    let one = try commands.run("record", "duplicates", "\(ids[0])", "--json").object
    #expect(one["record"] as? Int == ids[1])
    let (first, second) = ("\(ids[0])", "\(ids[1])")
    #expect(
      try commands.run("record", "verdict", first, second, "different", "--json").outcome == "saved"
    )
    #expect(try commands.run("record", "duplicates", "--json").lines.isEmpty)
    #expect(try commands.run("record", "verdict", first, second, "none").status == 0)
    let tried = try commands.run("record", "merge", first, second, "--keep", "245=B", "--dry-run")
    #expect(tried.output.contains("$aDat rung phuong nam"))
    let merged = try commands.run("record", "merge", first, second, "--json").object
    #expect(merged["outcome"] as? String == "merged")
    let op = try #require(merged["op"] as? Int)
    #expect(try commands.run("search", "phuong nam", "--json").lines.count == 1)
    #expect(try commands.run("undo", "\(op)", "--json").outcome == "undone")
    #expect(try commands.run("search", "phuong nam", "--json").lines.count == 2)
    #expect(try commands.run("record", "merge", first, "99999").status == 1)
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test("a profile is kept and followed, and what is left out goes to a file with its reasons")
  func profiles() throws {
    let (commands, ids) = try commands([("Số đỏ", "Vũ Trọng Phụng")])
    let profile = try commands.file(
      "profile", "match title 60\nmatch K3 60\non-match merge\n5XX add\n* protect\n")
    #expect(try commands.run("import", "profile", "save", "nha", profile).status == 0)
    #expect(try commands.run("import", "profile", "show", "nha").output.contains("5XX add"))
    #expect(try commands.run("import", "profile", "show", "usual").output.contains("match isbn"))
    let wrong = try commands.file("wrong", "match isbn\n")
    let refused = try commands.run("import", "profile", "save", "sai", wrong, "--lang", "en")
    #expect(refused.status == 3)
    #expect(refused.errors.contains("line 1, column 11"))
    let records =
      Commands.lines("Số đỏ", "Vũ Trọng Phụng") + "=500  \\\\$aGhi chú\n\n"
      + Commands.lines("Giông tố", "Vũ Trọng Phụng")
    let file = try commands.file("more.line", records)
    let staged = try commands.run(
      "import", file, "--profile", "nha", "--dry-run", "--each", "--json"
    ).objects.filter { $0["outcome"] as? String == "staged" }
    #expect(staged.map { $0["found"] as? String } == ["known", "new"])
    #expect(staged.first?["score"] as? Int == 120)
    #expect(staged.first?["record"] as? Int == ids[0])
    let left = commands.folder + "/left.line"
    let only = try commands.file(
      "only", "match title 60\nmatch K3 60\non-none skip\n5XX add\n* protect\n")
    let run = try commands.run("import", file, "--profile", only, "--rejected", left, "--json")
    #expect(try run.objects.last?["records"] as? Int == 1)
    #expect(try String(contentsOfFile: left, encoding: .utf8).contains("Giông tố"))
    #expect(
      try String(contentsOfFile: left + ".reasons.tsv", encoding: .utf8).contains("\tnew\t"))
    #expect(try commands.run("import", "profile", "remove", "nha").status == 0)
    #expect(try commands.run("import", file, "--each").status == 2)
  }

  @Test("tasks are kept, tried, done and taken back")
  func tasks() throws {
    let (commands, ids) = try commands([("Số đỏ", "Vũ Trọng Phụng"), ("Quê nội", "Võ Quảng")])
    let file = try commands.file("tasks", "replace 245$a regex \"^(\\S+) (\\S+) /\" \"$2 $1 /\"\n")
    #expect(try commands.run("record", "tasks", "save", "dao", file).status == 0)
    #expect(try commands.run("record", "tasks", "list").output.contains("dao"))
    let tried = try commands.run("record", "batch", "dao", "--all", "--dry-run")
    #expect(tried.output.contains("+ 245") && tried.output.contains("đỏ Số"))
    #expect(try commands.run("search", "số đỏ", "--json").lines.count == 1)
    let done = try commands.run("record", "batch", "dao", "--query", "vu trong phung", "--json")
    #expect(try done.object["changed"] as? Int == 1)
    let shown = try commands.run("show", "record", "\(ids[0])").output
    #expect(shown.contains("đỏ Số"))
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("show", "record", "\(ids[0])").output.contains("Số đỏ"))
    let wrong = try commands.file("wrong", "delete 24\n")
    #expect(try commands.run("record", "batch", wrong, "--all").status == 3)
    #expect(try commands.run("record", "batch", "dao").status == 2)
    #expect(try commands.run("check", "--json").outcome == "sound")
  }
}
