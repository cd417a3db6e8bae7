import Foundation
import LibraryCore
import LibraryStore
import MARC
import Workstation

/// What of the big library is set aside for which measurement, so that none spoils another.
enum BigLibrary {
  /// Who borrows in the rows of checkouts: so many patrons, with 10 and with 1,000 loans each.
  static let borrowers = 10
  /// Copies lent while the library is made, then those of each measurement.
  static let firstLent = 0
  static let firstCheckout = 11_000
  static let firstOfBurst = 13_000
  static let firstOfDay = 15_000

  static func card(holding loans: Int, _ number: Int) -> String { "BD\(loans)X\(number)" }
  static func cardOfBurst(_ round: Int) -> String { "BURST\(round)" }
  static let cardsOfDay = (0..<20).map { "DAY\($0)" }

  /// The barcode of a copy anywhere in the library, another one for every number.
  static func barcode(_ number: Int, of titles: Int) -> String {
    // A prime that divides no round number walks through all copies before it comes back.
    GeneratedBook.barcode(number * 7919 % titles)
  }

  /// Writes generated records as a file of ISO 2709.
  static func writeRecords(_ count: Int, to path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var generator = TitleGenerator(seed: 1)
    var writer = RecordWriter(.iso2709)
    var bytes: [UInt8] = []
    for number in 0..<count {
      _ = writer.append(generator.next().record(number: number), to: &bytes)
      if bytes.count > 1 << 20 || number == count - 1 {
        try file.write(contentsOf: Data(bytes))
        bytes.removeAll(keepingCapacity: true)
      }
    }
  }
}

extension BenchHouse {
  /// The library of `titles` titles, made once by the program's own import and kept for later runs.
  func bigLibrary() throws -> String {
    let path = "\(folder)/library-\(titles)"
    if FileManager.default.fileExists(atPath: path) { return path }
    let draft = try scratch("library-\(titles).new")
    print("Making the library, once:")
    try makeLibrary(in: draft)
    try FileManager.default.moveItem(atPath: draft, toPath: path)
    return path
  }

  private func makeLibrary(in folder: String) throws {
    let records = "\(folder)/records.mrc"
    try BigLibrary.writeRecords(titles, to: records)
    do {
      let file = try LibraryFile.create(
        in: folder, name: "Thư viện lớn", code: "VN-GEN", clock: SystemClock(),
        random: SystemRandom())
      guard case .signedIn(let desk) = try file.signIn(clock: SystemClock()) else {
        throw Fault("nobody may sign in to a new library")
      }
      let elapsed = try microseconds { try take(records, desk) } / 1e6
      print("\n  \(titles) titles in \(Int(elapsed)) s, \(Int(Double(titles) / elapsed)) a second")
      try lend(desk)
    }
    try FileManager.default.removeItem(atPath: records)
  }

  private func take(_ records: String, _ desk: Desk) throws {
    var next = 0
    let outcome = try desk.importRecords([records], ImportOptions(match: .none)) { progress in
      if progress.records >= next {
        print("  \(progress.records)", terminator: "\r")
        fflush(nil)
        next += 10_000
      }
      return true
    }
    guard case .imported(let report) = outcome, report.counts.records == titles,
      report.counts.items == titles
    else { throw Fault("the big library did not take all of its records: \(outcome)") }
  }

  /// Enrols the borrowers and lends what they hold already.
  private func lend(_ desk: Desk) throws {
    _ = try desk.setRule(
      RuleScope(category: "GROUP"),
      values: [.loanDays: 90, .loansMaximum: 100_000, .loansOfTypeMaximum: 100_000])
    func enrol(_ card: String) throws {
      let draft = PatronDraft(name: "Nguyễn Thị Hoa", card: card, category: "GROUP")
      guard case .saved = try desk.enrol(draft) else { throw Fault("\(card) was not enrolled") }
    }
    var number = BigLibrary.firstLent
    for loans in [10, 1000] {
      for borrower in 0..<BigLibrary.borrowers {
        let card = BigLibrary.card(holding: loans, borrower)
        try enrol(card)
        for _ in 0..<loans {
          guard case .lent = try desk.checkOut(BigLibrary.barcode(number, of: titles), to: card)
          else { throw Fault("\(card) was not lent copy \(number)") }
          number += 1
        }
      }
    }
    for round in 0..<BigLibrary.borrowers { try enrol(BigLibrary.cardOfBurst(round)) }
    for card in BigLibrary.cardsOfDay { try enrol(card) }
  }
}
