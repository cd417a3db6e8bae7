/// One field of a record: a tag with plain data, or with two indicators and subfields.
///
/// A field read from a record shares the record's bytes; making or comparing one copies nothing.
/// Equality is that of bytes, never of Unicode's canonical forms.
public struct Field: Hashable, Sendable {
  static let indicatorCount = 2

  public var tag: Tag
  /// Whether the field holds plain data, without indicators and subfields.
  public let isControl: Bool
  /// What stands between the tag and the field's end in ISO 2709, the text being UTF-8.
  public private(set) var body: ArraySlice<UInt8>

  init(tag: Tag, isControl: Bool, body: ArraySlice<UInt8>) {
    self.tag = tag
    self.isControl = isControl
    self.body = body
  }

  /// A field of plain data; MARC's delimiters cannot be part of it and are left out.
  public init(control tag: Tag, _ text: some StringProtocol) {
    self.tag = tag
    isControl = true
    body = ArraySlice(text.utf8.filter { !Delimiter.isDelimiter($0) })
  }

  /// A field of subfields.
  public init(
    _ tag: Tag, _ indicator1: Code, _ indicator2: Code, _ subfields: some Sequence<Subfield>
  ) {
    self.tag = tag
    isControl = false
    var bytes = [Field.indicator(indicator1), Field.indicator(indicator2)]
    for subfield in subfields {
      Field.append(subfield, to: &bytes)
    }
    body = bytes[...]
  }

  /// A field of subfields with blank indicators.
  public init(_ tag: Tag, _ subfields: some Sequence<Subfield>) {
    self.init(tag, .blank, .blank, subfields)
  }

  /// The whole body as text: the value of a control field.
  public var text: String { String(decoding: body, as: UTF8.self) }

  public var indicator1: Code {
    get { isControl ? .blank : Code(byte: body[body.startIndex]) }
    set { setIndicator(at: 0, newValue) }
  }

  public var indicator2: Code {
    get { isControl ? .blank : Code(byte: body[body.startIndex + 1]) }
    set { setIndicator(at: 1, newValue) }
  }

  /// The subfields in their order; none in a control field.
  public var subfields: Subfields {
    Subfields(body: isControl ? body[body.endIndex...] : body)
  }

  /// The subfields under `code`, in their order.
  public func subfields(_ code: Code) -> some Sequence<Subfield> {
    subfields.lazy.filter { $0.code == code }
  }

  /// The first subfield under `code`.
  public func first(_ code: Code) -> Subfield? {
    subfields.first { $0.code == code }
  }

  /// The text of the first subfield under `code`.
  public func text(_ code: Code) -> String? {
    first(code)?.text
  }

  private mutating func setIndicator(at position: Int, _ code: Code) {
    precondition(!isControl, "a control field has no indicators")
    body[body.startIndex + position] = Field.indicator(code)
  }

  /// A delimiter in the place of an indicator would end it too early.
  private static func indicator(_ code: Code) -> UInt8 {
    Delimiter.isDelimiter(code.byte) ? Code.blank.byte : code.byte
  }

  static func append(_ subfield: Subfield, to bytes: inout [UInt8]) {
    bytes.append(Delimiter.subfield)
    if subfield.code != .missing {
      bytes.append(subfield.code.byte)
    } else if !subfield.isEmpty {
      bytes.append(Code.blank.byte)
    }
    bytes.append(contentsOf: subfield.bytes)
  }
}

extension Subfields {
  /// The number of subfields, found by walking them.
  public var count: Int { reduce(0) { count, _ in count + 1 } }
}
