import Foundation
import Testing

@Suite("A list of readers by command: mapping, preview, one undo")
struct PatronImportTests {
  private let list = "Mã HS,Em,Năm sinh,Hạng\nHS1,Vũ Lan,2011,A\nHS2,Lê Minh,sai,B\n,Vũ Lan,2011,\n"

  @Test("columns nobody guesses are named with the way to map them, and taken when they are mapped")
  func mapping() throws {
    let commands = try Commands()
    let path = try commands.file("lop.csv", list)
    let unmapped = try commands.run("patron", "import", path)
    #expect(unmapped.status == 3 && unmapped.errors.contains("--map \"Mã HS=name\""))
    let wrong = try commands.run("patron", "import", path, "--map", "Em=tên")
    #expect(wrong.status == 3 && wrong.errors.contains("guardianPhone"))
    #expect(try commands.run("patron", "import", path, "--map", "Lớp=class").status == 3)
    #expect(try commands.run("patron", "import", path, "--map", "class").status == 2)
    let told = try commands.run(
      "patron", "import", path, "--map", "Em=name", "--dry-run", "--lang", "vi"
    ).output
    #expect(told.contains("Không dùng các cột: Mã HS, Hạng") && told.contains("--map \"Mã HS=-\""))
    #expect(told.contains("dòng 3: Lê Minh: cột «Năm sinh»: "))
    #expect(told.contains("3 dòng: cấp 2 thẻ, sửa 0, để nguyên 0, trùng người 0, lỗi 1"))
    #expect(told.contains("dòng 4: Vũ Lan") && !told.contains("thuthu undo"))
    #expect(told.contains("cùng tên, cùng năm sinh với dòng 2"))
  }

  @Test("a preview answers row by row, and one undo takes the whole list back")
  func undone() throws {
    let commands = try Commands()
    let path = try commands.file("lop.csv", list)
    let arguments = [
      "patron", "import", path, "--map", "Em=name", "--map", "Mã HS=card", "--map", "Hạng=-",
      "--json",
    ]
    let shown = try commands.run(arguments + ["--dry-run"], input: Data())
    #expect(shown.status == 3)
    let rows = try shown.objects
    #expect(
      rows.map { $0["outcome"] as? String } == ["wouldEnrol", "fault", "wouldEnrol", "previewed"])
    #expect(rows[1]["columns"] as? [String] == ["Năm sinh"] && rows[1]["line"] as? Int == 3)
    #expect(rows[3]["enrolled"] as? Int == 2 && rows[3]["batch"] is NSNull)
    #expect(try commands.run("patron", "details", "HS1").status == 1)

    let done = try #require(try commands.run(arguments, input: Data()).objects.last)
    #expect(done["enrolled"] as? Int == 2 && done["op"] is Int)
    #expect(try commands.run("patron", "details", "HS1").status == 0)
    let batch = try #require(try commands.run("import", "list", "--json").objects.first)
    #expect(batch["source"] as? String == "lop.csv")
    let changed = try commands.file("sua.csv", "card,name,born\nHS1,Vũ Lan,2012\n")
    let row = try commands.run("patron", "import", changed, "--update", "--dry-run", "--json")
      .objects[0]
    let change = try #require((row["changes"] as? [[String: Any]])?.first)
    #expect(change["from"] as? String == "2011" && change["to"] as? String == "2012")
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("patron", "details", "HS1").status == 1)
    #expect(try commands.run("check").status == 0)
  }
}
