import Foundation
import Testing

/// One run of the built program: what it said and how it ended.
struct Run {
  var status: Int32
  var output: String
  var errors: String

  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The lines of output as JSON objects.
  var objects: [[String: Any]] {
    get throws {
      try lines.map { line in
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(value as? [String: Any], "no object: \(line)")
      }
    }
  }

  var object: [String: Any] {
    get throws { try #require(objects.last, "no output; errors: \(errors)") }
  }

  var outcome: String? { get throws { try object["outcome"] as? String } }
}

/// A folder for one test with a library in it, worked on through the command line alone.
final class Commands {
  let folder: String
  var library: String { folder + "/library" }

  init(makesLibrary: Bool = true) throws {
    folder = NSTemporaryDirectory() + "thuthu-commands-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if makesLibrary { #expect(try run("init", "--name", "Thư viện thử").status == 0) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The program lies beside the tests.
  static let program: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("thuthu").path
  }()

  @discardableResult
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, input: Data(input.utf8), environment: environment)
  }

  func run(_ arguments: [String], input: Data, environment: [String: String] = [:]) throws -> Run {
    try start(arguments, input: input, environment: environment).finish()
  }

  /// A run by a machine whose clock says `clock`, in Vietnam's time.
  func run(clock: String, _ arguments: String..., input: String = "") throws -> Run {
    try Started(
      arguments, input: Data(input.utf8), folder: folder,
      environment: environment.merging(["TZ": "Asia/Ho_Chi_Minh"]) { $1 }, clock: clock
    ).finish()
  }

  private var environment: [String: String] {
    ["THUTHU_LIBRARY": library, "LANG": "C.UTF-8", "HOME": folder, "PATH": "/usr/bin:/bin"]
  }

  /// Starts the program without waiting for it.
  func start(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Started {
    try Started(
      arguments, input: input, folder: folder,
      environment: self.environment.merging(environment) { $1 })
  }

  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  func file(_ name: String, _ bytes: Data) throws -> String {
    let path = folder + "/" + name
    try bytes.write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Answers of `thuthu desk` to these lines.
  func desk(_ lines: String...) throws -> [[String: Any]] {
    try run("desk", input: lines.joined(separator: "\n")).objects
  }

  /// Enrols a patron, long ago, so that loans may be stated at earlier days, and gives the card.
  func patron(_ name: String = "Nguyễn Văn An") throws -> String {
    let enrolled = try run(
      "--at", "2019-01-02", "patron", "add", "--name", name, "--expires", "", "--json"
    ).object
    return try #require(enrolled["card"] as? String)
  }

  /// This minute as `.koc` files write it, in the library's time.
  static func kocMoment() -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
    format.dateFormat = "yyyy-MM-dd HH-mm-ss"
    return format.string(from: Date())
  }

  /// Adds a title and gives the record's number.
  func record(_ title: String = "Truyện Kiều", author: String = "Nguyễn Du") throws -> String {
    let path = try file("record.line", Commands.lines(title, author))
    let saved = try run("record", "save", path, "--json").object
    return "\(try #require(saved["record"] as? Int))"
  }

  /// A record in the line form.
  static func lines(_ title: String, _ author: String) -> String {
    """
    =LDR  00000nam a2200000 a 4500
    =100  1\\$a\(author)
    =245  10$a\(title) /$c\(author)

    """
  }

  /// Adds a title with a copy under `barcode`.
  @discardableResult
  func copy(_ barcode: String, of record: String? = nil) throws -> String {
    let record = try record ?? self.record("Sách \(barcode)")
    #expect(try run("item", "add", record, "--barcode", barcode).status == 0)
    return record
  }
}

/// The program while it runs; its output goes to files, so that no pipe can fill up.
final class Started {
  private let process = Process()
  private let output: URL
  private let errors: URL

  /// `clock` is the moment that the machine's clock says, by Debian's `faketime`; nil for the true one.
  init(
    _ arguments: [String], input: Data, folder: String, environment: [String: String],
    clock: String? = nil
  ) throws {
    let name = UUID().uuidString
    output = URL(fileURLWithPath: "\(folder)/\(name).out")
    errors = URL(fileURLWithPath: "\(folder)/\(name).err")
    let given = URL(fileURLWithPath: "\(folder)/\(name).in")
    try input.write(to: given)
    try Data().write(to: output)
    try Data().write(to: errors)
    if let clock {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/faketime")
      process.arguments = [clock, Commands.program] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: Commands.program)
      process.arguments = arguments
    }
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  func finish() throws -> Run {
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
