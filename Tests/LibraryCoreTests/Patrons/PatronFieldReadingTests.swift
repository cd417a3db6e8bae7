import LibraryCore
import Testing

@Suite struct PatronFieldReadingTests {
  static let today = CalendarDay(number: 20_780)

  @Test(
    "a birth is a year or a day, typed as people write it",
    arguments: [
      ("1987", "1987"), ("1987-03-09", "1987-03-09"), ("9/3/1987", "1987-03-09"),
      (" 09.03.1987 ", "1987-03-09"), ("", nil),
    ] as [(String, String?)])
  func birth(typed: String, stored: String?) {
    #expect(PatronField.born.read(typed, today: Self.today) == .value(stored))
  }

  @Test(
    "what is no birth is refused with what was typed",
    arguments: ["87", "1849", "9999", "31/02/1987", "2026-11-24", "tháng ba", "19877"])
  func noBirth(typed: String) {
    let reading = PatronField.born.read(typed, today: CalendarDay(iso: "2026-11-23")!)
    #expect(reading == .fault(.invalidValue(field: "born", typed: typed)))
  }

  @Test("a name is stored composed and otherwise as typed")
  func name() {
    let decomposed = " Nguye\u{302}\u{303}n  THỊ H’Hen\u{0301} "
    guard case .value(let stored?) = PatronField.name.read(decomposed, today: Self.today) else {
      Issue.record("the name was not read")
      return
    }
    #expect(Array(stored.utf8) == Array("Nguyễn  THỊ H’Heń".utf8))
  }

  @Test("control characters and endless texts are no value")
  func impossibleTexts() {
    let today = Self.today
    let long = String(repeating: "a", count: 10_000)
    #expect(
      PatronField.name.read("A\u{7}", today: today)
        == .fault(.invalidValue(field: "name", typed: "A\u{7}")))
    #expect(
      PatronField.address.read(long, today: today)
        == .fault(.invalidValue(field: "address", typed: long)))
    #expect(PatronField.note.read("một\nhai", today: today) == .value("một\nhai"))
  }

  @Test("clearing gives a field its usual value, and the name cannot be cleared")
  func clearing() {
    let today = Self.today
    #expect(PatronField.category.read(nil, today: today) == .value(Patron.defaultCategory))
    #expect(PatronField.status.read("", today: today) == .value("active"))
    #expect(PatronField.phone.read(" ", today: today) == .value(nil))
    #expect(PatronField.name.read(" \u{A0}", today: today) == .fault(.nameMissing))
  }

  @Test("nobody is made to vanish by editing the status")
  func removedStatus() {
    #expect(
      PatronField.status.read("removed", today: Self.today)
        == .fault(.invalidValue(field: "status", typed: "removed")))
  }
}

@Suite struct PhoneNumbersTests {
  @Test(
    "numbers are read as people write them",
    arguments: [
      ("0912 345 678", ["0912345678"]), ("+84 912.345.678", ["0912345678"]),
      ("84912345678", ["0912345678"]),
      ("(024) 3825-2345 / 0987654321", ["02438252345", "0987654321"]),
      ("113", ["113"]),
    ])
  func digits(typed: String, digits: [String]) {
    let numbers = PhoneNumbers(typed)
    #expect(numbers.digits == digits)
    #expect(numbers.isPlausible)
  }

  @Test(
    "a text that is no number is not plausible",
    arguments: ["", "12", "Lan 0912345678", "0912345678901234"])
  func implausible(typed: String) {
    #expect(!PhoneNumbers(typed).isPlausible)
  }
}
