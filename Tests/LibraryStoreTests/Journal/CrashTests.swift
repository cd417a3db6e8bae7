import Foundation
import LibraryCore
import LibraryStore
import Testing

@Suite struct CrashTests {
  /// The files of a library copied while a desk writes are what a stop of the machine leaves: some prefix of what was written.
  @Test("a library cut off at any moment opens whole, with all that was confirmed before")
  func cutOff() throws {
    let library = try TestLibrary()
    for number in 1...40 { try library.addItem("B\(number)") }
    try library.addPatron("TV1")
    _ = try library.desk.setRule(RuleScope(), values: [.loansMaximum: 1000])
    let tally = Tally()
    let done = DispatchSemaphore(value: 0)
    let desk = library.desk
    Thread.detachNewThread {
      var turn = 0
      while !tally.isStopped {
        let barcode = "B\(turn % 40 + 1)"
        if case .lent = try? desk.checkOut(barcode, to: "TV1") {
          tally.confirm()
        } else {
          _ = try? desk.takeBack(barcode)
        }
        turn += 1
      }
      done.signal()
    }
    for round in 1...8 {
      while tally.confirmed < round * 15 { sched_yield() }
      let before = tally.confirmed
      let folder = library.folder + "/copy-\(round)"
      // A reader keeps the write-ahead log from starting anew while it is copied.
      try library.file.read { db in
        _ = try OpReading.latest(limit: 1, in: db)
        try copy(library.file.path, to: folder)
      }
      let file = try LibraryFile.open(in: folder, random: SeededRandom(seed: 1000 + UInt64(round)))
      let loans = try file.read { db in
        try OpReading.latest(limit: 100_000, in: db).count {
          if case .loanOpened = $0.body { true } else { false }
        }
      }
      #expect(loans >= before)
      #expect(try file.check().findings == [])
    }
    tally.stop()
    done.wait()
    #expect(try library.file.check().findings == [])
  }

  /// The database first and its write-ahead log after it: a log that is ahead of the database is what SQLite recovers from.
  private func copy(_ path: String, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path + suffix))
      try bytes.write(to: URL(fileURLWithPath: LibraryFile.databasePath(in: folder) + suffix))
    }
  }
}

/// What the writing thread and the test tell each other.
private final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0
  private var stopped = false

  var confirmed: Int { lock.withLock { count } }
  var isStopped: Bool { lock.withLock { stopped } }

  func confirm() { lock.withLock { count += 1 } }
  func stop() { lock.withLock { stopped = true } }
}
