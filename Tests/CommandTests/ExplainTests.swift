import Foundation
import Testing

@Suite("Explanations by command")
struct ExplainTests {
  private func cause(_ object: [String: Any], _ place: Int) throws -> String? {
    let settings = try #require(object["settings"] as? [[String: Any]])
    return settings[place]["cause"] as? String
  }

  @Test("a renewal is explained before it is made, with its reasons and the way to its date")
  func renewal() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    #expect(try commands.run("explain", "renew", "A", "--json").outcome == "refused")
    #expect(try commands.run("explain", "renew", "B", "--json").outcome == "unknownItem")
    _ = try commands.run("checkout", "--patron", card, "A")
    let explained = try commands.run("explain", "renew", "A", "--json")
    #expect(explained.status == 1)
    let object = try explained.object
    #expect(object["outcome"] as? String == "explained" && object["allowed"] as? Bool == false)
    let reason = try #require((object["reasons"] as? [[String: Any]])?.first)
    #expect(reason["code"] as? String == "renewalAddsNothing")
    #expect((reason["remedy"] as? [String: Any])?["code"] as? String == "waitUntil")
    #expect(object["renewalsAllowed"] as? Int == 2 && object["readersWaiting"] as? Int == 0)
    #expect((object["due"] as? [String: Any])?["loanDays"] as? Int == 14)
    let read = try commands.run("explain", "renew", "A").output
    #expect(read.contains("KHÔNG GIA HẠN VÌ") && read.contains("không ai chờ nhan đề này"))
    let allowed = try commands.run("rule", "set", "renewalDays=21")
    #expect(allowed.status == 0)
    #expect(try commands.run("explain", "renew", "A", "--json").status == 0)
  }

  @Test("the due date of a loan is explained by what set it, one after the other")
  func loan() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    #expect(try commands.run("explain", "loan", "A", "--json").outcome == "unknownLoan")
    let lent = try commands.run("checkout", "--patron", card, "A", "--json").object
    let loan = String(try #require(lent["op"] as? Int))
    var explained = try commands.run("explain", "loan", "A", "--json").object
    #expect(try cause(explained, 0) == "lent" && explained["otherToday"] as? Bool == false)
    #expect(
      try commands.run("explain", "loan", loan, "--json").object["status"] as? String == "open")
    let due = try #require(lent["dueOn"] as? String)
    _ = try commands.run("calendar", "close-days", due, "--reason", "bão")
    explained = try commands.run("explain", "loan", "A", "--json").object
    #expect(try cause(explained, 1) == "closed")
    let words = try commands.run("explain", "loan", "A").output
    #expect(words.contains("dời hạn vì đóng cửa") && words.contains("(bão)"))
    let shown = try commands.run("show", "loan", "A")
    #expect(shown.output.contains("Hạn trả: ") && shown.output.contains("(bão)"))
    let story = try commands.run("show", "loan", "A", "--json").object
    #expect((story["dueSetBy"] as? [String: Any])?["cause"] as? String == "closed")
  }

  @Test("a date that staff chose is theirs, in words and in JSON")
  func chosen() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    _ = try commands.run(
      "checkout", "--patron", card, "A", "--due", "2099-01-02", "--override", "theo thoả thuận")
    let explained = try commands.run("explain", "loan", "A", "--json").object
    #expect(try cause(explained, 0) == "chosen" && explained["otherToday"] as? Bool == true)
    #expect(try commands.run("show", "loan", "A").output.contains("hạn do cán bộ đặt"))
    #expect(
      try commands.run("--lang", "en", "explain", "loan", "A").output
        .contains("lent, the date set by staff"))
  }

  @Test("a line of the desk may ask why of a renewal and of a loan")
  func lines() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    let lent = try commands.run("checkout", "--patron", card, "A", "--json").object
    let loan = try #require(lent["op"] as? Int)
    let answers = try commands.desk(
      #"{"do":"explainRenewal","item":"A"}"#, #"{"do":"explainRenewal","item":"B"}"#,
      #"{"do":"explainLoan","item":"A"}"#, #"{"do":"explainLoan","loan":\#(loan)}"#,
      #"{"do":"explainLoan","item":"B"}"#, #"{"do":"explainLoan"}"#,
      #"{"do":"explainLoan","item":"A","loan":\#(loan)}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "explained", "unknownItem", "explained", "explained", "unknownLoan", "error", "error",
      ])
  }

  @Test("a hold is explained before it is placed, and one that stands as before")
  func placing() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    let asked = ["explain", "hold", "--patron", card, "--item", "A"]
    #expect(try commands.run(asked + ["--json"], input: Data()).status == 0)
    _ = try commands.run("checkout", "--patron", card, "A")
    let refused = try commands.run(asked + ["--json"], input: Data())
    #expect(refused.status == 1)
    let reason = try #require((refused.object["reasons"] as? [[String: Any]])?.first)
    #expect(reason["code"] as? String == "itemAlreadyOnLoanToPatron")
    #expect((reason["remedy"] as? [String: Any])?["code"] as? String == "renewInstead")
    #expect(try commands.run(asked, input: Data()).output.contains("KHÔNG GIỮ CHỖ VÌ"))
    #expect(
      try commands.run("explain", "hold", "--patron", "X", "--item", "A", "--json").outcome
        == "unknownPatron")
    #expect(try commands.run("explain", "hold").status == 2)
    #expect(try commands.run("explain", "hold", "9", "--patron", card).status == 2)
    let answers = try commands.desk(
      #"{"do":"explainHold","patron":"\#(card)","item":"A"}"#,
      #"{"do":"explainHold","patron":"\#(card)","item":"B"}"#,
      #"{"do":"explainHold","hold":9,"patron":"\#(card)"}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == ["explained", "unknownItem", "error"])
  }
}
