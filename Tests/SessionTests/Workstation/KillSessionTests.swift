import Foundation
import Glibc
import Testing

/// Law 8: what the desk confirmed is on disk, whatever happens to the program.
@Suite("Kill -9 at the desk")
struct KillSessionTests {
  private typealias Reader = SessionLibrary.Reader

  private let codes = (1...150).map(SessionLibrary.code)

  /// Kills the program, and expects of the library what law 8 promises.
  private func killAndCheck(_ terminal: VirtualTerminal, _ library: SessionLibrary) throws {
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForEnd() == 1000 + Int(SIGKILL))
    let confirmed = terminal.loansShown ?? 0
    let listed = terminal.copiesListed

    #expect(try library.isSound())
    let lent = try library.lent()
    #expect(lent.count >= confirmed)
    #expect(lent == Array(codes.prefix(lent.count)))
    #expect(Set(listed).isSubset(of: lent))

    let next = try library.open()
    try next.send([Reader.khai].scanned)
    #expect(next.loansShown == lent.count)
    try next.send(codes.dropFirst(lent.count).prefix(3).scanned)
    try next.leave()
    #expect(try library.lent().count == min(lent.count + 3, codes.count))
    #expect(try library.isSound())
  }

  @Test(
    "in the middle of a burst, at any moment of a commit", arguments: 1...5 as ClosedRange<UInt64>)
  func midCommit(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai].scanned)
    // Some 20 kB a loan go into the write-ahead log.
    let moment = library.bytesOnDisk + Int(random.next() % 1_500_000)
    try terminal.write(codes.scanned)
    try terminal.wait(step: 1) { library.bytesOnDisk >= moment || $0.loansShown == codes.count }
    try killAndCheck(terminal, library)
  }

  @Test("after every confirmed loan", arguments: 1...2 as ClosedRange<UInt64>)
  func afterConfirmation(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai].scanned)
    let confirmed = Int(random.next() % 20) + 1
    for code in codes.prefix(confirmed) { try terminal.send([code].scanned) }
    #expect(terminal.loansShown == confirmed)
    try terminal.write(codes.dropFirst(confirmed).scanned)
    try killAndCheck(terminal, library)
  }

  @Test("while it starts on a library that was killed before")
  func whileStarting() throws {
    let library = try SessionLibrary()
    for round in 0..<6 {
      let terminal = try library.start()
      try terminal.write([Reader.khai, SessionLibrary.code(1 + round)].scanned)
      if round % 2 == 1 { try terminal.wait(step: 1) { $0.bytesReceived > round * 200 } }
      terminal.signal(SIGKILL)
      #expect(try terminal.waitForEnd() == 1000 + Int(SIGKILL))
      #expect(try library.isSound())
    }
  }
}

/// The same numbers for the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
