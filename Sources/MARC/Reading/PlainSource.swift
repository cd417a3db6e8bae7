import CZlib

/// A source as its readers want it: unpacked where it is packed with gzip, in UTF-8 where it says that it is UTF-16.
///
/// Offsets in diagnostics count the bytes that this source gives.
public final class PlainSource: ByteSource {
  private enum Form {
    case plain
    case packed(OpaquePointer)
    case wide(isLittle: Bool)
  }

  private let source: any ByteSource
  /// What was read of the source and not given on yet.
  private let window: ByteWindow
  private var form: Form?
  private var isInsideMember = true
  /// UTF-8 for which the reader had no room.
  private var pending: [UInt8] = []
  /// Whether the packed bytes broke off or contradict themselves; what was unpacked before is good.
  private(set) var isDamaged = false
  /// How many bytes were given.
  private(set) var count = 0

  public init(_ source: any ByteSource) {
    self.source = source
    window = ByteWindow(source)
  }

  deinit {
    if case .packed(let stream) = form { czlib_close(stream) }
  }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFault) -> Int {
    let got: Int
    switch try known() {
    case .plain: got = try readPlain(into: buffer)
    case .packed(let stream): got = try unpack(stream, into: buffer)
    case .wide(let isLittle): got = try narrow(isLittle, into: buffer)
    }
    count += got
    return got
  }

  private func known() throws(SourceFault) -> Form {
    if let form { return form }
    _ = try window.fill(2)
    var found = Form.plain
    if window.bytes.starts(with: [0x1F, 0x8B]) {
      if let stream = czlib_open() { found = .packed(stream) }
    } else if window.bytes.starts(with: [0xFF, 0xFE]) || window.bytes.starts(with: [0xFE, 0xFF]) {
      found = .wide(isLittle: window.bytes[0] == 0xFF)
      window.drop(2)
    }
    form = found
    return found
  }

  private func readPlain(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFault) -> Int {
    guard window.count > 0 else { return try source.read(into: buffer) }
    let count = min(window.count, buffer.count)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: window.bytes[..<count]))
    window.drop(count)
    return count
  }

  /// Unpacks until there is something to give; several packed members may follow each other.
  private func unpack(
    _ stream: OpaquePointer, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceFault) -> Int {
    while !isDamaged, buffer.count > 0 {
      guard try window.fill(1) else {
        isDamaged = isInsideMember
        return 0
      }
      if !isInsideMember {
        _ = try window.fill(2)
        // Blocks on tape are filled up with zeros.
        guard window.bytes.starts(with: [0x1F, 0x8B]) else { return 0 }
        isInsideMember = true
      }
      var used = window.count
      var given = buffer.count
      let outcome = czlib_unpack(
        stream, window.bytes.baseAddress, &used, buffer.baseAddress, &given)
      window.drop(used)
      if outcome == 1 { isInsideMember = false }
      isDamaged = outcome < 0 || (outcome == 0 && used == 0 && given == 0)
      if given > 0 { return given }
    }
    return 0
  }

  private func narrow(
    _ isLittle: Bool, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceFault) -> Int {
    if pending.isEmpty { pending = try nextText(isLittle) }
    let count = min(pending.count, buffer.count)
    buffer.copyBytes(from: pending.prefix(count))
    pending.removeFirst(count)
    return count
  }

  /// The next stretch of UTF-16 as UTF-8; a pair of surrogates is never cut in two.
  private func nextText(_ isLittle: Bool) throws(SourceFault) -> [UInt8] {
    _ = try window.fill(4096)
    var length = window.count & ~1
    guard length > 0 else { return [] }
    func unit(_ position: Int) -> UInt16 {
      let (first, second) = (UInt16(window.bytes[position]), UInt16(window.bytes[position + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    let endsInHalf = (0xD800...0xDBFF).contains(unit(length - 2))
    if endsInHalf, length > 2 { length -= 2 }
    let units = stride(from: 0, to: length, by: 2).map(unit)
    window.drop(length)
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
