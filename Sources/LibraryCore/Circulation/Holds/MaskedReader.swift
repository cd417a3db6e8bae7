import VietnameseText

/// A reader as a slip that others may read names them: the end of the card and the first letter of the given name.
///
/// The slip in a copy on the hold shelf lies open to everybody, so it never bears a whole name or a whole card number.
public struct MaskedReader: Equatable, Sendable {
  /// The last letters of the card: four, and never more than half of it.
  public let cardEnd: String
  /// The first letter of the given name (tên), in capitals; empty where there is no name.
  public let initial: String

  public init(_ patron: PatronLine) {
    cardEnd = String(patron.card.text.suffix(min(4, patron.card.text.count / 2)))
    initial = PersonName(patron.name).given.first.map { String($0).uppercased() } ?? ""
  }

  /// Both together, such as `…0123 H.` for Lê Văn Hùng.
  public var text: String { "…" + cardEnd + (initial.isEmpty ? "" : " \(initial).") }
}
