public import LibraryCore
import Terminal
import VietnameseText

/// What is written for readers who are reminded: letters, letters of classes, or a list for messages and calls.
public enum ReminderPaper: String, CaseIterable, Sendable {
  case letters
  case classes
  case messages

  public var way: ReminderWay {
    switch self {
    case .letters: .letter
    case .classes: .classLetter
    case .messages: .message
    }
  }

  /// Parts one letter from the next for printers and pagers.
  static let newPage = "\u{0C}"

  /// The whole paper; without marks where a telephone or a network cannot send them.
  ///
  /// The list for messages has only readers with a telephone, the guardian's where they have none, with the guardian's name; and of those the ones without e-mail unless all are wanted.
  public func text(
    _ readers: [ReminderReader], _ writer: SlipWriter, isPlain: Bool = false,
    includesMail: Bool = false
  ) throws -> String {
    func told(_ text: String) -> String { isPlain ? Self.plain(text) : text }
    switch self {
    case .letters, .classes:
      return try letters(readers, writer, isPlain: isPlain).joined(separator: Self.newPage)
    case .messages:
      let listed = readers.filter { $0.phone != nil && (includesMail || $0.email == nil) }
      let head = ["phone", "card", "name", "group", "message", "guardian"]
      let rows = try listed.map { reader in
        [
          reader.phone ?? "", reader.patron.card.text, reader.patron.name, reader.group,
          try writer.message(reader), writer.words.guardian(reader),
        ]
      }
      // A letter without marks may be a quote, so cells are put between quotes last.
      return ([head] + rows).map { Self.line($0.map(told)) }.joined()
    }
  }

  /// The letters one by one; none where a list is written.
  public func letters(
    _ readers: [ReminderReader], _ writer: SlipWriter, isPlain: Bool = false
  ) throws -> [String] {
    let slips: [Slip] =
      switch self {
      case .letters: try writer.letters(readers)
      case .classes: try writer.classLetters(readers)
      case .messages: []
      }
    return slips.map { isPlain ? Self.plain($0.text) : $0.text }
  }

  /// A line of CSV; what a spreadsheet would take for a formula is made text by a quote in front.
  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let safe = "=+-@".contains(cell.first ?? " ") ? "'" + cell : cell
      let needsQuotes = safe.contains { ",\"\n".contains($0) }
      return needsQuotes
        ? "\""
          + safe.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\"" : safe
    }.joined(separator: ",") + "\n"
  }

  private static func plain(_ text: String) -> String {
    String(
      text.map { letter in
        if letter.isNewline || letter == "\u{0C}" { return letter }
        return PlainLetters.standIn(for: String(letter), \.isASCII).map(Character.init) ?? "?"
      })
  }
}
