import Foundation
import Testing

@Suite("Guardians, new cards, consent, filters and histories by command")
struct GuardianCommandTests {
  private static let qr = "001087123456||Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"

  private func codes(_ answer: [String: Any], _ key: String = "notices") -> [String] {
    (answer[key] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test(
    "a child without a guardian is told, a circle of guardians refused, by command and at the desk")
  func guardians() throws {
    let commands = try Commands()
    let child = try commands.run(
      "patron", "add", "--card", "HS1", "--name", "Lê Bé", "--born", "2016", "--json"
    ).object
    #expect(child["outcome"] as? String == "enrolled")
    #expect(codes(child) == ["categoryProposed", "guardianMissing"])
    let told = try commands.run("patron", "edit", "HS1", "--note", "nhỏ")
    #expect(told.output.contains("chưa có người giám hộ"))
    _ = try commands.run("patron", "add", "--card", "TV1", "--name", "Lê Mẹ", "--guardian", "HS1")
    let refused = try commands.run("patron", "edit", "HS1", "--guardian", "TV1", "--json")
    #expect(refused.status == 1)
    #expect(try codes(refused.object, "reasons") == ["guardianCircular"])
    let desk = try commands.desk(
      #"{"do":"enrol","card":"HS2","name":"Lê Út","born":"2016"}"#,
      #"{"do":"editPatron","patron":"HS2","guardianName":"Lê Mẹ"}"#,
      #"{"do":"editPatron","patron":"HS2","guardian":"HS2"}"#)
    #expect(codes(desk[0]) == ["categoryProposed", "guardianMissing"] && codes(desk[1]).isEmpty)
    #expect(codes(desk[2], "reasons") == ["guardianCircular"])
  }

  @Test("a new card is good for the months of its rule, which is named")
  func expiry() throws {
    let commands = try Commands()
    _ = try commands.run("rule", "set", "--category", "CHILD", "membershipMonths=6")
    let card = try commands.run(
      "patron", "add", "--name", "Lê Bé", "--category", "CHILD", "--json"
    ).object
    let rule = try #require(card["expiryRule"] as? [String: Any])
    #expect(rule["value"] as? Int == 6 && card["expiresOn"] is String)
    let given = try commands.run(
      "patron", "add", "--name", "Lê An", "--expires", "31/12/2099", "--json"
    ).object
    #expect(given["expiresOn"] as? String == "2099-12-31" && given["expiryRule"] is NSNull)
    let told = try commands.run("patron", "add", "--name", "Lê Ba", "--category", "CHILD").output
    #expect(told.contains("giá trị đến") && told.contains("6 tháng"))
  }

  @Test("a child's age proposes its category and is told; a category that was given stays")
  func category() throws {
    let commands = try Commands()
    let qr = "001216123456||Lê Thị Bé|02052016|Nữ|Xã Tân Phú|15042021"
    let scanned = try commands.run("patron", "add", "--qr", qr, "--lang", "vi")
    #expect(scanned.output.contains("đối tượng thiếu nhi, vì"))
    let shown = try commands.run("show", "patron", "TV000001", "--json").object
    #expect(shown["category"] as? String == "CHILD" && shown["consent"] as? String == "missing")
    let given = try commands.run(
      "patron", "add", "--name", "Lê An", "--born", "2016", "--category", "ADULT", "--json"
    ).object
    #expect(codes(given) == ["guardianMissing"])
    let desk = try commands.desk(
      #"{"do":"enrol","card":"HS9","name":"Lê Út","born":"2016"}"#,
      #"{"do":"show","kind":"patron","key":"HS9"}"#)
    #expect(codes(desk[0]).contains("categoryProposed"))
    #expect(desk[1]["category"] as? String == "CHILD")
    let words = try commands.run("show", "patron", "TV000001", "--lang", "vi").output
    #expect(words.contains("Cho lưu dữ liệu") && words.contains("chưa ghi"))
    let lines = try commands.run("history", "patron", "TV000001", "--lang", "vi").output
    #expect(lines.contains("cấp thẻ: Lê Thị Bé (TV000001) – thiếu nhi, +"))
    #expect(!lines.contains("Xã Tân Phú"))
    #expect(
      try commands.run("history", "patron", "TV000001", "--whole").output.contains("Xã Tân Phú"))
  }

  @Test("a citizen card without an answer about consent is told, and either answer is kept")
  func consent() throws {
    let commands = try Commands()
    let silent = try commands.run("patron", "add", "--qr", Self.qr, "--json").object
    #expect(codes(silent) == ["consentMissing"])
    let other = Self.qr.replacingOccurrences(of: "123456|", with: "123457|")
    let refused = try commands.run("patron", "add", "--qr", other, "--no-consent", "--json").object
    #expect(codes(refused).isEmpty)
    let card = try #require(refused["card"] as? String)
    let details = try commands.run("patron", "details", card, "--json").object
    #expect(details["consentRefusedOn"] is String && details["consentOn"] is NSNull)
    #expect(
      try commands.run("patron", "add", "--name", "A", "--consent", "1/1/2026", "--no-consent")
        .status == 2)
    #expect(try commands.run("check").status == 0)
  }

  @Test("the desk lists and looks for patrons by the filters of the list")
  func deskList() throws {
    let commands = try Commands()
    for (name, sex) in [("Trần Thị Ánh", "nữ"), ("Lê Ánh", "nam"), ("Đỗ Cúc", "nữ")] {
      _ = try commands.run(
        "patron", "add", "--name", name, "--sex", sex, "--occupation", "FARMER")
    }
    let answers = try commands.desk(
      #"{"do":"patrons"}"#, #"{"do":"patrons","sex":"female","limit":1}"#,
      #"{"do":"patrons","words":"anh","occupation":"nông dân"}"#,
      #"{"do":"patrons","sex":"other"}"#)
    func names(_ answer: [String: Any]) -> [String] {
      (answer["patrons"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
    }
    #expect(names(answers[0]) == ["Lê Ánh", "Trần Thị Ánh", "Đỗ Cúc"])
    #expect(names(answers[1]) == ["Trần Thị Ánh"] && answers[1]["total"] as? Int == 2)
    #expect(names(answers[2]) == ["Lê Ánh", "Trần Thị Ánh"])
    #expect(answers[3]["field"] as? String == "sex")
  }

  @Test("patrons are listed and looked for by sex and occupation, by code or by name")
  func filters() throws {
    let commands = try Commands()
    for (name, sex, occupation) in [
      ("Trần Thị Ánh", "nữ", "FARMER"), ("Lê Ánh", "nam", "FARMER"), ("Đỗ Cúc", "nữ", "CIVIL"),
    ] {
      _ = try commands.run(
        "patron", "add", "--name", name, "--sex", sex, "--occupation", occupation)
    }
    func names(_ arguments: String...) throws -> [String] {
      try commands.run(["patron"] + arguments + ["--json"], input: Data()).objects
        .compactMap { $0["name"] as? String }
    }
    #expect(try names("list", "--sex", "nữ") == ["Trần Thị Ánh", "Đỗ Cúc"])
    #expect(try names("list", "--occupation", "farmer", "--sex", "male") == ["Lê Ánh"])
    #expect(try names("search", "anh", "--sex", "female") == ["Trần Thị Ánh"])
    #expect(try commands.run("patron", "list", "--sex", "x").status == 2)
  }

  @Test("a history says due days, money, changed fields and merges")
  func history() throws {
    let commands = try Commands()
    for card in ["TV1", "TV2"] {
      _ = try commands.run(
        "patron", "add", "--card", card, "--name", "Lê An", "--phone", "090\(card.suffix(1))")
    }
    _ = try commands.copy("VV.1")
    _ = try commands.run("checkout", "--patron", "TV1", "VV.1")
    _ = try commands.run("charge", "TV1", "card", "20000")
    _ = try commands.run("patron", "edit", "TV1", "--phone", "0909")
    _ = try commands.run("patron", "merge", "TV1", "TV2")
    let lines = try commands.run("history", "patron", "TV1", "--json").objects
    #expect(lines.contains { $0["dueOn"] is String })
    #expect(lines.contains { $0["amount"] as? Int == 20000 })
    let changes = lines.compactMap { $0["changes"] as? [[String: Any]] }.filter { $0.count == 1 }
    #expect(
      changes.contains { $0[0]["from"] as? String == "0901" && $0[0]["to"] as? String == "0909" })
    #expect(lines.contains { $0["merged"] is [String: Any] })
    let text = try commands.run("history", "patron", "TV1").output
    #expect(text.contains("Điện thoại: 0901 → 0909") && text.contains("20.000 đ"))
    #expect(text.contains("– hạn "))
  }
}
