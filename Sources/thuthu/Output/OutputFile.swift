import Glibc

/// A file that is written from the front and appears under its name only when it is whole.
///
/// `-` is standard output. A file that another command reads meanwhile is never half of one.
final class OutputFile {
  static let pieceBytes = 256 * 1024

  private let path: String
  private let partial: String?
  private let descriptor: Int32
  private var isClosed = false

  init(_ path: String) throws {
    self.path = path
    if path == "-" {
      partial = nil
      descriptor = STDOUT_FILENO
      return
    }
    var status = stat()
    let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    let target = isSpecial ? path : "\(path).partial-\(getpid())"
    partial = isSpecial ? nil : target
    descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw OutputFile.fault(path) }
  }

  deinit {
    guard !isClosed, descriptor != STDOUT_FILENO else { return }
    Glibc.close(descriptor)
    if let partial { unlink(partial) }
  }

  /// Writes `bytes` and empties them, once there are at least `least` of them.
  func write(_ bytes: inout [UInt8], keeping least: Int = 0) throws {
    guard bytes.count >= least else { return }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno == EPIPE {
        exit(ExitStatus.done.rawValue)
      } else if errno != EINTR {
        throw OutputFile.fault(path)
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Puts the file on disk under its name.
  func close() throws {
    guard descriptor != STDOUT_FILENO else { return }
    if let partial, fsync(descriptor) != 0 || rename(partial, path) != 0 {
      throw OutputFile.fault(path)
    }
    isClosed = true
    Glibc.close(descriptor)
  }

  private static func fault(_ path: String) -> CommandFault {
    let reason = String(cString: strerror(errno))
    return .machine(
      .say(vi: "không ghi được \(path): \(reason)", en: "cannot write \(path): \(reason)"))
  }
}
