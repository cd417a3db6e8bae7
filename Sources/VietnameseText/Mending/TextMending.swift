/// What is to be done to texts as they are taken in, and the doing of it.
///
/// Nothing is done unless it is asked for, and what was done is told field by field, so that the
/// texts as received can be kept beside the new ones.
public struct TextMending: Hashable, Sendable {
  /// How texts in other encodings are read.
  public var encoding: EncodingChoice
  /// Whether texts are brought to Form C.
  public var composes: Bool
  /// Whether marks in the wrong order and look-alikes of đ are mended.
  public var repairs: Bool

  public init(
    encoding: EncodingChoice = .asDeclared, composes: Bool = false, repairs: Bool = false
  ) {
    self.encoding = encoding
    self.composes = composes
    self.repairs = repairs
  }

  /// Everything there is, to find out what could be done.
  public static let whole = TextMending(encoding: .automatic, composes: true, repairs: true)

  public var changesNothing: Bool { self == TextMending() }

  /// Mends the fields of one record, each in its parts; nil where nothing of a field changes.
  ///
  /// `usual` is the encoding that most of the file is in, for fields that leave it open.
  public func mend(
    _ fields: [[ReceivedText]], usual: LegacyEncoding? = nil
  ) -> [MendedField?] {
    guard !changesNothing else { return fields.map { _ in nil } }
    return zip(fields, encoding.readings(of: fields, usual: usual)).map { parts, reading in
      mend(parts, reading)
    }
  }

  private func mend(_ parts: [ReceivedText], _ reading: LegacyReading?) -> MendedField? {
    var mended = MendedField(texts: reading?.texts.map(\.text) ?? parts.map(\.shown))
    mended.encoding = reading?.encoding
    mended.confidence = reading?.confidence ?? 1
    mended.guesses = reading?.guesses ?? []
    if reading == nil {
      // Bytes that nobody decodes stay what they are.
      if parts.contains(where: { if case .bytes = $0 { true } else { false } }) { return nil }
      mended.isComposed = composes && !mended.texts.allSatisfy(\.isNFC)
    }
    if composes { mended.texts = mended.texts.map(\.nfc) }
    if repairs {
      for (index, text) in mended.texts.enumerated() where text.utf8.contains(where: { $0 >= 0x80 })
      {
        let marks = text.repairingMarks()
        let letters = marks.text.repairingLookalikes(onlyInSyllables: true)
        guard marks.repairs + letters.repairs > 0 else { continue }
        mended.texts[index] = letters.text
        mended.repairs += marks.repairs + letters.repairs
      }
    }
    return mended.isChanged ? mended : nil
  }
}

/// A field after mending, with what was done to it.
public struct MendedField: Hashable, Sendable {
  /// One text for each part.
  public var texts: [String]
  /// The encoding it was read in; nil if it was what it said.
  public var encoding: LegacyEncoding?
  /// How sure the encoding is, from 0 to 1.
  public var confidence = 1.0
  public var guesses: [LegacyGuess] = []
  /// How many marks and look-alikes were mended.
  public var repairs = 0
  /// Whether letters were composed, which changes bytes and no text.
  public var isComposed = false

  init(texts: [String]) { self.texts = texts }

  /// A text of which only the letters were composed.
  public init(composed text: String) {
    texts = [text]
    isComposed = true
  }

  /// Whether the text itself is another now, and not only its bytes.
  public var hasOtherText: Bool { encoding != nil || repairs > 0 }

  var isChanged: Bool { hasOtherText || isComposed }
}
