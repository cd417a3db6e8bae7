import VietnameseText

/// The numbers that the National Library's code gives to rhymes, with a library's own numbers laid over them.
public struct RhymeTable: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public var number: Int
    public var origin: Origin
  }

  /// How far a number may be trusted.
  public enum Origin: String, Sendable {
    /// A real mark with it is remembered.
    case anchored
    /// It lies between two that are.
    case interpolated
    /// The library's own records use it.
    case local
  }

  public enum Fault: Error, Equatable, Sendable {
    case notText
    case badLine(Int)
    case empty
  }

  /// Three digits stand in every mark.
  public static let numbers = 100...999

  public private(set) var entries: [String: Entry] = [:]

  /// Reads a table: rhyme, number, and `a` or `i`, parted by tabs; `#` begins a comment.
  public init(tsv bytes: [UInt8]) throws(Fault) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t")
      guard cells.count >= 2, let value = Int(cells[1]), RhymeTable.numbers.contains(value) else {
        throw .badLine(number)
      }
      let isAnchored = cells.count > 2 && cells[2] == "a"
      entries[String(cells[0]).nfc] = Entry(
        number: value, origin: isAnchored ? .anchored : .interpolated)
    }
    if entries.isEmpty { throw .empty }
  }

  /// The table with a library's own numbers over it.
  public func laying(_ own: [String: Int]) -> RhymeTable {
    var table = self
    for (rhyme, number) in own where RhymeTable.numbers.contains(number) {
      table.entries[rhyme.nfc] = Entry(number: number, origin: .local)
    }
    return table
  }

  public subscript(rhyme: String) -> Entry? { entries[rhyme] }
}
