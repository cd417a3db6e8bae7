import MARC

#if canImport(Glibc)
  import Glibc
#endif

/// The records tests are made of: those beside the tests, and those beside the project where they are.
enum RecordFiles {
  private static let testFolder = folder(of: #filePath)

  static func fixture(_ name: String) throws -> [UInt8] {
    try contents(of: testFolder + "/Fixtures/" + name)
  }

  /// The folder of further records, if this machine has it.
  static let shared: String? = {
    let path = folder(of: folder(of: folder(of: testFolder))) + "/shared/data"
    guard access(path, R_OK) == 0 else {
      print("Skipped: the tests on further records (0 of \(path) found)")
      return nil
    }
    return path
  }()

  static func contents(of path: String) throws -> [UInt8] {
    let source = try FileSource(path: path)
    var contents: [UInt8] = []
    var piece: [UInt8] = Array(repeating: 0, count: 1 << 16)
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      guard count > 0 else { return contents }
      contents += piece[..<count]
    }
  }

  /// The paths of all files below `path` whose names end in one of `endings`.
  static func paths(below path: String, endingIn endings: [String]) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var paths: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let whole = path + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) {
        paths += RecordFiles.paths(below: whole, endingIn: endings)
      } else if endings.contains(where: name.hasSuffix) {
        paths.append(whole)
      }
    }
    return paths.sorted()
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }
}

/// Everything a reader says about these bytes.
func readAll(
  _ bytes: [UInt8], as format: RecordFormat? = nil, _ leniency: Leniency = .lenient
) throws -> [ReadRecord] {
  let reader = try RecordReader(MemorySource(bytes), as: format, leniency)
  var steps: [ReadRecord] = []
  while let step = try reader.next() {
    steps.append(step)
  }
  return steps
}

/// These records as a file of this format.
func written(_ records: [Record], as format: RecordFormat) -> [UInt8] {
  var writer = RecordWriter(format)
  var output: [UInt8] = []
  writer.begin(&output)
  for record in records {
    _ = writer.append(record, to: &output)
  }
  writer.finish(&output)
  return output
}

extension [ReadRecord] {
  var records: [Record] { compactMap(\.record) }
  var areSound: Bool { allSatisfy(\.isSound) }
  var faults: [Fault] { flatMap { $0.diagnostics.map(\.fault) } }
}
