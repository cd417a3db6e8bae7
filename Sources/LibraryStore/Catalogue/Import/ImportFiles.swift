import Glibc
import LibraryCore
import MARC

/// The files of an import, read one after the other.
final class ImportFiles {
  /// One step of reading and where it was made.
  struct Step {
    var file: Int
    /// How many steps of its file came before.
    var number: Int
    var read: ReadRecord
  }

  let paths: [String]
  let sizes: [Int]
  private let format: RecordFormat?
  private var file = 0
  private var number = 0
  private var reader: RecordReader?

  /// Checks that all files are there and can be read, before anything is written.
  init(_ paths: [String], format: RecordFormat?) throws {
    self.paths = paths
    self.format = format
    sizes = try paths.map { path in
      var status = stat()
      guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
        throw StoreFault.input(path: path, reason: String(cString: strerror(errno)))
      }
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw StoreFault.input(path: path, reason: String(cString: strerror(EISDIR)))
      }
      return Int(status.st_size)
    }
  }

  var bytesTotal: Int { sizes.reduce(0, +) }

  /// The bytes of all that lies before `offset` in `file`.
  func bytes(before offset: Int, in file: Int) -> Int { sizes.prefix(file).reduce(offset, +) }

  func next() throws -> Step? {
    while file < paths.count {
      if let read = try guarded({ try opened().next() }) {
        number += 1
        return Step(file: file, number: number - 1, read: read)
      }
      file += 1
      number = 0
      reader = nil
    }
    return nil
  }

  private func opened() throws -> RecordReader {
    if let reader { return reader }
    let opened = try RecordReader(FileSource(path: paths[file]), as: format)
    reader = opened
    return opened
  }

  private func guarded<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let fault as SourceFault {
      throw StoreFault.input(path: paths[file], reason: String(cString: strerror(fault.number)))
    }
  }
}
