import Foundation
import Testing

@Suite("Damage at the return, and who had it before, by command")
struct DamagedReturnTests {
  @Test("a damaged copy is returned, noted and charged at once, and one undo takes all back")
  func damaged() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    _ = try commands.run("checkout", "--patron", card, "A")
    #expect(try commands.run("return", "A", "--charge", "8000").status == 2)
    let back = try commands.run(
      "return", "A", "--damaged", "rách bìa", "--charge", "8000", "--json")
    #expect(try back.outcome == "returned")
    let item = try commands.run("show", "item", "A", "--json").object
    #expect(item["status"] as? String == "damaged")
    #expect(item["note"] as? String == "rách bìa")
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("show", "loan", "A", "--json").object["card"] as? String == card)
    let desk = try commands.run(
      "desk",
      input: """
        {"do":"return","item":"A","charge":5000}
        {"do":"return","item":"A","damaged":"ướt","charge":5000}
        """)
    #expect(try desk.objects.map { $0["outcome"] as? String } == ["error", "returned"])
    #expect(try commands.run("check").status == 0)
  }

  @Test("who is charged for damage is said, also where the copy was on no loan")
  func charged() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    _ = try commands.run("checkout", "--patron", card, "A")
    _ = try commands.run("return", "A")
    let back = try commands.run(
      "return", "A", "--damaged", "rách", "--charge", "5000", "--dry-run", "--json"
    ).object
    #expect(back["outcome"] as? String == "notOnLoan")
    let notices = try #require(back["notices"] as? [[String: Any]])
    let charged = try #require(notices.first { $0["code"] as? String == "damageCharged" })
    let data = try #require(charged["data"] as? [String: Any])
    #expect((data["patron"] as? [String: Any])?["card"] as? String == card)
    #expect(data["amount"] as? Int == 5000)
    let text = try commands.run("return", "A", "--damaged", "rách", "--charge", "5000").output
    #expect(text.contains("5.000") && text.contains("cho Nguyễn Văn An (\(card))"))
  }

  @Test("who had a copy before is told only where the house says so")
  func previous() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    _ = try commands.run("checkout", "--patron", card, "A")
    _ = try commands.run("return", "A")
    #expect(
      try commands.run("show", "item", "A", "--json").object["previousBorrower"] is NSNull)
    #expect(try commands.run("setting", "set", "circulation.previousBorrower", "maybe").status == 2)
    _ = try commands.run("setting", "set", "circulation.previousBorrower", "yes")
    let shown = try commands.run("show", "item", "A", "--json").object
    let previous = try #require(shown["previousBorrower"] as? [String: Any])
    #expect((previous["patron"] as? [String: Any])?["card"] as? String == card)
  }
}
