/// The names that MARCMaker and MarcEdit give to letters and marks, such as `{eth}` and `{acute}`.
///
/// A mark stands before its letter, as in MARC-8, and is moved behind it. They are read, and never written.
enum Mnemonics {
  static func mark(_ name: String) -> Unicode.Scalar? { marks[name] }
  static func letter(_ name: String) -> Unicode.Scalar? { letters[name] }

  private static let marks: [String: Unicode.Scalar] = [
    "hooka": "\u{309}", "grave": "\u{300}", "acute": "\u{301}", "circ": "\u{302}",
    "tilde": "\u{303}", "macr": "\u{304}", "breve": "\u{306}", "dot": "\u{307}",
    "uml": "\u{308}", "hachek": "\u{30C}", "caron": "\u{30C}", "ring": "\u{30A}",
    "llig": "\u{FE20}", "rlig": "\u{FE21}", "rcommaa": "\u{315}", "dblac": "\u{30B}",
    "candra": "\u{310}", "cedil": "\u{327}", "ogon": "\u{328}", "dotb": "\u{323}",
    "dbldotb": "\u{324}", "ringb": "\u{325}", "dblunder": "\u{333}", "under": "\u{332}",
    "commab": "\u{326}", "rcedil": "\u{31C}", "breveb": "\u{32E}", "ldbltil": "\u{FE22}",
    "rdbltil": "\u{FE23}", "commaa": "\u{313}",
  ]

  private static let letters: [String: Unicode.Scalar] = [
    "Lstrok": "Ł", "Ostrok": "Ø", "Dstrok": "Đ", "THORN": "Þ", "AElig": "Æ", "OElig": "Œ",
    "softsign": "ʹ", "middot": "·", "flat": "♭", "reg": "®", "plusmn": "±", "Ohorn": "Ơ",
    "Uhorn": "Ư", "mlrhring": "ʼ", "mllhring": "ʻ", "lstrok": "ł", "ostrok": "ø", "dstrok": "đ",
    "thorn": "þ", "aelig": "æ", "oelig": "œ", "hardsign": "ʺ", "inodot": "ı", "pound": "£",
    "eth": "ð", "ohorn": "ơ", "uhorn": "ư", "deg": "°", "scriptl": "ℓ", "phono": "℗",
    "copy": "©", "sharp": "♯", "iquest": "¿", "iexcl": "¡", "curren": "¤",
  ]
}
