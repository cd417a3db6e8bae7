import Glibc
import LibraryCore
import MARC
import VietnameseText

/// The files of an import, which are there and can be read.
struct ImportFiles: Sendable {
  let paths: [String]
  let sizes: [Int]
  let format: RecordFormat?
  private let keepsReceivedTexts: Bool
  private let leniency: Leniency
  private let profiles: MappingProfiles

  /// Checks all files before anything is written.
  init(_ paths: [String], _ options: ImportOptions) throws {
    self.paths = paths
    format = options.format
    leniency = options.leniency
    profiles = options.profiles
    keepsReceivedTexts = options.mending.encoding != .asDeclared
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

  /// The name of a file without its folders.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map { String($0).nfc } ?? path.nfc
  }

  /// Opens a file to read records from.
  func reader(_ file: Int) throws(SourceFault) -> RecordReader {
    try RecordReader(
      FileSource(path: paths[file]), as: format, leniency, profiles: profiles,
      keepsReceivedTexts: keepsReceivedTexts)
  }

  var bytesTotal: Int { sizes.reduce(0, +) }

  /// The bytes of all that lies before `offset` in `file`; of a packed file no more than it has.
  func bytes(before offset: Int, in file: Int) -> Int {
    sizes.prefix(file).reduce(min(offset, sizes[file]), +)
  }
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
      let opened = try reader ?? files.reader(file)
      reader = opened
      return try opened.next()
    } catch let fault as SourceFault {
      let reason = String(cString: strerror(fault.number))
      throw StoreFault.input(path: files.paths[file], reason: reason)
    }
  }
}
