import Glibc
import LibraryCore
import MARC

/// The files of an import, which are there and can be read.
struct ImportFiles: Sendable {
  let paths: [String]
  let sizes: [Int]
  let format: RecordFormat?

  /// Checks all files before anything is written.
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
}

/// Reads the files of an import one after the other.
struct ImportReading {
  /// One step of reading and where it was made.
  struct Step: Sendable {
    var file: Int
    /// How many steps of its file came before.
    var number: Int
    var read: ReadRecord
  }

  private let files: ImportFiles
  private var file = 0
  private var number = 0
  private var reader: RecordReader?

  init(_ files: ImportFiles) { self.files = files }

  mutating func next() throws -> Step? {
    while file < files.paths.count {
      if let read = try readOn() {
        number += 1
        return Step(file: file, number: number - 1, read: read)
      }
      file += 1
      number = 0
      reader = nil
    }
    return nil
  }

  private mutating func readOn() throws -> ReadRecord? {
    do {
      let opened = try reader ?? RecordReader(FileSource(path: files.paths[file]), as: files.format)
      reader = opened
      return try opened.next()
    } catch let fault as SourceFault {
      let reason = String(cString: strerror(fault.number))
      throw StoreFault.input(path: files.paths[file], reason: reason)
    }
  }
}
