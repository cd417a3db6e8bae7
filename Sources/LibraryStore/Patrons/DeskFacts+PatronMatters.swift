import GRDB
import LibraryCore

extension DeskFacts {
  private static let remarkColumns = """
    id, kind, text, from_day, until_day, must_be_read, read_on, lifted_on, made_at, made_by
    """

  /// What was ever said of the patron and not taken back, the newest first.
  func remarks(of patron: EntityID) throws -> [Remark] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.remarkColumns) FROM remark
          WHERE patron = ? AND removed IS NULL ORDER BY id DESC
          """),
      arguments: [patron.rawValue]
    ).map { remark($0) }
  }

  /// What counts today; its cost does not grow with what is over.
  func remarksToday(of patron: EntityID) throws -> [Remark] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.remarkColumns) FROM remark
          WHERE patron = ?1 AND removed IS NULL AND lifted_on IS NULL
            AND ifnull(from_day, ?2) <= ?2 AND ifnull(until_day, ?2) >= ?2
          ORDER BY id
          """),
      arguments: [patron.rawValue, today.iso]
    ).map { remark($0) }
  }

  func remark(_ id: EntityID) throws -> (remark: Remark, patron: EntityID)? {
    try Row.fetchOne(
      db.cachedStatement(
        sql:
          "SELECT \(DeskFacts.remarkColumns), patron FROM remark WHERE id = ? AND removed IS NULL"),
      arguments: [id.rawValue]
    ).map { (remark($0), EntityID(rawValue: $0[10])) }
  }

  private func remark(_ row: Row) -> Remark {
    func day(_ column: Int) -> CalendarDay? {
      (row[column] as String?).flatMap { CalendarDay(iso: $0) }
    }
    return Remark(
      id: EntityID(rawValue: row[0]), kind: RemarkKind(rawValue: row[1]) ?? .message, text: row[2],
      from: day(3), until: day(4), mustBeRead: (row[5] as String?) != nil, readOn: day(6),
      liftedOn: day(7), madeOn: Moment(milliseconds: row[8] ?? 0).day,
      madeBy: login((row[9] as Int64?).map { EntityID(rawValue: $0) }))
  }

  private func login(_ staff: EntityID?) -> String {
    configuration.staff.first { $0.id == staff }?.login ?? ""
  }

  /// The holder of a citizen card, if somebody was enrolled with it.
  func holder(ofCitizenCard number: String) throws -> PatronFacts? {
    let id = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM patron WHERE citizen_key IN (?, ?) AND citizen_key IS NOT NULL
            AND status <> 'removed' ORDER BY citizen_key DESC LIMIT 1
          """),
      arguments: [try CitizenKey.of(number, in: db), CitizenKey.unsalted(number)])
    return try id.flatMap { try patron(EntityID(rawValue: $0)) }
  }

  func details(_ id: EntityID) throws -> PatronDetails? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT photo, consent_on, consent_wording, guardian, guardian_name, guardian_phone,
            class_name, school_year, cards, occupation, sex, consent_refused_on
          FROM patron WHERE id = ? AND status <> 'removed'
          """),
      arguments: [id.rawValue])
    guard let row else { return nil }
    var details = PatronDetails()
    details.photo = row[0]
    if let day = (row[1] as String?).flatMap({ CalendarDay(iso: $0) }) {
      details.consent = PatronDetails.Consent(on: day, wording: row[2])
    }
    let guardian = (row[3] as Int64?).map { EntityID(rawValue: $0) }
    details.guardian = try guardian.flatMap { try patronLine($0) }
    (details.guardianName, details.guardianPhone) = (row[4], row[5])
    (details.className, details.schoolYear) = (row[6], row[7])
    details.cards = try everyCard(of: id)
    details.occupation = row[9]
    details.sex = (row[10] as String?).flatMap { Sex(rawValue: $0) }
    let today = today
    details.consentRefusedOn = (row[11] as String?).flatMap { CalendarDay(iso: $0) }
    let remarks = try remarks(of: id)
    details.remarks =
      remarks.filter { $0.state(on: today) == .counts }
      + remarks.filter { $0.state(on: today) != .counts }
    details.family = try family(of: id, guardian: guardian)
    return details
  }

  /// The guardian and everybody with the same one; of a guardian, those he or she answers for.
  private func family(of id: EntityID, guardian: EntityID?) throws -> [PatronHit] {
    let root = guardian ?? id
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.patronColumns) FROM (
            SELECT * FROM patron WHERE id = ?1
            UNION ALL SELECT * FROM patron WHERE guardian = ?1 AND guardian IS NOT NULL)
          WHERE id <> ?2 AND status <> 'removed' ORDER BY id <> ?1, name_key, id LIMIT 100
          """),
      arguments: [root.rawValue, id.rawValue]
    ).compactMap(PatronSearch.hit)
  }
}
