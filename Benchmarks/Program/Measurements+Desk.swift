import Foundation
import LibraryCore
import LibraryStore

extension Measurements {
  private static let rounds = 10

  /// Loans to one patron in a round, few enough that the number of loans stays what the row says.
  private static let loansInRound = 25

  /// A checkout that is on disk, through the desk and as the same statements in C, turn by turn.
  static func checkout(_ house: BenchHouse) throws -> [BenchRow] {
    let oursFolder = try house.copyOfLibrary("checkout-ours")
    let floorFolder = try house.copyOfLibrary("checkout-floor")
    let desk = try BenchHouse.desk(in: oursFolder)
    let floor = try openFloor(house, floorFolder, desk.today)
    defer { floor.end() }
    var next = BigLibrary.firstCheckout
    let rows = try [10, 1000].map { loans in
      var samples = (ours: Samples(), floor: Samples())
      for round in 0..<rounds {
        let card = BigLibrary.card(holding: loans, round)
        let barcodes = (next..<next + loansInRound).map {
          BigLibrary.barcode($0, of: house.titles)
        }
        next += loansInRound
        samples.ours += try lend(barcodes, to: card, desk)
        samples.floor += try barcodes.map { try floor.ask("\(card) \($0)") }
      }
      return BenchRow(
        name: "checkout on disk, patron with \(loans) loans", unit: "µs", ours: samples.ours.median,
        floor: samples.floor.median, goal: .ratioAtMost(1.5))
    }
    return rows
  }

  private static func lend(_ barcodes: [String], to card: String, _ desk: Desk) throws -> [Double] {
    try barcodes.map { barcode in
      var outcome: CheckoutOutcome?
      let time = try microseconds { outcome = try desk.checkOut(barcode, to: card) }
      guard case .lent = outcome else {
        throw BenchHouse.Fault("\(barcode) was not lent to \(card)")
      }
      return time
    }
  }

  private static func openFloor(
    _ house: BenchHouse, _ folder: String, _ today: CalendarDay
  ) throws -> Conversation {
    try Conversation(
      house.program("checkout"),
      [LibraryFile.databasePath(in: folder), "\(today.number)", "\(today.number + 90)"])
  }

  /// 200 scans in one write, a checkout each, beside 200 checkouts of the floor; none may be lost.
  static func burst(_ house: BenchHouse) throws -> [BenchRow] {
    let oursFolder = try house.copyOfLibrary("burst-ours")
    let floorFolder = try house.copyOfLibrary("burst-floor")
    let day = try BenchHouse.desk(in: oursFolder).today
    let floor = try openFloor(house, floorFolder, day)
    defer { floor.end() }
    let scans = 200
    var frames = Samples()
    let samples = try alternate(rounds: 5) { round in
      let card = BigLibrary.cardOfBurst(round)
      let codes = barcodesOfBurst(round, scans, house)
      let path = "\(oursFolder)/codes"
      try ([card] + codes).map { $0 + "\r" }.joined().write(
        toFile: path, atomically: true, encoding: .utf8)
      let answer = try OtherProgram.run(
        house.program("terminal"), ["burst", path, house.thuthu, "--library", oursFolder])
      let lent = try BenchHouse.desk(in: oursFolder).patron(card)?.loans ?? 0
      guard lent == scans, answer.count == 2 else {
        throw BenchHouse.Fault("of \(scans) scans in one write only \(lent) were lent")
      }
      frames += [answer[1]]
      return [answer[0] / 1000]
    } floor: { round in
      let card = BigLibrary.cardOfBurst(round)
      return [
        try barcodesOfBurst(round, scans, house).reduce(0) { try $0 + floor.ask("\(card) \($1)") }
          / 1000
      ]
    }
    return [
      BenchRow(
        name: "200 scans in one write, all lent", unit: "ms", ours: samples.ours.median,
        floor: samples.floor.median, goal: .ratioAtMost(1.5)),
      BenchRow(
        name: "frames drawn for them", unit: "", ours: frames.median, goal: .atMost(3)),
    ]
  }

  private static func barcodesOfBurst(
    _ round: Int, _ scans: Int, _ house: BenchHouse
  ) -> [String] {
    let first = BigLibrary.firstOfBurst + round * scans
    return (first..<first + scans).map { BigLibrary.barcode($0, of: house.titles) }
  }
}
