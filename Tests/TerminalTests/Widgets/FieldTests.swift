import Terminal
import Testing

struct FieldTests {
  private func field(_ kind: FieldKind = .text, _ text: String = "", maximum: Int = 1000) -> Field {
    Field(kind, text: text, maximumLength: maximum)
  }

  private func row(_ field: Field, width: Int, isFocused: Bool = true) -> (String, Int?) {
    var surface = Surface(size: Size(rows: 1, columns: width))
    field.draw(
      into: &surface, at: Point(row: 0, column: 0), width: width, isFocused: isFocused)
    return (surface.lines[0], surface.cursor?.column)
  }

  @Test("typing, moving and deleting work at the cursor")
  func editing() {
    var field = field()
    field.press(
      "Truyen Kieu", ":field.wordLeft", "hay ", ":field.home", ":field.deleteForward", "t")
    #expect(field.text == "truyen hay Kieu")
    #expect(field.cursor == 1)
    field.press(":field.end", ":field.deleteWord")
    #expect(field.text == "truyen hay ")
    field.press(":field.deleteWord", ":field.home", ":field.wordRight", ":field.right")
    #expect(field.text == "truyen " && field.cursor == 7)
    field.press(":field.clear")
    #expect(field.isEmpty && field.cursor == 0)
    #expect(field.update(.command(.fieldDeleteBack)) == .moved)
  }

  @Test(
    "Backspace takes a whole letter, composed or decomposed", arguments: ["ệ", "e\u{323}\u{302}"])
  func graphemes(letter: String) {
    var field = field()
    field.press("vi\(letter)")
    #expect(field.cursor == 3)
    field.press(":field.deleteBack")
    #expect(field.text == "vi")
  }

  @Test("a mark that arrives after its letter joins it")
  func lateMarks() {
    var field = field()
    field.press("e", "\u{302}", "\u{323}", "t", ":field.home", ":field.right")
    #expect(field.cursor == 1 && field.text == "ệt")
    #expect(field.text.unicodeScalars.count == 4)
  }

  @Test("a scan taken for typing leaves the field as it was, input method or not")
  func takeBack() {
    var field = field(.text, "cũ ")
    field.composer = UpperCasing()
    field.press("as", "89", "3")
    #expect(field.text == "cũ AS893")
    field.takeBack(3)
    #expect(field.text == "cũ AS" && field.cursor == 5)
    field.press(":field.left", "b8")
    field.takeBack(99)
    #expect(field.text == "cũ AS" && field.cursor == 4)
    field.takeBack(1)
    #expect(field.text == "cũ AS")
  }

  @Test("characters that were refused are taken back too, so the count stays right")
  func takeBackRefused() {
    var number = field(.number, "7")
    number.press("1B2")
    #expect(number.text == "712")
    number.takeBack(2)
    #expect(number.text == "71")
  }

  @Test("a scan fills a code field anew and enters a text at the cursor, unaltered")
  func scans() {
    var code = field(.code, "old")
    code.press("B0")
    let scan = Scan(code: "B00017", alreadyTyped: 2)
    #expect(code.update(.input(.scan(scan))) == .edited)
    #expect(code.text == "B00017")
    var text = field(.text, "ab")
    text.composer = UpperCasing()
    text.press(":field.left")
    #expect(text.update(.input(.scan(Scan(code: "xy")))) == .edited)
    #expect(text.text == "axyb")
  }

  @Test("a scan that does not belong into the field is refused whole")
  func refusedScans() {
    var number = field(.number, "12")
    #expect(number.update(.input(.scan(Scan(code: "34B")))) == .refused)
    #expect(number.text == "12")
    var short = field(.code, "old", maximum: 5)
    #expect(short.update(.input(.scan(Scan(code: "1234567")))) == .refused)
    #expect(short.text == "old")
    var choice = field(.choice([FieldChoice("a", label: "A")]))
    #expect(choice.update(.input(.scan(Scan(code: "A")))) == .refused)
  }

  @Test("an input method works on typed text only")
  func composer() {
    var text = field()
    text.composer = UpperCasing()
    text.press("ab")
    _ = text.update(.input(.paste("cd")))
    #expect(text.text == "ABcd")
    var code = field(.code)
    code.composer = UpperCasing()
    code.press("ab")
    #expect(code.text == "ab")
  }

  @Test("an input method takes letters back and gives words back, in fields for text only")
  func composerTakesBack() {
    var text = field()
    text.composer = UpperCasing()
    text.press("abcd", ":field.deleteBack")
    #expect(text.text == "AB" && text.cursor == 2)
    text.press(":field.giveBack")
    #expect(text.text == "Ab")
    #expect(text.update(.command(.fieldGiveBack)) == .refused)
    text.press(":field.home", ":field.right", ":field.deleteBack")
    #expect(text.text == "b" && text.cursor == 0)
    var code = field(.code, "AB")
    code.composer = UpperCasing()
    code.press(":field.deleteBack")
    #expect(code.text == "A")
    #expect(code.update(.command(.fieldGiveBack)) == .ignored)
  }

