import Foundation
import Testing

@Suite("Formats of records by command")
struct FormatTests {
  private static let table = """
    Nhan đề,Tác giả,NXB,Năm XB,Số ĐKCB,Kho,Cột lạ
    "Dế mèn
    phiêu lưu ký",Tô Hoài; Ngô Mạnh Lân,Kim Đồng,1996,"VV.1; VV.2",VV,x
    Số đỏ,Vũ Trọng Phụng,Văn học,1990,VV.3,VV,

    """

  @Test(
    "a table becomes records by its headings, and copies by their numbers, and leaves as a table")
  func tables() throws {
    let commands = try Commands()
    let path = try commands.file("sach.csv", FormatTests.table)
    let imported = try commands.run("import", path, "--json").object
    #expect(imported["records"] as? Int == 2)
    #expect(imported["items"] as? Int == 3)
    #expect(try commands.run("show", "item", "VV.2", "--json").status == 0)
    let exported = try commands.run("export", "--format", "csv").output
    #expect(exported.contains("Dế mèn phiêu lưu ký"))
    #expect(exported.contains("VV.1; VV.2"))
    let again = try commands.run("convert", "--from", "csv", "--to", "line", path, "-").output
    #expect(again.contains("=700  1\\$aNgô Mạnh Lân"))
    #expect(again.contains("=999  \\\\$9Cột lạ$ax"))
  }

  @Test("a profile is guessed, checked, and used by its path")
  func profiles() throws {
    let commands = try Commands(makesLibrary: false)
    let path = try commands.file("sach.csv", FormatTests.table)
    let guessed = try commands.run("map", "guess", path)
    #expect(guessed.output.contains("Số ĐKCB"))
    let profile = try commands.file(
      "rieng.map", "kind table\nNhan đề = 246 1# $a\nCột lạ = 500 ## $a\n")
    #expect(try commands.run("map", "check", profile).status == 0)
    let run = try commands.run(
      "convert", "--map", profile, "--to", "line", path, "-", "--from", "csv")
    #expect(run.output.contains("=246  1\\$aSố đỏ"))
    #expect(run.output.contains("=500  \\\\$ax"))
    let broken = try commands.file("hong.map", "kind table\nNhan đề 245\n")
    let refused = try commands.run("map", "check", broken, "--lang", "en")
    #expect(refused.status == 3)
    #expect(refused.output.contains("line 2"))
    #expect(try commands.run("map", "list").lines == ["isis", "table"])
    #expect(try commands.run("map", "check").status == 0)
  }

  @Test("strict leaves out what has a fault, says which, and ends with status 3")
  func strict() throws {
    let commands = try Commands()
    let lines = ["Số đỏ", "Tắt đèn"].map { Commands.lines($0, "X") }.joined(separator: "\n")
    let source = try commands.file("titles.line", lines)
    let path = commands.folder + "/titles.mrc"
    #expect(try commands.run("convert", "--to", "iso2709", source, path).status == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[4] = bytes[4] == 0x39 ? 0x38 : bytes[4] + 1
    let damaged = try commands.file("damaged.mrc", bytes)
    let out = commands.folder + "/out.line"
    let run = try commands.run("convert", "--strict", "--to", "line", damaged, out, "--lang", "en")
    #expect(run.status == 3)
    #expect(run.errors.contains("record 1: left out"))
    #expect(try String(contentsOfFile: out, encoding: .utf8).contains("Tắt đèn"))
    let imported = try commands.run("import", damaged, "--strict", "--json")
    #expect(imported.status == 3)
    #expect(try imported.object["records"] as? Int == 1)
  }

  @Test("what ISO 2709 or MARC-8 cannot hold is named, and goes to a file beside")
  func rest() throws {
    let commands = try Commands(makesLibrary: false)
    let long = String(repeating: "dài ", count: 3000)
    let lines =
      Commands.lines("Số đỏ", "X")
      + "\n=LDR  00000nam a2200000 a 4500\n=245  10$aDài\n=520  \\\\$a\(long)\n"
    let source = try commands.file("titles.line", lines)
    let (out, rest) = (commands.folder + "/out.mrc", commands.folder + "/rest.xml")
    let run = try commands.run(
      "convert", "--to", "iso2709", "--rest", rest, source, out, "--lang", "en")
    #expect(run.status == 3)
    #expect(run.errors.contains("at most 9999"))
    #expect(try String(contentsOfFile: rest, encoding: .utf8).contains(">Dài<"))
    let signs = try commands.file("signs.line", Commands.lines("Sách 📚", "X"))
    let marc8 = try commands.run(
      "convert", "--to", "iso2709", "--to-encoding", "marc8", signs, out, "--lang", "en")
    #expect(marc8.status == 3)
    #expect(marc8.errors.contains("U+1F4DA"))
    let plain = try commands.file("plain.line", Commands.lines("Tiếng Việt đẹp", "Ứng"))
    #expect(
      try commands.run("convert", "--to", "iso2709", "--to-encoding", "marc8", plain, out).status
        == 0)
    let back = try commands.run("convert", "--to", "line", "--nfc", out, "-")
    #expect(back.output.contains("Tiếng Việt đẹp"))
  }
}
