import Foundation
import Testing

@Suite("Shelf marks and classes by command")
struct ShelfMarkCommandTests {
  @Test("a mark is made, taken apart, learnt and forgotten")
  func marks() throws {
    let commands = try Commands()
    let made = try commands.run(
      "shelfmark", "make", "--author", "Nguyễn Nhật Ánh", "--class", "895.92234", "--ending",
      "given",
      "--json")
    #expect(try made.object["mark"] as? String == "895.92234 NG527A")
    #expect(
      try commands.run("shelfmark", "parse", "Truyện Kiều").output.contains("TR | uyên 527 | K"))
    #expect(try commands.run("shelfmark", "parse", "NG527A").output.contains("uyên"))
    #expect(try commands.run("shelfmark", "make", "--author", "Rowling").status == 1)
    #expect(try commands.run("shelfmark", "learn", "Rowling", "R435").status == 0)
    let learnt = try commands.run("shelfmark", "make", "--author", "rowling", "--class", "823")
    #expect(learnt.output.hasPrefix("823 R435"))
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("shelfmark", "make", "--author", "Rowling").status == 1)
    #expect(try commands.run("shelfmark", "scheme", "B").status == 0)
    #expect(
      try commands.run(
        "shelfmark", "make", "--author", "Nguyễn", "--class", "005", "--year", "2020"
      )
      .output.hasPrefix("005 NGU 2020"))
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test("the library's own table is inferred from its records and kept")
  func inference() throws {
    let commands = try Commands()
    let lines = ["Yêu người", "Yêu đời"].map { title in
      "=LDR  00000nam a2200000 a 4500\n=082  04$a152$bY603N\n=245  10$a\(title)\n"
    }
    let path = try commands.file("yeu.line", lines.joined(separator: "\n"))
    #expect(try commands.run("import", path).status == 0)
    #expect(try commands.run("shelfmark", "parse", "Yêu người").status == 1)
    #expect(try commands.run("shelfmark", "infer", "--save").output.contains("yêu 603"))
    #expect(try commands.run("shelfmark", "parse", "Yêu người").output.hasPrefix("Y603NG"))
  }

  @Test("the 19 classes stand beside Dewey, and a line is the library's to change")
  func crosswalk() throws {
    let commands = try Commands()
    #expect(try commands.run("class", "crosswalk").lines.count == 19)
    #expect(try commands.run("class", "crosswalk", "895.9223").output.contains("084 V"))
    #expect(try commands.run("class", "set", "V", "895.9223").status == 0)
    #expect(try commands.run("class", "crosswalk", "V2").output.contains("895.9223"))
    #expect(try commands.run("class", "crosswalk", "X").status == 1)
  }
}
