import Foundation
import MARC

extension Measurements {
  private static let recordsWanted = 200_000

  /// Turns 200,000 records of ISO 2709 into MARCXML, beside yaz-marcdump that does the same, and the memory it took.
  ///
  /// Both write to where nothing is kept, so that only reading, checking, decoding and spelling are measured.
  static func convert(_ house: BenchHouse) throws -> [BenchRow] {
    guard let peer = OtherProgram.find("yaz-marcdump") else {
      print("yaz-marcdump is not installed: conversion is not compared.")
      return []
    }
    return try recordFiles(house).flatMap { name, path -> [BenchRow] in
      let long = "\(house.folder)/long.mrc"
      let records = try repeated(path, to: long)
      let before = residentKilobytes()
      let samples = try alternate(rounds: 3) { _ in
        [try microseconds { try writeMARCXML(of: long) }]
      } floor: { _ in
        [try microseconds { try OtherProgram.runSilently(peer, ["-o", "marcxml", long]) }]
      }
      let grown = Double(max(0, residentKilobytes() - before)) / 1024
      let read = Double(records)
      return [
        BenchRow(
          name: "to MARCXML, \(name)", unit: "k/s", ours: read * 1000 / samples.ours.median,
          floor: read * 1000 / samples.floor.median, goal: .ratioAtLeast(1.5)),
        BenchRow(
          name: "to MARCXML, memory grown by", unit: "MB", ours: grown, goal: .atMost(30)),
      ]
    }
  }

  /// Puts the records of a file one after the other until there are enough, and says how many.
  private static func repeated(_ path: String, to long: String) throws -> Int {
    let one = try Data(contentsOf: URL(fileURLWithPath: path))
    let records = try countRecords(path)
    try Data().write(to: URL(fileURLWithPath: long))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: long))
    let times = max(1, recordsWanted / records)
    for _ in 0..<times { try file.write(contentsOf: one) }
    try file.close()
    return records * times
  }

  private static func countRecords(_ path: String) throws -> Int {
    let reader = try RecordReader(FileSource(path: path))
    var count = 0
    while let read = try reader.next() { count += read.record == nil ? 0 : 1 }
    return count
  }

  private static func writeMARCXML(of path: String) throws {
    let reader = try RecordReader(FileSource(path: path))
    guard let file = FileHandle(forWritingAtPath: "/dev/null") else { return }
    var writer = RecordWriter(.marcXML)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    while let read = try reader.next() {
      if let record = read.record { _ = writer.append(record, to: &bytes) }
      guard bytes.count >= 256 * 1024 else { continue }
      try file.write(contentsOf: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    writer.finish(&bytes)
    try file.write(contentsOf: bytes)
  }

  /// What the process holds in memory now.
  private static func residentKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }
}