  @Test("control characters, line ends and towers of marks never get in")
  func hostileText() {
    var field = field()
    field.press("a\u{7}b\u{1b}", "\u{202e}")
    #expect(field.text == "ab")
    #expect(field.update(.input(.paste("c\td\ne"))) == .edited)
    #expect(field.text == "abc d e")
    let tower = "x" + String(repeating: "\u{301}", count: 10_000)
    #expect(field.update(.input(.paste(tower))) == .refused)
    field.press(":field.end")
    for _ in 0..<20 { field.press("\u{301}") }
    #expect(field.text.unicodeScalars.count < 20)
  }

  @Test("text beyond the maximum is refused, what stands there stays")
  func maximumLength() {
    var field = field(.text, "", maximum: 3)
    #expect(field.update(.input(.text("abcd"))) == .edited)
    #expect(field.text == "abc")
    #expect(field.update(.input(.text("d"))) == .refused)
    #expect(field.update(.input(.paste("de"))) == .refused)
    #expect(field.text == "abc")
  }

  @Test(
    "a date is typed as digits, the slashes come by themselves",
    arguments: [
      ("01022024", "01/02/2024"), ("1/2/2024", "01/02/2024"), ("1-12.1999", "01/12/1999"),
      ("29022024", "29/02/2024"), ("010220245", "01/02/2024"), ("a1b", "1"), ("//1", "1"),
    ])
  func dates(typed: String, text: String) {
    var field = field(.date)
    field.press(typed)
    #expect(field.text == text)
  }

  @Test(
    "a month in Roman numerals becomes its number",
    arguments: [
      ("21.XI.2026", "21/11/2026"), ("5-ix-2026", "05/09/2026"), ("1/i/1990", "01/01/1990"),
      ("21xii2026", "21/12/2026"), ("21.XIV.2026", "21/11/2026"), ("21.XI", "21/XI"),
      ("XI", ""), ("21.11.X", "21/11/"),
    ])
  func romanMonths(typed: String, text: String) {
    var field = field(.date)
    field.press(typed)
    #expect(field.text == text)
    _ = field.update(.command(.fieldClear))
    _ = field.update(.input(.paste("21.XI.2026")))
    #expect(field.date == TypedDate(day: 21, month: 11, year: 2026))
  }

  @Test("a date exists only if the calendar has it")
  func calendar() {
    #expect(TypedDate("29/02/2024") == TypedDate(day: 29, month: 2, year: 2024))
    for text in ["29/02/2023", "31/04/2024", "00/01/2024", "01/13/2024", "01/02/24", "", "1/1"] {
      #expect(field(.date, text).date == nil)
    }
    #expect(TypedDate("29/02/1900") == nil)
    #expect(TypedDate("29/02/2000") != nil)
  }

  @Test("a date can be mended in the middle, and pasted whole")
  func dateEditing() {
    var field = field(.date, "01/02/2024")
    field.press(":field.home", ":field.deleteForward", "3")
    #expect(field.text == "31/02/2024")
    field.press("9")
    #expect(field.text == "31/02/2024")
    #expect(field.update(.input(.paste(" 5.6.2020 "))) == .edited)
    #expect(field.text == "05/06/2020")
    #expect(field.update(.input(.paste("soon"))) == .refused)
  }

  @Test("a choice turns with arrows and the space bar, and jumps to a first letter")
  func choices() {
    var field = field(
      .choice([
        FieldChoice("s", label: "Sinh viên"), FieldChoice("g", label: "Giáo viên"),
        FieldChoice("k", label: "Khách"),
      ]), "g")
    #expect(field.text == "g")
    field.press(":field.right", " ")
    #expect(field.text == "s")
    field.press(":field.left", "g", "q")
    #expect(field.text == "g")
    #expect(row(field, width: 20).0 == "< Giáo viên >")
    #expect(row(field, width: 20, isFocused: false).0 == "  Giáo viên")
    #expect(row(field, width: 9).0 == "< Giáo… >")
  }

  @Test("long text shows the part round the cursor and signs for the rest")
  func scrolling() {
    var field = field(.text, "0123456789ABCDEF")
    #expect(row(field, width: 10) == ("<BCDEF", 6))
    field.press(":field.home")
    #expect(row(field, width: 10) == ("012345678>", 0))
    #expect(row(field, width: 10, isFocused: false) == ("012345678>", nil))
    for _ in 0..<9 { field.press(":field.right") }
    #expect(row(field, width: 10) == ("<6789ABCD>", 4))
  }

