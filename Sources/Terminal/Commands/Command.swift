/// A thing the program can do, as data: key maps, help, palette and manual are made from these.
public struct Command: Sendable {
  /// How much harm a command does when it was pressed by mistake.
  public enum Danger: Sendable {
    case harmless
    /// Hard or impossible to take back: never bound to a key that a scanner can send.
    case dangerous
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Shown in the key bar while it is offered and has a key.
    public static let keyBar = Flags(rawValue: 1)
    /// Moves a cursor or the like: of no use in the palette.
    public static let notInPalette = Flags(rawValue: 2)
  }

  public let id: CommandID
  /// One or two words for the key bar.
  public let label: LocalizedText
  /// What it does, in one line for help and palette.
  public let summary: LocalizedText
  /// The contexts that offer it; contexts below these offer it too.
  public let contexts: [String]
  /// The permission that staff need, by name; nil when everybody may.
  public let permission: String?
  public let danger: Danger
  public let flags: Flags

  public init(
    _ id: CommandID, label: LocalizedText, summary: LocalizedText, contexts: [String],
    permission: String? = nil, danger: Danger = .harmless, flags: Flags = []
  ) {
    self.id = id
    self.label = label
    self.summary = summary
    self.contexts = contexts
    self.permission = permission
    self.danger = danger
    self.flags = flags
  }
}
