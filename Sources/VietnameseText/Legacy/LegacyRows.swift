/// The bytes of the 134 Vietnamese letters in each encoding, as data.
///
/// Sources: TCVN 5712:1993 (VN1, VN3), RFC 1456 (VISCII), the code charts of Windows-1258, and the
/// published tables of the VNI, VPS and BK HCM fonts; held against glibc's converters where it has
/// one. BK HCM 2 writes ệ as EF E5; a published table misprints the capital.
enum LegacyRows {
  /// The letters in the order of the rows.
  static let letters = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"

  struct Row {
    /// The codes of the small letters in hexadecimal.
    let small: String
    /// Those of the capitals; nil where each of their bytes is that of the small letter less 20.
    let capital: String?
    /// Bytes that put a tone on the letter before.
    var tones: [UInt8: Unicode.Scalar] = [:]
  }

  static func row(of encoding: LegacyEncoding) -> Row? {
    switch encoding {
    case .tcvn3: tcvn3
    case .vni: vni
    case .viscii: viscii
    case .vps: vps
    case .bkhcm2: bkhcm2
    case .cp1258: cp1258
    case .tcvn5712: tcvn5712
    case .mojibake, .cp1252: nil
    }
  }

  private static let tcvnSmall = """
    B5 B6 B7 B8 B9 A8 BB BC BD BE C6 A9 C7 C8 C9 CA CB CC CE CF D0 D1 AA D2 D3 D4 D5 D6 D7 D8 DC DD
    DE DF E1 E2 E3 E4 AB E5 E6 E7 E8 E9 AC EA EB EC ED EE EF F1 F2 F3 F4 AD F5 F6 F7 F8 F9 FA FB FC
    FD FE AE
    """

  private static let tcvn3 = Row(
    small: tcvnSmall,
    capital: """
      B5 B6 B7 B8 B9 A1 BB BC BD BE C6 A2 C7 C8 C9 CA CB CC CE CF D0 D1 A3 D2 D3 D4 D5 D6 D7 D8 DC
      DD DE DF E1 E2 E3 E4 A4 E5 E6 E7 E8 E9 A5 EA EB EC ED EE EF F1 F2 F3 F4 A6 F5 F6 F7 F8 F9 FA
      FB FC FD FE A7
      """)

  private static let tcvn5712 = Row(
    small: tcvnSmall,
    capital: """
      80 81 82 83 84 A1 AF BA BF C0 85 A2 C1 C2 C3 C4 86 87 88 89 8A 8B A3 C5 CD D9 DA 8C 8D 8E 8F
      90 91 92 93 94 95 96 A4 DB E0 F0 FF 97 A5 98 99 9A 9B 9C 9D 9E 9F 01 02 A6 04 05 06 11 12 13
      14 15 16 17 A7
      """,
    tones: [
      0xB0: "\u{300}", 0xB1: "\u{309}", 0xB2: "\u{303}", 0xB3: "\u{301}", 0xB4: "\u{323}",
    ])

  private static let viscii = Row(
    small: """
      E0 E4 E3 E1 D5 E5 A2 C6 C7 A1 A3 E2 A5 A6 E7 A4 A7 E8 EB A8 E9 A9 EA AB AC AD AA AE EC EF EE
      ED B8 F2 F6 F5 F3 F7 F4 B0 B1 B2 AF B5 BD B6 B7 DE BE FE F9 FC FB FA F8 DF D7 D8 E6 D1 F1 CF
      D6 DB FD DC F0
      """,
    capital: """
      C0 C4 C3 C1 80 C5 82 02 05 81 83 C2 85 86 06 84 87 C8 CB 88 C9 89 CA 8B 8C 8D 8A 8E CC 9B CE
      CD 98 D2 99 A0 D3 9A D4 90 91 92 8F 93 B4 96 97 B3 95 94 D9 9C 9D DA 9E BF BB BC FF BA B9 9F
      14 19 DD 1E D0
      """)

