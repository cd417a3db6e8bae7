import Testing

/// A small generator with a fixed sequence, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The 134 letters of Vietnamese beyond ASCII, composed, each with its ASCII letter.
let vietnameseLetters: [(letter: Character, plain: Character)] = {
  let rows = [
    "aàảãáạăằẳẵắặâầẩẫấậ", "eèẻẽéẹêềểễếệ", "iìỉĩíị", "oòỏõóọôồổỗốộơờởỡớợ", "uùủũúụưừửữứự", "yỳỷỹýỵ",
    "dđ", "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ", "EÈẺẼÉẸÊỀỂỄẾỆ", "IÌỈĨÍỊ", "OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", "UÙỦŨÚỤƯỪỬỮỨỰ",
    "YỲỶỸÝỴ", "DĐ",
  ]
  return rows.flatMap { row in row.dropFirst().map { (letter: $0, plain: row[row.startIndex]) } }
}()

/// Texts made of pieces that have gone wrong somewhere: forms, marks, case, digits, scripts.
func randomText(_ random: inout SeededGenerator, pieces: Int = 8) -> String {
  let stock = [
    "a", "ă", "â", "b", "đ", "Đ", "hoà", "hòa", "Hoà", "quý", "lý", "lí", "nguyễn", "NGUYỄN", "ế",
    "e\u{302}\u{301}", "e\u{301}\u{302}", "o\u{31B}\u{323}", "o\u{323}\u{31B}", "\u{301}", " ", " ",
    " ", "-", "'", ".", "1", "2", "10", "007", "1.000", "é", "ü", "ß", "Æ", "ñ", "Ω", "日本", "й",
    "и\u{306}", "\u{212B}", "한", "\u{1112}\u{1161}\u{11AB}", "م", "😀", "\u{FE20}", "\0", "z", "Z",
    "ba", "bà", "bể", "Ba", "x", "k", "m", "ʹ", "ﬁ", "Ⱥ", "İ", "ς", "५",
  ]
  return (0..<Int.random(in: 0...pieces, using: &random))
    .map { _ in stock[Int.random(in: stock.indices, using: &random)] }.joined()
}
