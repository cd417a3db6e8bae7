import Glibc

/// The part of a source that a reader holds at the moment.
///
/// It grows only with bytes that have really come, never because a record declares a size.
final class ByteWindow {
  private static let pieceLength = 256 * 1024

  private let source: any ByteSource
  private var memory: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  /// Where in the source the window begins.
  private(set) var offset = 0
  private(set) var isAtEnd = false

  init(_ source: any ByteSource) {
    self.source = source
    memory = .allocate(byteCount: ByteWindow.pieceLength, alignment: 16)
  }

  deinit {
    memory.deallocate()
  }

  var count: Int { end - start }

  /// The bytes held; the pointer is good until the next `fill` and belongs to the window.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: memory[start..<end])
  }

  /// Reads on until at least `wanted` bytes are held; `false` if the source ends before.
  func fill(_ wanted: Int) throws(SourceFault) -> Bool {
    while count < wanted {
      guard try readPiece() else { return false }
    }
    return true
  }

  /// Reads one more piece behind what is held; `false` at the end of the source.
  func readPiece() throws(SourceFault) -> Bool {
    guard !isAtEnd else { return false }
    makeRoom()
    let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
    end += got
    isAtEnd = got == 0
    return got > 0
  }

  func drop(_ count: Int) {
    start += count
    offset += count
  }

  private func makeRoom() {
    guard memory.count - end < ByteWindow.pieceLength / 4 else { return }
    let held = count
    if held <= memory.count / 2 {
      if let base = memory.baseAddress { memmove(base, base + start, held) }
    } else {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: memory.count * 2, alignment: 16)
      larger.copyMemory(from: bytes)
      memory.deallocate()
      memory = larger
    }
    start = 0
    end = held
  }
}
