import Glibc
public import LibraryCore
import MARC

/// Writes the records that an import left out into a file of their own, byte for byte as they were received.
///
/// The file is of the same format and can be read again: what stands around the records of MARCXML and of an array of JSON is
/// kept. Of what came packed with gzip or in UTF-16 the records are written unpacked and in UTF-8. Beside it lies a table with the reasons, a line for each record.
public struct RejectedRecords {
  private let paths: [String]
  private let options: ImportOptions
  private let rejects: [ImportReject]

  public init(_ paths: [String], _ options: ImportOptions, _ rejects: [ImportReject]) {
    self.paths = paths
    self.options = options
    self.rejects = rejects
  }

  /// The name of the table of reasons beside a file of left-out records.
  public static func reasonsPath(_ path: String) -> String { path + ".reasons.tsv" }

  /// Writes both files and answers how many records they have.
  ///
  /// Records of several files go one behind the other, which MARCXML and arrays of JSON do not allow: those get one file each,
  /// `.2`, `.3` and so on behind the name.
  public func write(to path: String) throws -> Int {
    var lines = "file\trecord\toffset\treason\tmatched\n"
    var outputs: [String: Descriptor] = [:]
    var count = 0
    for file in paths.indices {
      let wanted = rejects.filter { $0.place.file == file }
      guard !wanted.isEmpty else { continue }
      let pieces = try pieces(wanted, of: file, beside: path)
      let isWrapped = pieces.format == .marcXML || pieces.format == .json
      let target = isWrapped && file > 0 ? "\(path).\(file + 1)" : path
      let output = try outputs[target] ?? Descriptor(writing: target)
      outputs[target] = output
      let input = try plain(paths[file], beside: path)
      try pieces.copy(from: input, to: output)
      for (reject, piece) in zip(wanted, pieces.pieces) {
        let matched = reject.record.map { $0.rawValue == 0 ? "" : $0.description } ?? ""
        lines +=
          "\(ImportFiles.name(of: paths[file]))\t\(piece.number)\t\(piece.range.lowerBound)\t"
          + "\(reject.reason.rawValue)\t\(matched)\n"
      }
      count += pieces.pieces.count
    }
    try Descriptor(writing: RejectedRecords.reasonsPath(path)).write(Array(lines.utf8)[...])
    return count
  }

  /// The file as its records are counted in it: where it is packed or in UTF-16, a plain copy that has no name.
  private func plain(_ path: String, beside target: String) throws -> Descriptor {
    let file = try Descriptor(reading: path)
    let start = Array(try file.bytes(0..<min(2, try file.size())))
    guard [[0x1F, 0x8B], [0xFF, 0xFE], [0xFE, 0xFF]].contains(start) else { return file }
    let name = target + ".plain"
    let copy = try Descriptor(writing: name)
    defer { unlink(name) }
    do {
      let source = PlainSource(try FileSource(path: path))
      while true {
        let piece = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
          count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        guard !piece.isEmpty else { break }
        try copy.write(piece[...])
      }
    } catch let fault as SourceFault {
      throw StoreFault.input(path: path, reason: String(cString: strerror(fault.number)))
    }
    return try Descriptor(reading: name)
  }

  /// Where the wanted records begin and end.
  private func pieces(
    _ wanted: [ImportReject], of file: Int, beside target: String
  ) throws -> Pieces {
    let files = try ImportFiles(paths, options)
    let size = try plain(paths[file], beside: target).size()
    let steps = Set(wanted.map(\.place.step))
    var pieces: [Pieces.Piece] = []
    var first: Int?
    do {
      let reader = try files.reader(file)
      var open: (number: Int, start: Int)?
      var step = 0
      while let read = try reader.next() {
        if let piece = open {
          pieces.append(
            Pieces.Piece(number: piece.number, range: piece.start..<max(piece.start, read.offset)))
        }
        if read.record != nil, first == nil { first = read.offset }
        open = steps.contains(step) ? (read.number, read.offset) : nil
        step += 1
      }
      if let open {
        pieces.append(Pieces.Piece(number: open.number, range: open.start..<size))
      }
      return Pieces(
        format: reader.format, first: first ?? 0, size: size, pieces: pieces)
    } catch {
      throw StoreFault.input(path: paths[file], reason: String(cString: strerror(error.number)))
    }
  }
}

/// The parts of a file that are copied.
private struct Pieces {
  struct Piece {
    let number: Int
    let range: Range<Int>
  }

  let format: RecordFormat
  /// Where the first record begins.
  let first: Int
  let size: Int
  let pieces: [Piece]

  func copy(from input: Descriptor, to output: Descriptor) throws {
    switch format {
    case .marcXML:
      try output.write(try input.bytes(0..<first))
      for piece in pieces {
        try output.write(Pieces.upToEnd(of: "record", try input.bytes(piece.range)))
      }
      // What closes the collection stands behind the last record of all.
      let tail = try input.bytes(max(0, size - 65_536)..<size)
      try output.write(tail[Pieces.upToEnd(of: "record", tail).endIndex...])
    case .json:
      try output.write(Array("[\n".utf8)[...])
      for (place, piece) in pieces.enumerated() {
        if place > 0 { try output.write(Array(",\n".utf8)[...]) }
        let bytes = try input.bytes(piece.range)
        let end = bytes.lastIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? bytes.endIndex
        try output.write(bytes[..<end])
      }
      try output.write(Array("\n]\n".utf8)[...])
    default:
      for piece in pieces { try output.write(try input.bytes(piece.range)) }
    }
  }

  /// The bytes up to and with the last closing tag of that name; all of them where there is none.
  private static func upToEnd(of name: String, _ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let tag = Array("\(name)>".utf8)
    var place = bytes.endIndex - tag.count
    while place > bytes.startIndex {
      if bytes[place...].starts(with: tag),
        bytes[place - 1] == UInt8(ascii: "/") || bytes[place - 1] == UInt8(ascii: ":")
      {
        return bytes[..<(place + tag.count)]
      }
      place -= 1
    }
    return bytes
  }
}

/// An open file, closed when it is no longer used.
private final class Descriptor {
  private let path: String
  private let number: Int32

  init(reading path: String) throws {
    self.path = path
    number = open(path, O_RDONLY | O_CLOEXEC)
    if number < 0 { throw Descriptor.fault(path) }
  }

  init(writing path: String) throws {
    self.path = path
    number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if number < 0 { throw Descriptor.fault(path) }
  }

  deinit { close(number) }

  func size() throws -> Int {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw Descriptor.fault(path) }
    return Int(status.st_size)
  }

  func bytes(_ range: Range<Int>) throws -> ArraySlice<UInt8> {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var read = 0
    while read < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(
          number, buffer.baseAddress.map { $0 + read }, buffer.count - read,
          off_t(range.lowerBound + read))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Descriptor.fault(path) }
      read += count
    }
    return bytes[...]
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Descriptor.fault(path) }
      rest = rest.dropFirst(count)
    }
  }

  private static func fault(_ path: String) -> StoreFault {
    StoreFault.input(path: path, reason: String(cString: strerror(errno)))
  }
}
