/// One day of the library diary (nhật ký thư viện): who came, and what they read.
///
/// Filled by the desk itself and by tallies. The parts follow the diary in use in Vietnam's public libraries.
public struct DiaryDay: Equatable, Sendable {
  public var day: CalendarDay
  /// Cards issued.
  public var newCards = 0
  /// Patrons with a loan or a return at the desk, each counted once a day; a renewal may be asked for by telephone.
  public var served: [Audience: Int] = [:]
  /// The same people by occupation; those of no known one stand under nil.
  public var servedByOccupation: [String?: Int] = [:]
  /// What was counted by hand.
  public var tallies = TallyTotals()
  /// Copies lent home; those of boxes are not among them.
  public var loans: [Audience: Int] = [:]
  /// Copies lent home by subject group, 0–9; those without a class stand under nil.
  public var loansByGroup: [Int?: Int] = [:]
  /// Copies lent home or read on the spot by a reader, by the language of the text; those of no known one stand under nil.
  public var readByLanguage: [String?: Int] = [:]
  /// Copies of newspapers and magazines among them.
  public var magazines = 0
  /// Copies sent to institutions in boxes (luân chuyển); what is read of them is reported from there.
  public var boxed = 0

  public init(day: CalendarDay) { self.day = day }

  /// Everybody who was served: those at the desk and those counted at the door, who are others.
  public func visits(_ audience: Audience? = nil) -> Int {
    sum(served, audience) + tallies.count(.visit, audience)
  }

  public func lent(_ audience: Audience? = nil) -> Int { sum(loans, audience) }

  /// Everything read: lent home, read on the spot, and read out of boxes as far as it was reported.
  public func circulation(_ audience: Audience? = nil) -> Int {
    lent(audience) + tallies.count(.onSite, audience) + tallies.count(.outside, audience)
  }

  /// Everything read of one subject group; nil asks for what stands in none.
  public func circulation(group: Int?) -> Int {
    (loansByGroup[group] ?? 0) + tallies.read(.onSite, group: group)
      + tallies.read(.outside, group: group)
  }

  private func sum(_ counts: [Audience: Int], _ audience: Audience?) -> Int {
    audience.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
  }
}

extension Audience {
  /// Below 16 a reader is a child, by article 1 of the Law on Children 102/2016.
  public static let childAge = 15

  /// The code of the children's category on the built-in list.
  public static let childCategory = "CHILD"

  /// Of a patron: by age where it is known, else by category.
  public init(age: Int?, category: String) {
    if let age {
      self = age <= Audience.childAge ? .child : .adult
    } else {
      self = [Audience.childCategory, "PUPIL"].contains(category) ? .child : .adult
    }
  }
}
