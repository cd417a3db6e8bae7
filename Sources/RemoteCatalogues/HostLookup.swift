import Foundation
import Glibc
import Synchronization

/// Finds the numeric addresses of a host on a thread of its own.
///
/// The system's resolver cannot be stopped and may take long, so nobody waits for that thread longer than they want: one that
/// is late finds that nobody listens, and ends.
enum HostLookup {
  /// `resolve` asks the system; tests give one that never answers.
  static func addresses(
    of host: String, until deadline: Deadline, _ stop: StopSignal,
    resolve: @escaping @Sendable (String) -> [String] = HostLookup.resolve
  ) throws(RemoteFault) -> [String] {
    let result = LookupResult()
    Thread.detachNewThread { result.finish(resolve(host)) }
    var found: Int32 = 0
    switch stop.wait(for: result.descriptor, POLLIN, until: deadline, found: &found) {
    case .stopped: throw .stopped
    case .timedOut: throw .timedOut(.resolving, hasSpoken: false)
    case .ready:
      guard let addresses = result.addresses, !addresses.isEmpty else { throw .unknownHost(host) }
      return addresses
    }
  }

  @Sendable static func resolve(_ host: String) -> [String] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_ADDRCONFIG
    var list: UnsafeMutablePointer<addrinfo>?
    var code = getaddrinfo(host, nil, &hints, &list)
    if code != 0 {
      // Without any network but the machine itself, "configured" leaves nothing over.
      hints.ai_flags = 0
      code = getaddrinfo(host, nil, &hints, &list)
    }
    guard code == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var addresses: [String] = []
    var entry = list
    while let current = entry {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let length = socklen_t(text.count)
      if getnameinfo(
        current.pointee.ai_addr, current.pointee.ai_addrlen, &text, length, nil, 0, NI_NUMERICHOST)
        == 0
      {
        let address = String(
          decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if !addresses.contains(address) { addresses.append(address) }
      }
      entry = current.pointee.ai_next
    }
    return addresses
  }

  /// Why no line to a numeric address can be had, as the system says it.
  static func reason(
    _ address: String, _ port: Int, until deadline: Deadline, _ stop: StopSignal
  ) -> RemoteFault {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_NUMERICHOST
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, String(port), &hints, &list) == 0, let place = list?.pointee else {
      return .unreachable(reason: address)
    }
    defer { freeaddrinfo(list) }
    let socket = socket(
      place.ai_family, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue),
      0)
    guard socket >= 0 else { return .unreachable(reason: String(cString: strerror(errno))) }
    defer { close(socket) }
    var error = connect(socket, place.ai_addr, place.ai_addrlen) == 0 ? 0 : errno
    if error == EINPROGRESS {
      var found: Int32 = 0
      switch stop.wait(for: socket, POLLOUT, until: deadline, found: &found) {
      case .stopped: return .stopped
      case .timedOut: return .timedOut(.connecting, hasSpoken: false)
      case .ready:
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &length)
      }
    }
    switch error {
    case 0: return .closedEarly
    case ECONNREFUSED: return .refused
    default: return .unreachable(reason: String(cString: strerror(error)))
    }
  }
}

/// What the resolver's thread found, handed over through a descriptor that becomes readable.
private final class LookupResult: Sendable {
  private let found = Mutex<[String]?>(nil)
  private let done = StopSignal()

  var descriptor: Int32 { done.descriptor }
  var addresses: [String]? { found.withLock { $0 } }

  func finish(_ addresses: [String]) {
    found.withLock { $0 = addresses }
    done.stop()
  }
}
