import Foundation
import Testing

@Suite("The rules of today for open loans by command")
struct ReapplyCommandTests {
  @Test("a rule set later changes an open loan when asked, shown first, taken back by one undo")
  func reapply() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.desk(
      #"{"do":"addItem","record":\#(try commands.record()),"barcode":"A"}"#)
    let lent = try commands.run("checkout", "--patron", card, "A", "--json").object
    let due = try #require(lent["dueOn"] as? String)
    let same = try commands.run("rule", "reapply", "--json").object
    #expect(same["outcome"] as? String == "unchanged" && same["looked"] as? Int == 1)
    #expect(
      try commands.run(
        "rule", "set", "--category", "ADULT", "--item-type", "BOOK", "loanDays=60",
        "finePerDay=500", "--json"
      ).outcome == "saved")
    let preview = try commands.run("rule", "reapply", "--dry-run", "--json").object
    let changed = try #require((preview["changed"] as? [[String: Any]])?.first)
    #expect((changed["dueBefore"] as? [String: Any])?["dueOn"] as? String == due)
    let terms = try #require((changed["terms"] as? [[String: Any]])?.first)
    #expect(terms["parameter"] as? String == "finePerDay" && terms["after"] as? String == "500")
    #expect(preview["op"] is NSNull)
    let answers = try commands.desk(
      #"{"do":"reapplyRules","category":"CHILD"}"#,
      #"{"do":"reapplyRules","category":"ADULT","dryRun":true}"#,
      #"{"do":"reapplyRules","category":"ADULT"}"#, #"{"do":"undo"}"#,
      #"{"do":"reapplyRules","branch":"x"}"#)
    #expect(
      answers.map { $0["outcome"] as? String }
        == ["unchanged", "reapplied", "reapplied", "undone", "error"])
    #expect(
      try commands.run("rule", "reapply", "--category", "ADULT").output.contains("Đã đổi 1"))
    #expect(try commands.run("check").status == 0)
  }
}
