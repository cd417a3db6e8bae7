import Foundation
import Testing

/// The real program, several times on one library.
@Suite struct SeveralProcessesTests {
  private let folder = NSTemporaryDirectory() + "library-" + UUID().uuidString

  private func start(_ arguments: [String], _ input: String = "") throws -> (Process, Pipe) {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: VirtualTerminal.builtProgram("thuthu"))
    process.arguments = ["--library", folder] + arguments
    let (source, answers) = (Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = answers
    process.standardError = FileHandle.nullDevice
    try process.run()
    try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try source.fileHandleForWriting.close()
    return (process, answers)
  }

  private func answers(_ running: (Process, Pipe)) throws -> [String] {
    let text = try running.1.fileHandleForReading.readToEnd() ?? Data()
    running.0.waitUntilExit()
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func desk(_ lines: [String]) throws -> (Process, Pipe) {
    try start(["desk"], lines.map { $0 + "\n" }.joined())
  }

  private func checkouts(_ copies: Int, to card: String) -> [String] {
    (1...copies).map { #"{"id":\#($0),"do":"checkout","patron":"\#(card)","item":"Z.\#($0)"}"# }
  }

  private func furnish(copies: Int) throws {
    _ = try answers(start(["init", "--name", "T"]))
    let marc = """
      {"leader":"00000nam a2200000 a 4500","fields":\
      [{"245":{"ind1":"0","ind2":"0","subfields":[{"a":"X"}]}}]}
      """
    let saved = try #require(
      try answers(desk([#"{"id":1,"do":"saveRecord","marc":\#(marc)}"#])).first)
    let record = try #require(saved.firstMatch(of: /"record":(\d+)/)).1
    var lines = [
      #"{"id":1,"do":"setRule","loansMaximum":1000}"#,
      #"{"id":2,"do":"setRule","category":"ADULT","loansMaximum":1000}"#,
      #"{"id":3,"do":"enrol","card":"TV1","name":"A"}"#,
      #"{"id":4,"do":"enrol","card":"TV2","name":"B"}"#,
    ]
    for copy in 1...copies {
      lines.append(#"{"id":5,"do":"addItem","record":\#(record),"barcode":"Z.\#(copy)"}"#)
    }
    let made = try answers(desk(lines))
    #expect(made.count == lines.count && made.allSatisfy { $0.contains(#""op":"#) })
  }

  @Test("two processes that lend the same copies: each copy is lent once, and the other is told")
  func twoDesks() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try furnish(copies: 60)
    let running = try ["TV1", "TV2"].map { try desk(checkouts(60, to: $0)) }
    let outcomes = try running.flatMap { try answers($0) }
    #expect(outcomes.count { $0.contains(#""outcome":"lent""#) } == 60)
    #expect(outcomes.count { $0.contains(#""code":"itemOnLoanToOther""#) } == 60)
    let check = try start(["check"])
    _ = try answers(check)
    #expect(check.0.terminationStatus == 0)
  }

  @Test("a program killed in the middle of its work has kept all it confirmed, and nothing half")
  func killed() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try furnish(copies: 60)
    let running = try desk(checkouts(60, to: "TV1"))
    // The first answer shows that it is at work.
    let first = running.1.fileHandleForReading.availableData
    kill(running.0.processIdentifier, SIGKILL)
    let rest = try running.1.fileHandleForReading.readToEnd() ?? Data()
    running.0.waitUntilExit()
    let confirmed =
      String(decoding: first + rest, as: UTF8.self)
      .components(separatedBy: #""outcome":"lent""#).count - 1
    #expect(confirmed > 0)
    let again = try answers(desk(checkouts(60, to: "TV1")))
    let kept = again.count { $0.contains(#""code":"itemAlreadyOnLoanToPatron""#) }
    #expect(again.count == 60 && kept >= confirmed)
    let check = try start(["check"])
    _ = try answers(check)
    #expect(check.0.terminationStatus == 0)
  }
}
