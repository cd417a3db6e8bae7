import VietnameseText

/// What becomes of one row of a table of patrons, or would become of it.
public struct PatronRow: Equatable, Sendable {
  public enum Outcome: Equatable, Sendable {
    /// Gets a card; `alike` is somebody of the same name and year of birth, who may be the same person.
    case enrolled(alike: Person?)
    case changed(PatronLine, [Change])
    /// The holder of the card, who does not differ or is to be left as he or she is.
    case left(PatronLine)
    /// Somebody who is taken for the same person under another card; the row is left out.
    case twin(Person)
    case faulty([Refusal])
  }

  /// Somebody whom a row may mean too.
  public enum Person: Equatable, Sendable {
    case patron(PatronLine)
    /// Who stands in an earlier row of the table, by its line; only a preview needs to say so.
    case row(Int)
  }

  public struct Change: Equatable, Sendable {
    public var field: PatronField
    public var from: String?
    public var to: String?

    public init(_ field: PatronField, from: String?, to: String?) {
      self.field = field
      self.from = from
      self.to = to
    }
  }

  /// The line of the file where the row begins, from 1.
  public var line: Int
  public var name: String?
  public var card: String?
  public var outcome: Outcome
  /// What staff should know of what is stored.
  public var notices: [EntryNotice] = []

  public init(line: Int, _ draft: PatronDraft, _ outcome: Outcome) {
    self.line = line
    name = draft[.name]
    card = draft[.card]
    self.outcome = outcome
  }

  /// Whether somebody should look at the row before it is taken or left.
  public var needsEye: Bool {
    // Of a whole class without guardians the count says enough.
    guard notices.allSatisfy(\.isAboutGuardian) else { return true }
    return switch outcome {
    case .enrolled(let alike): alike != nil
    case .changed, .twin, .faulty: true
    case .left: false
    }
  }
}

/// What tells people of the same name apart, or shows that they are one.
public struct PatronIdentity: Hashable, Sendable {
  /// `YYYY-MM-DD` or `YYYY`.
  public var born: String?
  public var phone: String?
  public var address: String?
  public var className: String?

  public init(born: String?, phone: String?, address: String?, className: String?) {
    (self.born, self.phone, self.address, self.className) = (born, phone, address, className)
  }

  public enum Likeness: Equatable, Sendable {
    /// Born on the same day; or, with births that do not differ, of the same telephone, address or class.
    case twin
    /// Born in the same year, and nothing more is known.
    case alike
    case other
  }

  /// How much speaks for it that somebody else of the same name is the same person.
  public func likeness(to other: PatronIdentity) -> Likeness {
    if let born, let theirs = other.born {
      let areDays = born.utf8.count > 4 && theirs.utf8.count > 4
      if areDays { return born == theirs ? .twin : .other }
      guard born.prefix(4) == theirs.prefix(4) else { return .other }
    }
    if same(phone.map(PatronIdentity.digits), other.phone.map(PatronIdentity.digits))
      || same(address?.folded, other.address?.folded)
      || same(className?.folded, other.className?.folded)
    {
      return .twin
    }
    return born != nil && other.born != nil ? .alike : .other
  }

  private func same(_ mine: String?, _ theirs: String?) -> Bool {
    guard let mine, !mine.isEmpty else { return false }
    return mine == theirs
  }

  private static func digits(_ phone: String) -> String {
    phone.filter { ("0"..."9").contains($0) }
  }
}
