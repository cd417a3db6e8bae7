import Terminal
import Testing

@Suite("What a line carries")
struct LineCharsetTests {
  private func charset(_ environment: [String: String]) -> LineCharset {
    let known = ["vi_VN": "UTF-8", "de_DE": "ISO-8859-1"]
    return LineCharset(environment: { environment[$0] }, charsetOfLocale: { known[$0] })
  }

  @Test("the first of LC_ALL, LC_CTYPE and LANG that is set counts")
  func order() {
    #expect(charset(["LANG": "vi_VN.UTF-8", "LC_ALL": "C"]) == .unsaid)
    #expect(charset(["LANG": "C", "LC_CTYPE": "C.UTF-8"]) == .utf8)
    #expect(charset(["LANG": "C.UTF-8", "LC_ALL": ""]) == .utf8)
    #expect(charset([:]) == .unsaid)
  }

  @Test("a locale says its character set itself, or the system knows it")
  func names() {
    #expect(charset(["LANG": "vi_VN.utf8"]) == .utf8)
    #expect(charset(["LANG": "vi_VN.UTF-8@euro"]) == .utf8)
    #expect(charset(["LANG": "vi_VN"]) == .utf8)
    #expect(charset(["LANG": "vi_VN.TCVN5712-1"]) == .other("TCVN5712-1"))
    #expect(charset(["LANG": "de_DE"]) == .other("ISO-8859-1"))
    #expect(charset(["LANG": "xx_XX"]) == .unsaid)
    #expect(charset(["LANG": "POSIX"]) == .unsaid)
  }

  @Test("without a locale a machine of old carries seven bits, and every other terminal UTF-8")
  func kinds() {
    for name in ["vt100", "vt102", "vt220", "wy60", "ansi", "dumb"] {
      #expect(LineCharset.unsaid.isSevenBit(terminal: name))
      #expect(!LineCharset.utf8.isSevenBit(terminal: name))
    }
    for name in ["linux", "xterm-256color", "tmux-256color", "screen", "vte", "foot"] {
      #expect(!LineCharset.unsaid.isSevenBit(terminal: name))
    }
    #expect(LineCharset.other("ISO-8859-1").isSevenBit(terminal: "xterm"))
  }
}
