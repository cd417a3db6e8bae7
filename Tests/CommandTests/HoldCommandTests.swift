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
    let listed = try commands.run("hold", "list", "--record", record, "--json").objects
    #expect(listed.count == 1 && listed[0]["position"] as? Int == 1)
    let from = try #require(listed[0]["expectedFrom"] as? [String: Any])
    #expect(from["whereabouts"] as? String == "onLoan" && from["due"] is String)
    #expect(listed[0]["expectedOn"] as? String == from["due"] as? String)
    #expect(try commands.run("hold", "list", "--patron", second).output.contains("thứ 1 · dự kiến"))
    #expect(try commands.run("explain", "hold", hold, "--json").outcome == "explained")
    let returned = try commands.run("return", "VV.1", "--json").object
    #expect(returned["errand"] as? String == "holdShelf")
    #expect((returned["holdFor"] as? [String: Any])?["masked"] as? String != nil)
    #expect(try commands.run("show", "item", "VV.1").output.contains("trên giá giữ chỗ, cho "))
    #expect(try commands.run("history", "item", "VV.1").output.contains("GIÁ GIỮ CHỖ: "))
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
        {"do":"holds","record":\(record)}
        {"do":"holds","patron":"\(card)"}
        """)
    let outcomes = try run.objects.map { $0["outcome"] as? String }
    #expect(
      outcomes == ["placed", "found", "error", "unknownHold", "cleared", "found", "found", "found"])
    let queue = try #require(try run.objects[6]["holds"] as? [[String: Any]])
    #expect(queue.map { $0["position"] as? Int } == [1])
    #expect((try run.objects[1]["lines"] as? [Any])?.count == 1)
  }
}

@Suite("Places and numbers by command")
struct PlaceAndNumberCommandTests {
  @Test("the pull list, slips and answers name where a copy goes; a cancelled transfer says so")
  func names() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let record = try commands.copy("VV.1")
    #expect(try commands.run("term", "set", "library", "Q2", "Kho Quận 2").status == 0)
    _ = try commands.run("hold", "place", "--patron", card, "--record", record, "--pickup", "Q2")
    #expect(try commands.run("hold", "pull").output.contains("Kho Quận 2"))
    let line = try commands.run("hold", "pull", "--json").object
    #expect(line["pickupName"] as? String == "Kho Quận 2")
    let returned = try commands.run("return", "VV.1")
    #expect(returned.output.contains("CHUYỂN ĐẾN Kho Quận 2"))
    #expect(try commands.run("slip", "transfer", "VV.1").output.contains("Kho Quận 2"))
    #expect(try commands.run("item", "sent").output.contains("Kho Quận 2"))
    let hold = try commands.run("hold", "list", "--record", record, "--json").object
    let number = String(try #require(hold["hold"] as? Int))
    #expect(hold["sentTo"] as? String == "Q2")
    let ended = try commands.run("hold", "cancel", number, "--reason", "thôi")
    #expect(ended.output.contains("đang trên đường đến Kho Quận 2"))
    #expect(!ended.output.contains("khỏi giá giữ chỗ"))
    #expect(try commands.run("item", "sent").output.contains("Kho Quận 2"))
    #expect(try commands.run("check").status == 0)
  }

  @Test("a number of the other side is refused with its reason until a flag says that it is meant")
  func numbers() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.copy("VV.1")
    let refused = try commands.run("item", "fast-add", card, "--title", "Sách", "--json")
    #expect(refused.status == 1 && refused.output.contains("barcodeIsCard"))
    #expect(
      try commands.run("item", "fast-add", card, "--title", "Sách", "--share-number").status == 0)
    let told = try commands.run("patron", "card", "add", card, "VV.1")
    #expect(
      told.status == 1 && told.errors.isEmpty && told.output.contains("mã vạch của «Sách VV.1»"))
    let desk = try commands.desk(
      #"{"do":"addCard","patron":"\#(card)","card":"VV.1"}"#,
      #"{"do":"addCard","patron":"\#(card)","card":"VV.1","shareNumber":true}"#)
    #expect(desk.map { $0["outcome"] as? String } == ["refused", "saved"])
  }

  @Test("a report of damage names who is charged and for which loan")
  func damage() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.copy("VV.1")
    _ = try commands.run("checkout", "--patron", card, "VV.1")
    let told = try commands.run("loss", "damage", "VV.1", "--note", "rách", "--charge", "8000")
    #expect(told.output.contains("ghi nợ 8.000 đ cho Nguyễn Văn An (\(card)): đang mượn từ"))
    let free = try commands.run("loss", "damage", "VV.1", "--note", "ướt", "--json").object
    #expect(free["charged"] is NSNull)
    let desk = try commands.desk(
      #"{"do":"reportDamage","item":"VV.1","note":"mốc","amount":500}"#)[0]
    let charged = try #require(desk["charged"] as? [String: Any])
    #expect(charged["why"] as? String == "onLoan" && charged["amount"] as? Int == 500)
  }
}

@Suite("Lending otherwise by command")
struct LendingCommandTests {
  @Test(
    "a box is lent from a file with its list, renewed as a whole, and the renewal undone at once")
  func box() throws {
    let commands = try Commands()
    let card = try commands.patron("Trường Tiểu học Tân Lập")
    for barcode in ["A", "B"] { try commands.copy(barcode) }
    let file = try commands.file("box.txt", "A\nB\n\nkhông có\n")
    let lent = try commands.run(
      "checkout", "--patron", card, "--file", file, "--due", "2030-01-01", "--override",
      "luân chuyển")
    #expect(lent.status == 1)
    #expect(lent.lines.contains { $0.contains("2") && $0.contains("B") && $0.contains("2030") })
    let today = try commands.run("box", "list", "--json").objects
    #expect(today.count == 1)
    #expect(try commands.run("box", "list", "--to", "2020-01-01", "--json").output.isEmpty)
    #expect(try commands.run("box", "list", "--from", "2020-01-01", "--json").objects.count == 1)
    #expect(
      try commands.run("box", "list", "--from", "2020-01-02", "--to", "2020-01-01").status == 2)
    let renewed = try commands.run("renew", "--all", card, "--override", "gọi điện", "--json")
      .object
    let ops = try #require(renewed["ops"] as? [Int]).map(String.init)
    #expect(ops.count == 2)
    let undone = try commands.run(["undo"] + ops + ["--json"], input: Data())
    #expect(try undone.objects.map { $0["outcome"] as? String } == ["undone", "undone"])
    #expect(try commands.run("checkout", "--patron", card).status != 0)
  }

  @Test("a chosen due date ends at the rules' time, or at its own")
  func dueTime() throws {
    let commands = try Commands()
    let card = try commands.patron()
    for barcode in ["A", "B", "C"] { try commands.copy(barcode) }
    #expect(try commands.run("rule", "set", "dueTime=17:00").status == 0)
    func lend(_ barcode: String, _ due: String) throws -> [String: Any] {
      try commands.run(
        "checkout", "--patron", card, barcode, "--due", due, "--override", "hạn dài", "--json"
      ).object
    }
    #expect(try lend("A", "2030-01-04")["dueAt"] as? String == "17:00")
    #expect(try lend("B", "2030-01-04 15:00")["dueAt"] as? String == "15:00")
    #expect(try lend("C", "4/1/2030 24:00")["dueAt"] is NSNull)
    #expect(
      try commands.run("checkout", "--patron", card, "A", "--due", "2030-01-04 25:00").status == 2)
    let desk = #"{"do":"checkout","patron":"\#(card)","item":"A","due":"2030-01-04 x"}"#
    let fault = try commands.run(["desk"], input: Data(desk.utf8)).object
    #expect(fault["outcome"] as? String == "error" && fault["field"] as? String == "due")
  }

  @Test("a book without a record is added, read on the spot, and sent home to its library")
  func others() throws {
    let commands = try Commands()
    let card = try commands.patron()
    #expect(
      try commands.run("item", "fast-add", "A", "--title", "Sách mới", "--json").outcome == "added")
    let lent = try commands.run("checkout", "--patron", card, "A", "--on-site", "--json").object
    #expect(lent["outcome"] as? String == "lent")
    #expect(try commands.run("return", "A", "--json").object["errand"] as? String == "shelf")
    _ = try commands.run("term", "set", "library", "VN-X", "Điểm Tân Lập")
    #expect(try commands.run("item", "edit", "A", "--owner", "VN-X").status == 0)
    #expect(try commands.run("return", "A", "--json").object["send"] as? String == "VN-X")
    #expect(try commands.run("item", "sent", "--json").object["to"] as? String == "VN-X")
    #expect(try commands.run("check").status == 0)
  }

  @Test("the desk in JSON Lines lends a box, renews all, adds a book, lists what is under way")
  func lines() throws {
    let commands = try Commands()
    let card = try commands.patron()
    let run = try commands.run(
      "desk",
      input: """
        {"do":"fastAdd","barcode":"A","title":"Sách mới"}
        {"do":"checkoutAll","patron":"\(card)","items":["A","B"]}
        {"do":"renewAll","patron":"\(card)"}
        {"do":"return","item":"A"}
        {"do":"checkout","patron":"\(card)","item":"A","onSite":true}
        {"do":"transfers"}
        """)
    #expect(
      try run.objects.map { $0["outcome"] as? String }
        == ["added", "each", "each", "returned", "lent", "found"])
  }
}
