import Foundation
import Testing

@Suite("A visit taken back by command")
struct UndoVisitTests {
  @Test("a visit is tried, then taken back, and a second time there is nothing")
  func visit() throws {
    let commands = try Commands()
    let card = try commands.patron()
    for code in ["A", "B"] { try commands.copy(code) }
    _ = try commands.run("checkout", "--patron", card, "A", "B")
    let tried = try commands.run("undo", "--visit", card, "--dry-run", "--json").object
    #expect(tried["outcome"] as? String == "undone")
    let actions = try #require(tried["actions"] as? [[String: Any]])
    #expect(actions.count == 2)
    #expect(actions.allSatisfy { $0["op"] is NSNull })
    let done = try commands.run("undo", "--visit", card)
    #expect(done.status == 0)
    #expect(done.output.contains("Đã hoàn tác 2 việc"))
    let again = try commands.run("undo", "--visit", card, "--json")
    #expect(again.status == 1)
    #expect(try again.outcome == "refused")
    #expect(try commands.run("check").status == 0)
  }

  @Test("a patron is put back to a moment, by command and at the desk")
  func since() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    _ = try commands.run("checkout", "--patron", card, "A")
    let desk = try commands.run(
      "desk",
      input: """
        {"do":"undoVisit","patron":"\(card)","dryRun":true}
        {"do":"undoVisit","patron":"\(card)","since":"2000-01-01T00:00:00"}
        {"do":"undoVisit","patron":"none"}
        """)
    #expect(
      try desk.objects.map { $0["outcome"] as? String } == ["undone", "undone", "unknownPatron"])
    #expect(try commands.run("show", "patron", card, "--json").object["card"] as? String == card)
    _ = try commands.run("checkout", "--patron", card, "A")
    let run = try commands.run(
      "undo", "--patron", card, "--since", "2000-01-01T00:00:00", "--json")
    #expect(run.status == 0)
    #expect(try commands.run("undo", "--patron", card).status == 2)
    #expect(try commands.run("undo", "--visit", card, "12").status == 2)
  }
}
