/// An amount in whole đồng; negative when the library owes.
public struct Money: Hashable, Comparable, Sendable {
  public var dong: Int64

  public init(dong: Int64) { self.dong = dong }

  public static let zero = Money(dong: 0)

  public static func < (left: Money, right: Money) -> Bool { left.dong < right.dong }
  public static func + (left: Money, right: Money) -> Money { Money(dong: left.dong + right.dong) }
  public static func - (left: Money, right: Money) -> Money { Money(dong: left.dong - right.dong) }
  public static func * (left: Money, right: Int) -> Money { Money(dong: left.dong * Int64(right)) }

  /// The amount with dots between thousands and the đồng sign, as in `50.000 đ`.
  public var vietnamese: String {
    let digits = Array(String(dong.magnitude).utf8)
    var grouped: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(UInt8(ascii: ".")) }
      grouped.append(digit)
    }
    return (dong < 0 ? "-" : "") + String(decoding: grouped, as: UTF8.self) + " đ"
  }
}
