import Foundation
import Testing

@Suite("Long overdue loans, far due dates and short renewals by command")
struct LongOverdueTests {
  @Test("a mark of long overdue names copy and reader in every history")
  func histories() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.copy("VV.1")
    _ = try commands.run("rule", "set", "longOverdueDays=30")
    #expect(
      try commands.run("--at", "2020-03-02", "checkout", "--patron", card, "VV.1").status == 0)
    #expect(try commands.run("loss", "overdue", "--mark").status == 0)
    for arguments in [["item", "VV.1"], ["patron", card]] {
      let line = try commands.run(
        ["history"] + arguments + ["--lang", "vi"], input: .init()
      ).output.split(separator: "\n").last.map(String.init)
      #expect(line?.contains("ghi quá hạn lâu: VV.1") == true, "\(line ?? "")")
      #expect(line?.contains("Nguyễn Văn An (\(card))") == true)
    }
    let day = try commands.run("history", "day", "--json").object
    #expect(day["action"] as? String == "overduesMarked" && day["loansTotal"] as? Int == 1)
    let shown = try commands.run("show", "loan", "VV.1", "--lang", "vi").output
    #expect(shown.contains("ghi quá hạn lâu"))
    #expect(try commands.run("check").status == 0)
  }

  @Test("a due date more than two years ahead needs a reason, one after 2100 is not taken")
  func farDue() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.copy("VV.1")
    func lend(_ more: String...) throws -> Run {
      try commands.run(
        ["checkout", "--patron", card, "VV.1", "--json"] + more, input: .init())
    }
    #expect(
      try lend("--due", "9999-12-31", "--override", "vì thế").output.contains("dueDateTooFar"))
    #expect(try lend("--due", "2099-12-31").output.contains("dueDateFar"))
    let desk = try commands.desk(
      #"{"do":"checkout","patron":"\#(card)","item":"VV.1","due":"9999-12-31"}"#)
    #expect(desk[0]["outcome"] as? String == "refused")
    let lent = try lend("--due", "2099-12-31", "--override", "cho trường mượn dài hạn")
    #expect(lent.status == 0 && lent.output.contains("2099-12-31"))
  }
}
