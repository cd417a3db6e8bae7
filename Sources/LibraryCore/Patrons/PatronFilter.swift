/// Which patrons a list or a search leaves in: by sex, by occupation, or by both.
public struct PatronFilter: Equatable, Sendable {
  public var sex: Sex?
  /// By its code in the house's list.
  public var occupation: String?

  public init(sex: Sex? = nil, occupation: String? = nil) {
    self.sex = sex
    self.occupation = occupation
  }

  public static let everybody = PatronFilter()

  public var isEmpty: Bool { self == .everybody }
}
