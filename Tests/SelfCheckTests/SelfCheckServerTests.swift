import Foundation
import Synchronization
import Testing

@testable import SelfCheck

@Suite("The line to self-check machines")
struct SelfCheckServerTests {
  @Test("machines are served side by side, half messages wait, and closing ends them all")
  func serve() throws {
    let library = try SelfCheckLibrary()
    let server = try SelfCheckServer(library.house(), port: 0) { _ in }
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      server.run()
      ended.signal()
    }
    let (first, second) = (try Machine(server.port), try Machine(server.port))
    first.send("9910302")
    second.send("9910302.00\r")
    #expect(second.line()?.hasPrefix("98YYYYYY") == true)
    first.send(".00\r\n97AZFEF5\r")
    let answer = first.line()
    #expect(answer?.hasPrefix("98YYYYYY") == true)
    #expect(first.line() == answer)
    server.close()
    ended.wait()
    #expect(first.line() == nil)
    #expect(second.line() == nil)
  }

  @Test("whoever speaks something else is hung up on")
  func garbage() throws {
    let library = try SelfCheckLibrary()
    let server = try SelfCheckServer(library.house(), port: 0) { _ in }
    Thread.detachNewThread { server.run() }
    let machine = try Machine(server.port)
    machine.send("GET / HTTP/1.1\r\nHost: a\r\nAccept: b\r\nRange: c\r\nDate: d\r\n")
    var answers = 0
    while let line = machine.line() {
      #expect(line == "96AZFEF6")
      answers += 1
    }
    #expect(answers == 5)
    server.close()
  }

  @Test("nobody who watches sees a password")
  func passwords() {
    #expect(SelfCheckServer.shown(Array("9300CNmay1|CObí mật|".utf8)) == "93")
    #expect(SelfCheckServer.shown(Array("9910302.00".utf8)) == "9910302.00")
  }

  @Test("a port that is taken is named")
  func taken() throws {
    let library = try SelfCheckLibrary()
    let server = try SelfCheckServer(library.house(), port: 0) { _ in }
    let fault = #expect(throws: SelfCheckFault.self) {
      try SelfCheckServer(library.house(), port: server.port) { _ in }
    }
    #expect(fault?.place == "127.0.0.1:\(server.port)")
    server.close()
  }
}

/// The other end of the line.
private final class Machine {
  private let socket: Int32
  private var bytes: [UInt8] = []

  init(_ port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &place.sin_addr)
    let isConnected = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isConnected)
  }

  deinit { close(socket) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// The next answer without its end; nil when the other side has hung up.
  func line() -> String? {
    while true {
      if let end = bytes.firstIndex(of: 0x0D) {
        defer { bytes.removeFirst(end + 1) }
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
      var piece = [UInt8](repeating: 0, count: 1024)
      let count = read(socket, &piece, piece.count)
      guard count > 0 else { return nil }
      bytes += piece[..<count]
    }
  }
}
