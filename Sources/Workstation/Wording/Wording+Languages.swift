import Terminal

extension Wording {
  /// What a language is called, by its MARC code; the code itself for those that are rare here.
  public func languageName(_ code: String) -> String {
    Wording.languages[code].map(say) ?? code
  }

  /// The languages of Vietnam's peoples that are written in books here, and the foreign ones that libraries here hold.
  private static let languages: [String: LocalizedText] = [
    "vie": LocalizedText(vi: "tiếng Việt", en: "Vietnamese"),
    "eng": LocalizedText(vi: "tiếng Anh", en: "English"),
    "fre": LocalizedText(vi: "tiếng Pháp", en: "French"),
    "rus": LocalizedText(vi: "tiếng Nga", en: "Russian"),
    "chi": LocalizedText(vi: "tiếng Trung", en: "Chinese"),
    "jpn": LocalizedText(vi: "tiếng Nhật", en: "Japanese"),
    "kor": LocalizedText(vi: "tiếng Hàn", en: "Korean"),
    "ger": LocalizedText(vi: "tiếng Đức", en: "German"),
    "spa": LocalizedText(vi: "tiếng Tây Ban Nha", en: "Spanish"),
    "lao": LocalizedText(vi: "tiếng Lào", en: "Lao"),
    "khm": LocalizedText(vi: "tiếng Khmer", en: "Khmer"),
    "tha": LocalizedText(vi: "tiếng Thái Lan", en: "Thai"),
    "hmn": LocalizedText(vi: "tiếng Mông", en: "Hmong"),
    "tai": LocalizedText(vi: "tiếng Tày, Thái, Nùng", en: "Tai languages"),
    "cjm": LocalizedText(vi: "tiếng Chăm", en: "Cham"),
    "map": LocalizedText(vi: "tiếng Ê Đê, Gia Rai", en: "Austronesian languages"),
  ]
}