  private static let vps = Row(
    small: """
      E0 E4 E3 E1 E5 E6 A2 A3 A4 A1 A5 E2 C0 C4 C5 C3 C6 E8 C8 EB E9 CB EA 8A 8B CD 89 8C EC CC EF
      ED CE F2 D5 F5 F3 86 F4 D2 B0 87 D3 B6 D6 A9 AA AB A7 AE F9 FB DB FA F8 DC D8 BA BB D9 BF FF
      9B CF 9A 9C C7
      """,
    capital: """
      80 81 82 C1 E5 88 8E 8F F0 8D A5 C2 84 85 C5 83 C6 D7 DE FE C9 CB CA 93 94 95 90 8C B5 B7 B8
      B4 CE BC BD BE B9 86 D4 97 98 99 96 B6 F7 9E 9F A6 9D AE A8 D1 AC DA F8 D0 AF B1 BB AD BF B2
      FD B3 DD 9C F1
      """)

  private static let vni = Row(
    small: """
      61F8 61FB 61F5 61F9 61EF 61EA 61E8 61FA 61FC 61E9 61EB 61E2 61E0 61E5 61E3 61E1 61E4 65F8 65FB
      65F5 65F9 65EF 65E2 65E0 65E5 65E3 65E1 65E4 EC E6 F3 ED F2 6FF8 6FFB 6FF5 6FF9 6FEF 6FE2 6FE0
      6FE5 6FE3 6FE1 6FE4 F4 F4F8 F4FB F4F5 F4F9 F4EF 75F8 75FB 75F5 75F9 75EF F6 F6F8 F6FB F6F5 F6F9
      F6EF 79F8 79FB 79F5 79F9 EE F1
      """,
    capital: nil)

  private static let bkhcm2 = Row(
    small: """
      61E2 61E3 61E4 61E1 61E5 F9 F9E7 F9E8 F9E9 F9E6 F9E5 EA EAEC EAED EAEE EAEB EAE5 65E2 65E3 65E4
      65E1 65E5 EF EFEC EFED EFEE EFEB EFE5 F2 F3 F4 F1 F5 6FE2 6FE3 6FE4 6FE1 6FE5 F6 F6EC F6ED F6EE
      F6EB F6E5 FA FAE2 FAE3 FAE4 FAE1 FAE5 75E2 75E3 75E4 75E1 75E5 FB FBE2 FBE3 FBE4 FBE1 FBE5 79E2
      79E3 79E4 79E1 79E5 E0
      """,
    capital: nil)

  private static let cp1258 = Row(
    small: """
      E0 61D2 61DE E1 61F2 E3 E3CC E3D2 E3DE E3EC E3F2 E2 E2CC E2D2 E2DE E2EC E2F2 E8 65D2 65DE E9
      65F2 EA EACC EAD2 EADE EAEC EAF2 69CC 69D2 69DE ED 69F2 6FCC 6FD2 6FDE F3 6FF2 F4 F4CC F4D2
      F4DE F4EC F4F2 F5 F5CC F5D2 F5DE F5EC F5F2 F9 75D2 75DE FA 75F2 FD FDCC FDD2 FDDE FDEC FDF2
      79CC 79D2 79DE 79EC 79F2 F0
      """,
    capital: """
      C0 41D2 41DE C1 41F2 C3 C3CC C3D2 C3DE C3EC C3F2 C2 C2CC C2D2 C2DE C2EC C2F2 C8 45D2 45DE C9
      45F2 CA CACC CAD2 CADE CAEC CAF2 49CC 49D2 49DE CD 49F2 4FCC 4FD2 4FDE D3 4FF2 D4 D4CC D4D2
      D4DE D4EC D4F2 D5 D5CC D5D2 D5DE D5EC D5F2 D9 55D2 55DE DA 55F2 DD DDCC DDD2 DDDE DDEC DDF2
      59CC 59D2 59DE 59EC 59F2 D0
      """,
    tones: [
      0xCC: "\u{300}", 0xD2: "\u{309}", 0xDE: "\u{303}", 0xEC: "\u{301}", 0xF2: "\u{323}",
    ])
}
