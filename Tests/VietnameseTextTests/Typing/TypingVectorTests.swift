import Testing
import VietnameseText

/// What the common engines make of keys; where they disagree, `docs/vietnamese-text.md` says whom this one follows.
@Suite("Typing: what keys give")
struct TypingVectorTests {
  private func type(
    _ keys: String, _ method: TypingMethod, _ placement: TonePlacement = .traditional,
    checksSpelling: Bool = true, mayBeCode: Bool = false
  ) -> String {
    let rules = TypingRules(
      method, placement: placement, checksSpelling: checksSpelling, mayBeCode: mayBeCode)
    var typing = VietnameseTyping(rules)
    return typing.text(of: keys)
  }

  @Test(
    "Telex: marks and tones anywhere in the word",
    arguments: [
      ("tieengs", "tiếng"), ("tieesng", "tiếng"), ("tiengse", "tiếng"), ("vieejt", "việt"),
      ("vietje", "việt"), ("vietej", "việt"), ("dduowngf", "đường"), ("duongdwf", "đường"),
      ("hoanf", "hoàn"), ("toanfs", "toán"), ("quys", "quý"), ("quas", "quá"), ("giaf", "già"),
      ("gif", "gì"), ("gieengs", "giếng"), ("thuowr", "thuở"), ("nguowif", "người"),
      ("nguoiwf", "người"), ("nuwowcs", "nước"), ("khuyur", "khuỷu"), ("khuyeens", "khuyến"),
      ("tuyeets", "tuyết"), ("DDinh", "Đinh"), ("NGUYEENX", "NGUYỄN"), ("thuongw", "thương"),
      ("thwongf", "thường"), ("book", "bôk"), ("giuwx", "giữ"), ("quoocs", "quốc"),
      ("quowr", "quở"), ("hueej", "huệ"), ("muwas", "mứa"), ("mias", "mía"), ("huown", "hươn"),
      ("thuow", "thuơ"), ("huow", "huơ"), ("uwown", "ươn"), ("uown", "ươn"), ("nhw", "như"),
      ("w", "ư"), ("W", "Ư"), ("[", "ơ"), ("]", "ư"), ("{", "Ơ"), ("}", "Ư"), ("muaf", "mùa"),
      ("hoawcj", "hoặc"), ("luuw", "lưu"), ("ruouwj", "rượu"), ("khoeor", "khoẻo"),
      ("asf", "à"), ("asz", "a"), ("toowi", "tơi"), ("cuwongwf", "cường"),
    ])
  func telex(keys: String, text: String) { #expect(type(keys, .telex) == text) }

  @Test(
    "the tone of hòa, khỏe and thúy goes where the house writes it",
    arguments: [
      ("hoaf", "hòa", "hoà"), ("thuys", "thúy", "thuý"), ("khoer", "khỏe", "khoẻ"),
      ("quys", "quý", "quý"), ("hoans", "hoán", "hoán"), ("hoas", "hóa", "hoá"),
    ])
  func placements(keys: String, traditional: String, modern: String) {
    #expect(type(keys, .telex) == traditional)
    #expect(type(keys, .telex, .modern) == modern)
  }

  @Test(
    "a key typed again takes back what it did and stands for itself",
    arguments: [
      ("ddd", "dd"), ("aaa", "aa"), ("ww", "w"), ("Ww", "W"), ("wW", "w"), ("boook", "book"),
      ("xooong", "xoong"), ("sooocs", "soóc"), ("tesst", "test"), ("ass", "as"), ("[[", "["),
      ("uww", "uw"), ("tosos", "tôs"), ("tooss", "tôs"), ("tieenge", "tienge"),
    ])
  func undone(keys: String, text: String) { #expect(type(keys, .telex) == text) }

  @Test(
    "words that are no Vietnamese are left as they were typed",
    arguments: [
      ("class", "class"), ("windows", "windows"), ("swift", "swift"), ("ISBN", "ISBN"),
      ("catr", "catr"), ("cart", "cart"), ("taiw", "taiw"), ("linux", "linux"),
      ("Simson", "Simson"),
      ("Cooper", "Cooper"), ("add", "add"), ("bs", "bs"), ("xyz", "xyz"), ("loz", "loz"),
    ])
  func foreign(keys: String, text: String) { #expect(type(keys, .telex) == text) }

  @Test(
    "without the check of spelling the keys count in every word",
    arguments: [("windows", "ưindớ"), ("kimso", "kímo"), ("oddp", "ođp"), ("aloo", "alô")])
  func unchecked(keys: String, text: String) {
    #expect(type(keys, .telex, checksSpelling: false) == text)
  }

  @Test(
    "names of the Central Highlands can be typed",
    arguments: [
      ("ddawsk", "đắk"), ("ddawks", "đắk"), ("DDawsk Lawsk", "Đắk Lắk"), ("Kroong", "Krông"),
      ("Pleiku", "Pleiku"), ("Kbuoorr", "Kbuôr"), ("EEddee", "Êđê"), ("EEban", "Êban"),
      ("Chuw See", "Chư Sê"), ("M'DDrawsk", "M'Đrắk"),
    ])
  func highlands(keys: String, text: String) { #expect(type(keys, .telex) == text) }

  @Test(
    "initials with a đ and brackets of descriptions come out as they are meant",
    arguments: [
      ("HDDND", "HĐND"), ("QDD-UBND", "QĐ-UBND"), ("ddf", "đf"), ("[2020]", "[2020]"),
      ("[s.l.]", "[s.l.]"), ("[s.n.]", "[s.n.]"), ("[vaf", "[và"), ("thuyeest]", "thuyết]"),
      ("[Haf Nooji]", "[Hà Nội]"), ("[r ", "ở "),
    ])
  func abbreviations(keys: String, text: String) { #expect(type(keys, .telex) == text) }

  @Test("in Simple Telex w alone and the brackets stand for themselves")
  func simpleTelex() {
    #expect(type("[w] uw nhw nhuw", .simpleTelex) == "[w] ư nhw như")
    #expect(type("dduowngf", .simpleTelex) == "đường")
  }

  @Test(
    "VNI",
    arguments: [
      ("tie6ng1", "tiếng"), ("tieng16", "tiếng"), ("d9uong72", "đường"), ("duong972", "đường"),
      ("Nguyen64", "Nguyễn"), ("a11", "a1"), ("a66", "a6"), ("d99", "d9"), ("2024", "2024"),
      ("978604", "978604"), ("hoa2", "hòa"), ("ngu7o7i2", "người"), ("dung19", "đúng"),
      ("a8n", "ăn"), ("a10", "a"), ("tv12", "tv12"), ("cat3", "cat3"),
    ])
  func vni(keys: String, text: String) {
    #expect(type(keys, .vni) == text)
    #expect(type("hoa2", .vni, .modern) == "hoà")
  }

  @Test(
    "VIQR",
    arguments: [
      ("tie^'ng", "tiếng"), ("Vie^.t", "Việt"), ("dduo+`ng", "đường"), ("la\\.", "la."),
      ("la.", "lạ"), ("a(n", "ăn"), ("thu*", "thư"), ("dde^?", "để"), ("nga~", "ngã"),
      ("a''", "a'"), ("\\\\", "\\"), ("d\\d", "dd"),
    ])
  func viqr(keys: String, text: String) { #expect(type(keys, .viqr) == text) }

  @Test(
    "where codes are typed among words, what has a digit in it stands as it was typed",
    arguments: [
      ("VV.000123", "VV.000123"), ("TV000012", "TV000012"), ("DAS001", "DAS001"),
      ("DAS.001", "DAS.001"), ("das001", "das001"), ("BA1234", "BA1234"), ("ba1234", "ba1234"),
      ("ba10", "ba10"), ("sa.001", "sa.001"), ("GS-DD1", "GS-DD1"), ("0912345678", "0912345678"),
      ("978-604-1-00000-1", "978-604-1-00000-1"), ("anh 1987", "anh 1987"),
      ("A1B2C3D4", "A1B2C3D4"),
    ])
  func codes(keys: String, text: String) {
    for method in TypingMethod.allCases {
      #expect(type(keys, method, mayBeCode: true) == text, "\(method)")
    }
  }

  @Test("words among codes are typed as everywhere")
  func wordsAmongCodes() {
    #expect(type("Nguyeenx B00001 tieengs", .telex, mayBeCode: true) == "Nguyễn B00001 tiếng")
    #expect(type("nguye64n A1 tie61ng", .vni, mayBeCode: true) == "nguyễn A1 tiếng")
    #expect(type("duong972", .vni, mayBeCode: true) == "đường")
    #expect(type("Nguye^~n B00001", .viqr, mayBeCode: true) == "Nguyễn B00001")
  }
}
