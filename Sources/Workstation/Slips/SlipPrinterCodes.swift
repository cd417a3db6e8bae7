import LibraryCore
import Terminal
import VietnameseText

/// A slip in the language of slip printers (ESC/POS): text in one of the Vietnamese pages, or pictures of its lines, then the cut.
///
/// Only commands that every such printer knows are used. Chinese mode is left first: printers made for China print accents as
/// characters of theirs otherwise.
struct SlipPrinterCodes {
  let letters: SlipLetters
  let paper: SlipPaper
  let font: ConsoleFont

  /// Rows of dots in one picture; more overruns the memory of small printers.
  static let bandRows = 128

  private static let escape: UInt8 = 0x1B
  private static let group: UInt8 = 0x1D
  private static let start: [UInt8] = [escape, 0x40, 0x1C, 0x2E]
  /// Feeds the last line past the knife and cuts, leaving a bridge.
  private static let cut: [UInt8] = [escape, 0x64, 3, group, 0x56, 66, 0]

  /// The whole slip, with more that was made ready before the cut; its lines are no longer than the paper is wide.
  func slip(_ text: String, then more: [UInt8] = []) -> [UInt8] {
    Self.start + body(text) + more + Self.cut
  }

  /// The text without the beginning and the cut.
  func body(_ text: String) -> [UInt8] {
    var lines = text.nfc.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    switch letters {
    case .raster: return raster(lines)
    case .plain: return lines.flatMap { Self.plain($0) + [0x0A] }
    case .tcvn: return paged(lines, [.tcvnSmall, .tcvnCapital])
    case .vietnam: return paged(lines, [.vietnam])
    }
  }

  // MARK: - Text

  /// Changes the page only where a letter needs the other one.
  private func paged(_ lines: [String], _ pages: [PrinterPage]) -> [UInt8] {
    var page = pages[0]
    var bytes = Self.choose(page)
    for line in lines {
      for letter in line {
        let known = ([page] + pages).lazy.compactMap { page in
          Self.code(letter, in: page).map { (page: page, code: $0) }
        }.first
        guard let known else {
          bytes += Self.plain(String(letter))
          continue
        }
        if known.page != page {
          page = known.page
          bytes += Self.choose(page)
        }
        bytes.append(known.code)
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// The code of a letter in a page; a capital whose code would be a command is printed small.
  private static func code(_ letter: Character, in page: PrinterPage) -> UInt8? {
    guard letter.unicodeScalars.count == 1, let scalar = letter.unicodeScalars.first,
      !scalar.isASCII
    else { return nil }
    if let code = page.code(of: scalar) { return code }
    guard page == .vietnam, let small = letter.lowercased().unicodeScalars.first else { return nil }
    return page.code(of: small)
  }

  private static func choose(_ page: PrinterPage) -> [UInt8] { [escape, 0x74, page.rawValue] }

  /// ASCII alone: letters lose their marks, signs become like ones, anything else a question mark.
  private static func plain(_ line: String) -> [UInt8] {
    line.map { letter in
      PlainLetters.standIn(for: String(letter), \.isASCII).map { UInt8($0.value) } ?? 0x3F
    }
  }

  // MARK: - Pictures

  /// Each line as high as the font; bands as high as the printer takes at once.
  private func raster(_ lines: [String]) -> [UInt8] {
    let rowBytes = paper.columns * font.width / 8
    var rows: [[UInt8]] = []
    for line in lines { rows += picture(of: line, rowBytes: rowBytes) }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: rows.count, by: Self.bandRows) {
      let band = rows[start..<min(start + Self.bandRows, rows.count)]
      bytes += [Self.group, 0x76, 0x30, 0]
      bytes += [UInt8(rowBytes & 0xFF), UInt8(rowBytes >> 8)]
      bytes += [UInt8(band.count & 0xFF), UInt8(band.count >> 8)]
      bytes += band.joined()
    }
    return bytes
  }

  private func picture(of line: String, rowBytes: Int) -> [[UInt8]] {
    var rows = Array(repeating: [UInt8](repeating: 0, count: rowBytes), count: font.height)
    for (column, letter) in line.prefix(paper.columns).enumerated() {
      guard let glyph = glyph(letter) else { continue }
      for (row, dots) in glyph.enumerated() {
        for (place, isBlack) in dots.enumerated() where isBlack {
          let dot = column * font.width + place
          rows[row][dot / 8] |= 0x80 >> UInt8(dot % 8)
        }
      }
    }
    return rows
  }

  /// The picture of a letter, or of what stands for it where the font has none.
  private func glyph(_ letter: Character) -> [[Bool]]? {
    PlainLetters.standIn(for: String(letter)) { font.letters[$0] != nil }.flatMap(font.picture)
      ?? font.picture(of: "?")
  }
}
