/// An International Standard Book Number whose check digit is right, in its 13-digit form.
public struct ISBN: Hashable, Sendable, CustomStringConvertible {
  /// Thirteen digits without hyphens.
  public let digits: String

  /// Reads a number of 10 or 13 digits at the front of `text`, hyphens or blanks between them.
  ///
  /// What follows the number, such as "(bìa cứng)", is not looked at.
  public init?(_ text: some StringProtocol) {
    let found = StandardNumber.leadingDigits(text)
    switch found.count {
    case 10:
      guard StandardNumber.isValid(found, weights: 2...10) else { return nil }
      let front = [9, 7, 8] + found.dropLast()
      digits = (front + [ISBN.checkDigit(front)]).map(String.init).joined()
    case 13:
      guard found.starts(with: [9, 7, 8]) || found.starts(with: [9, 7, 9]),
        !found.contains(10), ISBN.checkDigit(Array(found.dropLast())) == found.last
      else { return nil }
      digits = found.map(String.init).joined()
    default:
      return nil
    }
  }

  public var description: String { digits }

  private static func checkDigit(_ front: [Int]) -> Int {
    let sum = front.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
    return (10 - sum % 10) % 10
  }
}

/// An International Standard Serial Number whose check digit is right.
public struct ISSN: Hashable, Sendable, CustomStringConvertible {
  /// Eight characters with the hyphen in the middle.
  public let text: String

  public init?(_ text: some StringProtocol) {
    let found = StandardNumber.leadingDigits(text)
    guard found.count == 8, StandardNumber.isValid(found, weights: 2...8) else { return nil }
    let characters = found.map { $0 == 10 ? "X" : String($0) }
    self.text = characters[..<4].joined() + "-" + characters[4...].joined()
  }

  public var description: String { text }
}

private enum StandardNumber {
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
}

/// What a record says about one book number (020).
public struct ISBNStatement: Hashable, Sendable {
  /// The text of `$a`, or of `$z` where the number is withdrawn or wrong.
  public let text: String
  /// The number, if its check digit is right.
  public let isbn: ISBN?
  /// Whether the record itself calls the number withdrawn or wrong (`$z`).
  public let isCancelled: Bool
  /// Terms of availability, in Vietnamese records the price (`$c`).
  public let price: String?
}

extension Bibliography {
  /// All book numbers the record names, valid or not.
  public var isbnStatements: [ISBNStatement] {
    record.fields("020").flatMap { field in
      field.subfields(in: "az").map { subfield in
        ISBNStatement(
          text: subfield.text, isbn: ISBN(subfield.text), isCancelled: subfield.code == "z",
          price: Punctuation.trimmed(field.first("c")))
      }
    }
  }

  /// The valid book numbers, each once.
  public var isbns: [ISBN] {
    var seen: Set<ISBN> = []
    return isbnStatements.filter { !$0.isCancelled }.compactMap(\.isbn).filter {
      seen.insert($0).inserted
    }
  }

  /// The valid serial numbers (022), each once.
  public var issns: [ISSN] {
    var seen: Set<ISSN> = []
    return record.fields("022").flatMap { $0.subfields("a") }.compactMap { ISSN($0.text) }.filter {
      seen.insert($0).inserted
    }
  }
}
