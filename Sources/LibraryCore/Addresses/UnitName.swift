import VietnameseText

/// The name of an administrative unit as somebody wrote it, parted into what kind of unit it is and what it is called.
///
/// `P.5`, `phường 05` and `PHUONG 5` are one name; so are Thanh Hoá and Thanh Hóa.
struct UnitName: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case province
    /// A city is at the level of a province or, until 2025, of a district.
    case city
    case district
    case urbanDistrict
    case town
    case commune
    case ward
    case township
    case specialZone
  }

  /// Nil where only the name was written.
  var kind: Kind?
  /// The name without its kind, folded: what is looked up.
  var key: String
  /// The same with its marks, in the one spelling that does not depend on where tones are placed.
  var exact: String
  var hasMarks: Bool

  init?(_ text: some StringProtocol) {
    let tokens = UnitName.parted(String(text).searchTokens)
    let (kind, count) = UnitName.kind(at: tokens[...], hasMarks: tokens.contains(where: \.hasMarks))
    let rest = tokens.dropFirst(count)
    // A unit may be called as a kind is, but not nothing.
    let name = rest.isEmpty ? tokens[...] : rest
    guard !name.isEmpty else { return nil }
    self.kind = rest.isEmpty ? nil : kind
    key = name.map { UnitName.number($0.folded) }.joined(separator: " ")
    exact = name.map { UnitName.number($0.exact) }.joined(separator: " ")
    hasMarks = name.contains(where: \.hasMarks)
    if let whole = UnitName.shortNames[key] { (key, exact, hasMarks) = (whole, whole, false) }
  }

  /// The kind of unit that the words begin with, and how many words say it.
  ///
  /// In a text with marks a kind has them as well: Quan Hoá is no quận.
  static func kind(at tokens: ArraySlice<SearchToken>, hasMarks: Bool) -> (Kind?, count: Int) {
    func isWritten(_ token: SearchToken, _ known: SearchToken) -> Bool {
      hasMarks ? token.exact == known.exact : token.folded == known.folded
    }
    guard let first = tokens.first else { return (nil, 0) }
    if let second = tokens.dropFirst().first {
      for (words, kind) in twoWordKinds
      where isWritten(first, words.0) && isWritten(second, words.1) { return (kind, 2) }
    }
    for (word, kind) in oneWordKinds where isWritten(first, word) { return (kind, 1) }
    return (nil, 0)
  }

  /// Parts `P5` and `Q10` into the kind and the number.
  private static func parted(_ tokens: [SearchToken]) -> [SearchToken] {
    tokens.flatMap { token -> [SearchToken] in
      guard let first = token.folded.first, "pqf".contains(first), token.folded.utf8.count > 1,
        token.folded.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
      else { return [token] }
      return "\(first == "f" ? "p" : first) \(token.folded.dropFirst())".searchTokens
    }
  }

  /// `05` as `5`.
  private static func number(_ word: String) -> String {
    word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(word).map(String.init) ?? word : word
  }

  private static func token(_ word: String) -> SearchToken {
    guard let token = word.searchTokens.first else { preconditionFailure("a kind is a word") }
    return token
  }

  private static let twoWordKinds: [((SearchToken, SearchToken), Kind)] = [
    ((token("thành"), token("phố")), .city), ((token("thị"), token("xã")), .town),
    ((token("thị"), token("trấn")), .township), ((token("đặc"), token("khu")), .specialZone),
  ]

  private static let oneWordKinds: [(SearchToken, Kind)] = [
    (token("tỉnh"), .province), (token("quận"), .urbanDistrict), (token("huyện"), .district),
    (token("phường"), .ward), (token("xã"), .commune), (token("tp"), .city), (token("tx"), .town),
    (token("tt"), .township), (token("t"), .province), (token("h"), .district),
    (token("q"), .urbanDistrict), (token("p"), .ward), (token("x"), .commune),
  ]

  /// Names that people shorten, folded, and a province's name of before 2025.
  private static let shortNames = [
    "hcm": "ho chi minh", "tphcm": "ho chi minh", "sai gon": "ho chi minh", "hn": "ha noi",
    "br vt": "ba ria vung tau", "vung tau ba ria": "ba ria vung tau", "thua thien hue": "hue",
    "tt hue": "hue", "dak lak": "dak lak", "daklak": "dak lak", "dac lac": "dak lak",
    "dak nong": "dak nong", "daknong": "dak nong", "bac can": "bac kan",
  ]
}

extension UnitName.Kind {
  var isProvinceLevel: Bool { self == .province || self == .city }

  var isDistrictLevel: Bool {
    switch self {
    case .city, .district, .urbanDistrict, .town: true
    case .province, .commune, .ward, .township, .specialZone: false
    }
  }

  var isCommuneLevel: Bool {
    switch self {
    case .commune, .ward, .township, .specialZone: true
    case .province, .city, .district, .urbanDistrict, .town: false
    }
  }
}
