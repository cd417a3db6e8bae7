import Foundation
import Testing

@Suite("The format at the command line")
struct MARCTests {
  private let commands: Commands

  init() throws { commands = try Commands(makesLibrary: false) }

  @Test("a tag tells its indicators and subfields, or is found by name without marks")
  func tags() throws {
    let tag = try commands.run("marc", "tag", "245")
    #expect(tag.lines.first == "245  NR  Nhan đề và thông tin trách nhiệm")
    #expect(tag.lines.contains("  $n  R   Số phần/tập của tác phẩm"))
    let json = try commands.run("marc", "tag", "100", "--kind", "authority", "--json")
    #expect(json.output.contains("\"en\":\"Heading - Personal Name\""))
    let found = try commands.run("marc", "tag", "tu khoa")
    #expect(found.lines.contains { $0.hasPrefix("653") })
    #expect(try commands.run("marc", "tag", "qqqq").status == 3)
  }

  @Test("fixed positions are those of every material or of one")
  func fixed() throws {
    let maps = try commands.run("marc", "fixed", "008", "--material", "maps", "--lang", "en")
    #expect(maps.lines.contains("18-21  Relief"))
    #expect(!maps.lines.contains("18-21  Illustrations"))
    #expect(try commands.run("marc", "fixed", "ldr").lines.contains { $0.hasPrefix("06 ") })
    #expect(try commands.run("marc", "fixed", "008", "--material", "zzz").status == 3)
    #expect(try commands.run("marc", "fixed", "245").status == 3)
  }

