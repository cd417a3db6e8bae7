import Foundation

/// A floor or a peer, run as a program of its own.
enum OtherProgram {
  /// Runs the program to its end and answers the numbers it prints, one a line.
  static func run(_ path: String, _ arguments: [String]) throws -> [Double] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchHouse.Fault("\(path) ended with status \(process.terminationStatus)")
    }
    return text.split(separator: "\n").compactMap { Double($0) }
  }

  /// Runs the program to its end and throws away what it writes.
  static func runSilently(_ path: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// The first program of that name in the search path, if there is one.
  static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// A floor that stays open and answers each line it is given with a number.
final class Conversation {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = ""

  init(_ path: String, _ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  func ask(_ line: String) throws -> Double {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    while true {
      if let end = unread.firstIndex(of: "\n") {
        let answer = Double(unread[..<end])
        unread.removeSubrange(...end)
        guard let answer else { throw BenchHouse.Fault("a floor did not answer with a number") }
        return answer
      }
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw BenchHouse.Fault("a floor ended too early") }
      unread += String(decoding: bytes, as: UTF8.self)
    }
  }

  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
