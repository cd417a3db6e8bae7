import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

/// A class comes with its teacher: thirty pupils, two books each, one after the other at one counter.
@Suite("A class at the counter")
final class ClassVisitTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver
  /// Keys that a person pressed; what the scanner sends does not count.
  private var keystrokes = 0

  private let pupils = 30
  private let books = 60

  init() throws {
    house = try TestWorkplace()
    driver = house.driver()
    for number in 1...pupils {
      try house.addPatron(card(number), "Học sinh \(name(number))")
    }
    try house.addTitle("Dế mèn phiêu lưu ký", (1...books).map { book($0) })
  }

  private func card(_ pupil: Int) -> String { "HS\(1000 + pupil)" }
  private func book(_ number: Int) -> String { "TN\(1000 + number)" }

  /// Thirty given names that are no two alike.
  private func name(_ pupil: Int) -> String {
    let given = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Minh", "Ngọc"]
    let middle = ["Thu", "Văn", "Quang"]
    return "\(middle[(pupil - 1) / 10]) \(given[(pupil - 1) % 10])"
  }

  private func type(_ text: String) {
    keystrokes += text.count
    for letter in text { driver.type(String(letter)) }
  }

  private func press(_ key: Key) {
    keystrokes += 1
    driver.press(key)
  }

  /// Scans the pupil's two books.
  private func scanBooks(of pupil: Int) {
    driver.scan(book(pupil * 2 - 1))
    driver.scan(book(pupil * 2))
  }

  private func expectAllLent() throws {
    for pupil in 1...pupils {
      #expect(try house.desk.patron(card(pupil))?.loans == 2, "\(card(pupil))")
    }
  }

  @Test("sixty books go to thirty pupils without a key: the next card ends the visit before")
  func smooth() throws {
    for pupil in 1...pupils {
      driver.scan(card(pupil))
      scanBooks(of: pupil)
      #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
    }
    try expectAllLent()
    #expect(keystrokes == 0)
  }

  @Test("with all that goes wrong in a class it takes 67 keys, of the hundred there may be")
  func snags() throws {
    try makeTrouble()
    for pupil in 1...pupils {
      switch pupil {
      case 4, 17: try forgotCard(pupil)
      default: driver.scan(card(pupil))
      }
      switch pupil {
      case 2, 9, 21: overdue(pupil)
      case 12: note(pupil)
      case 25: wrongBook(pupil)
      case 30: unknownBook(pupil)
      default: scanBooks(of: pupil)
      }
    }
    try expectAllLent()
    #expect(keystrokes == 67)
  }

  /// Three pupils have an overdue book, one copy has a note that must be read, one is not in the catalogue.
  private func makeTrouble() throws {
    try house.addTitle("Đất rừng phương Nam", ["TN2001", "TN2002", "TN2003"])
    let earlier = house.desk.acting(at: try TestClock.moment("2026-10-05T08:00:00"))
    for (pupil, copy) in [(2, "TN2001"), (9, "TN2002"), (21, "TN2003")] {
      guard case .lent = try earlier.checkOut(copy, to: card(pupil)) else {
        throw TestFailure("\(copy) was not lent")
      }
    }
    _ = try house.desk.editItem(book(24), [.note: "! thiếu bìa"])
  }

  /// The pupil says a name, and stands at the desk by it.
  private func forgotCard(_ pupil: Int) throws {
    press(Key(.escape))
    type(pupil == 4 ? "thu dung" : "van khoa")
    press(Key(.enter))
    press(Key(.enter))
    #expect(driver.lines[1].contains(name(pupil)))
  }

  /// An overdue book at home stands against new ones; the teacher answers for it, for both books at once.
  private func overdue(_ pupil: Int) {
    driver.scan(book(pupil * 2 - 1))
    #expect(driver.text.contains("F6"))
    type("co giao")
    press(.function(6))
    driver.scan(book(pupil * 2))
    let copy = ["TN2001", "TN2002", "TN2003"][[2, 9, 21].firstIndex(of: pupil) ?? 0]
    _ = try? house.desk.takeBack(copy)
  }

  /// The second book has a note that somebody must have read.
  private func note(_ pupil: Int) {
    scanBooks(of: pupil)
    #expect(driver.text.contains("PHẢI ĐỌC"))
    press(.function(9))
  }

  /// A neighbour's book slipped under the scanner and is taken back at once.
  private func wrongBook(_ pupil: Int) {
    driver.scan(book(60))
    press(.control("z"))
    scanBooks(of: pupil)
  }

  /// The last book has a label that is not in the catalogue yet.
  private func unknownBook(_ pupil: Int) {
    driver.scan(book(pupil * 2 - 1))
    driver.scan("TN9999")
    press(.alt("a"))
    press(Key(.tab))
    type("Cay tre Viet Nam")
    press(.function(9))
    #expect(driver.text.contains("ĐÃ CHO MƯỢN"))
  }
}
