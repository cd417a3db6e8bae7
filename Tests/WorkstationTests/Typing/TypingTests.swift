import LibraryCore
import LibraryStore
import MARC
import Synchronization
import Terminal
import Testing
import VietnameseText

@testable import Workstation

/// Vietnamese typed into the screens, and what must never be changed by it.
@Suite("Typing Vietnamese on screen")
struct TypingTests {
  /// The settings of one person, kept in memory.
  private final class Home: Sendable {
    let files = Mutex<[String: [UInt8]]>([:])

    var places: SettingPlaces {
      SettingPlaces(
        environment: ["HOME": "/lan"], read: { self.files.withLock { [path = $0] in $0[path] } },
        write: { path, bytes in
          self.files.withLock { $0[path] = bytes }
          return true
        })
    }

    var text: String { String(decoding: places.own("typing") ?? [], as: UTF8.self) }
  }

  private func workplace(_ method: TypingMethod) throws -> TestWorkplace {
    try TestWorkplace(keyboard: Keyboard(places: Home().places, choice: .method(method)))
  }

  @Test("the line of the desk takes words typed in Telex, and codes as they are")
  func deskLine() throws {
    let place = try workplace(.telex)
    let driver = place.driver()
    driver.type("Nguyeenx Vawn")
    #expect(driver.text.contains("Nguyễn Văn"))
    driver.press(Key(.escape))
    for code in ["VV.000123", "TV000012", "DAS.0001", "GS-DD1"] {
      driver.type(code)
      #expect(driver.text.contains("> \(code)"), "\(driver.text)")
      driver.press(Key(.escape))
    }
  }

  @Test(
    "no scan is altered, whatever the method, the field and the way it comes",
    arguments: TypingMethod.allCases)
  func scans(method: TypingMethod) throws {
    let place = try workplace(method)
    let codes = ["SWS00fj1", "aaeeoodd", "DDAS.0077", "ba10ww[]", "oou'w.^9", "Tees1234"]
    for makeField in [place.workplace.keyboard.words, place.workplace.keyboard.line] {
      for code in codes {
        for typed in 0...code.count {
          var field = makeField("cũ ", 200)
          _ = field.update(.input(.text(String(code.prefix(typed)))))
          _ = field.update(.input(.scan(Scan(code: code, alreadyTyped: typed))))
          #expect(field.text == "cũ " + code)
        }
      }
    }
  }

  @Test("a burst of scans at the desk with Telex on lends every copy")
  func burst() throws {
    let place = try workplace(.telex)
    try place.addTitle("Số đỏ", ["SWAS01", "DDEE02", "TOOS03"])
    try place.addPatron("ASDF01", "Trần Văn Bình")
    let driver = place.driver()
    driver.burst(["ASDF01", "SWAS01", "DDEE02", "TOOS03"])
    let lent = try place.desk.today(limit: 10).compactMap(\.item?.barcode.text)
    #expect(Set(lent) == ["SWAS01", "DDEE02", "TOOS03"])
  }

  @Test("in the patron's form names are composed, and card, birth day, telephone and mail are not")
  func patronForm() throws {
    let place = try workplace(.telex)
    let items = PatronFormItems(workplace: place.workplace).items(
      for: .enrol(PatronDraft(name: "")), nextCard: "TV000001")
    for item in items where item.field.kind == .text || item.field.kind == .code {
      var field = item.field
      _ = field.update(.input(.text("aas1")))
      let isComposed = ["name", "address", "note", "blockReason", "guardianName"].contains(item.id)
      #expect(field.text == (isComposed ? "ấ1" : "aas1"), "\(item.id)")
    }
  }

