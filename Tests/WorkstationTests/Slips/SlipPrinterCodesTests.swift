import Foundation
import LibraryCore
import Terminal
import Testing
import VietnameseText

@testable import Workstation

@Suite("What slip printers are told")
struct SlipPrinterCodesTests {
  private let font: ConsoleFont

  init() throws { font = try #require(ConsoleFonts.builtIn?.large) }

  private func printed(
    _ text: String, _ letters: SlipLetters, paper: SlipPaper = .narrow
  ) throws -> SlipPrinterEmulator {
    let codes = SlipPrinterCodes(letters: letters, paper: paper, font: font)
    return try SlipPrinterEmulator(codes.slip(text), font: font)
  }

  private let alphabet =
    String(String.UnicodeScalarView(VietnameseAlphabet.precomposedLetters))

  @Test("all Vietnamese letters come out of two pages that are switched within the line")
  func twoPages() throws {
    let text = "Thư viện xã TÂN PHÚ\nĐẶNG THỊ Ê Ô Ơ Ư Ă\n\(alphabet)\n"
    let slip = try printed(text, .tcvn)
    #expect(slip.text == text && slip.cuts == 1)
    #expect(Set(slip.pages) == [30, 31])
  }

  @Test("a line in small letters switches no page")
  func onePage() throws {
    #expect(try printed("ắt hẳn là thế\nvâng ạ\n", .tcvn).pages == [30])
  }

  @Test("on page 27 capitals without a code of their own are printed small, all others as they are")
  func pageOfVietnam() throws {
    let slip = try printed("ÚT ỤC Ừ ĐỖ\n\(alphabet)\n", .vietnam)
    #expect(slip.pages == [27])
    #expect(slip.text.hasPrefix("úT ụC ừ ĐỖ\n"))
    #expect(slip.text.lowercased() == "út ục ừ đỗ\n\(alphabet.lowercased())\n")
  }

  @Test(
    "pictures of letters are read back dot by dot, in bands a small printer can hold",
    arguments: SlipPaper.allCases)
  func pictures(paper: SlipPaper) throws {
    var lines = ["Hạn trả 07/12/2026: 12.500 đ"]
    var rest = alphabet[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(paper.columns)))
      rest = rest.dropFirst(paper.columns)
    }
    let text = lines.joined(separator: "\n") + "\n"
    let slip = try printed(text, .raster, paper: paper)
    #expect(slip.text == text && slip.cuts == 1)
    #expect(slip.dots == (paper == .narrow ? 384 : 576))
  }

  @Test("without marks every letter is ASCII and keeps its case")
  func plain() throws {
    #expect(try printed("Đặng Ắt – “5 ₫” ☃\n", .plain).text == "Dang At - \"5 d\" ?\n")
  }

  @Test("an emulator that meets an unknown command says where")
  func unknown() {
    #expect(throws: SlipPrinterEmulator.Fault.unknownCommand([0x1B, 0x21], at: 1)) {
      try SlipPrinterEmulator([0x41, 0x1B, 0x21, 0], font: font)
    }
    #expect(throws: SlipPrinterEmulator.Fault.chinese) {
      try SlipPrinterEmulator([0x1B, 0x40, 0xB5], font: font)
    }
  }

  @Test("a device takes the bytes of the slip and nothing else")
  func device() throws {
    let path = NSTemporaryDirectory() + "slip-" + UUID().uuidString
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let settings = SlipSettings(printer: .device(path), letters: .tcvn, paper: .narrow)
    #expect(SlipDelivery.send("Số đỏ\n", settings) == nil)
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    #expect(try SlipPrinterEmulator(bytes, font: font).text == "Số đỏ\n")
  }

  @Test("a printer that is not there is out of reach, and no printer is none")
  func outOfReach() {
    let device = SlipSettings(printer: .device("/dev/khong-co"))
    #expect(SlipDelivery.send("x", device) == .outOfReach("/dev/khong-co"))
    let network = SlipSettings(printer: .network(host: "127.0.0.1", port: 1))
    #expect(SlipDelivery.send("x", network) == .outOfReach("127.0.0.1:1"))
    #expect(SlipDelivery.send("x", SlipSettings()) == .noPrinter)
  }

  @Test(
    "every built-in template can be read, in both languages", arguments: SlipKind.allCases,
    Language.allCases)
  func builtIn(kind: SlipKind, language: Language) {
    #expect(SlipTemplate.read(Wording(language).builtInTemplate(kind), as: kind).faults == [])
  }
}
