import Foundation
import Testing

@Suite("Closing days with their loans by command")
struct CloseDaysCommandTests {
  @Test("what would move is shown first, then it moves, and one undo takes it back")
  func closeDays() throws {
    let commands = try Commands()
    let card = try commands.patron()
    _ = try commands.desk(
      #"{"do":"addItem","record":\#(try commands.record()),"barcode":"A"}"#)
    let lent = try commands.run("checkout", "--patron", card, "A", "--json").object
    let due = try #require(lent["dueOn"] as? String)
    let marked = try commands.run("calendar", "set", due, "closed")
    #expect(marked.output.contains("1 lượt mượn vẫn đến hạn hôm ấy"))
    #expect(try commands.run("undo").status == 0)
    let preview = try commands.run(
      "calendar", "close-days", due, "--reason", "bão", "--dry-run", "--json"
    ).object
    #expect((preview["moved"] as? [[String: Any]])?.first?["from"] as? String == due)
    #expect(preview["op"] is NSNull)
    let answers = try commands.desk(
      #"{"do":"closeDays","day":"\#(due)","reason":"bão"}"#, #"{"do":"undo"}"#,
      #"{"do":"closeDays","reason":"bão"}"#)
    #expect(answers.map { $0["outcome"] as? String } == ["closed", "undone", "error"])
    #expect(try commands.run("calendar", "close-days", due, "--reason", " ").status == 1)
    #expect(try commands.run("check").status == 0)
  }
}
