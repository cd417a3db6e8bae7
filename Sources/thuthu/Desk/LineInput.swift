import Glibc

/// The lines of standard input, each as soon as it has come whole.
struct LineInput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// What of the buffer was given out already, and how far line ends were looked for.
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  /// Whether the byte order mark was looked for, which some editors put before the first line.
  private var isBegun = false
  private static let pieceBytes = 64 * 1024
  /// A longer line is no action, and is not gathered in memory.
  private static let lineBytesMaximum = 32 * 1024 * 1024

  init(_ descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// Whether another line lies here already, so that asking for it does not wait.
  var hasLine: Bool { buffer[searched...].contains(0x0A) || (isAtEnd && start < buffer.count) }

  /// The next line without its end, or nil at the end of input.
  mutating func next() throws -> ArraySlice<UInt8>? {
    guard let line = try nextLine() else { return nil }
    defer { isBegun = true }
    return !isBegun && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
  }

  private mutating func nextLine() throws -> ArraySlice<UInt8>? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { (start, searched) = (end + 1, end + 1) }
        return buffer[start..<end]
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return buffer[start...]
      }
      try fill()
    }
  }

  private mutating func fill() throws {
    buffer.removeSubrange(..<start)
    (start, searched) = (0, searched - start)
    let filled = buffer.count
    guard filled <= LineInput.lineBytesMaximum else {
      throw CommandFault.badInput(
        .say(
          vi: "dòng dài quá \(LineInput.lineBytesMaximum) byte; những dòng trước đã làm xong",
          en: "a line exceeds \(LineInput.lineBytesMaximum) bytes; the lines before it are done"))
    }
    buffer += repeatElement(0, count: LineInput.pieceBytes)
    var count = -1
    repeat {
      count = buffer.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress.map { $0 + filled }, LineInput.pieceBytes)
      }
    } while count < 0 && errno == EINTR
    let error = errno
    buffer.removeLast(LineInput.pieceBytes - max(0, count))
    guard count >= 0 else {
      errno = error
      throw InputFile.fault("stdin")
    }
    isAtEnd = count == 0
  }
}
