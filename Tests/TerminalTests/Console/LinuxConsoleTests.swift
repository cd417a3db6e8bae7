import CTerminal
import Glibc
import Testing

@testable import Terminal

@Suite("The Linux console's font", .serialized)
struct LinuxConsoleTests {
  private let fonts: ConsoleFonts
  private let console = FakeConsole()

  init() throws {
    let small = try #require(ShippedFiles.bytes("consolefonts/thuthu-16.psf"))
    let large = try #require(ShippedFiles.bytes("consolefonts/thuthu-24.psf"))
    fonts = ConsoleFonts(
      small: try #require(ConsoleFont(psf: small)), large: try #require(ConsoleFont(psf: large)),
      neededLetters: Array("ếĐ─".unicodeScalars))
  }

  private func load(_ choice: ConsoleFontChoice = .auto) -> ConsoleFontOutcome {
    LinuxConsole.loadFont(choice, fonts)
  }

  @Test("a console that lacks letters gets the small font, and then its own one back")
  func thereAndBack() {
    let before = console.font
    #expect(load() == .loaded(.small))
    #expect(console.font.width == 8 && console.font.height == 16 && console.font.count == 512)
    #expect("ếẴĐ─│┌₫".unicodeScalars.allSatisfy(console.letters.contains))
    #expect(
      console.asked == ["font 8x16", "clear letters", "\(fonts.small.letters.count) letters"])
    console.forget()
    ct_console_give_back()
    #expect(console.font == before)
    #expect(console.letters == Array("abc".unicodeScalars))
    #expect(console.asked == ["font 8x16", "clear letters", "3 letters"])
  }

  @Test("giving back twice, or with nothing loaded, asks for nothing")
  func nothingToGiveBack() {
    ct_console_give_back()
    #expect(console.asked.isEmpty)
    _ = load()
    ct_console_give_back()
    console.forget()
    ct_console_give_back()
    #expect(console.asked.isEmpty)
  }

  @Test("the font is loaded again after a break, over whatever was there meanwhile")
  func suspendAndResume() {
    _ = load()
    ct_console_give_back()
    console.font = .init(width: 8, height: 14, count: 256, firstByte: 9)
    #expect(load() == .loaded(.small))
    ct_console_give_back()
    #expect(console.font == .init(width: 8, height: 14, count: 256, firstByte: 9))
  }

  @Test("loading twice still brings back the console's own font, and not ours")
  func loadedTwice() {
    let before = console.font
    _ = load()
    #expect(load() == .loaded(.small))
    ct_console_give_back()
    #expect(console.font == before)
  }

  @Test("a console that shows all that is needed keeps its font, unless another is asked for")
  func goodEnough() {
    console.letters = Array("ếĐ─x".unicodeScalars)
    guard case .kept(let state) = load() else {
      Issue.record("it was changed")
      return
    }
    #expect(state.letters == Set("ếĐ─x".unicodeScalars))
    #expect(console.asked.isEmpty)
    #expect(load(.small) == .loaded(.small))
  }

  @Test("nothing is changed where nobody wants it")
  func never() {
    guard case .kept(let state) = load(.never) else {
      Issue.record("it was changed")
      return
    }
    #expect(state.height == 16 && state.glyphCount == 256)
    #expect(console.asked.isEmpty)
  }

  @Test("a console with large letters gets large ones")
  func large() {
    console.font = .init(width: 12, height: 24, count: 256, firstByte: 1)
    #expect(load() == .loaded(.large))
    #expect(console.font.width == 12 && console.font.height == 24)
  }

  @Test("a text screen that is 8 dots wide gets the small font instead of the large one")
  func textScreen() {
    console.widths = [8]
    #expect(load(.large) == .loaded(.small))
    ct_console_give_back()
    #expect(console.font.firstByte == 7)
  }

  @Test("a font of more than 32 rows is kept and given back by the newer request")
  func tall() {
    console.font = .init(width: 32, height: 64, count: 256, firstByte: 3)
    #expect(load() == .loaded(.large))
    ct_console_give_back()
    #expect(console.font == .init(width: 32, height: 64, count: 256, firstByte: 3))
  }

  @Test("an older kernel that cannot say what its tall font is keeps it")
  func tallOnAnOldKernel() {
    console.font = .init(width: 32, height: 64, count: 256, firstByte: 3)
    console.fontErrors = [5: ENOSYS]
    #expect(load() == .failed(.noFonts, known("abc", height: 0)))
    #expect(console.asked.isEmpty)
  }

  @Test("an emulator, a serial line and a file are no console and are asked nothing more")
  func notAConsole() {
    console.isConsole = false
    #expect(load(.large) == .noConsole)
    #expect(console.asked.isEmpty)
  }

  @Test("a console in graphics mode is left alone")
  func graphics() {
    console.mode = 1
    #expect(load() == .failed(.graphics, nil))
    #expect(console.asked.isEmpty)
  }

  @Test(
    "a console that refuses says why and stays as it was",
    arguments: [
      (EPERM, ConsoleFontObstacle.forbidden), (ENOSYS, .noFonts), (EINVAL, .unsuitable),
      (EIO, .refused),
    ])
  func refused(error: Int32, obstacle: ConsoleFontObstacle) {
    console.fontErrors = [0: error]
    #expect(load(.small) == .failed(obstacle, known("abc", width: 8, height: 16, glyphs: 256)))
    #expect(console.font == .init(width: 8, height: 16, count: 256, firstByte: 7))
    ct_console_give_back()
    #expect(!console.asked.contains { $0.hasPrefix("font") })
  }

  @Test("where the letters are refused the font goes back at once")
  func lettersRefused() {
    console.errors = [FakeConsole.Request.setLetters: ENOMEM]
    #expect(
      load(.small) == .failed(.refused, known("abc", width: 8, height: 16, glyphs: 256)))
    #expect(console.font.firstByte == 7 && console.font.count == 256)
  }

  @Test("a keyboard that sends single bytes sends UTF-8 meanwhile")
  func keyboard() {
    console.keyboard = 1
    #expect(ct_console_use_utf8_keyboard())
    #expect(console.keyboard == 3)
    ct_console_give_back()
    #expect(console.keyboard == 1)
    console.keyboard = 3
    #expect(!ct_console_use_utf8_keyboard())
    ct_console_give_back()
    #expect(console.keyboard == 3)
  }

  private func known(
    _ letters: String, width: Int = 0, height: Int, glyphs: Int = 0
  ) -> ConsoleState {
    ConsoleState(
      width: width, height: height, glyphCount: glyphs, letters: Set(letters.unicodeScalars))
  }
}
