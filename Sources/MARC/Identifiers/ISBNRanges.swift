/// How book numbers are parted by hyphens: by the ranges that the International ISBN Agency has given out.
///
/// The ranges change several times a year, so they are a table (`data/isbn-ranges.tsv`) with its date. A number of
/// a range that the table does not know is shown without hyphens.
public struct ISBNRanges: Sendable {
  struct Group: Sendable {
    var name: String
    /// The first and last beginning of each range; their length is that of the part between two hyphens.
    var ranges: [(first: Substring, last: Substring)]
  }

  /// The day of the Agency's message.
  public let date: String
  private let groups: [Substring: Group]

  /// What is wrong with a table, by its line from 1; 0 speaks of the table as a whole.
  public struct Fault: Error, Equatable, Sendable {
    public let line: Int
  }

  /// Reads a table; it is taken whole or not at all.
  public init(tsv bytes: [UInt8]) throws(Fault) {
    var groups: [Substring: Group] = [:]
    var date = ""
    for (number, line) in SchemaLines(bytes) {
      guard let cells = line?.split(separator: "\t", omittingEmptySubsequences: false) else {
        throw Fault(line: number)
      }
      if cells[0] == "date", cells.count == 2 {
        date = String(cells[1])
        continue
      }
      guard cells.count == 3 else { throw Fault(line: number) }
      var ranges: [(Substring, Substring)] = []
      for range in cells[1].split(separator: ",") {
        let ends = range.split(separator: "-")
        guard ends.count == 2, ends[0].utf8.count == ends[1].utf8.count,
          (ends[0] + ends[1]).allSatisfy(\.isWholeNumber), ends[0] <= ends[1]
        else { throw Fault(line: number) }
        ranges.append((ends[0], ends[1]))
      }
      groups[cells[0]] = Group(name: String(cells[2]), ranges: ranges)
    }
    guard !groups.isEmpty, !date.isEmpty else { throw Fault(line: 0) }
    self.groups = groups
    self.date = date
  }

  /// The number with its hyphens: prefix, group, publisher, title and check digit; nil where the range is not known.
  public func hyphenated(_ isbn: ISBN) -> String? {
    guard let parts = parts(of: isbn) else { return nil }
    return parts.joined(separator: "-")
  }

  /// The ten digits with their hyphens.
  public func hyphenatedTenDigits(_ isbn: ISBN) -> String? {
    guard let parts = parts(of: isbn), let check = isbn.tenDigits?.last else { return nil }
    return (parts[1...3] + [Substring(String(check))]).joined(separator: "-")
  }

  /// A text that begins with a book number, the number parted by hyphens; any other text as it is.
  public func partingNumber(in text: String) -> String {
    guard let isbn = ISBN(text), let parted = hyphenated(isbn) else { return text }
    let rest = text.drop { $0.isWholeNumber || $0 == "-" || $0 == "X" || $0 == "x" }
    let written = text.dropLast(rest.count).filter(\.isWholeNumber).count
    return (written < 13 ? hyphenatedTenDigits(isbn) ?? parted : parted) + rest
  }

  /// The country or language of the number's group.
  public func group(of isbn: ISBN) -> String? {
    guard let parts = parts(of: isbn) else { return nil }
    return groups["\(parts[0])-\(parts[1])"]?.name
  }

  private func parts(of isbn: ISBN) -> [Substring]? {
    let digits = isbn.digits
    let prefix = digits.prefix(3)
    let body = digits.dropFirst(3).dropLast()
    guard let group = head(of: body, in: groups[prefix]) else { return nil }
    let rest = body.dropFirst(group.count)
    guard let publisher = head(of: rest, in: groups["\(prefix)-\(group)"]) else { return nil }
    let title = rest.dropFirst(publisher.count)
    guard !title.isEmpty else { return nil }
    return [prefix, group, publisher, title, digits.suffix(1)]
  }

  /// The part of `digits` that lies in one of the group's ranges.
  private func head(of digits: Substring, in group: Group?) -> Substring? {
    group?.ranges.lazy.compactMap { range -> Substring? in
      let head = digits.prefix(range.first.count)
      return head.count == range.first.count && head >= range.first && head <= range.last
        ? head : nil
    }.first
  }
}
