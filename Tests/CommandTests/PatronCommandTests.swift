import Foundation
import Testing

@Suite("Patrons by command: cards, remarks, classes, merging")
struct PatronCommandTests {
  @Test("a lost card is replaced, told when it is asked for, and the replacing undone")
  func cards() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let replaced = try commands.run("patron", "card", "replace", card, "--json").object
    let new = try #require(replaced["card"] as? String)
    #expect(new != card)
    let old = try commands.run("patron", "details", card, "--json")
    #expect(old.status == 1)
    #expect(try old.outcome == "cardOutOfUse")
    #expect(try old.object["standing"] as? String == "lost")
    #expect(try commands.run("patron", "card", "add", new, "THE-2", "--json").outcome == "saved")
    #expect(try commands.run("patron", "details", "THE-2", "--json").outcome == "found")
    #expect(
      try commands.run("patron", "card", "retire", "THE-2", "--json").outcome == "saved")
    for _ in 0..<3 { #expect(try commands.run("undo", "--json").outcome == "undone") }
    #expect(try commands.run("patron", "details", card, "--json").outcome == "found")
    #expect(try commands.run("patron", "card", "replace", card, "--because", "good").status == 2)
    #expect(try commands.run("check").status == 0)
  }

  @Test("a restriction refuses a loan with its reason until it is lifted")
  func remarks() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.copy("VV.1")
    let remark = try commands.run(
      "patron", "remark", "restrict", card, "nợ bản cam kết", "--json"
    ).object
    let refused = try commands.run("checkout", "--patron", card, "VV.1", "--json")
    let reasons = try #require(refused.object["reasons"] as? [[String: Any]])
    #expect(reasons.map { $0["code"] as? String } == ["patronRestricted"])
    #expect((reasons[0]["data"] as? [String: Any])?["text"] as? String == "nợ bản cam kết")
    let number = String(try #require(remark["remark"] as? Int))
    #expect(try commands.run("patron", "remark", "lift", number, "--json").outcome == "saved")
    _ = try commands.run("patron", "remark", "message", card, "có thư", "--must-be-read")
    let lent = try commands.run("checkout", "--patron", card, "VV.1", "--json").object
    let notices = try #require(lent["notices"] as? [[String: Any]])
    #expect(notices.map { $0["code"] as? String } == ["patronMessage"])
    #expect(try commands.run("check").status == 0)
  }

  @Test("classes move up with a preview, cards of a class are renewed, and both are undone")
  func classes() throws {
    let commands = try Commands()
    for (name, schoolClass) in [("Lê Văn Ba", "12A1"), ("Phạm Thị Tư", "10A1")] {
      _ = try commands.run(
        "patron", "add", "--name", name, "--class", schoolClass, "--school-year", "2025-2026")
    }
    let shown = try commands.run("patron", "promote", "--year", "2026", "--dry-run", "--json")
      .object
    #expect((shown["changes"] as? [Any])?.count == 2 && shown["op"] is NSNull)
    let done = try commands.run("patron", "promote", "10A1=11A2", "--year", "2026", "--json").object
    let change = try #require((done["changes"] as? [[String: Any]])?.first)
    #expect(change["toClass"] as? String == "11A2")
    #expect(try commands.run("undo", "--json").outcome == "undone")
    let renewed = try commands.run("patron", "renew", "--class", "12a1", "--json").object
    #expect((renewed["changes"] as? [Any])?.count == 1)
    #expect(try commands.run("patron", "expiring", "--within", "366", "--json").objects.count == 1)
    #expect(try commands.run("patron", "promote", "10A1").status == 2)
    #expect(try commands.run("check").status == 0)
  }

  @Test("two entries are proposed as one person, merged and parted")
  func merging() throws {
    let commands = try Commands()
    var cards: [String] = []
    for _ in 0..<2 {
      let added = try commands.run(
        "patron", "add", "--name", "Lê Văn Ba", "--born", "2010", "--json")
      cards.append(try #require(added.object["card"] as? String))
    }
    #expect(try commands.run("patron", "twins", cards[0], "--json").objects.count == 1)
    #expect(
      try commands.run("patron", "merge", cards[0], cards[1], "--json").outcome == "merged")
    #expect(try commands.run("patron", "twins", cards[0], "--json").objects.isEmpty)
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("patron", "twins", cards[0], "--json").objects.count == 1)
    #expect(try commands.run("check").status == 0)
  }

  @Test("the desk in JSON Lines does what the commands do")
  func lines() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let run = try commands.run(
      "desk",
      input: """
        {"do":"enrol","qr":"001087123456||Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"}
        {"do":"enrol","qr":"001087123456||Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"}
        {"do":"restrict","patron":"\(card)","reason":"nợ sách"}
        {"do":"leaveMessage","patron":"\(card)","text":"có thư","mustBeRead":true}
        {"do":"renewMembership","patron":"\(card)"}
        {"do":"addCard","patron":"\(card)","card":"THE-2"}
        {"do":"retireCard","card":"THE-2"}
        {"do":"replaceCard","patron":"\(card)","card":"THE-3"}
        {"do":"patronDetails","patron":"THE-3"}
        {"do":"liftRemark","remark":99999}
        {"do":"mergePatrons","keeper":"THE-3","other":"KHONG"}
        """)
    let outcomes = try run.objects.map { $0["outcome"] as? String }
    #expect(
      outcomes == [
        "enrolled", "refused", "saved", "saved", "saved", "saved", "saved", "saved", "found",
        "unknownRemark", "unknownPatron",
      ])
    #expect(!run.output.contains("001087123456"))
  }
}
