/// Where machines are listened for, and how they want it: one line of words, as the setting `selfCheck` keeps it.
///
/// `127.0.0.1:6001 crlf plainDates noMarks anyChecksum`; each word may be left out.
public struct SelfCheckPlan: Equatable, Sendable {
  public var address = "127.0.0.1"
  public var port = SelfCheckServer.usualPort
  public var habits = SelfCheckHabits()

  public init() {}

  /// Nil where a word is none of these; the empty line asks for what is usual.
  public init?(_ text: String) {
    for word in text.split(whereSeparator: \.isWhitespace) {
      switch word {
      case "cr": habits.lineEnd = .cr
      case "crlf": habits.lineEnd = .crlf
      case "plainDates": habits.plainDates = true
      case "noMarks": habits.marksLeftOut = true
      case "anyChecksum": habits.checksIgnored = true
      default: if !place(word) { return nil }
      }
    }
  }

  public var text: String {
    var words = ["\(address):\(port)"]
    if habits.lineEnd == .crlf { words.append("crlf") }
    if habits.plainDates { words.append("plainDates") }
    if habits.marksLeftOut { words.append("noMarks") }
    if habits.checksIgnored { words.append("anyChecksum") }
    return words.joined(separator: " ")
  }

  private mutating func place(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let port = UInt16(parts[1]) else { return false }
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 4, numbers.allSatisfy({ UInt8($0) != nil }) else { return false }
    (address, self.port) = (String(parts[0]), port)
    return true
  }
}
