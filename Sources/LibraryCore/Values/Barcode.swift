/// The text of a label on an item: what a scanner sends and Code 128 can carry.
///
/// Printable ASCII without blanks at the ends, at most 40 characters. Letters differ by case when shown, not when looked up.
/// Vietnamese `Đ` is taken as `D`, because no bar code can carry it (field/vietnam.md 3.4).
public struct Barcode: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public static let lengthMaximum = 40

  /// The barcode in `typed`, or nil for what no label could carry; `fault(in:)` says why.
  public init?(_ typed: String) {
    guard case .success(let text) = LabelText.read(typed, lengthMaximum: Barcode.lengthMaximum)
    else { return nil }
    self.text = text
  }

  public static func fault(in typed: String) -> LabelFault? {
    LabelText.fault(in: typed, lengthMaximum: lengthMaximum)
  }

  public var description: String { text }

  public static func == (left: Barcode, right: Barcode) -> Bool {
    LabelText.equal(left.text, right.text)
  }

  public func hash(into hasher: inout Hasher) { LabelText.hash(text, into: &hasher) }
}

/// The number on a patron's card, with the same alphabet and limits as a barcode.
public struct CardNumber: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public init?(_ typed: String) {
    guard case .success(let text) = LabelText.read(typed, lengthMaximum: Barcode.lengthMaximum)
    else { return nil }
    self.text = text
  }

  public static func fault(in typed: String) -> LabelFault? {
    LabelText.fault(in: typed, lengthMaximum: Barcode.lengthMaximum)
  }

  public var description: String { text }

  public static func == (left: CardNumber, right: CardNumber) -> Bool {
    LabelText.equal(left.text, right.text)
  }

  public func hash(into hasher: inout Hasher) { LabelText.hash(text, into: &hasher) }
}

/// Why a typed text can be no barcode and no card number.
public enum LabelFault: Error, Equatable, Sendable {
  case empty
  case tooLong(count: Int, maximum: Int)
  /// `position` counts characters from 1.
  case controlCharacter(code: UInt32, position: Int)
  case notOnALabel(character: String, position: Int)
}

enum LabelText {
  static func read(_ typed: String, lengthMaximum: Int) -> Result<String, LabelFault> {
    var text: [UInt8] = []
    var position = 0
    for scalar in typed.unicodeScalars {
      position += 1
      switch scalar.value {
      case 0x20...0x7E: text.append(UInt8(scalar.value))
      case 0x110, 0xD0, 0x189: text.append(UInt8(ascii: "D"))
      case 0x111, 0xF0, 0x256: text.append(UInt8(ascii: "d"))
      case 0x00...0x1F, 0x7F...0x9F:
        return .failure(.controlCharacter(code: scalar.value, position: position))
      default: return .failure(.notOnALabel(character: String(scalar), position: position))
      }
    }
    let trimmed = text.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
    if trimmed.isEmpty { return .failure(.empty) }
    if trimmed.count > lengthMaximum {
      return .failure(.tooLong(count: trimmed.count, maximum: lengthMaximum))
    }
    return .success(String(decoding: trimmed, as: UTF8.self))
  }

  static func fault(in typed: String, lengthMaximum: Int) -> LabelFault? {
    switch read(typed, lengthMaximum: lengthMaximum) {
    case .success: return nil
    case .failure(let fault): return fault
    }
  }

  static func equal(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count
      && zip(left.utf8, right.utf8).allSatisfy { lowered($0) == lowered($1) }
  }

  static func hash(_ text: String, into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(lowered(byte)) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }
}
