/// The letters a terminal can show, and what stands for those it cannot.
///
/// A surface always holds the text itself; only what is sent to the terminal differs, one column for
/// one column, so that nothing moves.
struct Lettering {
  /// Nil where the terminal shows whatever it is sent.
  let letters: Set<Unicode.Scalar>?
  private let standIn: StandIn
  private var known: [String: Unicode.Scalar] = [:]

  static let ascii = Set((0x20...0x7E).map { Unicode.Scalar($0 as UInt8) })

  init(letters: Set<Unicode.Scalar>?, standIn: @escaping StandIn) {
    self.letters = letters
    self.standIn = standIn
  }

  var drawsFrames: Bool {
    letters.map { letters in "─│┌┐└┘".unicodeScalars.allSatisfy(letters.contains) } ?? true
  }

  /// What to show in a cell instead of what it holds; nil where it can be shown as it is.
  mutating func replacement(for cell: Surface.Cell) -> Unicode.Scalar? {
    guard let letters, let base = cell.scalar(0) else { return nil }
    guard cell.scalar(1) != nil || !letters.contains(base) else { return nil }
    let text = cell.text
    if let scalar = known[text] { return scalar }
    let found = standIn(text) { letters.contains($0) } ?? "?"
    let scalar = letters.contains(found) ? found : "?"
    known[text] = scalar
    return scalar
  }
}

/// Finds the one letter that stands for a letter with its marks, among those that can be shown.
public typealias StandIn =
  @Sendable (_ letter: String, _ isShown: (Unicode.Scalar) -> Bool) -> Unicode.Scalar?

/// With which letters a person wants to read.
public enum LetterChoice: String, CaseIterable, Sendable {
  /// With their marks, unless the line carries seven bits only.
  case auto
  case marked
  /// Without their marks, in ASCII: tiếng Việt as tieng Viet.
  case plain
}
