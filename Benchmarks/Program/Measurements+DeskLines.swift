import Foundation
import LibraryCore
import LibraryStore

extension Measurements {
  /// Loans through the lines of `thuthu desk`, each on disk before it is answered, beside the floor's, in turns.
  static func deskLines(_ house: BenchHouse) throws -> [BenchRow] {
    let oursFolder = try house.copyOfLibrary("desk-ours")
    let floorFolder = try house.copyOfLibrary("desk-floor")
    let today = try BenchHouse.desk(in: oursFolder).today
    let floor = try Conversation(
      house.program("checkout"),
      [LibraryFile.databasePath(in: floorFolder), "\(today.number)", "\(today.number + 90)"])
    defer { floor.end() }
    let lines = try DeskLines(house.thuthu, oursFolder)
    defer { lines.end() }
    let loans = 200
    let samples = try alternate(rounds: 5) { round in
      let codes = codes(round, loans, house)
      return [Double(loans) / (try lines.lend(codes, to: card) / 1e6)]
    } floor: { round in
      let spent = try codes(round, loans, house).reduce(0) { try $0 + floor.ask("\(card) \($1)") }
      return [Double(loans) / (spent / 1e6)]
    }
    return [
      BenchRow(
        name: "loans through thuthu desk, each on disk", unit: "/s", ours: samples.ours.median,
        floor: samples.floor.median, goal: .ratioAtLeast(0.6)),
      BenchRow(
        name: "the same, in a second", unit: "/s", ours: samples.ours.median, goal: .atLeast(300)),
    ]
  }

  private static let card = BigLibrary.cardsOfDay[0]

  private static func codes(_ round: Int, _ loans: Int, _ house: BenchHouse) -> [String] {
    let first = BigLibrary.firstOfDay + round * loans
    return (first..<first + loans).map { BigLibrary.barcode($0, of: house.titles) }
  }
}

/// `thuthu desk`, open for a whole measurement.
private final class DeskLines {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()

  /// Starts the program and waits for its first answer, so that no start is measured.
  init(_ thuthu: String, _ library: String) throws {
    process.executableURL = URL(fileURLWithPath: thuthu)
    process.arguments = ["desk", "--library", library]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try write([#"{"id":0,"do":"search","words":"sách"}"#])
    _ = try answer()
  }

  /// The microseconds from the first line written to the last answer read.
  func lend(_ codes: [String], to card: String) throws -> Double {
    var refused: String?
    let time = try microseconds {
      try write(codes.map { #"{"do":"checkout","patron":"\#(card)","item":"\#($0)"}"# })
      for _ in codes {
        let answer = try answer()
        if !answer.contains(#""outcome":"lent""#) { refused = answer }
      }
    }
    if let refused { throw BenchHouse.Fault("a loan was not made: \(refused)") }
    return time
  }

  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private func write(_ lines: [String]) throws {
    let text = lines.map { $0 + "\n" }.joined()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  private func answer() throws -> String {
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread = Data(unread[(end + 1)...])
        return line
      }
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw BenchHouse.Fault("thuthu desk ended too early") }
      unread += bytes
    }
  }
}
