/// One day of the library diary (nhật ký thư viện): who came, and what they read.
///
/// Filled by the desk itself and by tallies. The parts follow the diary in use in Vietnam's public libraries.
public struct DiaryDay: Equatable, Sendable {
  public var day: CalendarDay
  /// Cards issued.
  public var newCards: Int
  /// Patrons with a loan or a return at the desk, each counted once a day; a renewal may be asked for by telephone.
  public var served: [Audience: Int]
  /// What was counted by hand.
  public var tallies: TallyTotals
  /// Copies lent home.
  public var loans: [Audience: Int]
  /// Copies lent home by subject group, 0–9; those without a class stand under nil.
  public var loansByGroup: [Int?: Int]
  /// Copies of newspapers and magazines among them.
  public var magazines: Int

  public init(
    day: CalendarDay, newCards: Int = 0, served: [Audience: Int] = [:],
    tallies: TallyTotals = TallyTotals(), loans: [Audience: Int] = [:],
    loansByGroup: [Int?: Int] = [:], magazines: Int = 0
  ) {
    self.day = day
    self.newCards = newCards
    self.served = served
    self.tallies = tallies
    self.loans = loans
    self.loansByGroup = loansByGroup
    self.magazines = magazines
  }

  /// Everybody who was served: those at the desk and those counted at the door, who are others.
  public func visits(_ audience: Audience? = nil) -> Int {
    sum(served, audience) + tallies.count(.visit, audience)
  }

  public func lent(_ audience: Audience? = nil) -> Int { sum(loans, audience) }

  /// Everything read: lent home and read on the spot.
  public func circulation(_ audience: Audience? = nil) -> Int {
    lent(audience) + tallies.count(.onSite, audience)
  }

  /// Everything read of one subject group; nil asks for what stands in none.
  public func circulation(group: Int?) -> Int {
    (loansByGroup[group] ?? 0) + tallies.read(group: group)
  }

  private func sum(_ counts: [Audience: Int], _ audience: Audience?) -> Int {
    audience.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
  }
}

extension Audience {
  /// Below 16 a reader is a child, by article 1 of the Law on Children 102/2016.
  public static let childAge = 15

  /// Of a patron: by age where it is known, else by category.
  public init(age: Int?, category: String) {
    if let age {
      self = age <= Audience.childAge ? .child : .adult
    } else {
      self = ["CHILD", "PUPIL"].contains(category) ? .child : .adult
    }
  }
}
