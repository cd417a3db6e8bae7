/// A list of the copies of a box: a barcode on each line, behind it the uses that were reported of the copy.
///
/// The two are parted by a tab, a semicolon or a comma; empty lines and what follows `#` do not count.
public struct BoxList: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    public var barcode: String
    public var uses: Int?

    public init(_ barcode: String, uses: Int? = nil) {
      self.barcode = barcode
      self.uses = uses
    }
  }

  /// A line that cannot be read, by its number from 1.
  public struct Fault: Equatable, Sendable {
    public var line: Int
    public var text: String
  }

  public var lines: [Line] = []
  public var faults: [Fault] = []

  public init(_ lines: [Line]) { self.lines = lines }

  /// Reads a list; a line with a number of uses that is none, is too large, or with more than two columns is a fault.
  public init(reading text: String) {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, row) in rows.enumerated() {
      let written = row.prefix { $0 != "#" }
      let columns = written.split { $0 == "\t" || $0 == ";" || $0 == "," }
        .map { String($0).trimmed }
      guard let barcode = columns.first, !barcode.isEmpty else { continue }
      let uses = columns.count > 1 ? Int(columns[1]) : nil
      guard columns.count < 3, columns.count < 2 || uses.map(BoxList.isCount) == true else {
        faults.append(Fault(line: number + 1, text: String(row).trimmed))
        continue
      }
      lines.append(Line(barcode, uses: uses))
    }
  }

  private static func isCount(_ uses: Int) -> Bool { (0...Tally.countMaximum).contains(uses) }
}
