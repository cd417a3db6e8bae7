import MARC
import Testing

@Suite struct HeadingTests {
  private func headings(_ tag: MARC.Tag, _ subfields: String...) -> [String] {
    let parts = subfields.compactMap { text in
      text.first.flatMap(Code.init).map { Subfield($0, text.dropFirst()) }
    }
    return Heading.all(in: Field(tag, parts)).map { "\($0.kind.name): \($0.text) \($0.places)" }
  }

  @Test("a name is without the role and the work it stands for")
  func names() {
    #expect(
      headings("700", "iCó:", "aNguyễn, Du,", "d1765-1820.", "tTruyện Kiều", "d1820")
        == ["person: Nguyễn, Du, 1765-1820 [1, 2]"])
    #expect(
      headings("100", "aNguyễn Nhật Ánh,", "etác giả.", "4aut") == [
        "person: Nguyễn Nhật Ánh [0]", "role: tác giả [1]",
      ])
    #expect(
      headings("710", "aViệt Nam.", "bQuốc hội,", "ecơ quan ban hành") == [
        "body: Việt Nam. Quốc hội [0, 1]", "role: cơ quan ban hành [2]",
      ])
  }

  @Test("a subject is without its subdivisions, and each keyword stands alone")
  func subjects() {
    #expect(headings("650", "aVăn học", "xLịch sử", "zViệt Nam") == ["topic: Văn học [0]"])
    #expect(
      headings("653", "aThơ", "aCa dao", "a ") == ["keyword: Thơ [0]", "keyword: Ca dao [1]"])
    #expect(headings("651", "aHà Nội", "xBản đồ") == ["place: Hà Nội [0]"])
  }

  @Test("series are without volumes, and publishers stand beside their places")
  func others() {
    #expect(headings("490", "aTủ sách vàng ;", "vT. 2") == ["series: Tủ sách vàng [0]"])
    #expect(headings("830", "aTủ sách vàng ;", "vT. 2") == ["series: Tủ sách vàng [0]"])
    #expect(
      headings("260", "aHà Nội :", "bKim Đồng,", "c2019") == [
        "publicationPlace: Hà Nội [0]", "publisher: Kim Đồng [1]",
      ])
    #expect(headings("245", "aTruyện Kiều") == [])
    #expect(headings("100", "eauthor") == ["role: author [0]"])
  }

  @Test("an authority's field gives the heading of its tag, whichever hundred it is in")
  func authorities() {
    let see = Field("400", "0", " ", [Subfield("w", "nne"), Subfield("a", "Tố Như,")])
    #expect(Heading.inAuthority(see)?.text == "Tố Như")
    #expect(Heading.inAuthority(see)?.kind == .person)
    #expect(Heading.inAuthority(Field("670", [Subfield("a", "Kiều")])) == nil)
    #expect(Heading.inAuthority(Field("700", [Subfield("a", "Du")])) == nil)
  }
}
