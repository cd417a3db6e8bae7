import Foundation
import Testing

@testable import RemoteCatalogues

@Suite("Finding the addresses of a server")
struct HostLookupTests {
  /// A resolver that answers nobody before the test ends.
  private final class Silence: Sendable {
    let end = DispatchSemaphore(value: 0)
    @Sendable func resolve(_ host: String) -> [String] {
      end.wait()
      return ["127.0.0.1"]
    }
    deinit { end.signal() }
  }

  @Test("a resolver that does not answer holds nobody who stops up")
  func stopped() {
    let silence = Silence()
    let stop = StopSignal()
    stop.stop()
    #expect(throws: RemoteFault.stopped) {
      try HostLookup.addresses(
        of: "thuvien.example", until: Deadline(after: .seconds(3600)), stop,
        resolve: silence.resolve)
    }
    silence.end.signal()
  }

  @Test("nor anybody whose time is up")
  func timedOut() {
    let silence = Silence()
    #expect(throws: RemoteFault.timedOut(.resolving, hasSpoken: false)) {
      try HostLookup.addresses(
        of: "thuvien.example", until: Deadline(after: .zero), StopSignal(), resolve: silence.resolve
      )
    }
    silence.end.signal()
  }

  @Test("an answer is given on at once")
  func answered() throws {
    let found = try HostLookup.addresses(
      of: "thuvien.example", until: Deadline(after: .seconds(3600)), StopSignal()
    ) { _ in ["192.0.2.1"] }
    #expect(found == ["192.0.2.1"])
  }
}
