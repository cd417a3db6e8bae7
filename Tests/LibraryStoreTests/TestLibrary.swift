import Foundation
import GRDB
import LibraryCore
import LibraryStore
import Testing

/// A library of its own in a temporary folder, with a clock that the test moves; removed when it goes out of scope.
final class TestLibrary {
  let folder: String
  let file: LibraryFile
  let clock: TestClock
  let desk: Desk

  init(today: String = "2026-11-23", seed: UInt64 = 1) throws {
    folder = NSTemporaryDirectory() + "library-" + UUID().uuidString
    clock = TestClock(try #require(Moment(iso: today + "T08:00:00")))
    file = try LibraryFile.create(
      in: folder, name: "Thư viện xã Tân Phú", code: "VN-TP", clock: clock,
      random: SeededRandom(seed: seed))
    desk = Desk(file: file, staff: EntityID(rawValue: 2), clock: clock)
  }

  /// Makes the file one of an older program, which knew the first migrations only.
  func forgetMigrations(behind version: Int) throws {
    try file.pool.write { db in
      if version < 27 { try db.execute(sql: "DROP TABLE loan_together") }
      if version < 26 {
        try db.execute(
          sql: """
            DROP TABLE patron_merge; DROP INDEX patron_category; DROP INDEX patron_sex;
            DROP INDEX patron_occupation; ALTER TABLE patron DROP COLUMN consent_refused_on
            """)
      }
      if version < 25 {
        try db.execute(
          sql: "DROP TABLE stated_act; DROP INDEX tally_item; ALTER TABLE op DROP COLUMN clock")
      }
      if version < 24 { try db.execute(sql: "ALTER TABLE rule DROP COLUMN batch") }
      if version < 23 { try db.execute(sql: "DROP INDEX op_damage") }
      if version < 21 {
        for column in [
          "patron.occupation", "patron.sex", "record.language", "tally.form", "tally.attendance",
        ] {
          let parts = column.split(separator: ".")
          try db.execute(sql: "ALTER TABLE \(parts[0]) DROP COLUMN \(parts[1])")
        }
      }
      if version < 20 {
        try db.execute(
          sql: """
            DROP TABLE box; DROP INDEX loan_box; DROP INDEX tally_box;
            ALTER TABLE loan DROP COLUMN box; ALTER TABLE tally DROP COLUMN box
            """)
      }
      if version < 22 { try db.execute(sql: "DROP TABLE season") }
      if version < 19 { try db.execute(sql: "ALTER TABLE loan DROP COLUMN due_at") }
      if version < 18 {
        try db.execute(
          sql: "DROP INDEX loan_deposit; ALTER TABLE loan DROP COLUMN deposit")
      }
      if version < 17 {
        for index in [
          "patron_guardian", "patron_class", "patron_citizen", "patron_merged", "patron_expiry",
        ] { try db.execute(sql: "DROP INDEX \(index)") }
        try db.execute(sql: "DROP TABLE other_card; DROP TABLE remark")
        for column in [
          "photo", "consent_on", "consent_wording", "guardian", "guardian_name", "guardian_phone",
          "class_name", "school_year", "cards", "citizen_key", "batch", "merged_into",
        ] { try db.execute(sql: "ALTER TABLE patron DROP COLUMN \(column)") }
      }
      if version < 3 {
        try db.execute(
          sql: "DROP TABLE filing; ALTER TABLE record DROP COLUMN filing_title")
      }
      if version < 4 {
        for table in ["batch", "import_file"] {
          for column in ["decoded", "repaired", "composed"] {
            try db.execute(sql: "ALTER TABLE \(table) DROP COLUMN \(column)")
          }
        }
      }
      if version < 15 {
        for index in ["item_sent", "loan_on_site", "loan_patron_item"] {
          try db.execute(sql: "DROP INDEX \(index)")
        }
        for column in ["item.library", "item.sent_to", "loan.on_site", "tally.item"] {
          let parts = column.split(separator: ".")
          try db.execute(sql: "ALTER TABLE \(parts[0]) DROP COLUMN \(parts[1])")
        }
      }
      if version < 12 {
        try db.execute(
          sql: "DROP TABLE hold; DROP TABLE hold_title; DROP INDEX op_holds")
      }
      if version < 16 { try db.execute(sql: "DROP TABLE reminder") }
      if version < 14 {
        try db.execute(
          sql: """
            DROP TABLE caused; DROP INDEX loan_lost; DROP INDEX loan_due;
            DROP INDEX account_entry_item;
            """)
        for column in [
          "loan.claim", "loan.claimed_on", "loan.long_overdue", "loan.lost", "patron.lost",
        ] {
          let parts = column.split(separator: ".")
          try db.execute(sql: "ALTER TABLE \(parts[0]) DROP COLUMN \(parts[1])")
        }
      }
      if version < 13 {
        try db.execute(
          sql: """
            DROP TABLE account_entry; DROP TABLE cash_shift; DROP INDEX loan_charged;
            DROP INDEX op_money; ALTER TABLE patron DROP COLUMN held;
            CREATE TABLE payment (
              id INTEGER PRIMARY KEY, patron INTEGER NOT NULL, amount INTEGER NOT NULL, note TEXT,
              paid_at INTEGER NOT NULL, status TEXT NOT NULL DEFAULT 'taken');
            CREATE INDEX payment_patron ON payment (patron, id);
            """)
      }
      if version < 11 {
        try db.execute(
          sql: """
            DROP TABLE tally; DROP INDEX loan_lent; DROP INDEX loan_returned;
            DROP INDEX patron_enrolled;
            """)
      }
      if version < 5 {
        try db.execute(
          sql: """
            DROP TABLE record_duplicate_word; DROP TABLE record_duplicate;
            DROP TABLE duplicate_verdict;
            """)
      }
      if version < 6 { try db.execute(sql: "DROP TABLE record_merge") }
      if version < 7 { try db.execute(sql: "DROP TABLE named_text") }
      if version < 8 {
        for table in [
          "heading", "record_heading", "authority", "authority_form", "authority_number",
        ] { try db.execute(sql: "DROP TABLE \(table)") }
      }
      if version < 9 {
        for column in ["source", "document", "acquired_on"] {
          try db.execute(sql: "ALTER TABLE item DROP COLUMN \(column)")
        }
      }
      if version < 10 {
        try db.execute(sql: "DROP INDEX loan_suspension")
        for column in [
          "loan.terms", "loan.suspended_until", "patron.suspended_until", "rule.collection",
          "rule.from_day", "rule.to_day",
        ] {
          let parts = column.split(separator: ".")
          try db.execute(sql: "ALTER TABLE \(parts[0]) DROP COLUMN \(parts[1])")
        }
      }
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

final class TestClock: Clock, @unchecked Sendable {
  private let lock = NSLock()
  private var moment: Moment

  init(_ moment: Moment) { self.moment = moment }

  func now() -> Moment { lock.withLock { moment } }

  func move(days: Int = 0, minutes: Int = 0) {
    lock.withLock {
      moment = Moment(
        milliseconds: moment.milliseconds + Int64(days * 1440 + minutes) * 60_000,
        offsetMinutes: moment.offsetMinutes)
    }
  }

  func set(_ text: String) throws {
    let stated = try #require(Moment(iso: text))
    lock.withLock { moment = stated }
  }
}

final class SeededRandom: RandomSource, @unchecked Sendable {
  private let lock = NSLock()
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  func next() -> UInt64 {
    lock.withLock {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
