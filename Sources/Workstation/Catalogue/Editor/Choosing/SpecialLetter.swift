import Terminal

/// A letter or sign that no usual keyboard has, and what it is called.
struct SpecialLetter: Sendable {
  var letter: String
  var name: LocalizedText

  private init(_ letter: String, _ vi: String, _ en: String) {
    self.letter = letter
    name = LocalizedText(vi: vi, en: en)
  }

  static let all = signs + quotes + latin + greek + others

  private static let signs = [
    SpecialLetter("©", "bản quyền", "copyright"),
    SpecialLetter("℗", "bản quyền ghi âm", "sound recording copyright"),
    SpecialLetter("®", "nhãn hiệu đã đăng ký", "registered"),
    SpecialLetter("™", "nhãn hiệu", "trade mark"),
    SpecialLetter("₫", "đồng Việt Nam", "đồng"),
    SpecialLetter("€", "đồng euro", "euro"),
    SpecialLetter("£", "bảng Anh", "pound"),
    SpecialLetter("¥", "yên, nhân dân tệ", "yen, yuan"),
    SpecialLetter("°", "độ", "degree"),
    SpecialLetter("′", "phút, bộ", "prime"),
    SpecialLetter("″", "giây, tấc", "double prime"),
    SpecialLetter("±", "cộng trừ", "plus-minus"),
    SpecialLetter("×", "nhân", "times"),
    SpecialLetter("÷", "chia", "divided by"),
    SpecialLetter("½", "một phần hai", "one half"),
    SpecialLetter("¼", "một phần tư", "one quarter"),
    SpecialLetter("²", "bình phương", "squared"),
    SpecialLetter("³", "lập phương", "cubed"),
    SpecialLetter("§", "điều, mục", "section"),
    SpecialLetter("†", "chữ thập, mất", "dagger"),
    SpecialLetter("♯", "dấu thăng", "sharp"),
    SpecialLetter("♭", "dấu giáng", "flat"),
    SpecialLetter("№", "số", "number"),
  ]

  private static let quotes = [
    SpecialLetter("–", "gạch ngang ngắn", "en dash"),
    SpecialLetter("—", "gạch ngang dài", "em dash"),
    SpecialLetter("…", "ba chấm", "ellipsis"),
    SpecialLetter("“", "mở ngoặc kép", "left double quote"),
    SpecialLetter("”", "đóng ngoặc kép", "right double quote"),
    SpecialLetter("‘", "mở ngoặc đơn", "left single quote"),
    SpecialLetter("’", "đóng ngoặc đơn", "right single quote"),
    SpecialLetter("«", "mở ngoặc Pháp", "left guillemet"),
    SpecialLetter("»", "đóng ngoặc Pháp", "right guillemet"),
    SpecialLetter("·", "chấm giữa", "middle dot"),
    SpecialLetter("•", "chấm tròn", "bullet"),
  ]

  private static let latin = [
    ("ä", "a hai chấm", "a umlaut"), ("ö", "o hai chấm", "o umlaut"),
    ("ü", "u hai chấm", "u umlaut"), ("ß", "s kép Đức", "sharp s"), ("ç", "c móc", "c cedilla"),
    ("ñ", "n ngã", "n tilde"), ("ø", "o gạch", "o slash"), ("å", "a vòng", "a ring"),
    ("æ", "a dính e", "ae"), ("œ", "o dính e", "oe"), ("ë", "e hai chấm", "e diaeresis"),
    ("ï", "i hai chấm", "i diaeresis"), ("î", "i mũ", "i circumflex"),
    ("û", "u mũ", "u circumflex"), ("ł", "l gạch", "l stroke"), ("ś", "s sắc", "s acute"),
    ("š", "s móc", "s caron"), ("č", "c móc ngược", "c caron"), ("ž", "z móc", "z caron"),
    ("ř", "r móc", "r caron"), ("ā", "a gạch dài", "a macron"), ("ē", "e gạch dài", "e macron"),
    ("ī", "i gạch dài", "i macron"), ("ō", "o gạch dài", "o macron"),
    ("ū", "u gạch dài", "u macron"), ("ʻ", "dấu ayn, Hawaii", "ayn, okina"),
    ("ʼ", "dấu alif, lược", "alif, apostrophe"),
  ].map { SpecialLetter($0.0, $0.1, $0.2) }

  private static let greek = [
    ("α", "alpha", "alpha"), ("β", "beta", "beta"), ("γ", "gamma", "gamma"),
    ("δ", "delta", "delta"), ("λ", "lambda", "lambda"), ("μ", "mu, micrô", "mu, micro"),
    ("π", "pi", "pi"), ("σ", "sigma", "sigma"), ("Ω", "ômêga, ôm", "omega, ohm"),
  ].map { SpecialLetter($0.0, $0.1, $0.2) }

  private static let others = [
    SpecialLetter("\u{A0}", "chỗ trống không ngắt", "no-break space"),
    SpecialLetter("$", "đồng đô la", "dollar"),
  ]
}
