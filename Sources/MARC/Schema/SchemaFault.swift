/// What is wrong with a table of the format; the table is not taken then.
public struct SchemaFault: Error, Equatable, Sendable {
  /// Which of the three tables.
  public enum Table: String, CaseIterable, Sendable {
    case format = "marc21.tsv"
    case names = "marc21-names.tsv"
    case usual = "marc21-usual.tsv"
  }

  public enum Kind: Error, Equatable, Sendable {
    case notText
    case missingCell
    case unknownLine
    /// The line belongs below one that is not there, as a subfield below its field.
    case nothingAbove
    case empty
  }

  public let table: Table
  /// From 1; 0 speaks of the table as a whole.
  public let line: Int
  public let kind: Kind

  init(_ table: Table, line: Int, _ kind: Kind) {
    self.table = table
    self.line = line
    self.kind = kind
  }
}

/// The lines of a table that say something, numbered from 1; nil where a line is no UTF-8.
struct SchemaLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (Int, Substring?)? {
    while position < bytes.count {
      var end = bytes[position...].firstIndex(of: UInt8(ascii: "\n"), from: position)
      let start = position
      position = end + 1
      number += 1
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      guard end > start, bytes[start] != UInt8(ascii: "#") else { continue }
      return (number, String(validating: bytes[start..<end], as: UTF8.self).map { $0[...] })
    }
    return nil
  }
}
