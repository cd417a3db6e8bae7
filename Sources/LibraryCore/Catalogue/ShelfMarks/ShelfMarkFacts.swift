public import MARC
import VietnameseText

/// What a shelf mark is made of.
public struct ShelfMarkFacts: Equatable, Sendable {
  public var title: String?
  /// The person or body under which the book is entered.
  public var author: String?
  public var isPerson = true
  public var classNumber: String?
  public var year: String?
  /// The height in whole centimetres, by which books are parted into stacks.
  public var height: Int?
  /// The stack of a running number, where it is not to be found by the height.
  public var stack: String?
  /// The next running number of a stack.
  public var nextNumbers: [String: Int] = [:]

  public init(
    title: String? = nil, author: String? = nil, classNumber: String? = nil, year: String? = nil,
    height: Int? = nil, stack: String? = nil
  ) {
    self.title = title
    self.author = author
    self.classNumber = classNumber
    self.year = year
    self.height = height
    self.stack = stack
  }

  public init(_ record: Record) {
    let bibliography = Bibliography(record)
    let main = bibliography.mainContributor
    title = bibliography.title?.filing.nfc
    author = main?.name.nfc
    if let main, case .person = main.kind { isPerson = true } else { isPerson = false }
    let marks = bibliography.classMarks
    let mark = marks.first { $0.scheme == .dewey } ?? marks.first { $0.scheme == .other }
    classNumber = mark?.number.nfc
    year = bibliography.year.map(String.init)
    height = record.first("300")?.text("c").flatMap(ShelfMarkFacts.centimetres)
  }

  /// The first number in a statement of size: `21 cm`, `13 x 19 cm` stands 19 high.
  static func centimetres(_ text: String) -> Int? {
    text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }.filter { $0 < 200 }.max()
  }

  /// The stack by size: VN up to 19 cm, VV up to 27, VL above [M+].
  public var stackBySize: String? {
    height.map { $0 <= 19 ? "VN" : $0 <= 27 ? "VV" : "VL" }
  }
}
