import Foundation
import Testing

@Suite("The house, patrons and inventory by command")
struct HouseTests {
  @Test("a sample library is full, sound, and has nothing of its own in today's future")
  func sample() throws {
    let commands = try Commands(makesLibrary: false)
    #expect(try commands.run("init", "--sample").status == 0)
    #expect(try commands.run("check", "--json").outcome == "sound")
    let patrons = try commands.run("patron", "list", "--limit", "1000", "--json").objects
    #expect(patrons.count >= 100)
    #expect(patrons.contains { $0["status"] as? String == "blocked" })
    #expect(try commands.run("search", "truyen kieu", "--json").lines.isEmpty == false)
    #expect(try commands.run("item", "list", "--limit", "2000", "--json").lines.count > 1000)
    let now = ISO8601DateFormatter().string(from: Date())
    #expect(try commands.run("log", "--since", now, "--json").lines.isEmpty)
  }

  @Test("patrons are found in any way, edited, and taken from a table")
  func patrons() throws {
    let commands = try Commands()
    let card = try commands.patron("Nguyễn Thị Đào")
    let found = try commands.run("patron", "search", "dao nguyen", "--json").object
    #expect(found["card"] as? String == card)
    #expect(try commands.run("patron", "edit", card, "--phone", "0912345678").status == 0)
    #expect(
      try commands.run("patron", "search", "0912 345 678", "--json").object["card"] as? String
        == card)
    #expect(try commands.run("patron", "edit", "nobody", "--note", "x").status == 1)
    let table = try commands.file(
      "patrons.csv",
      "Số thẻ;Họ và tên;Năm sinh\nA1;Lê Văn Một;1980\nA2;;1990\nA3;Lê Văn Ba;9999\n")
    let imported = try commands.run("patron", "import", table, "--json")
    #expect(imported.status == 3)
    #expect(try imported.object["enrolled"] as? Int == 1)
    let lines = try imported.objects.filter { $0["outcome"] as? String == "fault" }
    #expect(lines.map { $0["line"] as? Int } == [3, 4])
    let empty = try commands.file("empty.csv", "")
    #expect(try commands.run("patron", "import", empty).status == 3)
  }

  @Test("settings are listed, changed and cleared by name, and only to what makes sense")
  func namedSettings() throws {
    let commands = try Commands()
    #expect(try commands.run("setting", "set", "screen.theme", "night").status == 0)
    let settings = try commands.run("setting", "list", "--json").objects
    let theme = settings.first { $0["name"] as? String == "screen.theme" }
    #expect(theme?["value"] as? String == "night")
    #expect(try commands.run("setting", "set", "screen.theme", "none").status == 2)
    #expect(try commands.run("setting", "set", "screen.colour", "red").status == 2)
    let prefix = try commands.run("setting", "set", "patrons.cardPrefix", "Bễ", "--json")
    #expect(prefix.status == 1)
    #expect(prefix.output.contains("invalidValue"))
    #expect(try commands.run("setting", "set", "screen.theme").status == 0)
    #expect(try !commands.run("setting", "list").output.contains("night"))
  }

  @Test("staff need a password before there are two, and then everybody signs in")
  func staff() throws {
    let commands = try Commands()
    let secret = try commands.file("secret", "mật khẩu\n")
    let early = try commands.run("staff", "add", "lan", "--password-file", secret, "--json")
    #expect(early.status == 1)
    #expect(early.output.contains("passwordNeeded"))
    #expect(try commands.run("staff", "password", "admin", "--password-file", secret).status == 0)
    let signed = ["THUTHU_PASSWORD_FILE": secret]
    let added = try commands.run(
      "staff", "add", "lan", "--name", "Lan", "--role", "helper", "--password-file", secret,
      environment: signed)
    #expect(added.status == 0)
    let unsigned = try commands.run("log", "--json")
    #expect(unsigned.status == 1)
    #expect(unsigned.output.contains("signInNeeded"))
    let wrong = try commands.file("wrong", "sai\n")
    let refused = try commands.run(
      "--as", "lan", "log", "--json", environment: ["THUTHU_PASSWORD_FILE": wrong])
    #expect(refused.status == 1)
    #expect(refused.output.contains("wrongPassword"))
    let staff = try commands.run("--as", "lan", "staff", "list", "--json", environment: signed)
    #expect(try staff.objects.map { $0["login"] as? String } == ["admin", "lan"])
    let helper = try commands.run(
      "--as", "lan", "rule", "set", "loanDays=1", "--json", environment: signed)
    #expect(helper.status == 1)
    #expect(helper.output.contains("rules.manage"))
  }

  @Test("rules, calendar and lists decide the due date")
  func house() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    #expect(try commands.run("rule", "set", "--category", "ADULT", "loanDays=3").status == 0)
    #expect(
      try commands.run("rule", "set", "loanDays=-1", "--json").output.contains("valueOutOfRange"))
    #expect(
      try commands.run("calendar", "set", "2026-09-02", "closed", "--reason", "Quốc khánh").status
        == 0)
    #expect(try commands.run("calendar", "set", "--weekdays", "123456").status == 0)
    #expect(try commands.run("calendar", "set", "--weekdays", "").status == 1)
    #expect(try commands.run("calendar", "set").status == 2)
    let lent = try commands.run(
      "--at", "2026-08-30", "checkout", "--patron", card, "A", "--json"
    ).object
    #expect(lent["dueOn"] as? String == "2026-09-03")
    #expect(try commands.run("term", "set", "location", "KM", "Kho mới").status == 0)
    #expect(try commands.run("term", "list", "location").output.contains("Kho mới"))
    #expect(try commands.run("term", "remove", "location", "KM").status == 0)
    #expect(try commands.run("term", "remove", "location", "KM").status == 1)
    let rows = try commands.run("rule", "list", "--json").objects
    let row = try #require(rows.first { $0["category"] as? String == "ADULT" }?["rule"] as? Int)
    #expect(try commands.run("rule", "remove", "\(row)").status == 0)
  }

  @Test("a stocktake is scanned, loaded, reported and closed")
  func stocktake() throws {
    let commands = try Commands()
    let record = try commands.record()
    for number in 1...4 {
      let barcode = "K\(number)"
      _ = try commands.run("item", "add", record, "--barcode", barcode, "--location", "KM")
    }
    #expect(try commands.run("stocktake", "scan", "K1").status == 2)
    #expect(try commands.run("stocktake", "start", "Tháng 11", "--location", "KM").status == 0)
    let scanned = try commands.run("stocktake", "scan", "--json", input: "K1\nlạ\nX9\nK1\n")
    #expect(scanned.status == 1)
    #expect(
      try scanned.objects.map { $0["finding"] as? String } == [
        "inPlace", nil, "unknown", "alreadySeen",
      ])
    let list = try commands.file("shelf.txt", "K2\nK3\nmã lỗi\n")
    #expect(try commands.run("stocktake", "load", list).status == 3)
    let report = try commands.run("stocktake", "report", "--json").objects
    let missing = report.filter { $0["outcome"] as? String == "missing" }
    #expect(missing.map { $0["barcode"] as? String } == ["K4"])
    #expect(try commands.run("stocktake", "close", "--mark-missing").status == 0)
    let item = try commands.run("show", "item", "K4", "--json").object
    #expect(item["status"] as? String == "missing")
    #expect(try commands.run("check", "--json").outcome == "sound")
  }

  @Test("text is folded, sorted and named line by line")
  func text() throws {
    let commands = try Commands(makesLibrary: false)
    #expect(try commands.run("text", "fold", input: "Đường Đời\n").output == "duong doi\n")
    #expect(
      try commands.run("text", "sort", input: "bá\nbà\nba").lines == ["ba", "bà", "bá"])
    #expect(
      try commands.run("text", "names", input: "Nguyễn Thị Minh Khai").output
        == "Nguyễn\tThị Minh\tKhai\n")
    #expect(try commands.run("text", "sortkey", input: "a\n").lines.count == 1)
    #expect(try commands.run(["text", "fold"], input: Data([0xFF, 0x0A])).status == 3)
  }

  @Test("what the terminal can show is told in words and as JSON")
  func terminal() throws {
    let commands = try Commands(makesLibrary: false)
    let serial = ["TERM": "vt220", "LANG": "C"]
    let told = try commands.run("terminal", "check", "--lang", "vi", environment: serial)
    #expect(told.status == 0)
    #expect(told.lines[0].hasPrefix("Thiết bị") && told.lines[0].hasSuffix("vt220"))
    #expect(told.output.contains("không dấu (tieng Viet) – theo loại thiết bị"))
    #expect(told.output.contains("→ Nếu thiết bị đọc được UTF-8"))
    let json = try commands.run("terminal", "check", "--json", environment: serial).object
    #expect(json["plainLetters"] as? Bool == true)
    #expect(json["lettersDecidedBy"] as? String == "terminal")
    #expect(json["charset"] is NSNull && json["console"] is NSNull)
    let asked = try commands.run(
      "terminal", "check", "--letters", "marked", "--json", environment: serial
    ).object
    #expect(asked["plainLetters"] as? Bool == false)
    #expect(asked["lettersDecidedBy"] as? String == "option")
    let wrong = try commands.run(
      "terminal", "check", environment: ["TERM": "linux", "THUTHU_CONSOLE_FONT": "huge"])
    #expect(wrong.status == 2 && wrong.errors.contains("auto, never, small, large"))
  }

  @Test("lines in legacy encodings are decoded, right ones stay")
  func decode() throws {
    let commands = try Commands(makesLibrary: false)
    let input = "Céng hoµ x· héi\nNguyễn Du và Truyện Kiều\r\nÉcole\n"
    #expect(
      try commands.run("text", "decode", input: input).lines
        == ["Cộng hoà xã hội", "Nguyễn Du và Truyện Kiều", "École"])
    let bytes = Data([0x48, 0xB5, 0x20, 0x4E, 0xE9, 0x69, 0x0A])
    let read = try commands.run(["text", "decode", "--json"], input: bytes).object
    #expect(read["decoded"] as? String == "Hà Nội")
    #expect(read["encoding"] as? String == "tcvn3")
    #expect((read["confidence"] as? Double ?? 0) > 0.5)
    #expect(
      try commands.run("text", "decode", "--encoding", "vni", input: "Ñaø Naüng\n").output
        == "Đà Nẵng\n")
    #expect(try commands.run("text", "decode", "--encoding", "latin9").status == 2)
  }

  @Test("faulty lines of key maps and themes are named with their file and line")
  func settings() throws {
    let commands = try Commands(makesLibrary: false)
    let keys = try commands.file("my.keys", "[global]\nf99 app.help\n")
    let checked = try commands.run("keys", "check", keys)
    #expect(checked.status == 3)
    #expect(checked.output.contains("my.keys:2: "))
    #expect(try commands.run("keys", "check", "nonexistent").status == 2)
    #expect(try commands.run("keys", "list").output.contains("app.help"))
    #expect(try commands.run("theme", "check").status == 0)
    let theme = try commands.file("my.theme", "nonsense\n")
    #expect(try commands.run("theme", "check", theme).status == 3)
    #expect(try commands.run("theme", "list").lines.contains("night"))
  }
}
