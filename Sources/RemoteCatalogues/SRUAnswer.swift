import MARC

/// An answer of SRU 1.1, 1.2 or 2.0 taken apart: how many were found, the records, and what the server has to say.
public struct SRUAnswer {
  public private(set) var found: Int?
  public private(set) var records: [RemoteRecord] = []
  public private(set) var fault: RemoteFault?
  /// Whether the document is no answer of SRU at all.
  public private(set) var isForeign = false

  private let bytes: [UInt8]
  private var path: [String] = []
  private var text = ""
  private var schema = ""
  private var diagnostic = Diagnostic()
  private var content: Content?

  private struct Diagnostic {
    var uri = ""
    var details = ""
    var message = ""
  }

  /// What stands in a `recordData`.
  private struct Content {
    var start: Int
    var depth: Int
    var hasElements = false
    var text = ""
  }

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let walk = XMLWalk(bytes)
    while let step = walk.next() {
      if path.isEmpty, !isRoot(step) { break }
      take(step, walk.range)
    }
    if found == nil, records.isEmpty, fault == nil { tellForeign() }
  }

  /// Whether the document's first element is that of an answer; blanks before it are passed over.
  private mutating func isRoot(_ step: XMLWalk.Step) -> Bool {
    switch step {
    case .text(let text): return text.allSatisfy(\.isWhitespace)
    case .start(let name): return name == "searchRetrieveResponse" || name == "diagnostics"
    case .end: return true
    case .fault: return false
    }
  }

  private mutating func tellForeign() {
    isForeign = true
    let front = String(decoding: bytes.prefix(200), as: UTF8.self)
    let words = front.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    fault = .otherProtocol(String(words.prefix(60)))
  }

  private mutating func take(_ step: XMLWalk.Step, _ range: Range<Int>) {
    switch step {
    case .start(let name):
      text = ""
      path.append(name)
      content?.hasElements = true
      if name == "recordData", content == nil {
        content = Content(start: range.upperBound, depth: path.count)
      } else if name == "diagnostic" {
        diagnostic = Diagnostic()
      }
    case .text(let more):
      text += more
      if content?.hasElements == false { content?.text += more }
    case .end(let name):
      ended(name, range)
      path.removeLast()
    case .fault(let syntax):
      if fault == nil { fault = .failed(reason: "XML: \(syntax)") }
    }
  }

  private mutating func ended(_ name: String, _ range: Range<Int>) {
    let value = text.trimmingBlanks.filter { !$0.isNewline }
    switch name {
    case "numberOfRecords" where content == nil: found = Int(value)
    case "recordSchema" where content == nil: schema = String(value)
    case "uri": diagnostic.uri = String(value)
    case "details": diagnostic.details = String(value)
    case "message": diagnostic.message = String(value)
    case "diagnostic": tell(diagnostic)
    case "recordData" where content?.depth == path.count: takeRecord(endingAt: range.lowerBound)
    default: break
    }
    text = ""
  }

  private mutating func tell(_ diagnostic: Diagnostic) {
    content = nil
    guard fault == nil else { return }
    let code = diagnostic.uri.split(separator: "/").last.map(String.init) ?? ""
    fault = .diagnostic(
      code: code, message: diagnostic.message, detail: diagnostic.details)
  }

  private mutating func takeRecord(endingAt end: Int) {
    guard let content else { return }
    self.content = nil
    // Packed as a string, the record stands there as text.
    let packed =
      content.hasElements ? Array(bytes[content.start..<end]) : Array(content.text.utf8)
    switch ReceivedRecord.read(xml: packed) {
    case .success(let record): records.append(record)
    case .failure(.notMARC(let dialect)) where fault == nil:
      fault = .notMARC(dialect.isEmpty ? schema : dialect)
    case .failure(let other) where fault == nil: fault = other
    case .failure: break
    }
  }
}
