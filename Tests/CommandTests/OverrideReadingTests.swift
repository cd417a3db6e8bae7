import Foundation
import Testing

@Suite("A written reason is read again")
struct OverrideReadingTests {
  @Test(
    "what was lifted and why stands in the journal, the histories and with the loan, also after its end"
  )
  func reading() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    #expect(try commands.run("patron", "edit", card, "--block", "mất thẻ").status == 0)
    let lent = try commands.run(
      "checkout", "--patron", card, "A", "--override", "người quen", "--json"
    ).object
    let op = "\(try #require(lent["op"] as? Int))"
    #expect(try commands.run("return", "A").status == 0)
    for arguments in [
      ["log"], ["history", "item", "A"], ["history", "patron", card], ["history", "day"],
      ["show", "loan", op],
    ] {
      let run = try commands.run(arguments, input: Data())
      #expect(run.output.contains("người quen"), "\(arguments)")
      #expect(run.output.contains("thẻ bị khoá"), "\(arguments)")
      let json = try commands.run(arguments + ["--json"], input: Data())
      #expect(json.output.contains("\"codes\":[\"patronBlocked\"]"), "\(arguments)")
    }
    let loan = try commands.run("show", "loan", op, "--json").object
    #expect(loan["status"] as? String == "closed" && loan["returnedAt"] is String)
    #expect((loan["history"] as? [[String: Any]])?.count == 2)
    #expect(try commands.run("show", "loan", "1", "--json").status == 1)
  }
}
