import Foundation
import Testing

/// What commands answer line by line stands in one array of the desk's answer, and what they answer in one line is the answer.
@Suite("The desk answers as the command does")
struct DeskAnswerTests {
  /// A library in which every list has something to tell.
  private func furnished() throws -> Commands {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.run("patron", "edit", card, "--expires", "2031-01-01")
    _ = try commands.run(
      "patron", "add", "--name", "Nguyễn Văn An", "--card", "TWIN", "--phone", "0912345678")
    _ = try commands.run("patron", "edit", card, "--phone", "0912345678")
    try commands.copy("A")
    try commands.copy("B")
    _ = try commands.run(
      "rule", "set", "longOverdueDays=30", "lostDays=0", "loanDays=7", "pickupDays=5")
    _ = try commands.run("--at", "2019-02-01", "checkout", "--patron", card, "A")
    _ = try commands.run("checkout", "--patron", "TWIN", "B")
    _ = try commands.run("cash", "open", "Q2", "--float", "200000")
    _ = try commands.run("pay", "--patron", card, "30000")
    _ = try commands.run("cash", "move", "out", "5000", "--reason", "nộp quỹ")
    _ = try commands.run("calendar", "set", "2027-03-08", "closed", "--reason", "Sửa điện")
    _ = try commands.run("calendar", "season", "save", "1/6-31/8", "67=-", "--name", "Hè")
    return commands
  }

  /// A command, the action that does the same, and the array of its answer with what the command tells line by line.
  private static let lists: [(command: String, action: String, list: String)] = [
    ("rule list", #""rules""#, "rules"),
    ("rule effective --category ADULT", #""effectiveRules","category":"ADULT""#, "rules"),
    ("calendar holidays 2027", #""calendar","year":2027"#, "holidays"),
    (
      "calendar holidays 2027 --before-tet 2 --national-day early --without-making-up",
      #""calendar","year":2027,"beforeTet":2,"nationalDay":"early","withoutMakingUp":true"#,
      "holidays"
    ),
    ("term list", #""terms""#, "terms"),
    ("term list location", #""terms","kind":"location""#, "terms"),
    ("setting list", #""settings""#, "settings"),
    ("staff list", #""staff""#, "staff"),
    ("log --limit 12", #""log","limit":12"#, "entries"),
    (
      "log --since 2020-01-01T00:00:00+07:00", #""log","since":"2020-01-01T00:00:00+07:00""#,
      "entries"
    ),
    ("history patron TWIN", #""history","patron":"TWIN""#, "entries"),
    ("cash list", #""shifts""#, "shifts"),
    ("loss overdue", #""overdues""#, "overdues"),
    ("patron list --sort card", #""patrons","sort":"card""#, "patrons"),
    ("patron search an nguyen", #""patrons","words":"an nguyen""#, "patrons"),
    ("patron twins TWIN", #""twins","patron":"TWIN""#, "twins"),
    ("patron expiring --within 3650", #""expiring","within":3650"#, "patrons"),
    ("slip template list", #""slipTemplates""#, "templates"),
    ("notice overdue", #""reminders","kind":"overdue""#, "readers"),
  ]

  @Test("what a command tells line by line is an array of the action's answer")
  func arrays() throws {
    let commands = try furnished()
    let asked = DeskAnswerTests.lists.map { #"{"do":\#($0.action)}"# }
    let answers = try commands.run("desk", input: asked.joined(separator: "\n")).objects
    for (line, answer) in zip(DeskAnswerTests.lists, answers) {
      let words = line.command.split(separator: " ").map(String.init)
      let told = try commands.run(words + ["--json"], input: Data()).objects
      let list = try #require(answer[line.list] as? [[String: Any]], "\(line.command)")
      #expect(answer["outcome"] as? String == "found", "\(line.command)")
      #expect(!told.isEmpty, "\(line.command)")
      #expect(NSArray(array: list) == NSArray(array: told), "\(line.command)")
    }
  }

  @Test("what a command tells in one line is the action's answer")
  func objects() throws {
    let commands = try furnished()
    let paid = try commands.run("pay", "--patron", "TWIN", "1000", "--json").object
    let payment = try #require(paid["op"] as? Int)
    let lines: [(command: String, action: String)] = [
      ("account receipt \(payment)", #""receipt","op":\#(payment)"#),
      ("slip template show checkout", #""slipTemplate","template":"checkout""#),
      ("show loan B", #""show","kind":"loan","key":"B""#),
      ("account receipt 99", #""receipt","op":99"#),
    ]
    let asked = lines.map { #"{"do":\#($0.action)}"# }
    let answers = try commands.run("desk", input: asked.joined(separator: "\n")).objects
    for (line, answer) in zip(lines, answers) {
      let words = line.command.split(separator: " ").map(String.init)
      var told = try commands.run(words + ["--json"], input: Data()).object
      if told["outcome"] == nil { told["outcome"] = "found" }
      #expect(NSDictionary(dictionary: answer) == NSDictionary(dictionary: told), "\(line.command)")
    }
  }

  @Test("a shift has its receipts and its moves, the calendar its week, seasons and exceptions")
  func parts() throws {
    let commands = try furnished()
    let answers = try commands.desk(
      #"{"do":"shift"}"#, #"{"do":"calendar"}"#, #"{"do":"shift","shift":999}"#)
    var shift = try commands.run("cash", "show", "--json").objects
    let page = answers[0]
    #expect(page["expected"] as? Int == 225_000)
    let entries = try #require(page["entries"] as? [[String: Any]])
    let moves = try #require(page["moves"] as? [[String: Any]])
    #expect(entries.count == 1 && moves.count == 1)
    #expect(NSArray(array: entries + moves) == NSArray(array: Array(shift.dropFirst())))
    shift[0]["outcome"] = "found"
    #expect(shift[0].keys.allSatisfy { page[$0] != nil })
    #expect(answers[2]["outcome"] as? String == "unknownShift")

    let told = try commands.run("calendar", "list", "--json").objects
    let calendar = answers[1]
    #expect(calendar["weekdays"] as? [Int] == told[0]["weekdays"] as? [Int])
    let seasons = try #require(calendar["seasons"] as? [[String: Any]])
    let exceptions = try #require(calendar["exceptions"] as? [[String: Any]])
    #expect(seasons.count == 1 && exceptions.count == 1)
    #expect(NSArray(array: seasons + exceptions) == NSArray(array: Array(told.dropFirst())))
    #expect((calendar["holidays"] as? [Any])?.isEmpty == false)
  }
}