  @Test("the cursor stays inside fields of every width", arguments: 1...12)
  func cursorInside(width: Int) {
    var field = field(.text, "Nguyễn 書 Thị 館 Minh Khai")
    field.press(":field.home")
    for _ in 0..<24 {
      #expect((0..<width).contains(row(field, width: width).1 ?? -1))
      field.press(":field.right")
    }
  }

  @Test("an empty field shows its hint")
  func placeholder() {
    let field = Field(.date, placeholder: "nn/tt/nnnn")
    #expect(row(field, width: 12) == ("nn/tt/nnnn", 0))
  }

  @Test("an error is shown until the field is edited")
  func errors() {
    var field = field(.text, "x")
    field.error = "sai"
    var surface = Surface(size: Size(rows: 1, columns: 4))
    field.draw(into: &surface, at: Point(row: 0, column: 0), width: 4, isFocused: true)
    #expect(surface.cell(at: Point(row: 0, column: 3))?.role == .fieldError)
    field.press(":field.left")
    #expect(field.error != nil)
    field.press("y")
    #expect(field.error == nil)
  }

  @Test("any events leave a field whole")
  func randomEvents() {
    var generator = SeededRandom(seed: 11)
    let commands: [CommandID] = [
      .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .fieldDeleteBack, .fieldDeleteForward,
      .fieldDeleteWord, .fieldWordLeft, .fieldWordRight, .fieldClear, .fieldGiveBack,
    ]
    let texts = ["a", "9", "/", " ", "ệ", "\u{301}", "e\u{302}", "書", "\u{0}", "31122024", "-"]
    let choices = FieldKind.choice([FieldChoice("", label: ""), FieldChoice("b", label: "B")])
    for kind in [.text, .code, .number, .date, choices] {
      var field = Field(kind, maximumLength: 12)
      field.composer = UpperCasing()
      for _ in 0..<3000 {
        let text = texts.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: field.takeBack(Int.random(in: 0..<4, using: &generator))
        case 1: _ = field.update(.input(.paste(text + text)))
        case 2: _ = field.update(.input(.scan(Scan(code: text, alreadyTyped: 1))))
        case 3...5: field.press(text)
        default:
          _ = field.update(.command(commands.randomElement(using: &generator) ?? .fieldEnd))
        }
        #expect((0...field.text.count).contains(field.cursor) || kind == choices)
        #expect(field.text.count <= 12)
        #expect((0..<5).contains(row(field, width: 5).1 ?? -1))
      }
    }
  }
}

/// Stands for an input method: what is typed becomes upper case.
private struct UpperCasing: TextComposer {
  mutating func type(_ key: Character, after text: ArraySlice<Character>) -> Composition? {
    Composition(erased: 0, inserted: key.uppercased())
  }

  /// Takes two letters where there are two.
  mutating func erase(before text: ArraySlice<Character>) -> Composition? {
    text.count < 2 ? nil : Composition(erased: 2, inserted: "")
  }

  mutating func giveBack(_ text: ArraySlice<Character>) -> Composition? {
    guard let last = text.last, last.isUppercase else { return nil }
    return Composition(erased: 1, inserted: last.lowercased())
  }

  mutating func interrupt() {}
}

extension ScreenEvent {
  /// A command when the script begins with a colon, `:field.left`; text to type when not.
  init(script: String) {
    self =
      script.hasPrefix(":")
      ? .command(CommandID(String(script.dropFirst()))) : .input(.text(script))
  }
}

extension Field {
  mutating func press(_ scripts: String...) {
    for script in scripts { _ = update(ScreenEvent(script: script)) }
  }

  @Test("what is typed, pasted or scanned takes the place of a proposal; any other key keeps it")
  func proposal() {
    let proposed = Field(.text, text: "1800", isProposed: true)
    for event in [
      ScreenEvent.input(.text("5")), .input(.paste("5")), .input(.scan(Scan(code: "5"))),
    ] {
      var field = proposed
      #expect(field.update(event) == .edited)
      #expect(field.text == "5" && !field.isProposed)
    }
    var kept = proposed
    _ = kept.update(.command(.fieldEnd))
    _ = kept.update(.input(.text("0")))
    #expect(kept.text == "18000")
    var scanned = proposed
    _ = scanned.update(.input(.text("V")))
    _ = scanned.update(.takeBack(1))
    #expect(scanned.text == "1800" && scanned.isProposed)
    var day = Field(.date, text: "29/11/2026", isProposed: true)
    #expect(day.update(.input(.text("x"))) == .refused)
    #expect(day.text == "29/11/2026" && day.isProposed)
    _ = day.update(.input(.text("1")))
    #expect(day.text == "1")
  }
}
