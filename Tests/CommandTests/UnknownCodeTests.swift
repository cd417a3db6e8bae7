import Foundation
import Testing

@Suite("Codes that no list has are told, and kept as typed")
struct UnknownCodeTests {
  private func codes(_ answer: [String: Any]) -> [String] {
    (answer["notices"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test("of a patron: by command, at the desk and in a table, and an e-mail without its sign too")
  func patrons() throws {
    let commands = try Commands()
    let added = try commands.run(
      "patron", "add", "--name", "Vũ Lan", "--category", "LUNGTUNG", "--email", "lan.vn", "--json"
    ).object
    #expect(codes(added) == ["emailDoubtful", "unknownCode"])
    let card = try #require(added["card"] as? String)
    let text = try commands.run("patron", "edit", card, "--category", "LUNG2").output
    #expect(text.contains("LUNG2") && text.contains("CHILD"))
    let named = try commands.run("patron", "edit", card, "--category", "thiếu nhi", "--json").object
    #expect(codes(named) == ["guardianMissing"])
    let desk = try commands.desk(
      #"{"do":"enrol","name":"Lê Minh","category":"LUNG3","email":"m@"}"#)
    #expect(codes(desk[0]) == ["emailDoubtful", "unknownCode"])
    let table = try commands.file("lop.csv", "name,category,email\nĐỗ Hà,LUNG4,ha\nĐỗ Tư,CHILD,\n")
    let rows = try commands.run("patron", "import", table, "--json").objects
    #expect(rows.count == 2 && codes(rows[0]) == ["emailDoubtful", "unknownCode"])
    #expect(rows[1]["enrolled"] as? Int == 2)
  }

  @Test("of a copy: type, location and owner")
  func items() throws {
    let commands = try Commands()
    try commands.copy("VV.1")
    let edited = try commands.run(
      "item", "edit", "VV.1", "--type", "LUNG", "--location", "LUNG", "--owner", "ZZ", "--json"
    ).object
    #expect(codes(edited) == ["unknownCode", "unknownCode", "unknownCode"])
    #expect(
      codes(try commands.run("item", "edit", "VV.1", "--type", "BOOK", "--json").object) == [])
    let desk = try commands.desk(#"{"do":"editItem","item":"VV.1","type":"LUNG"}"#)
    #expect(codes(desk[0]) == ["unknownCode"])
  }

  @Test("names of the lists stand where codes stood")
  func names() throws {
    let commands = try Commands()
    let added = try commands.run(
      "patron", "add", "--name", "Vũ Lan", "--category", "CHILD", "--json"
    ).object
    let card = try #require(added["card"] as? String)
    try commands.copy("VV.1")
    #expect(try commands.run("patron", "list").output.contains("thiếu nhi"))
    let why = try commands.run("explain", "checkout", "--patron", card, "VV.1").output
    #expect(why.contains("thiếu nhi") && why.contains("loại sách") && !why.contains("CHILD"))
  }
}
