import Foundation
import Testing

@Suite("Accounts and drawers by command")
struct MoneyTests {
  @Test("charges, payments and voids have receipts, and the account tells each")
  func account() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let charged = try commands.run("charge", card, "photocopy", "9.000", "--json").object
    #expect(charged["outcome"] as? String == "charged" && charged["balance"] as? Int == 9000)
    let debt = try #require(charged["op"] as? Int)
    let paid = try commands.run(
      "pay", "--patron", card, "4000", "--charge", "\(debt)", "--method", "transfer", "--json"
    ).object
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    #expect(paid["receipt"] as? String == "Q1/\(year)/000002")
    let op = try #require(paid["op"] as? Int)
    #expect(try commands.run("account", "receipt", "\(op)").output.contains("Bốn nghìn đồng"))
    #expect(
      try commands.run("account", "void", "\(op)", "--reason", "nhầm", "--json").outcome
        == "undone")
    let lines = try commands.run("account", "show", card, "--json").objects
    #expect(lines.compactMap { $0["kind"] as? String } == ["charge", "payment", "void"])
    #expect(lines.last?["balance"] as? Int == 9000)
    #expect(lines.first?["open"] as? Int == 9000)
    let waived = try commands.run("account", "waive", card, "9001", "--reason", "x", "--json")
    #expect(waived.status == 1 && waived.output.contains("moreThanOwed"))
    #expect(
      try commands.run("account", "waive", card, "9000", "--reason", "hộ nghèo", "--json").outcome
        == "waived")
    #expect(try commands.run("account", "show", card, "--open").output.contains("Còn nợ 0 đ"))
    #expect(try commands.run("account", "show", "XX").status == 1)
    #expect(try commands.run("check").status == 0)
  }

  @Test("a deposit is taken, returned and used, and a surplus handed back")
  func deposit() throws {
    let commands = try Commands()
    let card = try commands.patron()
    func run(_ words: String...) throws -> [String: Any] {
      try commands.run(["account"] + words + ["--json"], input: Data()).object
    }
    #expect(try run("deposit", "take", card, "100000")["held"] as? Int == 100_000)
    _ = try run("charge", card, "damage", "30000", "--note", "rách bìa")
    #expect(try run("deposit", "use", card, "30000")["balance"] as? Int == 0)
    #expect(try run("deposit", "return", card, "70001")["outcome"] as? String == "refused")
    #expect(try run("deposit", "return", card, "70000")["held"] as? Int == 0)
    _ = try commands.run("pay", "--patron", card, "500")
    #expect(try run("refund", card, "500")["outcome"] as? String == "refunded")
  }

  @Test("a drawer is opened, filled, counted and closed, by command and by desk")
  func cash() throws {
    let commands = try Commands()
    let card = try commands.patron()
    #expect(try commands.run("cash", "close", "0", "--json").output.contains("drawerNotOpen"))
    #expect(
      try commands.run("cash", "open", "q2", "--float", "200000", "--json").object["drawer"]
        as? String == "Q2")
    let answers = try commands.desk(
      #"{"do":"pay","patron":"\#(card)","amount":30000}"#,
      #"{"do":"charge","patron":"\#(card)","amount":5000,"kind":"card"}"#,
      #"{"do":"waive","patron":"\#(card)","amount":1,"note":"x"}"#,
      #"{"do":"takeDeposit","patron":"\#(card)","amount":50000}"#,
      #"{"do":"useDeposit","patron":"\#(card)","amount":1}"#,
      #"{"do":"returnDeposit","patron":"\#(card)","amount":50000}"#,
      #"{"do":"refund","patron":"\#(card)","amount":25000}"#,
      #"{"do":"moveCash","amount":-1000,"reason":"nộp quỹ"}"#,
      #"{"do":"closeCash","counted":204000}"#,
      #"{"do":"pay","patron":"\#(card)","amount":1,"method":"gold"}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "paid", "charged", "refused", "saved", "refused", "saved", "refunded", "saved", "saved",
        "error",
      ])
    #expect(answers[0]["balance"] as? Int == -30_000)
    let shift = try #require(answers[8]["shift"] as? Int)
    #expect(answers[8]["difference"] as? Int == 0)
    let told = try commands.run("cash", "show", "\(shift)", "--json").objects
    #expect(told.count == 7 && told[0]["taken"] as? Int == 5000)
    #expect(told[6]["amount"] as? Int == -1000 && told[6]["reason"] as? String == "nộp quỹ")
    #expect(try commands.run("cash", "show", "\(shift)").output.contains("lấy ra: nộp quỹ"))
    #expect(!(try commands.run("cash", "show").output.contains("«»")))
    #expect(try commands.run("cash", "list").output.contains("khớp"))
    #expect(try commands.run("cash", "show").status == 1)
    let op = try #require(answers[1]["op"] as? Int)
    let void = try commands.desk(
      #"{"do":"voidEntry","op":\#(op)}"#, #"{"do":"voidEntry","op":\#(op),"reason":"nhầm"}"#)
    #expect(void.map { $0["outcome"] as? String } == ["refused", "undone"])
    #expect(try commands.run("check").status == 0)
  }
}
