/// A message of a self-check machine, as the 3M Standard Interchange Protocol 2.00 (SIP2) writes it.
///
/// `CC fixed variable… AYnAZxxxx`: two digits that name the message, a part of fixed length, fields of two letters and a value
/// that ends with `|`, and, where the line checks for errors, a sequence number and a sum over all bytes before.
public struct SIPMessage: Equatable, Sendable {
  public var kind: SIPRequest
  /// The bytes of the part of fixed length, all ASCII.
  public var fixed: String
  public var fields: [Field]
  /// The digit by which an answer is matched with its request; nil where the line does not check for errors.
  public var sequence: Character?

  public struct Field: Equatable, Sendable {
    public var id: String
    public var value: String
  }

  /// Longer messages are none of a machine's: the longest, a list of an institution's loans, is far shorter.
  public static let bytesMaximum = 8192

  /// Reads the bytes of one line without its end.
  ///
  /// Throws what is wrong with it; `checksIgnored` lets a wrong sum pass, because several machines sum letters, not bytes, and fail at every
  /// Vietnamese name (field page on protocols, 4).
  public init(_ line: [UInt8], checksIgnored: Bool = false) throws(SIPFault) {
    guard line.count <= SIPMessage.bytesMaximum else { throw .tooLong }
    guard line.count >= 2, let code = SIPMessage.ascii(line[..<2]) else { throw .notAMessage }
    guard let kind = SIPRequest(rawValue: code) else { throw .unknownMessage(code) }
    var rest = line[2...]
    (sequence, rest) = try SIPMessage.checked(line, rest, ignoring: checksIgnored)
    guard rest.count >= kind.fixedLength,
      let fixed = SIPMessage.ascii(rest.prefix(kind.fixedLength))
    else { throw .tooShort(kind) }
    self.kind = kind
    self.fixed = fixed
    fields = []
    for part in rest.dropFirst(kind.fixedLength).split(separator: UInt8(ascii: "|")) {
      guard part.count >= 2, let id = SIPMessage.ascii(part.prefix(2)) else { continue }
      fields.append(Field(id: id, value: String(decoding: part.dropFirst(2), as: UTF8.self)))
    }
  }

  /// The value of a field; nil where it is missing or empty.
  public func value(_ id: String) -> String? {
    let value = fields.first { $0.id == id }?.value
    return value?.isEmpty == false ? value : nil
  }

  /// So many characters of the fixed part from one on.
  public func fixed(_ start: Int, _ count: Int) -> String {
    String(fixed.dropFirst(start).prefix(count))
  }

  // MARK: - Checking

  /// The sum of all bytes up to and with `AZ`, negated, as four hexadecimal digits.
  public static func checksum(_ bytes: some Sequence<UInt8>) -> String {
    let sum = bytes.reduce(UInt16(0)) { $0 &+ UInt16($1) }
    let digits = String(0 &- sum, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// Takes `AYnAZxxxx` off the end and holds it against the bytes before.
  private static func checked(
    _ line: [UInt8], _ rest: ArraySlice<UInt8>, ignoring checksIgnored: Bool
  ) throws(SIPFault) -> (Character?, ArraySlice<UInt8>) {
    guard rest.count >= 6, Array(rest.suffix(6).prefix(2)) == Array("AZ".utf8) else {
      return (nil, rest)
    }
    let sum = ascii(rest.suffix(4))?.uppercased()
    guard checksIgnored || sum == checksum(line.dropLast(4)) else { throw .wrongChecksum }
    var rest = rest.dropLast(6)
    guard rest.count >= 3, Array(rest.suffix(3).prefix(2)) == Array("AY".utf8),
      let digit = rest.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
    else { return (nil, rest) }
    rest = rest.dropLast(3)
    return (Character(Unicode.Scalar(digit)), rest)
  }

  private static func ascii(_ bytes: some Sequence<UInt8>) -> String? {
    let bytes = Array(bytes)
    guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a machine may ask; the raw value stands at the beginning of its message.
public enum SIPRequest: String, CaseIterable, Sendable {
  case blockPatron = "01"
  case checkin = "09"
  case checkout = "11"
  case hold = "15"
  case itemInformation = "17"
  case patronStatus = "23"
  case patronEnable = "25"
  case renew = "29"
  case endSession = "35"
  case feePaid = "37"
  case patronInformation = "63"
  case renewAll = "65"
  case login = "93"
  case resend = "97"
  case status = "99"

  /// The bytes of the part of fixed length.
  public var fixedLength: Int {
    switch self {
    case .blockPatron, .hold: 19
    case .checkin: 37
    case .checkout, .renew: 38
    case .itemInformation, .patronEnable, .endSession, .renewAll: 18
    case .patronStatus: 21
    case .feePaid: 25
    case .patronInformation: 31
    case .login: 2
    case .resend: 0
    case .status: 8
    }
  }

  /// What the answer to it begins with.
  var answer: String {
    switch self {
    case .blockPatron, .patronStatus: "24"
    case .checkin: "10"
    case .checkout: "12"
    case .hold: "16"
    case .itemInformation: "18"
    case .patronEnable: "26"
    case .renew: "30"
    case .endSession: "36"
    case .feePaid: "38"
    case .patronInformation: "64"
    case .renewAll: "66"
    case .login: "94"
    case .resend: "97"
    case .status: "98"
    }
  }
}

/// Why bytes are no message that can be answered.
public enum SIPFault: Error, Equatable, Sendable {
  case notAMessage
  case unknownMessage(String)
  /// The part of fixed length is cut off, or holds other bytes than letters, digits and blanks.
  case tooShort(SIPRequest)
  case tooLong
  case wrongChecksum
}
