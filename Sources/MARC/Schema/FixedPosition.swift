/// One group of positions in the leader or in 006, 007 or 008.
public struct FixedPosition: Hashable, Sendable {
  public let range: Range<Int>
  public let name: SchemaName
  /// How many bytes one code has; where the group is longer, several codes stand side by side.
  public let unit: Int
  /// The codes that may stand there; empty where it holds a number, a date or free text.
  public internal(set) var values: [CodeDefinition] = []
  /// The list whose codes stand there.
  public let codeList: CodeList.Name?

  /// Positions as manuals write them: `18-21`, `06`.
  public var label: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return range.count == 1
      ? two(range.lowerBound) : "\(two(range.lowerBound))-\(two(range.upperBound - 1))"
  }

  /// What `code` means here.
  public func value(_ code: String) -> CodeDefinition? { values.first { $0.covers(code) } }

  /// The codes that stand here in `text`, each with its own positions; a text that is too short has fewer.
  public func codes(in text: [UInt8]) -> [(range: Range<Int>, code: String)] {
    stride(from: range.lowerBound, to: range.upperBound, by: max(1, unit)).compactMap { start in
      let end = min(start + unit, range.upperBound)
      guard end <= text.count else { return nil }
      return (start..<end, String(decoding: text[start..<end], as: UTF8.self))
    }
  }
}
