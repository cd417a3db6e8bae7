import Foundation
public import LibraryCore
import Terminal

/// Brings a slip to the printer; slow where the printer is, so it runs on a worker thread.
public enum SlipDelivery {
  /// Why a slip did not come out of the printer.
  public enum Fault: Error, Equatable, Sendable {
    case noPrinter
    /// The printing system is not installed.
    case noPrintingSystem
    /// The printing system did not take it, with what it said.
    case refused(String)
    case outOfReach(String)
    /// The font for pictures of letters is not there.
    case noFont
  }

  /// How long a printer may keep silent before it counts as off.
  private static let patienceMilliseconds: Int32 = 5000

  /// Sends `text` as the settings say; nil when the printer took all of it.
  public static func send(_ text: String, _ settings: SlipSettings) -> Fault? {
    guard let printer = settings.printer else { return .noPrinter }
    if case .printingSystem(let queue) = printer { return print(text, queue: queue) }
    guard let font = ConsoleFonts.builtIn?.large else { return .noFont }
    let codes = SlipPrinterCodes(letters: settings.letters, paper: settings.paper, font: font)
    return send(codes.slip(text), to: printer)
  }

  /// Sends bytes that the printer understands.
  public static func send(_ bytes: [UInt8], to printer: SlipPrinter) -> Fault? {
    let descriptor: Int32
    var isSocket = false
    switch printer {
    case .printingSystem: return .noPrinter
    case .device(let path): descriptor = open(path, O_WRONLY | O_NONBLOCK | O_APPEND | O_CLOEXEC)
    case .network(let host, let port): (descriptor, isSocket) = (connected(host, port), true)
    }
    guard descriptor >= 0 else { return .outOfReach(printer.text) }
    defer { close(descriptor) }
    let isWritten = write(bytes, to: descriptor, isSocket)
    return isWritten && (!isSocket || isTaken(descriptor)) ? nil : .outOfReach(printer.text)
  }

  // MARK: - The printing system

  private static let lp = "/usr/bin/lp"

  private static func print(_ text: String, queue: String?) -> Fault? {
    guard FileManager.default.isExecutableFile(atPath: lp) else { return .noPrintingSystem }
    let process = Process()
    // A file, not a pipe: a printing system that ends early must not end this program.
    let path = NSTemporaryDirectory() + "thuthu-slip-" + UUID().uuidString
    defer { unlink(path) }
    let isWritten = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten, let input = FileHandle(forReadingAtPath: path) else {
      return .outOfReach(path)
    }
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: lp)
    process.arguments = (queue.map { ["-d", $0] } ?? []) + ["-"]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = output
    do {
      try process.run()
    } catch { return .noPrintingSystem }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return nil }
    let first = String(decoding: said, as: UTF8.self).split(separator: "\n").first ?? ""
    return .refused(String(first))
  }

  // MARK: - Devices and the network

  private static func connected(_ host: String, _ port: Int) -> Int32 {
    var wanted = addrinfo()
    wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &wanted, &found) == 0 else { return -1 }
    defer { freeaddrinfo(found) }
    var next = found
    while let address = next?.pointee {
      let descriptor = socket(
        address.ai_family, address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue),
        address.ai_protocol)
      if descriptor >= 0 {
        if isOpen(descriptor, address) { return descriptor }
        close(descriptor)
      }
      next = address.ai_next
    }
    return -1
  }

  private static func isOpen(_ descriptor: Int32, _ address: addrinfo) -> Bool {
    if connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return true }
    guard errno == EINPROGRESS, isReady(descriptor) else { return false }
    var fault: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &fault, &size) == 0 && fault == 0
  }

  private static func isReady(_ descriptor: Int32) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&state, 1, patienceMilliseconds) == 1 && state.revents & Int16(POLLOUT) != 0
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ isSocket: Bool) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { piece in
        isSocket
          ? Foundation.send(
            descriptor, piece.baseAddress, piece.count, Int32(MSG_NOSIGNAL))
          : Foundation.write(descriptor, piece.baseAddress, piece.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        guard isReady(descriptor) else { return false }
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }

  /// How long a printer may take to break off after the end was said; one that keeps the connection open until the paper is out
  /// has taken all of it.
  private static let endMilliseconds: Int32 = 500

  /// Whether the printer's side acknowledged every byte and did not break off then: what only lies in this machine's memory is on
  /// no paper.
  private static func isTaken(_ descriptor: Int32) -> Bool {
    let stepMilliseconds: Int32 = 20
    for _ in 0..<(patienceMilliseconds / stepMilliseconds) where unacknowledged(descriptor) > 0 {
      _ = poll(nil, 0, stepMilliseconds)
    }
    guard unacknowledged(descriptor) == 0, shutdown(descriptor, Int32(SHUT_WR)) == 0 else {
      return false
    }
    // What the printer says of itself is read away; its end or its silence is well, a reset is not.
    var buffer = [UInt8](repeating: 0, count: 256)
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&state, 1, endMilliseconds) == 1 {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count == 0 { return true }
      if count < 0, errno != EINTR, errno != EAGAIN { return false }
    }
    return true
  }

  /// How many bytes the other side has not acknowledged yet.
  private static func unacknowledged(_ descriptor: Int32) -> Int32 {
    let request: UInt = 0x5411  // TIOCOUTQ of Linux, which the module of C does not bring over.
    var bytes: Int32 = 0
    return ioctl(descriptor, request, &bytes) == 0 ? bytes : -1
  }
}
