// Mobile numbers had 11 digits in Vietnam until the autumn of 2018, when their prefixes lost one.

extension PhoneNumbers {
  /// The text with each number of before 2018 as it is dialled now, everything else as it stood; nil where there is none.
  ///
  /// `0169 123 4567 / 024 3825 5397` becomes `039 123 4567 / 024 3825 5397`.
  public static func renumbered(_ text: String) -> String? {
    var renumbered = ""
    var part = ""
    for character in text {
      if "/;,".contains(character) {
        renumbered += current(part) + String(character)
        part = ""
      } else {
        part.append(character)
      }
    }
    renumbered += current(part)
    return renumbered == text ? nil : renumbered
  }

  /// The same number, or the beginning of one, with the prefix of the other time; empty where no prefix changed.
  ///
  /// Each new prefix took the place of one old one, so that either finds the other.
  static func otherSpellings(of digits: String) -> [String] {
    if let new = newPrefixes[String(digits.prefix(4))] { return [new + digits.dropFirst(4)] }
    guard digits.utf8.count <= 10, let old = oldPrefixes[String(digits.prefix(3))] else {
      return []
    }
    return [old + digits.dropFirst(3)]
  }

  /// One number, its blanks and points kept.
  private static func current(_ part: String) -> String {
    var characters = Array(part)
    let places = characters.indices.filter { characters[$0].isASCII && characters[$0].isNumber }
    let digits = String(places.map { characters[$0] })
    // Behind the country code the prefix lacks its 0.
    let isAbroad = digits.hasPrefix("84") && digits.utf8.count == 12
    guard digits.utf8.count == (isAbroad ? 12 : 11) else { return part }
    let old = isAbroad ? "0" + digits.dropFirst(2).prefix(3) : String(digits.prefix(4))
    guard let new = newPrefixes[old] else { return part }
    let prefixPlaces = places.dropFirst(isAbroad ? 2 : 1).prefix(3)
    for (place, digit) in zip(prefixPlaces, new.dropFirst()) { characters[place] = digit }
    if let last = prefixPlaces.last { characters.remove(at: last) }
    return String(characters)
  }

  /// The prefixes by the plan of the Ministry of Information and Communications of May 2018, old to new.
  private static let newPrefixes = [
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
  ]

  private static let oldPrefixes = Dictionary(
    uniqueKeysWithValues: newPrefixes.map { ($0.value, $0.key) })
}
