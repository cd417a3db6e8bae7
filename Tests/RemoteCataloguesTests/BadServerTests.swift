import Glibc
import MARC
import RemoteCatalogues
import Synchronization
import Testing

@Suite("Servers that are dead, silent or talk nonsense")
struct BadServerTests {
  static let query = RemoteQuery(isbn: ISBN("9786049939082"))

  private func both(_ port: Int) throws -> [RemoteTarget] {
    var targets = [try RemoteTarget.here("z", z3950: port), try RemoteTarget.here("s", sru: port)]
    for place in targets.indices { targets[place].secondsMaximum = 1 }
    return targets
  }

  @Test("a port where nobody listens refuses at once")
  func refused() throws {
    for target in try both(LoopbackPeer.deadPort) {
      let fault = try ask(BadServerTests.query, target).fault
      #expect(fault == .refused)
    }
  }

  @Test("a name that nobody has is told with the name")
  func unknownHost() throws {
    for address in ["z39.50://nowhere.invalid/B", "http://nowhere.invalid/sru"] {
      #expect(
        try ask(BadServerTests.query, .target("x", address)).fault
          == .unknownHost("nowhere.invalid"))
    }
  }

  @Test("who takes the call and says nothing is given up when the time is over")
  func silent() throws {
    let peer = LoopbackPeer { _ in }
    for target in try both(peer.port) {
      let answer = try ask(BadServerTests.query, target)
      #expect(answer.fault == .timedOut(.answering, hasSpoken: false))
      #expect(answer.duration >= .seconds(1))
    }
    withExtendedLifetime(peer) {}
  }

  @Test("another protocol's greeting is known for what it is")
  func otherProtocol() throws {
    let peer = LoopbackPeer { caller in
      LoopbackPeer.send("220 mail.example ESMTP ready for you, stranger\r\n", to: caller)
    }
    for target in try both(peer.port) {
      let fault = try ask(BadServerTests.query, target).fault
      guard case .otherProtocol = fault else {
        Issue.record("\(target.code): \(String(describing: fault))")
        continue
      }
    }
    withExtendedLifetime(peer) {}
  }

  @Test("who hangs up is told to have hung up")
  func closes() throws {
    let peer = LoopbackPeer { caller in shutdown(caller, Int32(SHUT_RDWR)) }
    for target in try both(peer.port) {
      let fault = try ask(BadServerTests.query, target).fault
      #expect(fault == .closedEarly)
    }
    withExtendedLifetime(peer) {}
  }

  @Test("a stop ends waiting for a silent server, long before its time")
  func stopped() throws {
    let gate = DispatchGate()
    let peer = LoopbackPeer { _ in gate.open() }
    for var target in try both(peer.port) {
      target.secondsMaximum = 120
      let faults = Mutex<[RemoteFault?]>([])
      let search = RemoteSearch(BadServerTests.query, [target]) { answer in
        faults.withLock { $0.append(answer.fault) }
      }
      gate.wait()
      search.cancel()
      #expect(search.wait())
      #expect(faults.withLock { $0 } == [.stopped])
    }
    withExtendedLifetime(peer) {}
  }

  @Test("dead, silent and nonsensical servers at once each get their own answer")
  func manyAtOnce() throws {
    let silent = LoopbackPeer { _ in }
    let garbage = LoopbackPeer { LoopbackPeer.send("\u{1}\u{2}\u{3}nonsense\n", to: $0) }
    let targets = try (0..<4).flatMap { _ in
      try both(LoopbackPeer.deadPort) + both(silent.port) + both(garbage.port)
    }
    let answers = ask(BadServerTests.query, targets)
    #expect(answers.count == targets.count)
    #expect(answers.allSatisfy { $0.fault != nil && $0.records.isEmpty })
    withExtendedLifetime((silent, garbage)) {}
  }
}
