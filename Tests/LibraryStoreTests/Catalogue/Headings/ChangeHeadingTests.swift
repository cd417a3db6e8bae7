import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct ChangeHeadingTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private var desk: Desk { library.desk }

  /// A record with a field that nobody would guess, so that a lost byte shows.
  @discardableResult
  private func book(_ title: String, _ fields: [Field]) throws -> EntityID {
    let odd = Field("9ZZ", "x", "9", [Subfield("?", "  giữ nguyên  "), Subfield("a", "")])
    let title = Field("245", "1", "0", [Subfield("a", title)])
    return try desk.saveRecord(
      Record(leader: .newBook, fields: fields + [title, odd])
    ).id()
  }

  private func person(_ parts: (Code, String)...) -> Field {
    Field("700", "1", " ", parts.map { Subfield($0.0, $0.1) })
  }

  private func change(_ renaming: HeadingRenaming) throws -> HeadingChangeReport {
    guard case .changed(let report) = try desk.changeHeading(renaming) else {
      throw ChangeFailed()
    }
    return report
  }

  private struct ChangeFailed: Error {}

  private func fields(_ id: EntityID) throws -> [String] {
    try #require(try desk.record(id)).record.fields.map { String(decoding: $0.body, as: UTF8.self) }
  }

  @Test(
    "a heading is renamed everywhere, the rest of each field stays, and one undo takes all back")
  func renamed() throws {
    let first = try book(
      "Một", [person(("a", "Phụng, Vũ Trọng,"), ("e", "tác giả."), ("4", "aut"), ("t", "Số đỏ"))])
    let second = try book("Hai", [person(("i", "Xem"), ("a", "Phụng, Vũ Trọng"))])
    let other = try book("Ba", [person(("a", "Vũ, Bằng"))])
    let before = try [first, second, other].map(fields)
    let renaming = HeadingRenaming(
      kind: .person, from: "Phụng, Vũ Trọng", to: "Vũ Trọng Phụng, 1912-1939")
    guard case .changed(let preview) = try desk.previewHeadingChange(renaming) else {
      throw ChangeFailed()
    }
    #expect(preview.records == 2 && preview.examples.count == 2 && preview.batch == nil)
    #expect(try [first, second, other].map(fields) == before)
    let report = try change(renaming)
    #expect(report.records == 2)
    #expect(
      try fields(first)[0]
        == "1 \u{1F}aVũ Trọng Phụng,\u{1F}d1912-1939,\u{1F}etác giả.\u{1F}4aut\u{1F}tSố đỏ")
    #expect(try fields(second)[0] == "1 \u{1F}iXem\u{1F}aVũ Trọng Phụng,\u{1F}d1912-1939")
    for (id, old) in zip([first, second], before) {
      #expect(try fields(id).dropFirst() == old.dropFirst())
    }
    #expect(try fields(other) == before[2])
    #expect(try desk.heading(.person, "Phụng, Vũ Trọng").uses == 0)
    _ = try desk.undo()
    #expect(try [first, second, other].map(fields) == before)
    #expect(try library.file.check().findings == [])
  }

  @Test("two headings become one, and the old one leads to it from the authority record")
  func merged() throws {
    try book("Một", [person(("a", "Tố Như"))])
    try book("Hai", [person(("a", "Nguyễn, Du,"), ("d", "1765-1820"))])
    let lost = try desk.saveAuthority(
      Authorities.person("Tố Như", see: ["Thanh Hiên"], seeAlso: ["Tiên Điền"])
    ).id()
    let kept = try desk.saveAuthority(Authorities.person("Nguyễn, Du, 1765-1820")).id()
    let report = try change(
      HeadingRenaming(
        kind: .person, from: "Tố Như", to: "Nguyễn, Du, 1765-1820", keepsReference: true))
    #expect(report.records == 1 && report.authorities == 2 && report.alreadyUsed == 1)
    #expect(try desk.heading(.person, "Nguyễn, Du, 1765-1820").uses == 2)
    #expect(try desk.authority(lost)?.status == .removed)
    let forms = try #require(try desk.authority(kept)).entry.forms
    #expect(
      Set(forms.map(\.text)) == ["Nguyễn, Du, 1765-1820", "Tố Như", "Thanh Hiên", "Tiên Điền"])
    _ = try desk.undo()
    #expect(try desk.authority(lost)?.status == .active)
    #expect(try desk.authority(kept)?.entry.forms.count == 1)
    #expect(try desk.heading(.person, "Tố Như").uses == 1)
    #expect(try library.file.check().findings == [])
  }

  @Test("a variant becomes a see reference, also where there was no authority record")
  func variants() throws {
    try book("Một", [Field("653", [Subfield("a", "Máy tính"), Subfield("a", "May tinh")])])
    try book("Hai", [Field("653", [Subfield("a", "MÁY TÍNH")])])
    try book("Ba", [Field("650", " ", "7", [Subfield("a", "Máy tính"), Subfield("x", "Sử")])])
    let report = try change(
      HeadingRenaming(
        kind: .keyword, from: "Máy tính", to: "Tin học", includesVariants: true,
        keepsReference: true))
    #expect(report.records == 2 && report.authorities == 1)
    #expect(try desk.heading(.keyword, "Tin học").uses == 2)
    #expect(try desk.heading(.keyword, "May tinh").uses == 1)
    #expect(try desk.heading(.topic, "Máy tính").uses == 1)
    #expect(try desk.heading(.keyword, "máy tính").preferred == "Tin học")
    _ = try desk.undo()
    #expect(try desk.heading(.keyword, "máy tính").preferred == nil)
    #expect(try library.file.check().findings == [])
  }

  @Test("a publisher keeps the mark that parts it from the year")
  func publisher() throws {
    let id = try desk.saveRecord(Books.book("Sách")).id()
    let report = try change(
      HeadingRenaming(kind: .publisher, from: "Kim Đồng", to: "Nxb. Kim Đồng"))
    #expect(report.records == 1 && report.authorities == 0)
    let text = try #require(try desk.record(id)).record.fields("260").first { _ in true }?.text("b")
    #expect(text == "Nxb. Kim Đồng,")
  }

  @Test("what nothing has is unknown, what is no heading is refused, and who may not may not")
  func refusals() throws {
    try book("Một", [person(("a", "Tố Hữu"))])
    let unknown = HeadingRenaming(kind: .person, from: "Ai Đó", to: "Người Khác")
    #expect(try desk.changeHeading(unknown) == .unknown("Ai Đó"))
    let same = HeadingRenaming(kind: .person, from: "Tố Hữu", to: "Tố Hữu")
    #expect(try desk.changeHeading(same) == .unknown("Tố Hữu"))
    let empty = HeadingRenaming(kind: .person, from: "Tố Hữu", to: " … ")
    #expect(
      try desk.changeHeading(empty)
        == .refused([.invalidValue(field: "heading", typed: " … ")]))
    #expect(try desk.log(limit: 1).first?.op.body.kind == OpKind.recordSaved.rawValue)
  }

  @Test("a change of very many records is written in parts and taken back as one")
  func parts() throws {
    for number in 1...1100 { try book("Sách \(number)", [person(("a", "Nam Cao"))]) }
    var told: [Int] = []
    let renaming = HeadingRenaming(kind: .person, from: "Nam Cao", to: "Nam Cao, 1917-1951")
    guard
      case .changed(let report) = try desk.changeHeading(
        renaming,
        progress: {
          told.append($0)
          return true
        })
    else { throw ChangeFailed() }
    #expect(report.records == 1100 && told == [500, 1000])
    _ = try desk.undo()
    #expect(try desk.heading(.person, "Nam Cao").uses == 1100)
  }
}
