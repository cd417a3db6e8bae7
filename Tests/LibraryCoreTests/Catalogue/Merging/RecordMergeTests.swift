import LibraryCore
import MARC
import Testing

@Suite struct RecordMergeTests {
  private func record(_ fields: [(String, String)]) -> Record {
    Record(
      leader: .newBook,
      fields: fields.map { tag, text in
        tag.hasPrefix("00")
          ? Field(control: Tag(tag) ?? "001", text)
          : Field(Tag(tag) ?? "999", "1", "0", [Subfield("a", text)])
      })
  }

  private func texts(_ record: Record) -> [String] {
    record.fields.map { "\($0.tag) \($0.text("a") ?? $0.text)" }
  }

  private let left: Record
  private let right: Record

  init() {
    left = Record(
      leader: .newBook,
      fields: [
        Field(control: "001", "1"), Field("245", "1", "0", [Subfield("a", "Truyện Kiều")]),
        Field("650", [Subfield("a", "Thơ")]), Field("925", [Subfield("a", "lạ")]),
      ])
    right = Record(
      leader: .newBook,
      fields: [
        Field(control: "001", "2"), Field("082", [Subfield("a", "895.9")]),
        Field("245", "0", "0", [Subfield("a", "TRUYỆN KIỀU.")]),
        Field("500", [Subfield("a", "Ghi chú")]), Field("650", [Subfield("a", "thơ.")]),
        Field("650", [Subfield("a", "Thở")]),
      ])
  }

  @Test("the left record stands, and what only the right has comes in where it belongs")
  func usual() {
    let merge = RecordMerge(left, right)
    #expect(
      texts(merge.record) == [
        "001 1", "082 895.9", "245 Truyện Kiều", "500 Ghi chú", "650 Thơ", "650 Thở", "925 lạ",
      ])
    #expect(merge.rows.count { $0.isSame } == 2)
  }

  @Test("where nothing is taken from the right, the record is the left one byte for byte")
  func untouched() {
    var merge = RecordMerge(left, right)
    merge.choose(.left, for: .all)
    #expect(merge.record.storageBytes == left.storageBytes)
  }

  @Test("each row may come from the right, from both or from neither")
  func choices() throws {
    var merge = RecordMerge(left, right)
    let title = try #require(merge.rows.firstIndex { $0.tag == "245" })
    merge.choose(.right, at: title)
    merge.choose(.neither, for: try #require(TagPattern("6XX")))
    merge.choose(.both, for: try #require(TagPattern("001")))
    #expect(
      texts(merge.record) == [
        "001 1", "001 2", "082 895.9", "245 TRUYỆN KIỀU.", "500 Ghi chú", "925 lạ",
      ])
  }

  @Test(
    "a pattern matches the tags it says",
    arguments: [
      ("245", "245", true), ("6XX", "650", true), ("6xx", "750", false), ("*", "001", true),
    ])
  func patterns(pattern: String, tag: String, matches: Bool) throws {
    #expect(try #require(TagPattern(pattern)).matches(try #require(Tag(tag))) == matches)
  }

  @Test("what is no pattern is none", arguments: ["", "24", "2450", "A45", "24 "])
  func noPattern(text: String) { #expect(TagPattern(text) == nil) }
}
