import GRDB
import LibraryCore

extension CheckRun {
  /// Asks each invariant for the keys of what breaks it.
  func checkInvariants() throws {
    for (done, invariant) in Invariant.allCases.enumerated() {
      guard tell(.invariants, done, of: Invariant.allCases.count) else { return }
      let keys = try Row.fetchCursor(db, sql: invariant.broken)
      while let key = try keys.next() {
        report.add(.contradiction(invariant, key: (key[0] as String?) ?? ""))
      }
    }
  }
}

extension Invariant {
  /// The keys, as text, of what breaks the invariant.
  fileprivate var broken: String {
    switch self {
    case .oneOpenLoanPerCopy:
      """
      SELECT CAST(item AS TEXT) FROM stored.loan NOT INDEXED WHERE status = 'open'
      GROUP BY item HAVING count(*) > 1
      """
    case .loansCounted:
      """
      SELECT card FROM stored.patron p WHERE loans <>
        (SELECT count(*) FROM stored.loan WHERE patron = p.id AND status = 'open')
      """
    case .loansCountedByType:
      """
      SELECT patron || ' ' || type FROM (
        SELECT patron, type, loans FROM stored.loan_tally WHERE loans <> 0
        UNION ALL
        SELECT patron, type, -count(*) FROM stored.loan WHERE status = 'open' GROUP BY patron, type)
      GROUP BY patron, type HAVING sum(loans) <> 0
      """
    case .balanceIsChargesLessPayments:
      """
      SELECT card FROM stored.patron p WHERE owed <>
        (SELECT coalesce(sum(charge), 0) FROM stored.loan WHERE patron = p.id AND status = 'closed')
        + (SELECT coalesce(sum(owed), 0) FROM stored.account_entry WHERE patron = p.id)
      """
    case .depositsAreSummed:
      """
      SELECT card FROM stored.patron p WHERE held < 0 OR held <>
        (SELECT coalesce(sum(held), 0) FROM stored.account_entry WHERE patron = p.id)
      """
    case .receiptsHaveNoGap:
      """
      SELECT drawer || '/' || year FROM stored.account_entry WHERE number IS NOT NULL
      GROUP BY drawer, year HAVING count(DISTINCT number) <> max(number) OR min(number) <> 1
      """
    case .drawerIsSummed:
      """
      SELECT CAST(id AS TEXT) FROM stored.cash_shift s WHERE taken <>
        (SELECT coalesce(sum(cash), 0) FROM stored.account_entry WHERE shift = s.id)
      """
    case .loanHasCopyAndPatron:
      """
      SELECT CAST(id AS TEXT) FROM stored.loan l
      WHERE NOT EXISTS (SELECT 1 FROM stored.item WHERE id = l.item)
        OR NOT EXISTS (SELECT 1 FROM stored.patron WHERE id = l.patron)
      """
    case .recordHasItsVersion:
      """
      SELECT CAST(id AS TEXT) FROM stored.record r WHERE NOT EXISTS (
        SELECT 1 FROM stored.op WHERE id = r.version AND entity = r.id
          AND kind = \(OpKind.recordSaved.rawValue))
      """
    case .copyHasItsRecord:
      """
      SELECT coalesce(barcode, CAST(id AS TEXT)) FROM stored.item i
      WHERE status <> 'removed' AND NOT EXISTS (
        SELECT 1 FROM stored.record WHERE id = i.record AND status = 'active')
      """
    case .sightingsCounted:
      """
      SELECT stocktake || ' ' || finding FROM (
        SELECT stocktake, finding, items FROM stored.sighting_tally WHERE items <> 0
        UNION ALL
        SELECT stocktake, finding, -count(*) FROM stored.sighting WHERE status = 'seen'
        GROUP BY stocktake, finding)
      GROUP BY stocktake, finding HAVING sum(items) <> 0
      """
    case .missingCounted:
      """
      SELECT CAST(id AS TEXT) FROM stored.stocktake s WHERE coalesce(missing, 0) <>
        (SELECT count(*) FROM stored.stocktake_missing WHERE stocktake = s.id)
      """
    case .copyKeptForOne:
      """
      SELECT CAST(copy AS TEXT) FROM stored.hold WHERE status IN ('shelf', 'transfer')
      GROUP BY copy HAVING count(*) > 1 OR copy IS NULL
      """
    case .keptCopyIsHere:
      """
      SELECT CAST(h.id AS TEXT) FROM stored.hold h JOIN stored.loan l
        ON l.item = h.copy AND l.status = 'open'
      WHERE h.status IN ('shelf', 'transfer')
      """
    case .waitingTitlesListed:
      """
      SELECT CAST(id AS TEXT) FROM stored.hold h WHERE item IS NULL
        AND (status = 'waiting') <> EXISTS (SELECT 1 FROM stored.hold_title WHERE hold = h.id)
      """
    case .oneReaderPerCard:
      """
      SELECT card FROM (
        SELECT id AS patron, card FROM stored.patron WHERE status <> 'removed'
        UNION ALL
        SELECT o.patron, o.card FROM stored.other_card o JOIN stored.patron p ON p.id = o.patron
        WHERE p.status <> 'removed')
      GROUP BY card COLLATE NOCASE HAVING count(DISTINCT patron) > 1
      """
    case .guardiansInNoCircle:
      """
      WITH RECURSIVE way (start, guardian) AS (
        SELECT id, guardian FROM stored.patron WHERE guardian IS NOT NULL
        UNION
        SELECT way.start, above.guardian FROM way
          JOIN stored.patron above ON above.id = way.guardian AND above.guardian IS NOT NULL)
      SELECT coalesce(card, CAST(start AS TEXT)) FROM way JOIN stored.patron ON id = start
      WHERE way.guardian = start
      """
    case .somebodyAdministers:
      """
      SELECT 'admin' WHERE NOT EXISTS (
        SELECT 1 FROM stored.staff WHERE role = '\(StaffRole.administrator.rawValue)'
          AND active = 'yes')
      """
    }
  }
}
