import Foundation
import Testing

@Suite("The house in JSON Lines")
struct DeskHouseTests {
  @Test("holidays are closed once, hours are set, and a closed day tells what stays due on it")
  func calendar() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    let lent = try commands.run("checkout", "--patron", card, "A", "--json").object
    let due = try #require(lent["dueOn"] as? String)
    let answers = try commands.desk(
      #"{"do":"setHolidays","year":2028,"dryRun":true}"#, #"{"do":"setHolidays","year":2028}"#,
      #"{"do":"setHolidays","year":2028}"#,
      #"{"do":"setOpeningHours","weekdays":[1,2],"sessions":"7h30-11h30, 13:30-17:00"}"#,
      #"{"do":"setOpeningHours","weekdays":[1],"sessions":"lúc nào cũng được"}"#,
      #"{"do":"setCalendar","day":"\#(due)","open":false}"#, #"{"do":"calendar","year":2028}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "saved", "saved", "unchanged", "saved", "refused", "saved", "found",
      ])
    #expect(answers[0]["op"] is NSNull && answers[1]["op"] is Int)
    #expect(answers[5]["loansDue"] as? Int == 1)
    let holidays = try #require(answers[6]["holidays"] as? [[String: Any]])
    #expect(!holidays.isEmpty && holidays.allSatisfy { $0["known"] as? Bool == true })
    #expect((answers[6]["hours"] as? String)?.contains("07:30-11:30") == true)
    #expect(try commands.run("check").status == 0)
  }

  @Test(
    "entries of lists are saved and removed, settings set and cleared, only to what makes sense")
  func lists() throws {
    let commands = try Commands()
    let answers = try commands.desk(
      #"{"do":"saveTerm","kind":"location","code":"KX","name":"Kho X"}"#,
      #"{"do":"removeTerm","kind":"location","code":"KX","dryRun":true}"#,
      #"{"do":"removeTerm","kind":"location","code":"KX"}"#,
      #"{"do":"removeTerm","kind":"location","code":"KX"}"#,
      #"{"do":"setSetting","name":"screen.theme","value":"night"}"#,
      #"{"do":"setSetting","name":"screen.theme","value":null}"#,
      #"{"do":"setSetting","name":"patrons.cardPrefix","value":"Bễ"}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == [
        "saved", "saved", "saved", "unknownTerm", "saved", "saved", "refused",
      ])
    let settings = try #require(
      try commands.desk(#"{"do":"settings"}"#)[0]["settings"] as? [[String: Any]])
    let theme = settings.first { $0["name"] as? String == "screen.theme" }
    #expect(theme?["value"] is NSNull)
  }

  @Test("a template is the house's own until it is the built-in one again, and faults are told")
  func templates() throws {
    let commands = try Commands()
    let answers = try commands.desk(
      #"{"do":"setSlipTemplate","template":"payment","text":"Thu {amount}\n"}"#,
      #"{"do":"slipTemplate","template":"payment"}"#,
      #"{"do":"setSlipTemplate","template":"payment","text":"Thu {tiền}\n{each}\n"}"#,
      #"{"do":"setSlipTemplate","template":"payment"}"#,
      #"{"do":"slipTemplate","template":"payment"}"#)
    #expect(
      answers.map { $0["outcome"] as? String } == ["saved", "found", "error", "saved", "found"])
    #expect(answers[1]["text"] as? String == "Thu {amount}\n" && answers[1]["own"] as? Bool == true)
    #expect((answers[2]["message"] as? String)?.contains("tiền") == true)
    #expect(answers[4]["own"] as? Bool == false)
  }

  @Test("letters, a class's letter and a list of messages are written as the command writes them")
  func papers() throws {
    let commands = try Commands()
    let card = try commands.patron()
    try commands.copy("A")
    _ = try commands.run("patron", "edit", card, "--phone", "0912345678", "--class", "10A1")
    _ = try commands.run("--at", "2019-02-01", "checkout", "--patron", card, "A")
    for paper in ["letters", "classes", "messages"] {
      let command = try commands.run("notice", "overdue", "--write", paper, "--plain")
      let answer = try commands.desk(
        #"{"do":"reminderPaper","kind":"overdue","paper":"\#(paper)","plain":true}"#)[0]
      #expect(answer["readers"] as? Int == 1 && !command.output.isEmpty)
      #expect(answer["text"] as? String == command.output)
    }
    let wrong = try commands.desk(
      #"{"do":"reminderPaper","kind":"due-soon","paper":"classes"}"#,
      #"{"do":"reminderPaper","paper":"letters"}"#)
    #expect(wrong.map { $0["field"] as? String } == ["kind", "kind"])
  }
}
