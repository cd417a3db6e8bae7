/// A language of the screen.
public enum Language: String, CaseIterable, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

/// A short text in every language of the screen; none may be left out.
public struct LocalizedText: Hashable, Sendable {
  public let vi: String
  public let en: String

  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  public subscript(language: Language) -> String {
    switch language {
    case .vietnamese: vi
    case .english: en
    }
  }
}