  @Test("code lists answer to codes and names; old codes are marked")
  func codes() throws {
    #expect(
      try commands.run("marc", "codes", "languages", "vietnamese", "--lang", "en").lines
        == ["vie  Vietnamese"])
    #expect(
      try commands.run("marc", "codes", "countries", "vn", "--lang", "en").lines
        == ["vn  Vietnam, North (obsolete)"])
    #expect(try commands.run("marc", "codes").lines.contains { $0.hasPrefix("relators ") })
    #expect(try commands.run("marc", "codes", "planets").status == 3)
  }

  @Test("a file's records are checked; errors make the status, warnings do not")
  func check() throws {
    let sound =
      "=LDR  00000nam a2200000 a 4500\n=008  261128s1936\\\\\\\\vm\\\\\\\\\\\\\\\\\\\\\\\\000\\1\\vie\\d\n=245  00$aSố đỏ\n=260  \\\\$c1936\n=650  \\8$aTiểu thuyết\n\n"
    let warned = try commands.run("marc", "check", "-", input: sound)
    #expect(warned.status == 0)
    #expect(warned.lines.first == "?  1: 650 chỉ thị 2: không có giá trị «8»")
    #expect(warned.lines.last == "1 biểu ghi: 0 lỗi, 1 cảnh báo, 0 chỗ nên xem")
    let wrong = sound.replacing("=245", with: "=020  \\\\$a9786041234568\n=245")
    let run = try commands.run("marc", "check", "-", "--least", "error", "--json", input: wrong)
    #expect(run.status == 3)
    #expect(run.lines.count == 1)
    #expect(run.output.contains("\"problem\":\"isbn\",\"tag\":\"020\""))
  }

  @Test("a record of the library is checked, and mended as a new version")
  func mend() throws {
    let commands = try Commands()
    let record =
      "=LDR  00000nam a2200000 a 4500\n=008  261128s1936\\\\\\\\vn\\\\\\\\\\\\\\\\\\\\\\\\000\\1\\vie\\d\n=245  04$aSố đỏ\n=260  \\\\$c1936\n\n"
    #expect(try commands.run("record", "save", "-", input: record).status == 0)
    let number = try #require(
      try commands.run("record", "list").lines.last?.split(separator: " ").first.map(String.init))
    let before = try commands.run("record", "check", number)
    #expect(before.lines.first?.hasPrefix("?+ \(number): 245") == true)
    let after = try commands.run("record", "check", number, "--mend")
    #expect(after.lines.first?.hasPrefix("Đã sửa 2 chỗ trong biểu ghi \(number) ") == true)
    #expect(after.lines.last == "1 biểu ghi: 0 lỗi, 0 cảnh báo, 0 chỗ nên xem")
    #expect(try commands.run("record", "history", number).lines.count == 2)
  }

  @Test("book numbers get their hyphens, bar codes of products are told apart")
  func numbers() throws {
    let run = try commands.run(
      "text", "isbn",
      input: "9786043001235\n604 300 123 3\n08667322\n9770866732001\n8935244812343\n")
    #expect(run.lines.first == "978-604-300-123-5")
    #expect(run.output.contains("0866-7322"))
    #expect(try commands.run("text", "isbn", "--ten", "9780804429573").lines == ["0-8044-2957-X"])
    #expect(try commands.run("text", "isbn", "9786043001236").status == 3)
    #expect(
      try commands.run("text", "isbn", "--json", "8935244812343").output
        .contains("\"kind\":\"product\""))
  }

  @Test("a new record is written from a template, the library's own among them")
  func templates() throws {
    let commands = try Commands()
    let book = try commands.run(
      "record", "new", "--template", "book", "--at", "2026-11-28T08:00:00")
    #expect(book.output.contains("=008  261128s"))
    #expect(book.output.contains("=245  10$a$b$c"))
    #expect(try commands.run("record", "new", "--template", "zzz").status == 3)
    #expect(try commands.run("record", "save", "-", input: ownRecord).status == 0)
    let number = try number(commands)
    #expect(try commands.run("record", "template", "set", "Của xã", number).status == 0)
    let own = try commands.run("record", "new", "--template", "Của xã", "--format", "line")
    #expect(own.output.contains("$aSố đỏ"))
    #expect(try commands.run("record", "template", "list").lines.last == "Của xã")
    #expect(try commands.run("undo").status == 0)
    #expect(
      try commands.run("record", "template", "list").lines.last?.hasPrefix("eresource") == true)
  }

  @Test("a record is shown and changed as a simple sheet, the rest of it untouched")
  func sheet() throws {
    let commands = try Commands()
    #expect(try commands.run("record", "save", "-", input: ownRecord).status == 0)
    let number = try number(commands)
    #expect(try commands.run("record", "sheet", number).lines.first == "Nhan đề: Số đỏ")
    let changed = try commands.run(
      "record", "sheet", number, "--set", "year=1938", "--set", "keywords=Tiểu thuyết; Hà Nội")
    #expect(changed.status == 0)
    let json = try commands.run("record", "sheet", number, "--json").output
    #expect(json.contains("\"year\":\"1938\"") && json.contains("Tiểu thuyết; Hà Nội"))
    let line = try commands.run("export", "--format", "line").output
    #expect(line.contains("=008  261128s1938"))
    #expect(line.contains("=910  \\\\$xriêng"))
    #expect(try commands.run("record", "sheet", number, "--set", "colour=x").status == 3)
  }

  @Test("copies are added at once, with what the record says, and taken back by one undo")
  func copies() throws {
    let commands = try Commands()
    #expect(try commands.run("record", "save", "-", input: ownRecord).status == 0)
    let number = try number(commands)
    #expect(try commands.run("term", "set", "series", "TK.00001", "Tham khảo").status == 0)
    #expect(try commands.run("term", "set", "series", "TK", "Tham khảo").status == 1)
    let added = try commands.run(
      "item", "add", number, "--count", "3", "--series", "TK.", "--from-record", "--source", "Mua",
      "--document", "HĐ 7", "--acquired", "28/11/2026")
    #expect(added.lines == ["Đã thêm 3 bản: TK.00001 – TK.00003"])
    let item = try commands.run("show", "item", "TK.00002", "--json").output
    #expect(item.contains("\"price\":45000") && item.contains("\"document\":\"HĐ 7\""))
    #expect(item.contains("\"callNumber\":\"895.92232 S450Đ\""))
    #expect(try commands.run("item", "add", number, "--series", "TK.").status == 0)
    let refused = try commands.run("undo", batchOp(added, commands))
    #expect(refused.status == 1)
    #expect(try commands.run("undo").status == 0)
    #expect(try commands.run("undo").status == 0)
    #expect(try commands.run("show", "item", "TK.00001").status != 0)
    #expect(try commands.run("check").status == 0)
  }

  private let ownRecord =
    "=LDR  00000nam a2200000 a 4500\n=008  261128s1936\\\\\\\\vm\\\\\\\\\\\\\\\\\\\\\\\\000\\1\\vie\\d\n"
    + "=020  \\\\$c45.000đ\n=082  04$a895.92232$bS450Đ$223\n=245  00$aSố đỏ\n=260  \\\\$c1936\n"
    + "=910  \\\\$xriêng\n\n"

  /// The number of the only record.
  private func number(_ commands: Commands) throws -> String {
    try #require(
      try commands.run("record", "list").lines.last?.split(separator: " ").first.map(String.init))
  }

  /// The op that closed the batch of copies: the last but the one that added another copy.
  private func batchOp(_ added: Run, _ commands: Commands) throws -> String {
    let lines = try commands.run("log", "--json").lines
    let closed = try #require(lines.first { $0.contains("batchClosed") })
    let tail = try #require(closed.split(separator: "\"op\":").dropFirst().first)
    return String(tail.prefix { $0.isNumber })
  }
}
