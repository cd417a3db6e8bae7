import Terminal
import Testing

struct KeySpellingTests {
  @Test(
    "a key reads as it is written",
    arguments: [
      ("f1", Key(.function(1))), ("f63", Key(.function(63))), ("esc", Key(.escape)),
      ("ctrl+g", .control("g")), ("ctrl+shift+f5", Key(.function(5), [.control, .shift])),
      ("pgdn", Key(.pageDown)), ("plus", Key(.character("+"))), ("space", Key(.character(" "))),
      ("hash", Key(.character("#"))), ("alt+r", .alt("r")), ("alt+R", .alt("R")),
      ("-", Key(.character("-"))), ("alt+-", .alt("-")), ("ctrl+space", .control(" ")),
      ("đ", Key(.character("đ"))), ("shift+tab", Key(.tab, .shift)),
    ])
  func reads(spelling: String, key: Key) {
    #expect(Key(spelling: spelling) == key)
    #expect(key.spelling == spelling)
  }

  @Test(
    "other ways of writing mean the same key",
    arguments: [
      ("shift+ctrl+f5", "ctrl+shift+f5"), ("ctrl+G", "ctrl+g"), ("alt+shift+r", "alt+R"),
    ])
  func readsVariant(variant: String, usual: String) {
    #expect(Key(spelling: variant)?.spelling == usual)
  }

  @Test(
    "what is no key is refused",
    arguments: [
      "", "f0", "f64", "f01", "f+1", "ctrl", "ctrl+", "+", "ctrl++", "ctrl+ctrl+g", "hyper+a", "ab",
      "F1", "ctrl+é+a", "\u{7}", " ", "f99999999999999999999",
    ])
  func refuses(spelling: String) {
    #expect(Key(spelling: spelling) == nil)
  }

  @Test("reading and printing are inverse for every key and modifier")
  func inverse() {
    var codes: [Key.Code] = [
      .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ]
    codes += (1...63).map { .function($0) }
    codes += (0x20...0x7E).map { .character(Character(Unicode.Scalar(UInt8($0)))) }
    codes += "ăâđêôơưẠỹ".map { .character($0) }
    for code in codes {
      for modifiers in 0..<8 {
        let key = Key(code, Key.Modifiers(rawValue: UInt8(modifiers))).canonical
        #expect(Key(spelling: key.spelling) == key)
      }
    }
  }

  @Test("a key bar shows keys as keyboards do")
  func labels() {
    let labels = ["f5", "ctrl+g", "pgdn", "alt+r", "alt+R", "esc"].compactMap {
      Key(spelling: $0)?.label
    }
    #expect(labels == ["F5", "Ctrl+G", "PgDn", "Alt+R", "Alt+Shift+R", "Esc"])
  }

  @Test("scanners send printable keys, Enter and Tab, and nothing else")
  func scanner() {
    let sent = ["a", "space", "enter", "tab"].compactMap { Key(spelling: $0) }
    let personal = ["f9", "esc", "ctrl+g", "alt+a", "ctrl+enter", "up"].compactMap {
      Key(spelling: $0)
    }
    #expect(sent.count == 4 && sent.allSatisfy(\.canComeFromScanner))
    #expect(personal.count == 6 && !personal.contains(where: \.canComeFromScanner))
  }
}
