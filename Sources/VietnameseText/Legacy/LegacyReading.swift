/// One way to read what was received: an encoding, what the texts are in it, and how sure that is.
public struct LegacyReading: Hashable, Sendable {
  /// Nil for text that is right as it stands.
  public fileprivate(set) var encoding: LegacyEncoding?
  /// The texts in Form C, one for each that was received.
  public let texts: [LegacyText]
  /// How likely this reading is beside the others, from 0 to 1.
  public fileprivate(set) var confidence: Double
  /// How much speaks for the reading, as the logarithm of odds.
  let weight: Double
  /// Whether this is Western text in which there is UTF-8: damaged Unicode, which no encoding mends.
  var isDamagedUnicode = false
  /// Encodings in which the texts read the same.
  var sameIn: Set<LegacyEncoding> = []

  /// The first text.
  public var text: String { texts.first?.text ?? "" }

  public var guesses: [LegacyGuess] { texts.flatMap(\.guesses) }
}

/// Finds out in which encoding texts are by the share of valid syllables that each reading gives.
///
/// The parts of a field are decided together, the fields of a record each for itself; a field that
/// leaves it open goes with the other fields of its record. Text that is right is never touched:
/// what is Vietnamese as it stands stays, and what may be another language stays unless much speaks
/// for a legacy reading.
public struct LegacyDetector: Sendable {
  /// How much more must speak for a legacy reading than for the text as it stands.
  private static let marginMinimum = 3.0

  public init() {}

  /// All readings of the parts of one field, the most likely first; none means the parts are ASCII.
  ///
  /// Readings that come to the same texts are told once, under the most common encoding.
  public func readings(of parts: [ReceivedText]) -> [LegacyReading] {
    guard !parts.allSatisfy(\.isPlain) else { return [] }
    let standing = parts
    var parts = parts
    let asBytes = parts.contains(where: \.isBytes)
    let isDeclared = parts.contains { if case .declared = $0 { true } else { false } }
    if asBytes { parts = parts.map { .bytes($0.received) } }
    var readings = [asItStands(isDeclared ? standing : parts, asBytes: asBytes && !isDeclared)]
    for encoding in Self.candidates where !asBytes || encoding != .mojibake {
      readings.append(reading(parts, encoding))
    }
    var distinct: [LegacyReading] = []
    for reading in readings {
      let same = distinct.firstIndex { $0.texts.map(\.text) == reading.texts.map(\.text) }
      guard let same else {
        distinct.append(reading)
        continue
      }
      if let encoding = reading.encoding { distinct[same].sameIn.insert(encoding) }
    }
    distinct.sort { $0.weight > $1.weight }
    let best = distinct[0].weight
    let total = distinct.reduce(0) { $0 + Self.exponential($1.weight - best) }
    for index in distinct.indices {
      distinct[index].confidence = Self.exponential(distinct[index].weight - best) / total
    }
    return distinct
  }

  /// The readings of parts that may need decoding; none where a look shows that they are right.
  func likelyReadings(of parts: [ReceivedText]) -> [LegacyReading] {
    Self.mayNeedDecoding(parts) ? readings(of: parts) : []
  }

  /// The reading in one encoding that is known; nil where it changes nothing or cannot be.
  func readings(of parts: [ReceivedText], only encoding: LegacyEncoding) -> LegacyReading? {
    guard Self.mayNeedDecoding(parts), encoding != .mojibake || !parts.contains(where: \.isBytes)
    else { return nil }
    let all = readings(of: parts)
    var asBytes = parts
    if parts.contains(where: \.isBytes) {
      asBytes = parts.map { .bytes($0.received) }
    }
    let wanted = reading(asBytes, encoding)
    let same = all.first { $0.texts.map(\.text) == wanted.texts.map(\.text) }
    if let same, same.encoding == nil { return nil }
    return LegacyReading(
      encoding: encoding, texts: wanted.texts, confidence: same?.confidence ?? 0,
      weight: wanted.weight)
  }

  /// The reading that is taken for one field alone; nil if it is right as it stands.
  public func decide(_ parts: [ReceivedText]) -> LegacyReading? {
    decide([parts]).first ?? nil
  }

  /// The readings taken for the fields of one record; nil for those that are right as they stand.
  ///
  /// `usual` is the encoding that nearly all of the file is in, for records that leave it open.
  public func decide(
    _ fields: [[ReceivedText]], usual: LegacyEncoding? = nil
  ) -> [LegacyReading?] {
    let readings = fields.map { likelyReadings(of: $0) }
    guard !readings.allSatisfy(\.isEmpty) else { return fields.map { _ in nil } }
    let alone = readings.map { decide($0, prior: nil) }
    let hasRightText = zip(fields, readings).contains { parts, readings in
      readings.isEmpty && !parts.allSatisfy(\.isPlain)
    }
    let common = Self.commonEncoding(readings, alone) ?? (hasRightText ? nil : usual)
    guard let prior = common else { return alone }
    return readings.map { decide($0, prior: prior) }
  }

  private func decide(_ readings: [LegacyReading], prior: LegacyEncoding?) -> LegacyReading? {
    guard !readings.isEmpty else { return nil }
    let weighed = readings.map { reading -> (reading: LegacyReading, weight: Double) in
      guard let prior else { return (reading, reading.weight) }
      let isCommon = reading.encoding == prior || reading.sameIn.contains(prior)
      let shift =
        isCommon
        ? Self.companyWeight : reading.encoding == nil ? -Self.rightPrior : 0
      return (reading, reading.weight + shift)
    }
    guard let best = weighed.max(by: { $0.weight < $1.weight }), !best.reading.isDamagedUnicode
    else { return nil }
    guard let asItStands = weighed.first(where: { $0.reading.encoding == nil }) else {
      var reading = best.reading
      if let prior, reading.sameIn.contains(prior) { reading.encoding = prior }
      return reading
    }
    return best.weight - asItStands.weight >= Self.marginMinimum ? best.reading : nil
  }

