import Foundation
import Testing

@Suite("Slips, notices and history by command")
struct SlipCommandTests {
  private let commands: Commands
  private let card: String

  init() throws {
    commands = try Commands()
    card = try commands.patron()
    _ = try commands.copy("VV.1")
  }

  @Test("the slip of a visit goes to standard output, a file or a printer")
  func visit() throws {
    #expect(try commands.run("slip", "visit", "--json").outcome == "nothing")
    _ = try commands.run("checkout", "--patron", card, "VV.1")
    _ = try commands.run("pay", "--patron", card, "12500")
    let slips = try commands.run("slip", "visit", "--json").objects
    #expect(slips.map { $0["kind"] as? String } == ["checkout", "payment"])
    #expect((slips[1]["text"] as? String)?.contains("Mười hai nghìn năm trăm đồng") == true)
    let path = commands.folder + "/slip.txt"
    #expect(try commands.run("slip", "visit", "--patron", card, "-o", path).status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Sách VV.1"))
    let device = try commands.file("printer", "")
    #expect(try commands.run("slip", "visit", "--printer", device, "--json").outcome == "printed")
    #expect(try Data(contentsOf: URL(fileURLWithPath: device)).starts(with: [0x1B, 0x40]))
    let off = try commands.run("slip", "visit", "--printer", "/dev/khong-co")
    #expect(off.status == 4 && off.errors.contains("/dev/khong-co"))
    #expect(try commands.run("slip", "test", "--printer", device, "--json").outcome == "sent")
  }

  @Test("the receipt of an earlier entry is written again; one that was taken back has none")
  func receipt() throws {
    let paid = try commands.run(
      "pay", "--patron", card, "12500", "--at", "2026-11-20T09:05:00+07:00", "--json"
    ).object
    let op = String(try #require(paid["op"] as? Int))
    let slip = try commands.run("slip", "receipt", op)
    #expect(slip.output.contains("Mười hai nghìn năm trăm đồng"))
    #expect(slip.output.contains(try #require(paid["receipt"] as? String)))
    #expect(slip.output.contains("20/11/2026"))
    let asked = try commands.desk(#"{"do":"slips","receipt":\#(op)}"#)[0]
    let slips = try #require(asked["slips"] as? [[String: Any]])
    #expect(slips.map { $0["kind"] as? String } == ["payment"])
    #expect(try commands.run("undo", op).status == 0)
    #expect(try commands.run("slip", "receipt", op, "--json").outcome == "nothing")
  }

  @Test("a template is set, shown and reset; a fault names its line and saves nothing")
  func template() throws {
    let wrong = try commands.file("wrong.txt", "{library}\n{ten}\n")
    let refused = try commands.run("slip", "template", "set", "checkout", wrong, "--json")
    #expect(refused.status == 3)
    #expect(try refused.object["line"] as? Int == 2)
    let good = try commands.file("good.txt", "{each}\n* {title}\n{end}\n")
    #expect(try commands.run("slip", "template", "set", "checkout", good).status == 0)
    _ = try commands.run("checkout", "--patron", card, "VV.1")
    #expect(try commands.run("slip", "visit").output == "* Sách VV.1\n")
    #expect(try commands.run("slip", "template", "show", "checkout").output.contains("* {title}"))
    #expect(try commands.run("slip", "template", "reset", "checkout").status == 0)
    #expect(try commands.run("slip", "visit").output.contains("PHIẾU MƯỢN"))
    #expect(try commands.run("slip", "template", "list", "--json").objects.count == 17)
    #expect(try commands.run("check").status == 0)
  }

  @Test("letters go to a roll printer by command, and a printer that is off leaves nobody noted")
  func letterPrinter() throws {
    _ = try commands.run("checkout", "--patron", card, "VV.1", "--at", "2020-01-06")
    let off = try commands.run(
      "notice", "overdue", "--write", "letters", "-o", "127.0.0.1:1", "--record")
    #expect(off.status == 4 && off.errors.contains("127.0.0.1:1"))
    #expect(!FileManager.default.fileExists(atPath: commands.folder + "/127.0.0.1:1"))
    #expect(try commands.run("notice", "overdue", "--due", "--json").objects.count == 1)
    let device = try commands.file("printer", "")
    let list = try commands.run(
      "notice", "overdue", "--write", "messages", "--printer", device, "--record")
    #expect(list.status == 2 && list.errors.contains("tệp"))
    let printed = try commands.run(
      "notice", "overdue", "--printer", device, "--record", "--json"
    ).objects
    #expect(printed.map { $0["outcome"] as? String } == ["printed", "recorded"])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: device))
    #expect(bytes.starts(with: [0x1B, 0x40]) && bytes.suffix(4) == Data([0x1D, 0x56, 66, 0]))
    #expect(try commands.run("notice", "overdue", "--due", "--json").output.isEmpty)
    #expect(try commands.run("notice", "overdue", "--print").status == 4)
  }

  @Test("overdue readers are listed, written to, recorded, not due again, and undo makes them due")
  func overdue() throws {
    _ = try commands.run("checkout", "--patron", card, "VV.1", "--at", "2020-01-06")
    let found = try commands.run("notice", "overdue", "--json").object
    #expect((found["patron"] as? [String: Any])?["card"] as? String == card)
    #expect(found["level"] as? Int == 3 && found["due"] as? Bool == true)
    let letters = try commands.run("notice", "overdue", "--write", "letters", "--record")
    #expect(letters.output.contains("GIẤY BÁO SÁCH QUÁ HẠN (lần 3)"))
    #expect(try commands.run("notice", "overdue", "--due", "--json").output.isEmpty)
    let history = try commands.run("history", "patron", card)
    #expect(history.lines.last?.contains("nhắc quá hạn lần 3 bằng thư") == true)
    #expect(history.lines.contains { $0.contains("Sách VV.1") })
    #expect(try commands.run("undo", "--json").outcome == "undone")
    #expect(try commands.run("notice", "overdue", "--due", "--json").objects.count == 1)
    let plain = try commands.run("notice", "overdue", "--write", "classes", "--plain").output
    #expect(plain.contains("DANH SACH MUON QUA HAN"))
    #expect(try commands.run("notice", "due-soon").output == "Không có ai.\n")
    #expect(try commands.run("notice", "hold", "--write", "classes").status == 2)
    #expect(try commands.run("check").status == 0)
  }

  @Test("the history of a copy and of a day, and where a charge comes from, day by day")
  func history() throws {
    _ = try commands.run("rule", "set", "finePerDay=1000")
    _ = try commands.run(
      "checkout", "--patron", card, "VV.1", "--at", "2026-01-05", "--due", "2026-01-09")
    _ = try commands.run("return", "VV.1", "--at", "2026-01-13")
    let item = try commands.run("history", "item", "VV.1", "--json").objects
    #expect(item.map { $0["kind"] as? String }.suffix(2) == ["loanOpened", "loanClosed"])
    #expect(try commands.run("history", "item", "VV.9").status == 1)
    let fine = try commands.run("explain", "fine", "VV.1", "--json").object
    let days = try #require(fine["days"] as? [[String: Any]])
    #expect(
      days.map { $0["day"] as? String } == [
        "2026-01-10", "2026-01-11", "2026-01-12", "2026-01-13",
      ])
    #expect(fine["lateDays"] as? Int == days.filter { $0["counted"] as? Bool == true }.count)
    #expect(fine["returned"] as? Bool == true && fine["termsOfLoan"] as? Bool == true)
    #expect(try commands.run("explain", "fine", "VV.9").status == 1)
    #expect(try commands.run("history", "day", "--json").objects.count >= 2)
  }
}
