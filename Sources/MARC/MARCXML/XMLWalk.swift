/// Walks through an XML document in memory, element by element, for the envelopes that records come in.
///
/// Names come without their prefix. Nothing a document declares is believed: a document type is a fault, and so is what
/// is not well-formed or ends too early.
public final class XMLWalk {
  public enum Step: Hashable, Sendable {
    case start(String)
    case end(String)
    case text(String)
    /// The walk ends here.
    case fault(Fault)
  }

  private let window: ByteWindow
  private let scanner: XMLScanner
  private var openNames: [String] = []
  private var isEmptyElement = false
  private var hasEnded = false

  /// Where the step given last lies in the document, in bytes.
  public private(set) var range = 0..<0

  public init(_ bytes: [UInt8]) {
    window = ByteWindow(MemorySource(bytes))
    scanner = XMLScanner(window: window)
  }

  /// The next step; nil at the end of a document that is whole, or after a fault.
  public func next() -> Step? {
    guard !hasEnded else { return nil }
    if isEmptyElement {
      isEmptyElement = false
      return openNames.popLast().map { .end($0) }
    }
    do {
      while let token = try scanner.next() {
        let step = step(token)
        range = window.offset..<window.offset + token.length
        window.drop(token.length)
        guard let step else { continue }
        if case .fault = step { hasEnded = true }
        return step
      }
    } catch {
      preconditionFailure("memory can always be read")
    }
    hasEnded = true
    return openNames.isEmpty ? nil : .fault(.notWellFormed(.unexpectedEnd))
  }

  private func step(_ token: XMLToken) -> Step? {
    let content = UnsafeRawBufferPointer(rebasing: window.bytes[token.content])
    switch token.kind {
    case .start:
      let name = XMLWalk.name(content)
      openNames.append(name)
      isEmptyElement = token.isEmpty
      return .start(name)
    case .end:
      let name = XMLWalk.name(content)
      guard openNames.popLast() == name else { return .fault(.notWellFormed(.mismatchedTag)) }
      return .end(name)
    case .text, .characterData:
      var text: [UInt8] = []
      XMLText.decode(content, into: &text, resolvesReferences: token.isReferenceText) { _ in }
      return .text(String(decoding: text, as: UTF8.self))
    case .documentType: return .fault(.documentTypeRefused)
    case .fault(let syntax): return .fault(.notWellFormed(syntax))
    case .passedOver, .declaration: return nil
    }
  }

  private static func name(_ content: UnsafeRawBufferPointer) -> String {
    String(decoding: XMLText.localName(content), as: UTF8.self)
  }
}

extension XMLToken {
  /// Whether references in the content stand for characters.
  fileprivate var isReferenceText: Bool {
    if case .text = kind { return true }
    return false
  }
}
