/// What the texts of a file could be in, gathered from some of its records.
public struct EncodingSurvey: Sendable {
  /// An encoding the file could be in.
  public struct Candidate: Hashable, Sendable {
    /// Nil for texts that are what they say.
    public var encoding: LegacyEncoding?
    /// Its share of the confidence in all fields with letters beyond ASCII, from 0 to 1.
    public var confidence: Double
  }

  private struct Sample {
    var received: [[ReceivedText]]
    var weight: Int
  }

  private static let samplesMaximum = 8
  private static let noDoubt = 0.9

  private var confidences: [LegacyEncoding?: Double] = [:]
  /// Fields that leave no doubt, by what they are in.
  private var votes: [LegacyEncoding?: Int] = [:]
  private var samples: [Sample] = []
  /// How many fields had letters beyond ASCII.
  public private(set) var fields = 0
  /// What `TextMending.whole` would do beside decoding: fields composed, and places repaired.
  public private(set) var composable = 0
  public private(set) var repairable = 0

  public init() {}

  /// Takes the fields of one record.
  public mutating func take(_ record: [[ReceivedText]]) {
    let marked = record.filter { !$0.allSatisfy(\.isPlain) }
    guard !marked.isEmpty else { return }
    let decided = LegacyDetector().decide(record)
    var doubtful: [[ReceivedText]] = []
    for (parts, reading) in zip(record, decided) where !parts.allSatisfy(\.isPlain) {
      fields += 1
      let readings = LegacyDetector().likelyReadings(of: parts)
      if !readings.isEmpty { doubtful.append(parts) }
      if readings.isEmpty || reading == nil {
        confidences[nil, default: 0] += 1
        votes[nil, default: 0] += 1
      } else {
        if let best = readings.first, best.confidence >= Self.noDoubt {
          votes[best.encoding, default: 0] += 1
        }
        for reading in readings { confidences[reading.encoding, default: 0] += reading.confidence }
      }
    }
    for mended in TextMending.whole.mend(record) {
      guard let mended, mended.encoding == nil else { continue }
      composable += mended.isComposed ? 1 : 0
      repairable += mended.repairs
    }
    // Text that is right at a look shows nothing of the other encodings.
    let weight = doubtful.joined().reduce(0) { $0 + $1.received.count { $0 >= 0x80 } }
    samples.append(Sample(received: doubtful.isEmpty ? marked : doubtful, weight: weight))
    if samples.count > 4 * Self.samplesMaximum { thinOut() }
  }

  private mutating func thinOut() {
    samples = Array(samples.sorted { $0.weight > $1.weight }.prefix(Self.samplesMaximum))
  }

  /// The likeliest encodings, the best first.
  public func candidates(_ count: Int = 3) -> [Candidate] {
    let total = confidences.values.reduce(0, +)
    guard total > 0 else { return [] }
    let sorted = confidences.sorted { left, right in
      left.value != right.value
        ? left.value > right.value : (left.key?.rawValue ?? "") < (right.key?.rawValue ?? "")
    }
    return sorted.prefix(count).map { Candidate(encoding: $0.key, confidence: $0.value / total) }
  }

  /// The encoding that nearly all fields are in, if they are in one.
  public var usual: LegacyEncoding? {
    guard let best = votes.max(by: { $0.value < $1.value }), best.value > 1 else { return nil }
    let total = votes.values.reduce(0, +)
    return best.value * 10 >= total * 9 ? best.key : nil
  }

  /// Some lines of the file, the most telling first, as they would read in `encoding`.
  public func lines(in encoding: LegacyEncoding?, _ count: Int = 2) -> [String] {
    samples.sorted { $0.weight > $1.weight }.prefix(count).map { sample in
      sample.received.map { parts in
        parts.map { encoding?.decode($0).text ?? $0.shown }.joined(separator: " ")
      }.joined(separator: " · ")
    }
  }
}