  @Test(
    "in the editor words are composed, and numbers, codes and links are not",
    arguments: [
      ("245", "a" as Character, true), ("650", "x", true), ("500", "a", true), ("852", "z", true),
      ("020", "a", false), ("082", "a", false), ("700", "x", false), ("650", "0", false),
      ("856", "u", false), ("852", "p", false), ("901", "a", false), ("776", "z", false),
    ])
  func editor(tag: String, code: Character, isComposed: Bool) throws {
    let place = try workplace(.telex)
    let subfield = Subfield(try #require(Code(code)), "")
    let field = MARC.Field(try #require(Tag(tag)), [subfield])
    let driver = place.driver(
      EditorScreen(
        workplace: place.workplace, .new(Record(leader: .newBook, fields: [field]))))
    driver.press(.alt(","), Key(.down), Key(.end))
    driver.type("tieengs")
    let screen = try #require(driver.top as? EditorScreen)
    func text() -> String? { screen.session.fields[0].subfields.first { _ in true }?.text }
    #expect(text() == (isComposed ? "tiếng" : "tieengs"))
    driver.press(Key(.home), Key(.left))
    driver.type("9")
    driver.press(Key(.end))
    driver.type(" aas")
    #expect(text()?.hasSuffix(" aas") == true)
  }

  @Test("one key turns typing off and on, and the status line says which")
  func switching() throws {
    let place = try workplace(.vni)
    let driver = place.driver()
    #expect(driver.lines[22].hasSuffix("VNI"))
    driver.type("tie61ng ")
    driver.press(.control(" "))
    #expect(driver.text.contains("Gõ tiếng Việt: tắt") && driver.lines[22].hasSuffix("EN"))
    driver.type("tie61ng ")
    driver.press(.control(" "))
    driver.type("tie61ng")
    #expect(driver.text.contains("tiếng tie61ng tiếng"))
  }

  @Test("one key gives the last word back as it was typed")
  func givingBack() throws {
    let place = try workplace(.telex)
    let driver = place.driver()
    driver.type("sachs test")
    #expect(driver.text.contains("> sách tét"))
    driver.press(.control("v"))
    #expect(driver.text.contains("> sách test"))
  }

  @Test("the question how one types is asked once, no scan answers it, and the answer is kept")
  func question() throws {
    let home = Home()
    let place = try TestWorkplace(keyboard: Keyboard(places: home.places))
    try place.addPatron("TV000001", "Trần Văn Bình")
    let driver = place.driver()
    #expect(driver.text.contains("GÕ TIẾNG VIỆT"))
    driver.burst(["TV000001", "vn00001"])
    #expect(driver.text.contains("GÕ TIẾNG VIỆT") && driver.heldEvents.count == 2)
    driver.press(Key(.right), Key(.tab), Key(.right), Key(.right), Key(.function(9)))
    #expect(driver.text.contains("Trần Văn Bình"))
    #expect(home.text.contains("start on\nmethod vni\nstyle old\nspell on\n"))
    #expect(driver.lines[22].hasSuffix("VNI"))

    let next = try TestWorkplace(keyboard: Keyboard(places: home.places)).driver()
    #expect(!next.text.contains("GÕ TIẾNG VIỆT") && next.lines[22].hasSuffix("VNI"))
  }

  @Test("who leaves the question has typing off, and finds it again in the house menu")
  func unanswered() throws {
    let home = Home()
    let place = try TestWorkplace(keyboard: Keyboard(places: home.places))
    let driver = place.driver()
    driver.press(Key(.escape))
    driver.type("aas")
    #expect(driver.text.contains("> aas") && home.text.contains("start off"))
    let again = try TestWorkplace(keyboard: Keyboard(places: home.places)).driver()
    #expect(!again.text.contains("GÕ TIẾNG VIỆT"))
    again.run(.typingHabit)
    again.press(Key(.left), Key(.function(9)))
    again.type("aas")
    #expect(again.text.contains("> ấ"))
  }

  @Test("on a bare console the question proposes typing, elsewhere it does not")
  func proposals() throws {
    for isBare in [true, false] {
      let keyboard = Keyboard(places: Home().places, isBareConsole: isBare)
      let driver = try TestWorkplace(keyboard: keyboard).driver()
      #expect(driver.text.contains("< có, gõ bằng Thủ Thư >") == isBare)
      #expect(driver.lines[22].isEmpty)
      driver.press(Key(.function(9)))
      #expect(driver.lines[22].hasSuffix("TELEX") == isBare)
    }
  }

  @Test("the file of a habit is read as it was written, and what is unknown in it is passed over")
  func habits() {
    var habit = TypingHabit()
    habit.method = .viqr
    habit.placement = .modern
    habit.checksSpelling = false
    habit.startsOn = true
    #expect(TypingHabit(file: habit.file) == habit)
    #expect(
      TypingHabit(file: Array("method klingon\nx\n\u{0} \n# a b\nstart yes".utf8)) == TypingHabit())
  }

  @Test("a habit that cannot be kept counts for now, and the person is told")
  func unkept() throws {
    let places = SettingPlaces(
      environment: ["HOME": "/lan"], read: { _ in nil }, write: { _, _ in false })
    let place = try TestWorkplace(keyboard: Keyboard(places: places))
    let driver = place.driver()
    driver.press(Key(.right), Key(.function(9)))
    #expect(driver.text.contains("không ghi nhớ được") && driver.lines[22].hasSuffix("TELEX"))
  }
}
