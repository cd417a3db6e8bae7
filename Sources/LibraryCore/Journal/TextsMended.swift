public import VietnameseText

/// The texts of one record or row that an import changed, as they were received.
///
/// What they became is in the record; this is what they were, so that nobody has to trust a guess.
public struct TextsMended: Equatable, Sendable {
  public struct Field: Equatable, Sendable {
    /// A field's tag, or a column's heading.
    public var name: String
    /// The field as it came: a whole field of a record with its indicators, or a cell.
    public var received: [UInt8]
    /// The name of the encoding it was read in; nil where only marks were mended.
    public var encoding: String?
    /// How sure that is, in hundredths.
    public var confidence: Int
    /// Words in which something was guessed, as `th- → thư`.
    public var guesses: [String]

    public init(
      name: String, received: [UInt8], encoding: String? = nil, confidence: Int = 100,
      guesses: [String] = []
    ) {
      self.name = name
      self.received = received
      self.encoding = encoding
      self.confidence = confidence
      self.guesses = guesses
    }

    public init(name: String, received: [UInt8], _ mended: MendedField) {
      self.init(
        name: name, received: received, encoding: mended.encoding?.rawValue,
        confidence: Int((mended.confidence * 100).rounded()),
        guesses: mended.guesses.map { "\($0.received) → \($0.meant)" })
    }
  }

  /// The name of the file.
  public var file: String
  /// The number of the record in its file, or of the line in a table.
  public var place: Int
  public var fields: [Field]

  public init(file: String, place: Int, fields: [Field]) {
    self.file = file
    self.place = place
    self.fields = fields
  }
}

extension SeparatedValues.Row {
  /// The cells whose text is another now, as they were received; nil if there are none.
  public func textsMended(file: String, _ headings: [String]) -> TextsMended? {
    let fields = mended.filter(\.mended.hasOtherText).map { cell in
      TextsMended.Field(
        name: cell.column < headings.count ? headings[cell.column] : "", received: cell.received,
        cell.mended)
    }
    return fields.isEmpty ? nil : TextsMended(file: file, place: line, fields: fields)
  }
}

extension TextsMended {
  func write(to writer: inout BodyWriter) {
    writer.text(1, file)
    writer.integer(2, Int64(place))
    for field in fields {
      writer.nested(3) { inner in
        inner.text(1, field.name)
        inner.bytes(2, field.received)
        inner.text(3, field.encoding)
        inner.integer(4, Int64(field.confidence))
        for guess in field.guesses { inner.text(5, guess) }
      }
    }
  }

  init?(_ reader: BodyReader) {
    guard let file = reader.text(1), let place = reader.integer(2) else { return nil }
    self.init(
      file: file, place: Int(place),
      fields: reader.nested(3).map { inner in
        Field(
          name: inner.text(1) ?? "", received: inner.bytes(2).map { Array($0) } ?? [],
          encoding: inner.text(3), confidence: Int(inner.integer(4) ?? 0),
          guesses: inner.fields.filter { $0.number == 5 }.map {
            String(decoding: $0.bytes, as: UTF8.self)
          })
      })
  }
}
