public import LibraryCore
public import LibraryStore

/// What all machines at one library share: whom they act for, how they write, and what they say.
public struct SelfCheckHouse: Sendable {
  public let file: LibraryFile
  let clock: any Clock
  /// The desk of machines that do not sign in by themselves; nil where each has to.
  let desk: Desk?
  let habits: SelfCheckHabits
  let words: @Sendable (SelfCheckLanguage) -> any SelfCheckWords

  public init(
    file: LibraryFile, clock: any Clock, desk: Desk?, habits: SelfCheckHabits,
    words: @escaping @Sendable (SelfCheckLanguage) -> any SelfCheckWords
  ) {
    self.file = file
    self.clock = clock
    self.desk = desk
    self.habits = habits
    self.words = words
  }
}

/// What machines differ in, of what the standard leaves open or they get wrong.
public struct SelfCheckHabits: Equatable, Sendable {
  /// How a line ends: most machines want CR alone, Koha's clients CR and LF.
  public var lineEnd = LineEnd.cr
  /// Lets wrong sums pass: several machines sum letters instead of bytes, and fail at every Vietnamese name.
  public var checksIgnored = false
  /// Sends names and titles without marks, for displays that have none.
  public var marksLeftOut = false
  /// Tells due dates as people read them, for machines that print them as they come.
  public var plainDates = false

  public enum LineEnd: String, CaseIterable, Sendable {
    case cr
    case crlf

    var bytes: [UInt8] { self == .cr ? [0x0D] : [0x0D, 0x0A] }
  }

  public init() {}
}
