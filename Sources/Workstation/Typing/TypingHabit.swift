public import VietnameseText

/// How a person types Vietnamese on this machine, as kept in a file of their own.
///
/// It belongs to the person and the machine, not to the library: one desk is a bare console, the
/// next has an input method, and one of two colleagues types VNI. The file holds a word and a value
/// a line, as in `method telex`; what it does not say is as in `TypingHabit()`.
public struct TypingHabit: Equatable, Sendable {
  public var method = TypingMethod.telex
  public var placement = TonePlacement.traditional
  public var checksSpelling = true
  /// Whether typing is on when the screen opens: off where the machine has an input method already.
  public var startsOn = false

  public init() {}

  static let fileName = "typing"

  /// Reads the file; lines that say nothing known are passed over.
  public init(file bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "method": method = TypingMethod(rawValue: String(words[1])) ?? method
      case "style": placement = TonePlacement(rawValue: String(words[1])) ?? placement
      case "spell": checksSpelling = words[1] != "off"
      case "start": startsOn = words[1] == "on"
      default: continue
      }
    }
  }

  /// The file that says this.
  public var file: [UInt8] {
    let lines = [
      "# thuthu: gõ tiếng Việt / typing Vietnamese", "start \(startsOn ? "on" : "off")",
      "method \(method.rawValue)", "style \(placement.rawValue)",
      "spell \(checksSpelling ? "on" : "off")", "",
    ]
    return Array(lines.joined(separator: "\n").utf8)
  }
}