  /// The legacy encoding that all fields of a record are in that leave no doubt.
  private static func commonEncoding(
    _ readings: [[LegacyReading]], _ decided: [LegacyReading?]
  ) -> LegacyEncoding? {
    var weights: [LegacyEncoding: Double] = [:]
    for (reading, all) in zip(decided, readings) {
      guard let reading, let encoding = reading.encoding, encoding != .cp1252 else { continue }
      let next = all.first { $0.encoding != encoding }?.weight ?? reading.weight
      weights[encoding, default: 0] += reading.weight - next
    }
    guard let best = weights.max(by: { $0.value < $1.value }), best.value >= 4 else { return nil }
    return weights.allSatisfy { $0.key == best.key || $0.value < best.value / 4 } ? best.key : nil
  }
}

// MARK: - Weighing

extension LegacyDetector {
  /// Text is right unless much speaks against it.
  private static let rightPrior = 3.0
  /// How much the other fields of the record count.
  private static let companyWeight = 4.0

  /// The legacy encodings, the commonest first, with how common they are.
  private static let priors: KeyValuePairs<LegacyEncoding, Double> = [
    .tcvn3: -1, .vni: -1, .mojibake: -1, .cp1258: -2, .bkhcm2: -2, .viscii: -2, .vps: -3,
    .tcvn5712: -2,
  ]
  private static let candidates = priors.map(\.key)

  /// A look that spares most fields the weighing: letters that code page 1252 cannot show are right.
  private static func mayNeedDecoding(_ parts: [ReceivedText]) -> Bool {
    var isSuspect = false
    for part in parts {
      if part.isPlain { continue }
      // Escapes to further sets are MARC-8's own.
      if case .declared(_, let bytes) = part, bytes.contains(0x1B) { return false }
      guard case .text(let text) = part else { return true }
      for scalar in text.nfc.unicodeScalars {
        if scalar.value >= 0x100, CodePage1252.byte(of: scalar) == nil,
          scalar.properties.isAlphabetic
            || scalar.properties.canonicalCombiningClass != .notReordered
        {
          return false
        }
      }
      isSuspect = true
    }
    return isSuspect
  }

  private func asItStands(_ parts: [ReceivedText], asBytes: Bool) -> LegacyReading {
    let texts = parts.map { part in
      LegacyText(text: part.shown.nfc)
    }
    let evidence = ReadingEvidence(texts.map(\.text))
    let foreign = -4 * Double(evidence.unnatural)
    let vietnamese =
      2.1 * Double(evidence.syllables) + Double(evidence.highlandNames + evidence.letters)
      - 3 * Double(evidence.others) - 4 * Double(evidence.unnatural) + Self.plainWeight(evidence)
    var reading = LegacyReading(
      encoding: asBytes ? .cp1252 : nil, texts: texts, confidence: 0,
      weight: max(foreign, vietnamese) + (asBytes ? -1 : Self.rightPrior))
    reading.isDamagedUnicode =
      asBytes
      && parts.contains { part in
        String(decoding: part.received, as: UTF8.self).unicodeScalars
          .contains { $0.value >= 0x80 && $0 != "\u{FFFD}" }
      }
    return reading
  }

  private func reading(_ parts: [ReceivedText], _ encoding: LegacyEncoding) -> LegacyReading {
    var (pairs, strangers) = (0, 0)
    let texts = parts.enumerated().map { index, part in
      let decoded = encoding.decodeCounting(part, startsSentence: index == 0)
      pairs += decoded.pairs
      strangers += decoded.strangers
      return decoded.text
    }
    let evidence = ReadingEvidence(texts.map(\.text))
    let prior = Self.priors.first { $0.key == encoding }?.value ?? 0
    var weight =
      prior + 3 * Double(evidence.syllables) + Double(evidence.highlandNames + evidence.letters)
      - 3 * Double(evidence.others + strangers)
      - 4 * Double(evidence.unnatural + evidence.behindDigits) + Self.plainWeight(evidence)
      - 1.5 * Double(texts.reduce(0) { $0 + $1.guesses.count })
    if encoding == .mojibake {
      // Other languages were spoilt so as well, and hardly any text looks so by chance.
      weight += 6 * Double(evidence.others) - 6 * Double(evidence.unnatural)
      weight += 3 * Double(evidence.syllables)
    } else {
      weight += 1.2 * Double(min(pairs, 2 * evidence.syllables))
    }
    return LegacyReading(encoding: encoding, texts: texts, confidence: 0, weight: weight)
  }

  /// Whether the plain words look Vietnamese; never decisive alone.
  private static func plainWeight(_ evidence: ReadingEvidence) -> Double {
    let weight = 1.2 * Double(evidence.plainSyllables) - 1.6 * Double(evidence.plainOthers)
    return max(-4, min(2.4, weight))
  }

  /// eˣ for x ≤ 0, as near as a percentage needs it.
  private static func exponential(_ x: Double) -> Double {
    guard x > -30 else { return 0 }
    var result = 1.0
    var term = 1.0
    let small = x / 32
    for step in 1...12 {
      term *= small / Double(step)
      result += term
    }
    for _ in 0..<5 { result *= result }
    return result
  }
}
