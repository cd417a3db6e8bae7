import VietnameseText

/// The 19 classes beside Dewey, as the program and the library have it: a hint in either direction, never more.
public struct ClassCrosswalk: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    /// The class of 084.
    public var national: String
    /// The Dewey number of 082; nil where there is none that fits.
    public var dewey: String?
    public var isLocal: Bool

    public init(national: String, dewey: String?, isLocal: Bool = false) {
      self.national = national
      self.dewey = dewey
      self.isLocal = isLocal
    }
  }

  public private(set) var lines: [Line]

  /// Reads a table: class and Dewey number parted by a tab; `#` begins a comment.
  public init(tsv text: String) {
    lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let national = String(cells[0]).nfc.trimmed
      guard !national.isEmpty else { return nil }
      let dewey = cells.count > 1 ? String(cells[1]).trimmed : ""
      return Line(national: national, dewey: dewey.isEmpty ? nil : dewey)
    }
  }

  /// The table with a library's own lines in it; an empty number says that there is none.
  public func laying(_ own: [String: String]) -> ClassCrosswalk {
    var table = self
    for (national, dewey) in own.sorted(by: { $0.key < $1.key }) {
      let line = Line(national: national, dewey: dewey.isEmpty ? nil : dewey, isLocal: true)
      if let place = table.lines.firstIndex(where: { $0.national == national }) {
        table.lines[place] = line
      } else {
        table.lines.append(line)
      }
    }
    return table
  }

  /// The line of the longest class that this one begins with: 63.1 is found under 63.
  public func line(national: String) -> Line? {
    let wanted = national.nfc.uppercased()
    return lines.filter { wanted.hasPrefix($0.national.uppercased()) }
      .max { $0.national.count < $1.national.count }
  }

  /// The line of the nearest Dewey number that this one lies under: 895.9223 under 895.922, 512 under 500.
  public func line(dewey: String) -> Line? {
    let wanted = ClassCrosswalk.significant(dewey)
    return lines.compactMap { line in line.dewey.map { (line, ClassCrosswalk.significant($0)) } }
      .filter { wanted.hasPrefix($0.1) }.max { $0.1.count < $1.1.count }?.0
  }

  /// The digits that narrow a class: 500 is 5, 610 is 61, 000 is 0.
  private static func significant(_ number: String) -> String {
    let digits = number.filter(\.isNumber)
    guard !number.contains(".") else { return digits }
    var text = digits[...]
    while text.count > 1, text.last == "0" { text.removeLast() }
    return String(text)
  }
}
