import Foundation
import Testing

@Suite("Holds by command")
struct HoldCommandTests {
  @Test("a hold is placed, listed, served by a return, fetched, and its ending undone")
  func day() throws {
    let commands = try Commands()
    let (first, second) = (try commands.patron(), try commands.patron())
    let record = try commands.copy("VV.1")
    _ = try commands.run("checkout", "--patron", first, "VV.1")
    let placed = try commands.run(
      "hold", "place", "--patron", second, "--record", record, "--json"
    ).object
    #expect(placed["outcome"] as? String == "placed" && placed["position"] as? Int == 1)
    let hold = String(try #require(placed["hold"] as? Int))
    let again = try commands.run("hold", "place", "--patron", second, "--record", record, "--json")
    #expect(again.status == 1)
    let reasons = try #require(again.object["reasons"] as? [[String: Any]])
    #expect(reasons.map { $0["code"] as? String } == ["alreadyHeld"])
    #expect(try commands.run("hold", "list", "--record", record, "--json").objects.count == 1)
    #expect(try commands.run("explain", "hold", hold, "--json").outcome == "explained")
    let returned = try commands.run("return", "VV.1", "--json").object
    #expect(returned["errand"] as? String == "holdShelf")
    #expect((returned["holdFor"] as? [String: Any])?["masked"] as? String != nil)
    let slip = try commands.run("hold", "shelf", "--slips", "--json").object
    #expect((slip["reader"] as? String)?.hasPrefix("…") == true)
    #expect(
      try commands.run("hold", "cancel", hold, "--reason", "xong", "--json").outcome == "ended")
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("hold", "shelf", "--json").objects.count == 1)
    #expect(try commands.run("checkout", "--patron", second, "VV.1", "--json").outcome == "lent")
    #expect(try commands.run("check").status == 0)
  }

  @Test("the desk in JSON Lines places, freezes, ends and lists holds")
  func lines() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let record = try commands.copy("VV.1")
    let run = try commands.run(
      "desk",
      input: """
        {"do":"hold","patron":"\(card)","record":\(record)}
        {"do":"pullList"}
        {"do":"hold","patron":"\(card)"}
        {"do":"cancelHold","hold":999,"reason":"x"}
        {"do":"clearHolds"}
        {"do":"holdShelf"}
        """)
    let outcomes = try run.objects.map { $0["outcome"] as? String }
    #expect(outcomes == ["placed", "found", "error", "unknownHold", "cleared", "found"])
    #expect((try run.objects[1]["lines"] as? [Any])?.count == 1)
  }
}
