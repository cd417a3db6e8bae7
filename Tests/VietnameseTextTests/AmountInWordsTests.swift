import Testing
import VietnameseText

@Suite("Amounts in words")
struct AmountInWordsTests {
  @Test(
    "a number is said as forms want it",
    arguments: [
      (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"),
      (15, "mười lăm"), (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"),
      (25, "hai mươi lăm"), (100, "một trăm"), (104, "một trăm linh bốn"),
      (105, "một trăm linh năm"), (110, "một trăm mười"), (1005, "một nghìn không trăm linh năm"),
      (12_500, "mười hai nghìn năm trăm"), (1_000_000, "một triệu"),
      (1_000_001, "một triệu không trăm linh một"),
      (
        1_234_567,
        "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"
      ), (1_000_005_000, "một tỷ không trăm linh năm nghìn"), (12_000_000_000, "mười hai tỷ"),
      (1_005_000_000_000, "một nghìn không trăm linh năm tỷ"),
      (
        999_999_999_999_999,
        "chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ"
          + " chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín"
      ),
    ])
  func says(_ number: Int, _ words: String) {
    #expect(AmountInWords.number(Int64(number)) == words)
  }

  @Test("the South says lẻ and ngàn")
  func southern() {
    #expect(AmountInWords.number(1005, .southern) == "một ngàn không trăm lẻ năm")
  }

  @Test("an amount begins with a capital and ends with đồng")
  func amount() {
    #expect(AmountInWords.dong(50_000) == "Năm mươi nghìn đồng")
    #expect(AmountInWords.dong(0) == "Không đồng")
    #expect(AmountInWords.dong(100, .southern) == "Một trăm đồng")
  }

  @Test("what has no words says so", arguments: [-1, Int64.min, AmountInWords.maximum + 1, .max])
  func refuses(_ number: Int64) {
    #expect(AmountInWords.number(number) == nil)
    #expect(AmountInWords.dong(number) == nil)
  }

  @Test("words read back are the number they were made of", arguments: AmountInWords.Usage.allCases)
  func readsBack(_ usage: AmountInWords.Usage) throws {
    var random = SeededGenerator(seed: 65)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 1...15, using: &random)
      var number = Int64(0)
      for _ in 0..<digits {
        // Zeros and ones are where the words differ from the digits.
        let digit = Int64.random(in: 0...12, using: &random)
        number = number * 10 + (digit > 9 ? 0 : digit)
      }
      let words = try #require(AmountInWords.number(number, usage))
      #expect(SpokenNumber.read(words) == number, "\(number): \(words)")
    }
  }
}

/// Reads words back into a number, by value alone and without a look at how they were made.
private enum SpokenNumber {
  static func read(_ text: String) -> Int64 {
    var (total, part, group) = (Int64(0), Int64(0), Int64(0))
    for word in text.split(separator: " ") {
      switch word {
      case "tỷ": (total, part, group) = ((total + part + group) * 1_000_000_000, 0, 0)
      case "triệu": (part, group) = (part + group * 1_000_000, 0)
      case "nghìn", "ngàn": (part, group) = (part + group * 1000, 0)
      case "trăm": group *= 100
      case "mươi": group = group / 10 * 10 + group % 10 * 10
      case "mười": group += 10
      case "linh", "lẻ": break
      default: group += digits[String(word)] ?? .min
      }
    }
    return total + part + group
  }

  private static let digits: [String: Int64] = [
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
  ]
}
