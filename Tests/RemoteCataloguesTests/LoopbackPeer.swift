import Foundation
import Glibc
import RemoteCatalogues
import Synchronization

/// Listens on a free port of the machine itself and gives every caller to a function or a program.
///
/// Nothing has to be waited for: the port listens when the peer is there, and programs are started for one connection each
/// (the way of inetd), so that none is left over.
final class LoopbackPeer: Sendable {
  let port: Int
  private let listener: Int32
  private let open = Mutex<[Int32]>([])

  /// `serve` gets the socket of each caller on a thread of its own; the peer closes it with itself.
  init(_ serve: @escaping @Sendable (Int32) -> Void) {
    (listener, port) = LoopbackPeer.listeningSocket()
    Thread.detachNewThread { [listener, weak self] in
      while true {
        let caller = accept(listener, nil, nil)
        guard caller >= 0 else { return }
        guard let self else {
          close(caller)
          return
        }
        open.withLock { $0.append(caller) }
        Thread.detachNewThread { serve(caller) }
      }
    }
  }

  /// Gives every caller to a program of its own, whose standard input is the connection.
  convenience init(program: String, _ arguments: [String], in folder: String? = nil) {
    self.init { caller in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
      process.standardInput = FileHandle(fileDescriptor: dup(caller), closeOnDealloc: true)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try? process.run()
      // The program's own copies hold the line; ours would keep it from ending.
      let nothing = Glibc.open("/dev/null", O_RDONLY)
      dup2(nothing, caller)
      close(nothing)
      process.waitUntilExit()
    }
  }

  /// Reads what the caller asks, up to an empty line, and answers.
  static func web(_ answer: @escaping @Sendable (_ request: String) -> String) -> LoopbackPeer {
    LoopbackPeer { caller in
      send(answer(request(from: caller)), to: caller)
      shutdown(caller, Int32(SHUT_RDWR))
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    for caller in open.withLock({ $0 }) {
      shutdown(caller, Int32(SHUT_RDWR))
      close(caller)
    }
  }

  static func request(from caller: Int32) -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = read(caller, &piece, piece.count)
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func send(_ text: String, to caller: Int32) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(caller, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// A port on which nobody listens: one that was free a moment ago.
  static var deadPort: Int {
    let peer = LoopbackPeer { _ in }
    return peer.port
  }

  private static func listeningSocket() -> (Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = address(port: 0)
    with(&address) { precondition(bind(listener, $0, $1) == 0, "a port is free") }
    listen(listener, 20)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(listener, $0, &length)
      }
    }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    return address
  }

  private static func with(
    _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Void
  ) {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}

extension RemoteTarget {
  /// A target on the machine itself.
  static func here(
    _ code: String, z3950 port: Int, database: String = "Default"
  ) throws -> RemoteTarget {
    try target(code, "z39.50://127.0.0.1:\(port)/\(database)")
  }

  static func here(_ code: String, sru port: Int, path: String = "/Default") throws -> RemoteTarget
  {
    try target(code, "http://127.0.0.1:\(port)\(path)")
  }

  static func target(_ code: String, _ address: String) throws -> RemoteTarget {
    struct BadAddress: Error {}
    guard let address = RemoteAddress(address) else { throw BadAddress() }
    return RemoteTarget(code: code, name: code, address: address)
  }
}

/// The answers of one question, in the order in which they came.
func ask(_ query: RemoteQuery, _ targets: [RemoteTarget]) -> [RemoteAnswer] {
  let answers = Mutex<[RemoteAnswer]>([])
  let search = RemoteSearch(query, targets) { answer in answers.withLock { $0.append(answer) } }
  _ = search.wait()
  return answers.withLock { $0 }
}

func ask(_ query: RemoteQuery, _ target: RemoteTarget) throws -> RemoteAnswer {
  struct NoAnswer: Error {}
  guard let answer = ask(query, [target]).first else { throw NoAnswer() }
  return answer
}
