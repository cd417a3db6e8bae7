import Foundation
import Testing

@Suite("Editing records by command")
struct RecordEditingTests {
  /// A library with one record that has two versions; its number and both versions, oldest first.
  private func library() throws -> (Commands, id: String, versions: [Int]) {
    let commands = try Commands()
    let first = try commands.file("a.line", Commands.lines("Số đỏ", "Vũ Trọng Phụng"))
    let id = try #require(
      try commands.run("record", "save", first, "--json").object["record"] as? Int)
    let second = try commands.file("b.line", Commands.lines("Số đỏ (1936)", "Vũ Trọng Phụng"))
    #expect(try commands.run("record", "save", second, "--record", "\(id)").status == 0)
    let history = try commands.run("record", "history", "\(id)", "--json").objects
    return (commands, "\(id)", history.compactMap { $0["version"] as? Int }.reversed())
  }

  @Test("a record is compared with its version before, with any version, and with another record")
  func diff() throws {
    let (commands, id, versions) = try library()
    let changed = try commands.run("record", "diff", id, "--json").objects
    #expect(changed.map { $0["change"] as? String } == ["changed"])
    #expect((changed[0]["new"] as? String)?.contains("(1936)") == true)
    let back = try commands.run("record", "diff", id, "\(id)@\(versions[0])")
    #expect(back.output.contains("- =245") && back.output.contains("(1936)"))
    #expect(try commands.run("record", "diff", id, id).output.contains("Không có gì khác nhau"))
    #expect(try commands.run("record", "diff", id, "999").status == 1)
    #expect(try commands.run("record", "diff", id, "\(id)@999").status == 1)
  }

  @Test("a version is restored by the record's number and its own, and that can be undone")
  func restore() throws {
    let (commands, id, versions) = try library()
    #expect(try commands.run("record", "restore", "999", "\(versions[0])").status == 1)
    #expect(
      try commands.run("record", "restore", id, "\(versions[0])", "--json").outcome == "saved")
    #expect(try commands.run("search", "1936", "--json").lines.isEmpty)
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("search", "1936", "--json").lines.count == 1)
    #expect(try commands.run("record", "restore", "\(versions[0])", "--json").outcome == "saved")
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test(
    "lines from standard input are taken, and a wrong one is told with its place and saves nothing")
  func edit() throws {
    let (commands, id, _) = try library()
    let lines = "=245  10$aSố đỏ$bkịch\n=653  \\\\$aKịch\n"
    let dry = try commands.run("record", "edit", id, "--dry-run", input: lines)
    #expect(dry.output.contains("+ =653  \\\\$aKịch"))
    #expect(try commands.run("search", "kich", "--json").lines.isEmpty)
    #expect(try commands.run("record", "edit", id, "--json", input: lines).outcome == "saved")
    #expect(try commands.run("search", "kich", "--json").lines.count == 1)
    let wrong = try commands.run("record", "edit", id, input: "=245  10$aA\n653 B\n=700\n")
    #expect(wrong.status == 3)
    #expect(wrong.output.contains("Dòng 2, cột 1") && wrong.output.contains("Dòng 3"))
    #expect(try commands.run("search", "kich", "--json").lines.count == 1)
  }

  @Test("the person's own editor is opened, and what it left wrong is kept in its file")
  func editor() throws {
    let (commands, id, _) = try library()
    let good = ["VISUAL": "sed -i 's/(1936)/(kịch)/'"]
    let saved = try commands.run("record", "edit", id, "--text", "--json", environment: good)
    #expect(try saved.outcome == "saved", "\(saved.errors)")
    #expect(try commands.run("search", "kich", "--json").lines.count == 1)
    let bad = ["VISUAL": "sed -i 's/^=245/245/'"]
    let refused = try commands.run("record", "edit", id, "--text", environment: bad)
    #expect(refused.status == 3)
    let path = try #require(refused.errors.split(separator: " ").last.map(String.init))
      .trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(FileManager.default.fileExists(atPath: path))
    let mend = ["VISUAL": "sed -i 's/^245/=245/;s/kịch/kịch nói/'"]
    let again = try commands.run(
      "record", "edit", id, "--text", "--from", path, "--json", environment: mend)
    #expect(try again.outcome == "saved", "\(again.errors)")
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(
      try commands.run("record", "edit", id, "--text", environment: ["VISUAL": "false"]).status == 4
    )
  }

  @Test("a macro is listed, shown, tried and run: one action a record, each undone by itself")
  func macro() throws {
    let (commands, id, _) = try library()
    let other = try commands.file("c.line", Commands.lines("Tắt đèn", "Ngô Tất Tố"))
    let second = try #require(
      try commands.run("record", "save", other, "--json").object["record"] as? Int)
    let folder = commands.folder + "/config/thuthu"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try
      "[phê phán]\ngo 245 a end\ntype !\nadd =653  \\\\$aHiện thực phê phán\n[lạ]\nnhảy\n[700]\ngo 700 a end\n"
      .write(toFile: folder + "/macros", atomically: true, encoding: .utf8)
    let config = ["XDG_CONFIG_HOME": commands.folder + "/config"]
    func run(_ arguments: String...) throws -> Run {
      try commands.run(["record", "macro"] + arguments, input: Data(), environment: config)
    }
    #expect(
      try run("list", "--json").objects.map { $0["name"] as? String } == ["700", "lạ", "phê phán"])
    #expect(try run("show", "phê phán").output.contains("go 245 a end"))
    #expect(try run("show", "lạ").status == 3)
    #expect(try run("show", "không có").status == 1)
    let dry = try run("run", "phê phán", id, "--dry-run")
    #expect(dry.output.contains("+ =653"))
    let done = try run("run", "phê phán", id, "\(second)", "--json").objects
    #expect(done.map { $0["outcome"] as? String } == ["saved", "saved"])
    #expect(Set(done.compactMap { $0["op"] as? Int }).count == 2)
    #expect(try commands.run("search", "hien thuc", "--json").lines.count == 2)
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("search", "hien thuc", "--json").lines.count == 1)
    let failed = try run("run", "700", id, "--json")
    #expect(failed.status == 1)
    #expect(try failed.outcome == "notApplicable")
    #expect(try commands.run("check", "--json").outcome == "sound")
  }
}
