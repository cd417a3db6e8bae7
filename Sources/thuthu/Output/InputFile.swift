import Glibc

/// Files that a person names on the command line; `-` is standard input.
enum InputFile {
  /// All bytes of a file.
  static func contents(of path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fault(path) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  /// Why `path` cannot be read, in the machine's words: the input is bad, or the machine is.
  static func fault(_ path: String) -> CommandFault {
    let isInput = [ENOENT, EISDIR, ENOTDIR, ENAMETOOLONG].contains(errno)
    let reason = String(cString: strerror(errno))
    let message = String.say(
      vi: "không đọc được \(path): \(reason)", en: "cannot read \(path): \(reason)")
    return isInput ? .badInput(message) : .machine(message)
  }
}
