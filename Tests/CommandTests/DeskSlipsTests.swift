import Foundation
import Testing

@Suite("Slips, reminders and whole classes in JSON Lines")
struct DeskSlipsTests {
  @Test("a visit's slips, who is reminded, and the note of it")
  func slips() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    _ = try commands.run("checkout", "--patron", card, "A")
    let run = try commands.run(
      "desk",
      input: """
        {"do":"slips","patron":"\(card)"}
        {"do":"slips","patron":"\(card)","item":"A"}
        {"do":"reminders","kind":"due-soon","days":400}
        {"do":"recordReminders","kind":"due-soon","days":400,"way":"phone"}
        {"do":"reminders","kind":"due-soon","days":400,"due":true}
        {"do":"reminders","kind":"late"}
        """)
    let answers = try run.objects
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "found", "error", "found", "recorded", "found", "error",
      ])
    let slips = try #require(answers[0]["slips"] as? [[String: Any]])
    #expect(slips.count == 1 && (slips[0]["text"] as? String)?.contains("A") == true)
    #expect((answers[2]["readers"] as? [Any])?.count == 1)
    #expect((answers[4]["readers"] as? [Any])?.isEmpty == true)
  }

  @Test("who has to make a lost copy good is told by letter, and the note is undone")
  func lost() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    _ = try commands.run("checkout", "--patron", card, "A")
    let answers = try commands.desk(
      #"{"do":"declareLost","item":"A","price":45000}"#, #"{"do":"reminders","kind":"lost"}"#)
    let readers = try #require(answers[1]["readers"] as? [[String: Any]])
    let copy = try #require((readers.first?["copies"] as? [[String: Any]])?.first)
    #expect((copy["demand"] as? [String: Any])?["open"] as? Int == 45000)
    let letter = try commands.run("notice", "lost", "--write", "letters", "--record").output
    #expect(letter.contains("GIẤY BÁO ĐỀN SÁCH MẤT") && letter.contains("45.000 đ"))
    let after = try commands.desk(
      #"{"do":"reminders","kind":"lost","due":true}"#, #"{"do":"undo"}"#,
      #"{"do":"reminders","kind":"lost","due":true}"#)
    #expect(
      after.map { ($0["readers"] as? [Any])?.count } == [0, nil, 1])
    #expect(try commands.run("check").status == 0)
  }

  @Test("a class moves up and its cards are renewed, after a dry run")
  func classes() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.run("patron", "edit", card, "--class", "10A1")
    let run = try commands.run(
      "desk",
      input: """
        {"do":"promoteClasses","moves":["10A1=11A1"],"dryRun":true}
        {"do":"promoteClasses","moves":["10A1=11A1"]}
        {"do":"promoteClasses","moves":["10A1"]}
        {"do":"renewMemberships","class":"11A1","until":"2040-05-31","heldBack":true}
        {"do":"renewMemberships"}
        """)
    let answers = try run.objects
    #expect(answers[2]["field"] as? String == "moves")
    #expect(answers[4]["field"] as? String == "category")
    #expect(answers[0]["outcome"] as? String != "error" && answers[1]["op"] is Int)
    #expect(answers[3]["outcome"] as? String != "error")
    let shown = try commands.run("desk", input: "{\"do\":\"patronDetails\",\"patron\":\"\(card)\"}")
    #expect(shown.output.contains("11A1"))
  }
}
