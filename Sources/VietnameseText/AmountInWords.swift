/// Says whole numbers and amounts of đồng in words, as receipts and forms of the state want them.
///
/// ```swift
/// AmountInWords.number(1_005)   // "một nghìn không trăm linh năm"
/// AmountInWords.dong(50_000)    // "Năm mươi nghìn đồng"
/// AmountInWords.number(-1)      // nil
/// ```
///
/// Different numbers have different words. What is written `50.000 đ` and said `Năm mươi nghìn đồng`
/// therefore guards itself against a digit added later.
public enum AmountInWords {
  /// Which words a region uses where two are current; both are understood everywhere.
  public enum Usage: String, CaseIterable, Sendable {
    /// nghìn, and linh before a single unit: một nghìn không trăm linh năm.
    case northern
    /// ngàn and lẻ: một ngàn không trăm lẻ năm.
    case southern
  }

  /// The greatest number that has words: one less than a million tỷ, beyond which usage differs.
  public static let maximum: Int64 = 999_999_999_999_999

  /// The number in lower case; nil below zero and beyond `maximum`.
  public static func number(_ value: Int64, _ usage: Usage = .northern) -> String? {
    guard (0...maximum).contains(value) else { return nil }
    guard value > 0 else { return "không" }
    var words: [String] = []
    append(value, to: &words, usage)
    return words.joined(separator: " ")
  }

  /// The amount as a sentence begins, with its currency; nil below zero and beyond `maximum`.
  public static func dong(_ value: Int64, _ usage: Usage = .northern) -> String? {
    guard let words = number(value, usage), let first = words.first else { return nil }
    return first.uppercased() + words.dropFirst() + " đồng"
  }

  /// Numbers are said in groups of three digits; beyond 999 triệu the tỷ are counted as a number of their own.
  private static func append(_ value: Int64, to words: inout [String], _ usage: Usage) {
    let billions = value / 1_000_000_000
    if billions > 0 {
      append(billions, to: &words, usage)
      words.append("tỷ")
    }
    let groups: [(value: Int64, name: String?)] = [
      (value / 1_000_000 % 1000, "triệu"),
      (value / 1000 % 1000, usage == .northern ? "nghìn" : "ngàn"),
      (value % 1000, nil),
    ]
    for group in groups where group.value > 0 {
      appendGroup(Int(group.value), isFirst: words.isEmpty, to: &words, usage)
      if let name = group.name { words.append(name) }
    }
  }

  /// A group behind others says its hundreds also where there are none: không trăm.
  private static func appendGroup(
    _ value: Int, isFirst: Bool, to words: inout [String], _ usage: Usage
  ) {
    let (hundreds, tens, unit) = (value / 100, value / 10 % 10, value % 10)
    let hasHundreds = hundreds > 0 || !isFirst
    if hasHundreds { words += [digits[hundreds], "trăm"] }
    switch tens {
    case 0: if unit > 0, hasHundreds { words.append(usage == .northern ? "linh" : "lẻ") }
    case 1: words.append("mười")
    default: words += [digits[tens], "mươi"]
    }
    guard unit > 0 else { return }
    switch (tens, unit) {
    case (2..., 1): words.append("mốt")
    case (2..., 4): words.append("tư")
    case (1..., 5): words.append("lăm")
    default: words.append(digits[unit])
    }
  }

  private static let digits = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
  ]
}
