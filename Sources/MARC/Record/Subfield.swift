/// A code and its text, as the bytes that were received.
///
/// Two subfields are equal only if their bytes are: "ế" composed and "ế" decomposed differ.
public struct Subfield: Hashable, Sendable {
  public let code: Code
  /// UTF-8 in every sound record; invalid bytes are kept as they came.
  public let bytes: ArraySlice<UInt8>

  init(code: Code, slice: ArraySlice<UInt8>) {
    self.code = code
    bytes = slice
  }

  /// A subfield of this text; MARC's three delimiters cannot be part of it and are left out.
  public init(_ code: Code, _ text: some StringProtocol) {
    self.code = code
    bytes = ArraySlice(text.utf8.filter { !Delimiter.isDelimiter($0) })
  }

  /// The text, with U+FFFD where the bytes are no UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public var isEmpty: Bool { bytes.isEmpty }
}

/// The subfields of one field in their order, cut from its bytes without copying them.
public struct Subfields: Sequence, Sendable {
  let body: ArraySlice<UInt8>

  public struct Iterator: IteratorProtocol {
    let body: ArraySlice<UInt8>
    var position: Int

    public mutating func next() -> Subfield? {
      let end = body.endIndex
      guard position < end else { return nil }
      let codeAt = position + 1
      guard codeAt < end, body[codeAt] != Delimiter.subfield else {
        position = codeAt
        return Subfield(code: .missing, slice: body[codeAt..<codeAt])
      }
      let start = codeAt + 1
      let stop = body.firstIndex(of: Delimiter.subfield, from: start)
      position = stop
      return Subfield(code: Code(byte: body[codeAt]), slice: body[start..<stop])
    }
  }

  public func makeIterator() -> Iterator {
    Iterator(body: body, position: body.startIndex + Field.indicatorCount)
  }
}
