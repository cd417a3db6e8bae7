import Foundation
import LibraryCore
import LibraryStore
import Workstation

/// Where the programs and libraries of a run lie, and what was asked for.
struct BenchHouse {
  /// How many titles the big library has.
  let titles: Int
  /// How many loans that ended the file of a library of many years has.
  let endedLoans: Int
  /// The measurements asked for; all when empty.
  private let wanted: [String]
  /// What is kept between runs lies here: the big library.
  let folder: String
  private let programs: String
  let thuthu: String

  struct Fault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  init(arguments: [String]) throws {
    var options = [
      "--titles": "1000000", "--loans": "10000000", "--only": "", "--folder": ".build/bench",
      "--programs": ".build/bench/programs", "--thuthu": ".build/release/thuthu",
    ]
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard options[name] != nil, let value = rest.popFirst() else {
        throw Fault("usage: Scripts/bench [--titles N] [--loans N] [--only start,keys,…]")
      }
      options[name] = value
    }
    guard let titles = Int(options["--titles", default: ""]), titles >= 20_000 else {
      throw Fault("--titles wants a number, 20000 at least")
    }
    guard let endedLoans = Int(options["--loans", default: ""]), endedLoans > 0 else {
      throw Fault("--loans wants a number")
    }
    self.titles = titles
    self.endedLoans = endedLoans
    wanted = options["--only", default: ""].split(separator: ",").map(String.init)
    folder = options["--folder", default: ""]
    programs = options["--programs", default: ""]
    thuthu = options["--thuthu", default: ""]
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  var introduction: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? "unknown"
    let busy = load.prefix { $0 != " " }
    return "A library of \(titles) titles; \(cores) cores, load \(busy) at the start.\n"
  }

  func isWanted(_ measurement: String) -> Bool { wanted.isEmpty || wanted.contains(measurement) }

  /// One of the C programs of `Benchmarks`.
  func program(_ name: String) -> String { "\(programs)/\(name)" }

  /// A folder of this run's own, empty.
  func scratch(_ name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// A copy of the big library that a measurement may write into.
  func copyOfLibrary(_ name: String) throws -> String {
    let source = try bigLibrary()
    let path = "\(folder)/\(name)"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: source, toPath: path)
    return path
  }

  /// The desk of the library in `folder`.
  static func desk(in folder: String) throws -> Desk {
    let file = try LibraryFile.open(in: folder, random: SystemRandom())
    guard case .signedIn(let desk) = try file.signIn(clock: SystemClock()) else {
      throw Fault("nobody may sign in to \(folder)")
    }
    return desk
  }
}
