import Glibc

/// Reads a text file line by line in bounded memory, whatever the file holds.
///
/// A line longer than `lineLengthMaximum` bytes is cut there; its rest is passed over. A mark of UTF-8 in front and the carriage
/// returns of Windows are left out.
struct LineReader: ~Copyable {
  static let lineLengthMaximum = 4096
  private static let blockSize = 1 << 16

  private let descriptor: Int32
  private let path: String
  private var block: [UInt8] = []
  private var position = 0
  private var isFirstLine = true

  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StoreFault.input(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  /// The next lines, fewer than `count` only at the end of the file.
  mutating func next(upTo count: Int) throws -> [String] {
    var lines: [String] = []
    while lines.count < count, let line = try line() { lines.append(line) }
    return lines
  }

  private mutating func line() throws -> String? {
    var bytes: [UInt8] = []
    var isEmptyFile = true
    while true {
      if position == block.count, try !fill() {
        return isEmptyFile ? nil : text(bytes)
      }
      isEmptyFile = false
      let rest = block[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let room = LineReader.lineLengthMaximum - bytes.count
      bytes += rest[..<(end ?? rest.endIndex)].prefix(room)
      position = end.map { $0 + 1 } ?? block.count
      if end != nil { return text(bytes) }
    }
  }

  private mutating func fill() throws -> Bool {
    block = [UInt8](repeating: 0, count: LineReader.blockSize)
    let count = read(descriptor, &block, LineReader.blockSize)
    guard count >= 0 else {
      throw StoreFault.input(path: path, reason: String(cString: strerror(errno)))
    }
    block.removeLast(LineReader.blockSize - count)
    position = 0
    return count > 0
  }

  private mutating func text(_ bytes: [UInt8]) -> String {
    var bytes = bytes[...]
    if isFirstLine, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    isFirstLine = false
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
