import Foundation
import Synchronization

/// Listens for self-check machines and gives each a session on a thread of its own.
///
/// The protocol is plain text without secrets, so the server listens on this machine alone unless told otherwise: a tunnel or a
/// network of the library's own has to carry it further.
public final class SelfCheckServer: Sendable {
  /// What a machine did, for whoever watches.
  public enum Event: Equatable, Sendable {
    case connected(String)
    case exchanged(String, request: String, answer: String)
    case closed(String)
  }

  /// More machines than any library of ours has; others are turned away.
  public static let machinesMaximum = 32
  /// The port that machines are usually told.
  public static let usualPort: UInt16 = 6001

  private let house: SelfCheckHouse
  private let events: @Sendable (Event) -> Void
  private let listener: Int32
  /// Closing its writing end wakes every thread.
  private let stop: (reading: Int32, writing: Int32)
  private let machines = Mutex(0)
  private let isStopped = Mutex(false)
  public let port: UInt16

  /// Begins to listen; port 0 takes any that is free.
  ///
  /// Throws the system's own words where the address is taken or not this machine's.
  public init(
    _ house: SelfCheckHouse, address: String = "127.0.0.1", port: UInt16 = usualPort,
    events: @escaping @Sendable (Event) -> Void
  ) throws {
    self.house = house
    self.events = events
    (listener, self.port) = try SelfCheckServer.listen(address, port)
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SelfCheckFault("pipe") }
    stop = (ends[0], ends[1])
  }

  deinit {
    close()
    Glibc.close(stop.reading)
  }

  /// Serves until `close`; returns then.
  public func run() {
    while waits(for: listener) {
      var address = sockaddr_in()
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let line = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { accept(listener, $0, &length) }
      }
      guard line >= 0 else { continue }
      let name = SelfCheckServer.name(address)
      let isRoom = machines.withLock { count in
        guard count < SelfCheckServer.machinesMaximum else { return false }
        count += 1
        return true
      }
      guard isRoom else {
        Glibc.close(line)
        continue
      }
      Thread.detachNewThread { [self] in
        serve(line, name)
        machines.withLock { $0 -= 1 }
      }
    }
    Glibc.close(listener)
  }

  /// Ends `run` and all lines; what a machine was told is on disk already.
  public func close() {
    let isFirst = isStopped.withLock { stopped in
      defer { stopped = true }
      return !stopped
    }
    if isFirst { Glibc.close(stop.writing) }
  }

  // MARK: - One machine

  private func serve(_ line: Int32, _ name: String) {
    events(.connected(name))
    let session = SIPSession(house)
    var lines = SIPLines()
    var piece = [UInt8](repeating: 0, count: 4096)
    while !session.isGivenUp, waits(for: line) {
      let count = read(line, &piece, piece.count)
      guard count > 0 else { break }
      lines.take(piece[..<count])
      while let request = lines.next(), !session.isGivenUp {
        let answer = session.answer(request)
        guard SelfCheckServer.write(answer, to: line) else { break }
        events(
          .exchanged(
            name, request: SelfCheckServer.shown(request),
            answer: String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .newlines)))
      }
    }
    Glibc.close(line)
    events(.closed(name))
  }

  /// Waits until there is something to read; false when the server ends.
  private func waits(for descriptor: Int32) -> Bool {
    while true {
      var entries = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop.reading, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&entries, 2, -1)
      if count < 0, errno == EINTR { continue }
      return count > 0 && entries[1].revents == 0
    }
  }

  private static func write(_ bytes: [UInt8], to line: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// A message as whoever watches may see it: a login has a password in it.
  static func shown(_ request: [UInt8]) -> String {
    request.starts(with: SIPRequest.login.rawValue.utf8)
      ? SIPRequest.login.rawValue : String(decoding: request, as: UTF8.self)
  }

  // MARK: - Listening

  private static func listen(_ address: String, _ port: UInt16) throws -> (Int32, UInt16) {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    guard inet_pton(AF_INET, address, &place.sin_addr) == 1 else {
      errno = EINVAL
      throw SelfCheckFault(address)
    }
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw SelfCheckFault("\(address):\(port)") }
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && Glibc.listen(socket, 8) == 0
          && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else {
      let fault = SelfCheckFault("\(address):\(port)")
      Glibc.close(socket)
      throw fault
    }
    return (socket, UInt16(bigEndian: place.sin_port))
  }

  private static func name(_ address: sockaddr_in) -> String {
    var (place, text) = (address.sin_addr, [CChar](repeating: 0, count: 64))
    inet_ntop(AF_INET, &place, &text, 64)
    let name = String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "\(name):\(UInt16(bigEndian: address.sin_port))"
  }
}

/// Why no line can be opened, in the system's own words.
public struct SelfCheckFault: Error, Equatable, Sendable {
  public let place: String
  public let reason: String

  init(_ place: String) {
    self.place = place
    reason = String(cString: strerror(errno))
  }
}

/// Cuts what comes in into lines: each ends with CR, LF or both.
struct SIPLines {
  private var bytes: [UInt8] = []

  mutating func take(_ piece: some Sequence<UInt8>) { bytes += piece }

  /// The next whole line that is not empty; half of one waits for the rest.
  ///
  /// A line that grows beyond what a message may be is given out as it is, to be refused, so that nobody fills the memory.
  mutating func next() -> [UInt8]? {
    while let end = bytes.firstIndex(where: { $0 == 0x0D || $0 == 0x0A }) {
      let line = Array(bytes[..<end])
      bytes.removeFirst(end + 1)
      if !line.isEmpty { return line }
    }
    guard bytes.count > SIPMessage.bytesMaximum else { return nil }
    defer { bytes.removeAll() }
    return bytes
  }
}
