public import MARC
import VietnameseText

/// The words a record is found by, folded, in the columns of the search index.
///
/// `exact` holds only the words that carry marks, as they are written: whoever types `đường` means no `dương`.
public struct CatalogueWords: Equatable, Sendable {
  public private(set) var title = ""
  public private(set) var author = ""
  public private(set) var subject = ""
  public private(set) var other = ""
  public private(set) var exact = ""

  public init(_ record: Record) {
    var collector = WordCollector()
    for field in record.fields where !field.isControl { collector.add(field) }
    title = collector.text(.title)
    author = collector.text(.author)
    subject = collector.text(.subject)
    other = collector.text(.other)
    exact = collector.exactText
  }
}

private struct WordCollector {
  enum Column: Int {
    case title
    case author
    case subject
    case other
  }

  private static let blank = UInt8(ascii: " ")

  private var columns: [[UInt8]] = [[], [], [], []]
  private var exact: [UInt8] = []
  private var spelled: [UInt8] = []

  func text(_ column: Column) -> String {
    String(decoding: columns[column.rawValue], as: UTF8.self)
  }

  var exactText: String { String(decoding: exact, as: UTF8.self) }

  mutating func add(_ field: Field) {
    guard let number = WordCollector.number(of: field) else { return }
    for subfield in field.subfields {
      guard let column = WordCollector.column(number, subfield.code.byte) else { continue }
      add(subfield.bytes, to: column)
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, to column: Column) {
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    var text = String(decoding: bytes, as: UTF8.self)
    if !isASCII { text = CatalogueEntry.readable(text) }
    let index = column.rawValue
    let start = columns[index].count
    if start > 0 { columns[index].append(WordCollector.blank) }
    let wordsStart = columns[index].count
    text.appendFolded(.lettersAndSpelling, to: &columns[index])
    if columns[index].count == wordsStart {
      columns[index].removeLast(wordsStart - start)
    } else if !isASCII {
      addMarked(text, folded: columns[index][wordsStart...])
    }
  }

  /// Adds the words of `text` that differ from their folded form.
  private mutating func addMarked(_ text: String, folded: ArraySlice<UInt8>) {
    spelled.removeAll(keepingCapacity: true)
    text.appendExact(to: &spelled)
    let words = spelled.split(separator: WordCollector.blank)
    for (word, plain) in zip(words, folded.split(separator: WordCollector.blank))
    where word != plain {
      if !exact.isEmpty { exact.append(WordCollector.blank) }
      exact.append(contentsOf: word)
    }
  }

  /// The tag as a number; that of the linked field for another script's twin (880).
  private static func number(of field: Field) -> Int? {
    guard let number = number(field.tag.bytes) else { return nil }
    guard number == 880 else { return number }
    return field.first("6").flatMap { self.number(Array($0.bytes.prefix(3))) }
  }

  private static func number(_ bytes: [UInt8]) -> Int? {
    guard bytes.count == 3 else { return nil }
    return bytes.reduce(0) { sum, byte in
      guard let sum, byte >= 0x30, byte <= 0x39 else { return nil }
      return sum * 10 + Int(byte - 0x30)
    }
  }

  /// Where the words of a subfield are looked for; nil where nobody looks for them.
  private static func column(_ tag: Int, _ code: UInt8) -> Column? {
    switch tag {
    case 245: code == UInt8(ascii: "c") ? .author : isOne(of: "abnpfgks", code) ? .title : nil
    case 130, 240, 242, 246, 247, 730, 740: isOne(of: "abnp", code) ? .title : nil
    case 100, 110, 111, 700, 710, 711, 720:
      isOne(of: "abcdq", code) ? .author : isOne(of: "tnp", code) ? .title : nil
    case 600...699: isOne(of: "abcdnpqtvxyz", code) ? .subject : nil
    case 250, 260, 264: isOne(of: "abc", code) ? .other : nil
    case 440, 490, 800, 810, 811, 830: isOne(of: "anptv", code) ? .other : nil
    case 502: isOne(of: "abc", code) ? .other : nil
    case 505: isOne(of: "art", code) ? .other : nil
    case 520: code == UInt8(ascii: "a") ? .other : nil
    case 773: isOne(of: "atg", code) ? .other : nil
    default: nil
    }
  }

  private static func isOne(of codes: StaticString, _ code: UInt8) -> Bool {
    codes.withUTF8Buffer { $0.contains(code) }
  }
}
