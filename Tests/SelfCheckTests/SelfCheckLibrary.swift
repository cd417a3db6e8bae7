import Foundation
import LibraryCore
import LibraryStore
import MARC
import Testing

@testable import SelfCheck

/// A library with a machine: two cards, three copies, and words that name themselves.
final class SelfCheckLibrary {
  let folder = NSTemporaryDirectory() + "selfcheck-" + UUID().uuidString
  let file: LibraryFile
  let desk: Desk
  let clock: FixedClock
  let record: EntityID

  init() throws {
    clock = FixedClock(try #require(Moment(iso: "2026-11-23T08:00:00")))
    file = try LibraryFile.create(
      in: folder, name: "Thư viện xã Tân Phú", code: "VN-TP", clock: clock, random: Counting())
    guard case .signedIn(let desk) = try file.signIn(clock: clock) else {
      throw SelfCheckFault("sign in")
    }
    self.desk = desk
    let saved = try desk.saveRecord(
      Record(leader: .newBook, fields: [Field("245", [Subfield("a", "Truyện Kiều")])]))
    guard case .saved(let record, _) = saved else { throw SelfCheckFault("record") }
    self.record = record
    for barcode in ["VV.1", "VV.2", "VV.3"] {
      _ = try desk.addItem(ItemDraft(record: record, barcode: barcode))
    }
    for (card, name) in [("TV1", "Nguyễn Thị Lan"), ("TV2", "Trần Văn Bình")] {
      _ = try desk.enrol(PatronDraft(name: name, card: card, expiresOn: ""))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func house(
    _ habits: SelfCheckHabits = SelfCheckHabits(), signedIn: Bool = true
  ) -> SelfCheckHouse {
    SelfCheckHouse(
      file: file, clock: clock, desk: signedIn ? desk : nil, habits: habits,
      words: { _ in CodeWords() })
  }

  func session(_ habits: SelfCheckHabits = SelfCheckHabits(), signedIn: Bool = true) -> SIPSession {
    SIPSession(house(habits, signedIn: signedIn))
  }
}

extension SIPSession {
  /// The answer as text without its end.
  func answer(to text: String) -> String {
    String(decoding: answer(Array(text.utf8)), as: UTF8.self)
      .trimmingCharacters(in: .newlines)
  }
}

private struct Counting: RandomSource {
  func next() -> UInt64 { 7 }
}

/// Says what would be said by the codes of reasons.
struct CodeWords: SelfCheckWords {
  func reasons(_ reasons: [Refusal]) -> String { reasons.map(\.code).joined(separator: "+") }
  func notices(_ notices: [Notice]) -> String? {
    notices.isEmpty ? nil : notices.map(\.code).joined(separator: "+")
  }
  func lent(due: Due) -> String { "lent " + due.day.iso + (due.time.map { " " + $0.text } ?? "") }
  func returned(_ returned: ReturnOutcome.Returned) -> String { "returned" }
  func unknownItem(_ code: String) -> String { "unknownItem" }
  func unknownPatron(_ code: String) -> String { "unknownPatron" }
  func storeFault(_ error: any Error) -> String { "storeFault" }
  var notOnLoan: String { "notOnLoan" }
  var cancelled: String { "cancelled" }
  var signInFailed: String { "signInFailed" }
  func greeting(_ name: String) -> String { "Chào \(name)" }
  var farewell: String { "farewell" }
  func placed(_ placed: HoldOutcome.Placed) -> String { "placed \(placed.forecast.position)" }
  var holdEnded: String { "holdEnded" }
  var noSuchHold: String { "noSuchHold" }
  func paid(_ amount: Money) -> String { "paid \(amount.dong)" }
  func paidBefore(_ amount: Money) -> String { "paidBefore \(amount.dong)" }
  func otherCurrency(_ code: String) -> String { "otherCurrency \(code)" }
  func due(_ due: Due) -> String { due.day.iso }
  var notAnAmount: String { "notAnAmount" }
  var nothingToCancel: String { "nothingToCancel" }
  func plain(_ text: String) -> String { String(text.nfdLetters) }
}

extension String {
  fileprivate var nfdLetters: String {
    String(
      String.UnicodeScalarView(
        decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.isASCII }))
  }
}
