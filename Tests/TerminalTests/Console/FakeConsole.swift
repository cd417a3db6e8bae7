import CTerminal
import Glibc
import Terminal

/// What stands for the kernel's console in tests: it keeps a font, its letters and a keyboard mode, writes
/// down what it is asked, and refuses as told.
///
/// The shim asks through one function of C, so there is one of it at a time: tests that use it are
/// serialized.
final class FakeConsole {
  struct Font: Equatable {
    var width: UInt32
    var height: UInt32
    var count: UInt32
    var firstByte: UInt8
  }

  /// The kernel's numbers, spelled out here so that a slip in the shim shows.
  enum Request {
    static let keyboardType: UInt = 0x4B33
    static let mode: UInt = 0x4B3B
    static let keyboardMode: UInt = 0x4B44
    static let setKeyboardMode: UInt = 0x4B45
    static let letters: UInt = 0x4B66
    static let setLetters: UInt = 0x4B67
    static let clearLetters: UInt = 0x4B68
    static let font: UInt = 0x4B72
  }

  nonisolated(unsafe) static var current: FakeConsole?

  var isConsole = true
  var mode: Int32 = 0
  var keyboard: Int32 = 3
  var font = Font(width: 8, height: 16, count: 256, firstByte: 7)
  var letters: [Unicode.Scalar] = Array("abc".unicodeScalars)
  /// The error number that a request gets; a font operation is told by its number.
  var errors: [UInt: Int32] = [:]
  var fontErrors: [UInt32: Int32] = [:]
  /// The widths of font that the driver takes; all where it is empty.
  var widths: Set<UInt32> = []
  private(set) var asked: [String] = []

  /// What a test before left behind goes back to the console of that test.
  init() {
    ct_console_give_back()
    FakeConsole.current = self
    ct_console_use { request, argument in
      FakeConsole.current?.answer(request, argument) ?? -1
    }
  }

  func forget() { asked = [] }

  private func fail(_ error: Int32) -> Int32 {
    errno = error
    return -1
  }

  private func answer(_ request: UInt, _ argument: UnsafeMutableRawPointer?) -> Int32 {
    guard isConsole else { return fail(ENOTTY) }
    if let error = errors[request] { return fail(error) }
    switch request {
    case Request.keyboardType: return 0
    case Request.mode: argument?.storeBytes(of: mode, as: Int32.self)
    case Request.keyboardMode: argument?.storeBytes(of: keyboard, as: Int32.self)
    case Request.setKeyboardMode:
      keyboard = Int32(truncatingIfNeeded: Int(bitPattern: argument))
      asked.append("keyboard \(keyboard)")
    case Request.letters: giveLetters(argument)
    case Request.clearLetters:
      letters = []
      asked.append("clear letters")
    case Request.setLetters: takeLetters(argument)
    case Request.font: return changeFont(argument)
    default: return fail(EINVAL)
    }
    return 0
  }

  /// `struct unimapdesc`: a count of 16 bits, then a pointer to pairs of 16 bits.
  private func giveLetters(_ argument: UnsafeMutableRawPointer?) {
    guard let argument else { return }
    let pairs = argument.load(fromByteOffset: 8, as: UnsafeMutablePointer<UInt16>.self)
    for (index, letter) in letters.enumerated() {
      pairs[2 * index] = UInt16(truncatingIfNeeded: letter.value)
      pairs[2 * index + 1] = UInt16(index)
    }
    argument.storeBytes(of: UInt16(letters.count), as: UInt16.self)
  }

  private func takeLetters(_ argument: UnsafeMutableRawPointer?) {
    guard let argument else { return }
    let count = Int(argument.load(as: UInt16.self))
    let pairs = argument.load(fromByteOffset: 8, as: UnsafeMutablePointer<UInt16>.self)
    letters += (0..<count).compactMap { Unicode.Scalar(pairs[2 * $0]) }
    asked.append("\(count) letters")
  }

  /// `struct console_font_op`: five numbers of 32 bits, then a pointer to the glyphs.
  private func changeFont(_ argument: UnsafeMutableRawPointer?) -> Int32 {
    guard let argument else { return fail(EFAULT) }
    let numbers = argument.assumingMemoryBound(to: UInt32.self)
    let operation = numbers[0]
    if let error = fontErrors[operation] { return fail(error) }
    let data = argument.load(fromByteOffset: 24, as: UnsafeMutablePointer<UInt8>?.self)
    switch operation {
    case 1, 5:  // get, get tall
      guard font.width <= numbers[2], font.height <= numbers[3] else { return fail(ENOSPC) }
      numbers[2] = font.width
      numbers[3] = font.height
      numbers[4] = font.count
      data?[0] = font.firstByte
    case 0, 4:  // set, set tall
      guard widths.isEmpty || widths.contains(numbers[2]) else { return fail(EINVAL) }
      font = Font(
        width: numbers[2], height: numbers[3], count: numbers[4], firstByte: data?[0] ?? 0)
      asked.append("font \(font.width)x\(font.height)")
    default: return fail(ENOSYS)
    }
    return 0
  }
}
