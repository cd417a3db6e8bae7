extension AuthorHeading {
  /// The heading in direct order, where it puts a Vietnamese given name in front: `Phụng, Vũ Trọng` as `Vũ Trọng Phụng`.
  ///
  /// That is a known error of systems made for names of other languages. Nil for a right heading: `Hà, Văn Tấn` has its family
  /// name in front, and `Mai, Lê` may. What follows a second comma, such as dates, stays behind the name.
  public static func directForm(ofInverted heading: String) -> String? {
    let parts = heading.nfc.split(separator: ",", maxSplits: 2).map { part in
      part.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    guard parts.count >= 2, parts[0].count == 1, parts[1].count >= 2 else { return nil }
    guard !isFamily(parts[0][0]), isFamily(parts[1][0]),
      (parts[0] + parts[1]).allSatisfy(isSyllable)
    else {
      return nil
    }
    let name = (parts[1] + parts[0]).joined(separator: " ")
    guard let rest = heading.nfc.split(separator: ",", maxSplits: 2).dropFirst(2).first else {
      return name
    }
    return name + "," + rest
  }

  /// Whether the word is a family name that Vietnamese people bear, with its marks or with none.
  private static func isFamily(_ word: String) -> Bool {
    guard let token = word.searchTokens.first else { return false }
    return token.hasMarks
      ? families.exact.contains(token.exact) : families.folded.contains(token.folded)
  }

  /// Initials and words of other languages make no Vietnamese name.
  private static func isSyllable(_ word: String) -> Bool {
    word.count > 1 && Syllable(word) != nil
  }

  private static let families: (exact: Set<String>, folded: Set<String>) = {
    let tokens = familyNames.searchTokens
    return (Set(tokens.map(\.exact)), Set(tokens.map(\.folded)))
  }()

  private static let familyNames = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng Mai Tô \
    Hà Tạ Chu Châu Cao Lưu Thái Tăng Quách Triệu Kiều La Lương Vi Thân Từ Tôn Tống Trình Văn Viên Nghiêm Ông Phí Lục Mạc Mạch \
    Khương Kim Khổng Hứa Hàn Giang Doãn Diệp Đàm Đồng Đậu Cù Bạch Âu Bế Ninh Nông Quản Sầm Tiêu Ma Lò Cầm Thạch Sơn Lại Nhữ Úc
    """
}
