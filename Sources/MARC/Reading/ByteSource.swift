import Glibc

/// Where a reader's bytes come from.
public protocol ByteSource: AnyObject {
  /// Fills the front of `buffer` and returns how many bytes it put there; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFault) -> Int
}

/// Why a source could not be read: the machine's reason, not the record's.
public struct SourceFault: Error, Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    case open
    case read
  }

  public let step: Step
  /// The system's error number (`errno`).
  public let number: Int32
}

/// A file, pipe or terminal, read piece by piece.
public final class FileSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool

  public init(path: String) throws(SourceFault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SourceFault(step: .open, number: errno) }
    isOwned = true
  }

  /// Reads from an open descriptor, which stays open afterwards.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFault) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw SourceFault(step: .read, number: errno) }
    }
  }
}

/// Bytes that are in memory already.
public final class MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  public init(_ bytes: some Collection<UInt8>) {
    rest = ArraySlice(bytes)
  }

  public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, rest.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}
