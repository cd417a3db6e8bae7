import Foundation
import Testing
import VietnameseText

@Suite struct SyllableTests {
  @Test(
    "a syllable comes apart into its parts",
    arguments: [
      ("nguyễn", "ng", "u", "yê", "n", Tone.nga), ("Việt", "v", "", "iê", "t", .nang),
      ("HOÀ", "h", "o", "a", "", .huyen), ("hòa", "h", "o", "a", "", .huyen),
      ("quốc", "qu", "", "ô", "c", .sac), ("quý", "qu", "", "y", "", .sac),
      ("giếng", "gi", "", "ê", "ng", .sac), ("gì", "g", "", "i", "", .huyen),
      ("già", "gi", "", "a", "", .huyen), ("nghiêng", "ngh", "", "iê", "ng", .ngang),
      ("đường", "đ", "", "ươ", "ng", .huyen), ("khuỷu", "kh", "u", "y", "u", .hoi),
      ("khuya", "kh", "u", "ya", "", .ngang), ("yêu", "", "", "yê", "u", .ngang),
      ("ngoằn", "ng", "o", "ă", "n", .huyen), ("ố", "", "", "ô", "", .sac),
    ])
  func takesApart(
    text: String, initial: String, glide: String, nucleus: String, coda: String, tone: Tone
  ) throws {
    for form in [text, text.nfd, text.uppercased()] {
      let syllable = try #require(Syllable(form))
      #expect(syllable.initial == initial)
      #expect(syllable.glide == glide)
      #expect(syllable.nucleus == nucleus)
      #expect(syllable.coda == coda)
      #expect(syllable.tone == tone)
      #expect(syllable.shape == initial + syllable.rime)
    }
  }

  @Test("the case and the place of the tone make no other syllable")
  func ignoresPlacement() {
    #expect(Syllable("hòa") == Syllable("HOÀ"))
    #expect(Syllable("qúy") == Syllable("quý"))
    #expect(Syllable("hòa") != Syllable("hoá"))
  }

  @Test(
    "what is no Vietnamese syllable is refused",
    arguments: [
      "", " ", "b", "windows", "hello", "test", "class", "book", "swift", "of", "street", "zoo",
      "viet", "cat", "tik", "ceo", "kan", "gen", "ngi", "qa", "iên", "giiu", "hoà ", "hóà", "ü",
      "müa", "nguyễnn", "ŋa", "1", "ba1", "báp ", "bàp", "hoàch", "ng", "anhh", "đ", "日",
      "nghiêngnghiêng",
    ])
  func refuses(text: String) {
    #expect(Syllable(text) == nil)
  }

  @Test("names from the Central Highlands count only where they are allowed")
  func allowsHighlandNames() {
    for name in ["Đắk", "Đăk", "Krông", "Plei", "Brôk", "Kông", "Jút", "Gar", "Mnông"] {
      #expect(Syllable(name) == nil, "\(name)")
      #expect(Syllable(name, spelling: .withHighlandNames) != nil, "\(name)")
    }
    #expect(Syllable("windows", spelling: .withHighlandNames) == nil)
  }

  @Test("a stopped coda takes two tones only")
  func stoppedCoda() throws {
    let syllable = try #require(Syllable("các"))
    #expect(syllable.with(.nang)?.text() == "cạc")
    for tone in [Tone.ngang, .huyen, .hoi, .nga] { #expect(syllable.with(tone) == nil) }
    #expect(Syllable("ma")?.with(.nga)?.text() == "mã")
  }

  @Test(
    "both habits of placing tones are written",
    arguments: [
      ("hòa", "hoà"), ("khỏe", "khoẻ"), ("thúy", "thuý"), ("hoàn", "hoàn"), ("quý", "quý"),
      ("quá", "quá"), ("già", "già"), ("gì", "gì"), ("giếng", "giếng"), ("thuở", "thuở"),
      ("người", "người"), ("nước", "nước"), ("khuỷu", "khuỷu"), ("khuyến", "khuyến"),
      ("tuyết", "tuyết"), ("huệ", "huệ"), ("mứa", "mứa"), ("mía", "mía"), ("ngoáy", "ngoáy"),
      ("ngoẻo", "ngoẻo"), ("moóc", "moóc"), ("múa", "múa"), ("yếu", "yếu"), ("xoắn", "xoắn"),
      ("lũy", "luỹ"), ("huýt", "huýt"), ("giữ", "giữ"), ("quở", "quở"), ("quốc", "quốc"),
    ])
  func placesTones(traditional: String, modern: String) throws {
    for text in [traditional, modern] {
      let syllable = try #require(Syllable(text))
      #expect(syllable.text(.traditional) == traditional)
      #expect(syllable.text(.modern) == modern)
    }
  }

  @Test("tones of whole texts move, case and foreign words stay")
  func placesTonesOfTexts() {
    let text = "HOÀ bình, Thuý (khoẻ) – naïve hoà2 Zoë, «qúy» hoàn toàn"
    #expect(
      text.placingTones(.traditional) == "HÒA bình, Thúy (khỏe) – naïve hòa2 Zoë, «quý» hoàn toàn")
    #expect(text.nfd.placingTones(.traditional).isNFC)
    let traditional = "Hòa thúy"
    #expect(traditional.placingTones(.modern).placingTones(.traditional) == traditional)
  }

  @Test("every syllable that can be built is read back from both habits and any case")
  func readsWhatItWrites() throws {
    for shape in ["hoa", "khoe", "thuy", "quy", "gia", "tiêng", "uyên", "khuya", "oai", "ưu"] {
      for tone in Tone.allCases {
        let syllable = try #require(Syllable(shape: shape, tone: tone))
        #expect(Syllable(shape)?.with(tone) == syllable)
        #expect(Syllable(shape: syllable.text(), tone: .sac) == nil || tone == .ngang)
        for placement in [TonePlacement.traditional, .modern] {
          #expect(Syllable(syllable.text(placement).uppercased().nfd) == syllable)
        }
      }
    }
  }

  @Test("the syllables of a spelling dictionary are accepted")
  func acceptsDictionary() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let list = root.appending(path: "shared/data/vn-words/vi_VN.dic")
    guard let content = try? String(contentsOf: list, encoding: .utf8) else {
      print("skipped: 6,632 dictionary syllables, for want of \(list.lastPathComponent)")
      return
    }
    // Loan words and spellings against the orthography that the list also holds.
    let foreign: Set = [
      "basoi", "email", "gen", "gip", "gram", "internet", "intranet", "ka", "palăng", "ping",
      "quoàng", "quoạng", "quoắt", "têt",
      "tivi", "tout", "v", "web", "xit",
    ]
    let words = content.split(whereSeparator: \.isNewline).dropFirst()
      .compactMap { $0.split(separator: "/").first.map(String.init) }
      .filter { $0 == $0.lowercased() && !foreign.contains($0) }
    #expect(words.count > 6_500)
    let refused = words.filter { Syllable($0) == nil }
    #expect(refused == [])
    for word in words {
      let syllable = Syllable(word)
      #expect(syllable?.text(.traditional) == word || syllable?.text(.modern) == word, "\(word)")
    }
  }
}
