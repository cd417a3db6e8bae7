/// Who answers for a child.
///
/// For a child the legal representative acts (Law 91/2025/QH15), and a child is who is below 16 (`Audience`); so a child of whom
/// nobody is known that answers is told of wherever the entry is opened. It stops nobody: a card is given today, the parent comes
/// tomorrow.
public enum Guardianship {
  /// Whether a patron is a child of whom no guardian is known, neither by card nor by name.
  public static func isMissing(
    age: Int?, category: String, hasGuardian: Bool
  ) -> Bool {
    !hasGuardian && Audience(age: age, category: category) == .child
  }

  /// The circle that naming `guardian` for `patron` would close, from `guardian` up to `patron`; nil where there is none.
  ///
  /// `above` gives the guardian of a patron. A circle that is there already and leaves `patron` out ends the way up.
  public static func circle<Failure: Error>(
    naming guardian: EntityID, for patron: EntityID,
    above: (EntityID) throws(Failure) -> EntityID?
  ) throws(Failure) -> [EntityID]? {
    var way: [EntityID] = []
    var seen: Set<EntityID> = []
    var next: EntityID? = guardian
    while let id = next, seen.insert(id).inserted {
      way.append(id)
      if id == patron { return way }
      next = try above(id)
    }
    return nil
  }
}

extension PatronFacts {
  /// Whether the patron is a child on `day` and nobody is known who answers for it.
  public func lacksGuardian(on day: CalendarDay) -> Bool {
    Guardianship.isMissing(
      age: patron.age(on: day), category: patron.category, hasGuardian: hasGuardian)
  }
}
