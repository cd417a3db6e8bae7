public import LibraryCore
import VietnameseText

extension Desk {
  /// Gives a part of the year opening hours of its own, or the season it is other ones; two of the same period are one.
  ///
  /// With `id` it is that season which changes, also in its period. Open loans keep their due dates, until `reapplyRules` is asked
  /// for.
  public func saveSeason(
    _ period: SeasonPeriod, name: String = "", week: SeasonWeek, id: EntityID? = nil
  ) throws -> SaveOutcome {
    try act { transaction in
      let reasons = transaction.missing(.manageRules)
      guard reasons.isEmpty else { return .refused(reasons) }
      if let id, !transaction.configuration.calendar.seasons.contains(where: { $0.id == id }) {
        return .unknown(id.description)
      }
      let changes = [
        SeasonField.name.set(name.tidied ?? ""), SeasonField.period.set(period.encoded),
        SeasonField.week.set(week.encoded), SeasonField.removed.set(nil),
      ]
      return try transaction.save(
        changes, as: OpBody.seasonSaved, in: SeasonField.self, of: "season",
        where: id == nil ? "period = ?" : "id = CAST(? AS INTEGER)",
        [id.map { String($0.rawValue) } ?? period.encoded])
    }
  }

  /// Takes a season out of the calendar: the ordinary week holds again.
  public func removeSeason(_ id: EntityID) throws -> SaveOutcome {
    try act { transaction in
      let reasons = transaction.missing(.manageRules)
      guard reasons.isEmpty else { return .refused(reasons) }
      guard transaction.configuration.calendar.seasons.contains(where: { $0.id == id }) else {
        return .unknown(id.description)
      }
      return .saved(
        id: id, op: try transaction.append(.seasonSaved([SeasonField.removed.set("yes")]), on: id))
    }
  }
}
