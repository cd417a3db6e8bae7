/// The lines of a text as they come, whatever ends them.
final class TextLines {
  private static let lengthMaximum = 8 * 1024 * 1024

  struct Line {
    let offset: Int
    var bytes: [UInt8]

    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  }

  private let window: ByteWindow

  init(_ window: ByteWindow) { self.window = window }

  /// The next line without its end; a line longer than the limit is cut there.
  func next() throws(SourceFault) -> Line? {
    if window.offset == 0, try window.fill(3), window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      window.drop(3)
    }
    var searched = 0
    while true {
      let bytes = window.bytes
      let end = bytes[searched...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let isWhole = end < bytes.count || bytes.count >= TextLines.lengthMaximum
      searched = bytes.count
      if !isWhole, try window.readPiece() { continue }
      guard end > 0 || end < bytes.count else { return nil }
      let line = Line(offset: window.offset, bytes: Array(window.bytes[..<end]))
      window.drop(end)
      try skipLineEnd()
      return line
    }
  }

  private func skipLineEnd() throws(SourceFault) {
    _ = try window.fill(2)
    if window.bytes.starts(with: [0x0D, 0x0A]) {
      window.drop(2)
    } else if window.bytes.first == 0x0A || window.bytes.first == 0x0D {
      window.drop(1)
    }
  }
}
