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
}
