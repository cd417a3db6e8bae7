import Terminal
import VietnameseText

@testable import Workstation

/// A slip printer that understands only what the program may send; anything else is an error, byte for byte.
///
/// It reads text back by its page and pictures back by the dots of the font.
struct SlipPrinterEmulator {
  enum Fault: Error, Equatable {
    case unknownCommand([UInt8], at: Int)
    case unknownCode(UInt8, page: UInt8)
    case chinese
    case bandTooHigh(Int)
    case unknownPicture(row: Int, column: Int)
    case cutShort
  }

  private(set) var text = ""
  private(set) var cuts = 0
  private(set) var pages: [UInt8] = []
  /// The widest picture, in dots.
  private(set) var dots = 0
  private var rows: [[UInt8]] = []
  private let font: ConsoleFont

  init(_ bytes: [UInt8], font: ConsoleFont) throws {
    self.font = font
    try run(bytes)
    try readPicture()
  }

  private mutating func run(_ bytes: [UInt8]) throws {
    var (place, page, isChinese) = (0, UInt8(0), true)
    func next(_ count: Int) throws -> ArraySlice<UInt8> {
      guard place + count <= bytes.count else { throw Fault.cutShort }
      defer { place += count }
      return bytes[place..<place + count]
    }
    while place < bytes.count {
      let start = place
      switch try Array(next(1))[0] {
      case 0x0A: text += "\n"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(bytes[start]))
      case 0x80...:
        if isChinese { throw Fault.chinese }
        guard let letter = PrinterPage(rawValue: page)?.letter(of: bytes[start]) else {
          throw Fault.unknownCode(bytes[start], page: page)
        }
        text.unicodeScalars.append(letter)
      case 0x1B:
        switch try Array(next(1))[0] {
        case 0x40: (page, isChinese) = (0, true)
        case 0x74:
          page = try Array(next(1))[0]
          pages.append(page)
        case 0x64: _ = try next(1)
        default: throw Fault.unknownCommand(Array(bytes[start..<place]), at: start)
        }
      case 0x1C:
        guard try Array(next(1))[0] == 0x2E else {
          throw Fault.unknownCommand(Array(bytes[start..<place]), at: start)
        }
        isChinese = false
      case 0x1D:
        switch try Array(next(2)) {
        case [0x56, 66]:
          _ = try next(1)
          cuts += 1
        case [0x76, 0x30]:
          let head = try Array(next(5)).map(Int.init)
          let (width, height) = (head[1] + head[2] << 8, head[3] + head[4] << 8)
          if head[0] != 0 || height > 128 { throw Fault.bandTooHigh(height) }
          dots = max(dots, width * 8)
          for _ in 0..<height { rows.append(Array(try next(width))) }
        default: throw Fault.unknownCommand(Array(bytes[start..<place]), at: start)
        }
      default: throw Fault.unknownCommand([bytes[start]], at: start)
      }
    }
  }

  private mutating func readPicture() throws {
    var letters: [[[Bool]]: Character] = [:]
    let ascii = (UInt8(0x20)..<0x7F).map { Unicode.Scalar($0) }
    for letter in VietnameseAlphabet.precomposedLetters + ascii {
      if let picture = font.picture(of: letter) { letters[picture] = Character(letter) }
    }
    for line in 0..<rows.count / font.height {
      var read = ""
      for column in 0..<dots / font.width {
        let picture = (0..<font.height).map { row in
          (0..<font.width).map { place in
            let dot = column * font.width + place
            return rows[line * font.height + row][dot / 8] & 0x80 >> UInt8(dot % 8) != 0
          }
        }
        guard let letter = letters[picture] else {
          throw Fault.unknownPicture(row: line, column: column)
        }
        read.append(letter)
      }
      while read.last == " " { read.removeLast() }
      text += read + "\n"
    }
  }
}
