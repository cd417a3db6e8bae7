import Testing
import VietnameseText

@Suite struct AuthorHeadingTests {
  @Test(
    "a Vietnamese given name put in front is noticed, and the name said as it is",
    arguments: [
      ("Phụng, Vũ Trọng", "Vũ Trọng Phụng"), ("Ánh, Nguyễn Nhật", "Nguyễn Nhật Ánh"),
      ("Phụng, Vũ Trọng, 1912-1939", "Vũ Trọng Phụng, 1912-1939"),
      ("Khoa, Tran Dang", "Tran Dang Khoa"),
    ])
  func inverted(heading: String, direct: String) {
    #expect(AuthorHeading.directForm(ofInverted: heading) == direct)
  }

  @Test(
    "a right heading is left alone",
    arguments: [
      "Nguyễn, Nhật Ánh", "Hà, Văn Tấn", "Nguyễn Nhật Ánh", "Mai, Lê Hoàng", "Khánh Vân",
      "Castries, P. Christian Marie de la Croix", "Shakespeare, William", "Minh Mạng, Emperor",
      "Phụng, Vũ", "Smith, Le Roy", "Doyle, Le T.", ",", "", "Tạ, Đức",
    ])
  func upright(heading: String) {
    #expect(AuthorHeading.directForm(ofInverted: heading) == nil)
  }
}
