public import MARC
import VietnameseText

/// What a remote catalogue is asked for; everything given must hold.
public struct RemoteQuery: Hashable, Sendable {
  public var isbn: ISBN?
  public var title: String?
  public var author: String?
  /// Words wherever they stand.
  public var words: String?

  public init(
    isbn: ISBN? = nil, title: String? = nil, author: String? = nil, words: String? = nil
  ) {
    self.isbn = isbn
    self.title = RemoteQuery.filled(title)
    self.author = RemoteQuery.filled(author)
    self.words = RemoteQuery.filled(words)
  }

  private static func filled(_ text: String?) -> String? {
    text.map { String($0.trimmingBlanks) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  public var isEmpty: Bool { isbn == nil && title == nil && author == nil && words == nil }

  private var texts: [(RemoteIndex, String)] {
    [(RemoteIndex.title, title), (.author, author), (.any, words)].compactMap { index, text in
      text.map { (index, $0) }
    }
  }

  /// The question in the prefix notation of libyaz.
  func prefixNotation(for target: RemoteTarget) -> String {
    func term(_ index: RemoteIndex, _ text: String) -> String {
      let attributes = target.index(index).split(separator: ",").map { "@attr \($0) " }.joined()
      return attributes + RemoteQuery.quoted(text)
    }
    var parts: [String] = []
    if let isbn {
      parts.append(
        RemoteQuery.joined(isbn.forms.map { term(.isbn, $0) }, by: "@or"))
    }
    parts += texts.map { term($0, target.sent($1)) }
    return RemoteQuery.joined(parts, by: "@and")
  }

  /// The question in the Contextual Query Language of SRU.
  func contextualLanguage(for target: RemoteTarget) -> String {
    func term(_ index: RemoteIndex, _ text: String) -> String {
      let name = target.index(index)
      return name + (name.contains(" ") ? " " : "=") + RemoteQuery.quoted(text)
    }
    var parts: [String] = []
    if let isbn {
      let forms = isbn.forms.map { term(.isbn, $0) }
      let either = forms.joined(separator: " or ")
      parts.append(forms.count > 1 && !texts.isEmpty ? "(\(either))" : either)
    }
    parts += texts.map { term($0, target.sent($1)) }
    return parts.joined(separator: " and ")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character.isNewline ? " " : character)
    }
    return quoted + "\""
  }

  private static func joined(_ parts: [String], by operation: String) -> String {
    guard let last = parts.last else { return "" }
    return parts.dropLast().reversed().reduce(last) { "\(operation) \($1) \($0)" }
  }
}

extension RemoteTarget {
  /// The text as this server is to get it.
  fileprivate func sent(_ text: String) -> String {
    sentLetters == .plain ? text.folded : text.nfc
  }
}

extension ISBN {
  /// The thirteen digits, and the ten of the older form where there is one: indexes hold either.
  var forms: [String] {
    guard digits.hasPrefix("978") else { return [digits] }
    let front = digits.dropFirst(3).dropLast()
    let sum = zip(front.utf8, (2...10).reversed()).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    let check = (11 - sum % 11) % 11
    return [digits, front + (check == 10 ? "X" : String(check))]
  }
}
