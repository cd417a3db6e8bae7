import Foundation
import LibraryCore
import LibraryStore

/// What the counter takes where nothing is on loan, and where much is or was.
extension Measurements {
  private static let rounds = 20
  private static let copiesInRound = 10
  private static let held = [0, 100, 2000]
  /// Readers among whom the ended loans are spread, beside those the library has.
  private static let readers = 1000

  /// The same verbs for patrons with no, 100 and 2,000 loans, in a file with few loans and in one with ten million: turn by turn,
  /// so that the floor is our own figure where nothing is on loan, or where the file has few loans.
  static func loans(_ house: BenchHouse) throws -> [BenchRow] {
    let fewFolder = try house.copyOfLibrary("loans-few")
    var next = BigLibrary.firstCheckout
    try lend(house, fewFolder, &next)
    let manyFolder = "\(house.folder)/loans-many"
    try? FileManager.default.removeItem(atPath: manyFolder)
    try FileManager.default.copyItem(atPath: fewFolder, toPath: manyFolder)
    let made = try microseconds {
      try OtherProgram.runSilently(
        house.program("loans"),
        [LibraryFile.databasePath(in: manyFolder), String(house.endedLoans)])
    }
    print("  \(house.endedLoans) ended loans made in \(Int(made / 1e6)) s")
    let few = try BenchHouse.desk(in: fewFolder)
    let many = try BenchHouse.desk(in: manyFolder)
    var samples: [Key: Samples] = [:]
    let codes = (next..<next + copiesInRound).map { BigLibrary.barcode($0, of: house.titles) }
    // The first round fills the caches and counts for nothing.
    for round in 0...rounds {
      for loans in held {
        for (desk, isMany) in [(few, false), (many, true)] {
          let measured = try serve(desk, card(loans), codes)
          guard round > 0 else { continue }
          for (verb, times) in measured {
            samples[Key(verb: verb, loans: loans, isMany: isMany), default: Samples()] += times
          }
        }
      }
    }
    return rows(samples, endedLoans: house.endedLoans)
  }

  private enum Verb: String, CaseIterable {
    case checkout
    case takeBack = "return"
    case scan = "card scanned"
    case open = "patron opened, 50 loans listed"
  }

  private struct Key: Hashable {
    var verb: Verb
    var loans: Int
    var isMany: Bool
  }

  private static func card(_ loans: Int) -> String { "HELD\(loans)" }

  /// Enrols the readers, and lends three of them what they hold.
  private static func lend(_ house: BenchHouse, _ folder: String, _ next: inout Int) throws {
    let desk = try BenchHouse.desk(in: folder)
    func enrol(_ card: String) throws {
      let draft = PatronDraft(name: "Trần Văn Bình", card: card, category: "GROUP")
      guard case .saved = try desk.enrol(draft) else {
        throw BenchHouse.Fault("\(card) was not enrolled")
      }
    }
    for number in 0..<readers { try enrol("READER\(number)") }
    for loans in held {
      try enrol(card(loans))
      for _ in 0..<loans {
        guard
          case .lent = try desk.checkOut(
            BigLibrary.barcode(next, of: house.titles), to: card(loans))
        else { throw BenchHouse.Fault("\(card(loans)) was not lent copy \(next)") }
        next += 1
      }
    }
  }

  /// Lends the copies and takes them back, so that the patron holds what it held before.
  private static func serve(
    _ desk: Desk, _ card: String, _ codes: [String]
  ) throws -> [(Verb, [Double])] {
    var times = [[Double]](repeating: [], count: Verb.allCases.count)
    for code in codes {
      times[0].append(
        try microseconds {
          guard case .lent = try desk.checkOut(code, to: card) else {
            throw BenchHouse.Fault("\(code) was not lent to \(card)")
          }
        })
    }
    for code in codes {
      times[1].append(
        try microseconds {
          guard case .returned = try desk.takeBack(code) else {
            throw BenchHouse.Fault("\(code) did not come back")
          }
        })
      var patron: EntityID?
      times[2].append(
        try microseconds {
          guard case .patron(let facts) = try desk.look(card) else {
            throw BenchHouse.Fault("nobody has the card \(card)")
          }
          patron = facts.patron.id
          _ = try desk.standing(card)
        })
      times[3].append(
        try microseconds {
          _ = try desk.standing(card)
          if let patron { _ = try desk.loans(of: patron, limit: 50) }
        })
    }
    return Array(zip(Verb.allCases, times))
  }

  private static func rows(_ samples: [Key: Samples], endedLoans: Int) -> [BenchRow] {
    func row(_ name: String, _ ours: Key, _ floor: Key) -> BenchRow? {
      guard let ours = samples[ours], let floor = samples[floor] else { return nil }
      return BenchRow(
        name: name, unit: "µs", ours: ours.median, floor: floor.median, goal: .ratioAtMost(1.3))
    }
    return Verb.allCases.flatMap { verb -> [BenchRow?] in
      // A list of none is no list: its floor is the first that fills a page.
      let least = verb == .open ? 100 : 0
      let ofPatron = held.filter { $0 > least }.map { loans in
        row(
          "\(verb.rawValue), patron with \(loans) loans / \(least)",
          Key(verb: verb, loans: loans, isMany: false),
          Key(verb: verb, loans: least, isMany: false))
      }
      let inFile = held.filter { $0 >= least }.map { loans in
        row(
          "\(verb.rawValue), \(endedLoans) loans in the file, \(loans) held",
          Key(verb: verb, loans: loans, isMany: true),
          Key(verb: verb, loans: loans, isMany: false))
      }
      return ofPatron + inFile
    }.compactMap { $0 }
  }
}
