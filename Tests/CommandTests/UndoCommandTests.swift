import Foundation
import Testing

@Suite("Undo by command and at the desk")
struct UndoCommandTests {
  private func reasons(_ answer: [String: Any]) -> [String] {
    (answer["reasons"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test("a fast add goes with its loan, which a dry run and the answer tell")
  func fastAdd() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let added = try commands.run("item", "fast-add", "NH1", "--title", "Sách mới", "--json").object
    let op = try #require(added["op"] as? Int)
    _ = try commands.run("checkout", "--patron", card, "NH1")
    let tried = try commands.run("undo", "--dry-run", "--json").object
    #expect(tried["undone"] as? Int == op && tried["op"] is NSNull)
    let action = try #require(tried["action"] as? [String: Any])
    let whole = try #require(action["fastAdd"] as? [String: Any])
    #expect((whole["patron"] as? [String: Any])?["card"] as? String == card)
    let done = try commands.run("undo")
    #expect(done.status == 0)
    #expect(done.output.contains("thêm nhanh và cho mượn: NH1 Sách mới – Nguyễn Văn An"))
    #expect(try commands.run("show", "item", "NH1").status == 1)
    #expect(try commands.run("check").status == 0)
  }

  @Test("the last of an account and of a drawer are taken back by name of the place")
  func places() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.run("charge", card, "photocopy", "9000")
    _ = try commands.run("cash", "open", "--float", "50000")
    _ = try commands.run("pay", "--patron", card, "4000")
    _ = try commands.run("cash", "close", "54000")
    _ = try commands.patron("Lê Bình")
    let refused = try commands.run("undo", "--account", card, "--json")
    #expect(refused.status == 1)
    #expect(try reasons(refused.object) == ["cashShiftClosed"])
    #expect(try commands.run("undo", "--drawer", "Q1").output.contains("khoá sổ thu tiền"))
    let undone = try commands.run("undo", "--account", card, "--json").object
    #expect(undone["outcome"] as? String == "undone")
    #expect((undone["notices"] as? [Any])?.isEmpty == true)
    #expect(try commands.run("undo", "--account", "XX", "--json").outcome == "unknownPatron")
    #expect(try commands.run("undo", "--drawer", "Q9", "--json").outcome == "unknownDrawer")
    #expect(try commands.run("undo", "--account", card, "--drawer", "Q1").status == 2)
    #expect(try commands.run("check").status == 0)
  }

  @Test(
    "cash of a closed shift is handed back out of the open one, which the answer and the cash-up tell"
  )
  func acrossShifts() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.run("charge", card, "photocopy", "9000")
    _ = try commands.run("cash", "open")
    let paid = try commands.run("pay", "--patron", card, "4000", "--json").object
    _ = try commands.run("cash", "close", "4000")
    _ = try commands.run("cash", "open", "--float", "50000")
    let op = try #require(paid["op"] as? Int)
    let void = try commands.run("account", "void", "\(op)", "--reason", "nhầm")
    #expect(void.output.contains("Chi lại 4.000 đ từ ngăn Q1"))
    let shift = try #require(try commands.run("cash", "show", "--json").objects.first)
    #expect(shift["handedBack"] as? Int == -4000 && shift["expected"] as? Int == 46000)
    #expect(try commands.run("check").status == 0)
  }

  @Test("reminders of a run are one action at the desk too")
  func reminders() throws {
    let commands = try Commands()
    for (code, name) in [("A", "Lê Bình"), ("B", "Trần Lan")] {
      try commands.copy(code)
      _ = try commands.run("checkout", "--patron", commands.patron(name), code)
    }
    let answers = try commands.run(
      "desk",
      input: """
        {"do":"recordReminders","kind":"due-soon","days":400}
        {"do":"undo","dryRun":true}
        {"do":"undo"}
        {"do":"reminders","kind":"due-soon","days":400,"due":true}
        """
    ).objects
    let together = try #require(answers[0]["op"] as? Int)
    #expect((answers[0]["ops"] as? [Any])?.count == 2)
    #expect(answers[1]["undone"] as? Int == together && answers[2]["undone"] as? Int == together)
    #expect((answers[3]["readers"] as? [Any])?.count == 2)
  }

  @Test("a copy that a reader has is not called lost, and a kept one says who waits again")
  func copies() throws {
    let commands = try Commands()
    let (card, other) = (try commands.patron(), try commands.patron("Lê Bình"))
    let record = try commands.copy("A")
    _ = try commands.run("checkout", "--patron", card, "A")
    let refused = try commands.run("item", "edit", "A", "--status", "lost")
    #expect(refused.status == 1 && refused.output.contains("thuthu loss declare"))
    _ = try commands.run("hold", "place", "--patron", other, "--record", record)
    _ = try commands.run("return", "A")
    let damage = try commands.run("loss", "damage", "A", "--note", "rách", "--json").object
    let waits = try #require(damage["waitsAgain"] as? [String: Any])
    #expect(waits["place"] as? Int == 1)
    #expect((waits["patron"] as? [String: Any])?["card"] as? String == other)
    _ = try commands.run("undo")
    let edited = try commands.run("item", "edit", "A", "--status", "missing")
    #expect(edited.output.contains("Lê Bình (\(other)) phải chờ lại, thứ 1 trong hàng chờ"))
  }
}
