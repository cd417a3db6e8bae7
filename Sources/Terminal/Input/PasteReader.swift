/// Collects a bracketed paste until its end mark.
struct PasteReader {
  private var bytes: [UInt8] = []
  private(set) var lastRead: Moment

  private static let endMark = Array("\u{1B}[201~".utf8)
  /// A larger paste is handed out in parts: nothing is lost and memory stays bounded.
  private static let partMaximum = 1 << 20

  init(at time: Moment) { lastRead = time }

  /// Takes bytes up to and with the end mark; the rest is returned once the mark is found.
  mutating func read(
    _ more: ArraySlice<UInt8>, at time: Moment, into events: inout [InputEvent]
  ) -> ArraySlice<UInt8>? {
    lastRead = time
    let searchFrom = max(0, bytes.count - Self.endMark.count + 1)
    let added = bytes.count
    bytes += more
    if let mark = firstMark(from: searchFrom) {
      let rest = more.dropFirst(mark + Self.endMark.count - added)
      bytes.removeSubrange(mark...)
      finish(into: &events)
      return rest
    }
    if bytes.count > Self.partMaximum { handOutPart(into: &events) }
    return nil
  }

  /// Hands out what has come, with or without an end mark.
  mutating func finish(into events: inout [InputEvent]) {
    let text = Self.text(bytes[...])
    bytes = []
    events.append(.paste(text))
  }

  private func firstMark(from start: Int) -> Int? {
    guard bytes.count >= Self.endMark.count else { return nil }
    var index = start
    let last = bytes.count - Self.endMark.count
    while index <= last {
      guard let escape = bytes[index...last].firstIndex(of: Self.endMark[0]) else { return nil }
      if bytes[escape...].starts(with: Self.endMark) { return escape }
      index = escape + 1
    }
    return nil
  }

  /// Keeps back what may be half a letter, half a line end or half an end mark.
  private mutating func handOutPart(into events: inout [InputEvent]) {
    var end = bytes.count - Self.endMark.count
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    guard end > 0 else { return }
    events.append(.paste(Self.text(bytes[..<end])))
    bytes.removeSubrange(..<end)
  }

  /// Terminals send line ends as CR, CR LF or LF.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    var afterReturn = false
    for byte in bytes {
      if byte == 0x0D {
        lines.append(0x0A)
      } else if byte != 0x0A || !afterReturn {
        lines.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
