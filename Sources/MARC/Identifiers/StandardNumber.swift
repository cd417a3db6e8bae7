/// What book, serial and product numbers have in common.
enum StandardNumber {
  /// The digits at the front of `text`; an X in the last place counts 10.
  static func leadingDigits(_ text: some StringProtocol) -> [Int] {
    var digits: [Int] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits.append(Int(byte) - 0x30)
      case UInt8(ascii: "X"), UInt8(ascii: "x"):
        digits.append(10)
        return digits
      case UInt8(ascii: "-"), UInt8(ascii: " "): continue
      default: return digits
      }
      if digits.count == 13 { return digits }
    }
    return digits
  }

  /// Whether the sum of the digits, weighted from the last one up, is a multiple of 11.
  static func isValid(_ digits: [Int], weights: ClosedRange<Int>) -> Bool {
    guard let check = digits.last, !digits.dropLast().contains(10) else { return false }
    let sum = zip(digits.dropLast().reversed(), weights).reduce(check) { $0 + $1.0 * $1.1 }
    return sum % 11 == 0
  }

  /// The last of thirteen digits, by the twelve in front of it.
  static func checkDigit(_ front: [Int]) -> Int {
    let sum = front.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
    return (10 - sum % 10) % 10
  }
}
