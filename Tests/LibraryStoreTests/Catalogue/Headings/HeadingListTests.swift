import Foundation
import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct HeadingListTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private var desk: Desk { library.desk }

  private func similar(_ authors: [String]) throws -> [String] {
    for author in authors { _ = try desk.saveRecord(Books.book("Sách", by: author)).id() }
    var found: [String] = []
    try desk.eachSimilarHeadings(.person) { group in
      let texts = group.headings.map(\.text).joined(separator: " | ")
      found.append("\(group.likeness.rawValue): \(texts) → \(group.suggestion)")
      return true
    }
    return found
  }

  @Test("headings written in two ways are found, the most used one to keep")
  func similarHeadings() throws {
    #expect(
      try similar([
        "Nguyễn Nhật Ánh", "Nguyễn Nhật Ánh", "Nguyễn, Nhật Ánh, 1955-", "Nguyen Nhat Anh",
        "Lê, Văn Nam, 1950-", "Lê, Văn Nam, 1980-", "Hoà Minh", "Hòa Minh", "Phụng, Vũ Trọng",
        "Dương Hà", "Dương Hạ", "Nguyễn Duy Nam", "Nguyễn Du Nam", "Trần Dăng Khoa",
        "Trần Đăng Khoaa",
      ]) == [
        "form: Hoà Minh | Hòa Minh → Hoà Minh",
        "form: Nguyễn Nhật Ánh | Nguyễn, Nhật Ánh, 1955- → Nguyễn Nhật Ánh",
        "marks: Nguyễn Nhật Ánh | Nguyen Nhat Anh → Nguyễn Nhật Ánh",
        "order: Phụng, Vũ Trọng → Vũ Trọng Phụng",
        "letter: Trần Dăng Khoa | Trần Đăng Khoaa → Trần Dăng Khoa",
      ])
  }

  @Test("headings that stand far apart are found by their words, a letter in front and initials")
  func distant() throws {
    #expect(
      try similar([
        "Ngô Tất Tố", "Hugo Victor", "Victor Hugo", "Lev Tolstoi", "Leo Zzz", "Lev Tolstoj",
        "Ernest Hemingway", "Arnest Hemingway", "V. M. Hùng", "Vũ Mạnh Hùng", "Vũ Minh Hạnh",
        "Jack London", "Jacklondon", "Lê Nam, 1950-", "Nam Lê, 1980-",
      ]) == [
        "words: Hugo Victor | Victor Hugo → Hugo Victor",
        "blanks: Jack London | Jacklondon → Jack London",
        "letter: Arnest Hemingway | Ernest Hemingway → Arnest Hemingway",
        "letter: Lev Tolstoi | Lev Tolstoj → Lev Tolstoi",
        "initials: V. M. Hùng | Vũ Mạnh Hùng → V. M. Hùng",
      ])
  }

  @Test("the walk through similar headings ends when it is told to")
  func stopping() throws {
    _ = try similar(["Hoà Minh", "Hòa Minh", "Lý Nam", "Lí Nam"])
    var count = 0
    try desk.eachSimilarHeadings(.person) { _ in
      count += 1
      return false
    }
    #expect(count == 1)
  }

  @Test("headings without authority and authorities without use are listed")
  func lists() throws {
    for author in ["Tố Hữu", "Tố Hữu", "Xuân Diệu", "Tố Như"] {
      _ = try desk.saveRecord(Books.book("Sách", by: author)).id()
    }
    let used = try desk.saveAuthority(Authorities.person("Nguyễn Du", see: ["Tố Như"])).id()
    let unused = try desk.saveAuthority(Authorities.person("Huy Cận")).id()
    #expect(
      try desk.headingsWithoutAuthority(.person, limit: 9).map { "\($0.text) \($0.uses)" }
        == ["Tố Hữu 2", "Xuân Diệu 1"])
    var found: [EntityID] = []
    try desk.eachUnusedAuthority {
      found.append($0.id)
      return true
    }
    #expect(found == [unused] && used != unused)
  }

  @Test("authority records of a file come in as one batch, once, and go as one")
  func importing() throws {
    var record = Authorities.person("Nguyễn Du", see: ["Tố Như"]).editable
    record.insert(Field(control: "001", "n79021164"))
    let records = [record.record, Authorities.person("Huy Cận"), Books.book("Sách")]
    let path = library.folder + "/authorities.mrc"
    var writer = RecordWriter(.iso2709)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for record in records { _ = writer.append(record, to: &bytes) }
    writer.finish(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard case .imported(let report) = try desk.importAuthorities([path]) else { throw NotTaken() }
    #expect(report.counts.records == 2 && report.counts.skipped == 1)
    #expect(report.faults.map(\.code) == ["notAnAuthority"])
    var kept: [MARC.Record] = []
    try desk.eachAuthority {
      kept.append($1)
      return true
    }
    #expect(kept.map { Array($0.fields) } == records.prefix(2).map { Array($0.fields) })
    guard case .imported(let again) = try desk.importAuthorities([path]) else { throw NotTaken() }
    #expect(again.counts.skipped == 3 && again.batch == nil)
    let batch = try #require(report.batch)
    _ = try desk.undoBatch(batch)
    #expect(try desk.authorities(of: "tố như", .person) == [])
    #expect(try library.file.check().findings == [])
  }

  private struct NotTaken: Error {}
}
