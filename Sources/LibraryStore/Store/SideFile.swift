import Glibc
import LibraryCore

/// The side file `library.sqlite.inc`: what the machine knows of the op log outside the database.
///
/// One line of three decimal numbers of twenty digits: the origin, the highest sequence number it may have used, and one it has
/// certainly used. The second is synced before an op within a new block is committed; the third follows each commit without
/// a sync, so it is never ahead of the database and survives the end of the process.
final class SideFile: Sendable {
  let path: String
  private let descriptor: Int32

  private static let width = 20
  private static let length = 3 * (width + 1)

  struct Content: Equatable {
    var origin: UInt64
    var reserved: Int64
    var used: Int64
  }

  /// Opens the side file; nil when there is none.
  init?(path: String) throws {
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    self.path = path
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw SideFile.fault(path) }
      return nil
    }
  }

  /// Makes a new side file: written beside, synced, then renamed over an older one.
  init(path: String, _ content: Content) throws {
    let fresh = path + ".new"
    descriptor = open(fresh, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    self.path = path
    guard descriptor >= 0 else { throw SideFile.fault(path) }
    try write(content.origin, place: 0)
    try write(UInt64(content.reserved), place: 1)
    try write(UInt64(content.used), place: 2)
    guard fsync(descriptor) == 0, rename(fresh, path) == 0 else { throw SideFile.fault(path) }
  }

  deinit { close(descriptor) }

  /// What the file says now, or nil when it is not a whole side file.
  var content: Content? {
    var bytes = [UInt8](repeating: 0, count: SideFile.length)
    guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard parts.count == 3, let origin = UInt64(parts[0]), let reserved = Int64(parts[1]),
      let used = Int64(parts[2])
    else { return nil }
    return Content(origin: origin, reserved: reserved, used: used)
  }

  func reserve(_ sequence: Int64) throws {
    try write(UInt64(sequence), place: 1)
    guard fsync(descriptor) == 0 else { throw SideFile.fault(path) }
  }

  /// Notes that `sequence` is committed; a note that cannot be written only makes the file know less.
  func use(_ sequence: Int64) { try? write(UInt64(sequence), place: 2) }

  private func write(_ number: UInt64, place: Int) throws {
    var digits = [UInt8](repeating: UInt8(ascii: "0"), count: SideFile.width)
    var rest = number
    for index in digits.indices.reversed() {
      digits[index] += UInt8(rest % 10)
      rest /= 10
    }
    digits.append(UInt8(ascii: place == 2 ? "\n" : " "))
    let offset = off_t(place * (SideFile.width + 1))
    guard pwrite(descriptor, digits, digits.count, offset) == digits.count else {
      throw SideFile.fault(path)
    }
  }

  private static func fault(_ path: String) -> StoreFault {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    default: .disk(path: path, detail: String(cString: strerror(errno)))
    }
  }
}
