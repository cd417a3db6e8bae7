import VietnameseText

/// The sex of a patron, by which registers and reports part readers.
public enum Sex: String, CaseIterable, Sendable {
  case female
  case male

  /// Reads what lists of readers and people write: `Nữ`, `nam`, `F`, `male`.
  public init?(typed: String) {
    switch typed.folded {
    case "female", "f", "nu", "gai", "w": self = .female
    case "male", "m", "nam", "trai": self = .male
    default: return nil
    }
  }
}

/// What readers do for a living, as the diary parts them.
public enum Occupation {
  /// The code of a patron's occupation: the one that was entered, else the one that the category tells, else none.
  public static func code(entered: String?, category: String) -> String? {
    if let entered { return entered }
    return switch category {
    case "PUPIL", "STUDENT": "STUDENT"
    case "SENIOR": "RETIRED"
    case "STAFF": "CIVIL"
    default: nil
    }
  }
}
