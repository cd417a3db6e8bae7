import Foundation
import Testing

@Suite("Circulation by command")
struct CirculationTests {
  @Test("a copy is lent, renewed, taken back and the return undone")
  func day() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("VV.1")
    let lent = try commands.run("checkout", "--patron", card, "VV.1", "--json").object
    #expect(lent["outcome"] as? String == "lent")
    #expect((lent["patron"] as? [String: Any])?["name"] as? String == "Nguyễn Văn An")
    #expect((lent["item"] as? [String: Any])?["barcode"] as? String == "VV.1")
    #expect(lent["op"] is Int)
    #expect(lent["dueOn"] is String)
    #expect(
      try commands.run("renew", "vv.1", "--json").output.contains("renewalAddsNothing"))
    let renewed = try commands.run("renew", "vv.1", "--override", "gọi điện", "--json").object
    #expect(renewed["outcome"] as? String == "renewed")
    #expect(renewed["renewalsLeft"] as? Int == 1)
    #expect(try commands.run("return", "VV.1", "--json").outcome == "returned")
    #expect(try commands.run("return", "VV.1", "--json").outcome == "notOnLoan")
    #expect(try commands.run("undo", "--json").outcome == "undone")
    let loan = try commands.run("show", "loan", "VV.1", "--json").object
    #expect(loan["card"] as? String == card)
  }

  @Test("every barcode gets its answer, and one refusal makes the status 1")
  func several() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    try commands.copy("B")
    let run = try commands.run("checkout", "--patron", card, "A", "nothing", "B", "--json")
    #expect(run.status == 1)
    #expect(
      try run.objects.map { $0["outcome"] as? String } == ["lent", "unknownItem", "lent"])
    #expect(
      try commands.run("checkout", "--patron", "nobody", "A", "--json").outcome == "unknownPatron")
  }

  @Test("a refusal names all reasons, is explained, and is lifted only with a reason")
  func refusal() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    #expect(try commands.run("patron", "edit", card, "--block", "mất thẻ").status == 0)
    #expect(try commands.run("item", "edit", "A", "--status", "lost").status == 0)
    let refused = try commands.run("checkout", "--patron", card, "A", "--json")
    #expect(refused.status == 1)
    let reasons = try #require(refused.object["reasons"] as? [[String: Any]])
    #expect(Set(reasons.compactMap { $0["code"] as? String }) == ["itemLost", "patronBlocked"])
    #expect(reasons.allSatisfy { $0["overridable"] as? Bool == true })
    let explained = try commands.run("explain", "checkout", "--patron", card, "A")
    #expect(explained.status == 1)
    #expect(explained.output.contains("mất thẻ"))
    let lifted = try commands.run(
      "checkout", "--patron", card, "A", "--override", "người quen", "--json")
    #expect(try lifted.outcome == "lent")
  }

  @Test("a dry run decides and writes nothing")
  func dryRun() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    let before = try commands.run("log", "--json").lines.count
    let tried = try commands.run("checkout", "--patron", card, "A", "--dry-run", "--json").object
    #expect(tried["outcome"] as? String == "lent")
    #expect(tried["op"] is NSNull)
    #expect(try commands.run("log", "--json").lines.count == before)
  }

  @Test("acting at another moment needs its permission, and late returns are counted")
  func backdating() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    #expect(
      try commands.run(
        "--at", "2026-03-02T09:00:00+07:00", "checkout", "--patron", card, "A"
      ).status == 0)
    let late = try commands.run("return", "A", "--at", "2026-03-20T09:00:00+07:00", "--json").object
    #expect(late["dueOn"] as? String == "2026-03-16")
    #expect(late["lateDays"] as? Int == 4)
    let secret = try commands.file("secret", "đúng mật khẩu\n")
    #expect(try commands.run("staff", "password", "admin", "--password-file", secret).status == 0)
    let signed = ["THUTHU_PASSWORD_FILE": secret]
    #expect(
      try commands.run(
        "staff", "add", "huong", "--role", "helper", "--password-file", secret, "--as", "admin",
        environment: signed
      ).status == 0)
    let refused = try commands.run(
      "--as", "huong", "--at", "2026-03-20", "return", "A", "--json", environment: signed)
    #expect(refused.status == 1)
    #expect(refused.output.contains("circulation.backdate"))
  }

  @Test("money is taken and what is left is said")
  func payment() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let paid = try commands.run("pay", "--patron", card, "20.000đ", "--json").object
    #expect(paid["outcome"] as? String == "paid")
    #expect(paid["balance"] as? Int == -20000)
    #expect(paid["amountInWords"] as? String == "Hai mươi nghìn đồng")
    let nothing = try commands.run("pay", "--patron", card, "0", "--json")
    #expect(nothing.status == 1)
    #expect(nothing.output.contains("amountNotPositive"))
  }

  @Test("two programs lending the same copies at the same moment: each is lent once")
  func twoDesks() throws {
    let commands = try Commands()
    let cards = [try commands.patron("Người Một"), try commands.patron("Người Hai")]
    #expect(try commands.run("rule", "set", "loansMaximum=100").status == 0)
    let record = try commands.record()
    let barcodes = (1...30).map { "C\($0)" }
    let adding = barcodes.map { #"{"do":"addItem","record":\#(record),"barcode":"\#($0)"}"# }
    _ = try commands.run("desk", input: adding.joined(separator: "\n"))
    let desks = try cards.map { card in
      let lines = barcodes.map { #"{"do":"checkout","patron":"\#(card)","item":"\#($0)"}"# }
      return try commands.start(["desk"], input: Data(lines.joined(separator: "\n").utf8))
    }
    let answers = try desks.map { try $0.finish().objects }
    for (first, second) in zip(answers[0], answers[1]) {
      let outcomes = [first, second].compactMap { $0["outcome"] as? String }.sorted()
      #expect(outcomes == ["lent", "refused"])
    }
    #expect(answers.allSatisfy { $0.count == barcodes.count })
    #expect(try commands.run("check", "--json").outcome == "sound")
  }
}
