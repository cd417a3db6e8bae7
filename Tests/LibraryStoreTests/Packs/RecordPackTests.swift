import Foundation
import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite("Record packs")
struct RecordPackTests {
  private static let moment = Moment(milliseconds: 1_790_000_000_000)

  /// A folder that goes with the test.
  private final class Folder {
    let path = NSTemporaryDirectory() + "thuthu-packs-\(UUID().uuidString)"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ records: [Record]) throws -> String {
      var writer = RecordWriter(.iso2709)
      var bytes: [UInt8] = []
      for record in records { _ = writer.append(record, to: &bytes) }
      let file = path + "/records.mrc"
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      return file
    }
  }

  private static func book(_ title: String, _ author: String, isbn: String? = nil) -> Record {
    var fields = [
      Field("100", "0", " ", [Subfield("a", author)]),
      Field("245", "1", "0", [Subfield("a", title)]),
      Field("520", " ", " ", [Subfield("a", "Tóm tắt dài về \(title)")]),
    ]
    if let isbn { fields.insert(Field("020", " ", " ", [Subfield("a", isbn)]), at: 0) }
    return Record(leader: .newBook, fields: fields)
  }

  /// A number of book `index` with its check digit.
  private static func isbn(_ index: Int) -> String {
    let front = "978604" + String(String(1_000_000 + index).suffix(6))
    let sum = zip(front.utf8, 0...).reduce(0) {
      $0 + (Int($1.0) - 0x30) * ($1.1 % 2 == 0 ? 1 : 3)
    }
    return front + String((10 - sum % 10) % 10)
  }

  private func pack(
    _ records: [Record], in folder: Folder, isBrief: Bool = false
  ) throws -> RecordPack {
    let path = folder.path + "/books.pack"
    _ = try PackBuilder.build(
      path, from: [try folder.file(records)], PackOptions(isBrief: isBrief),
      made: RecordPackTests.moment)
    return try RecordPack(path)
  }

  private static let books = (0..<500).map { number in
    book(
      number % 50 == 0 ? "Truyện Kiều bản \(number)" : "Sách số \(number)",
      number % 7 == 0 ? "Nguyễn Du" : "Đoàn Giỏi", isbn: isbn(number))
  }

  @Test("every record comes out as it went in, found by its book number")
  func byISBN() throws {
    let folder = try Folder()
    let pack = try pack(RecordPackTests.books, in: folder)
    #expect(pack.info.records == 500)
    for (number, book) in RecordPackTests.books.enumerated() {
      let isbn = try #require(ISBN(RecordPackTests.isbn(number)))
      #expect(try pack.find(isbn).map { Array($0.record.fields) } == [Array(book.fields)])
    }
    let other = try #require(ISBN("9780306406157"))
    #expect(try pack.find(other).isEmpty)
  }

  @Test(
    "titles and authors are found without tones, in any order, the last word half typed",
    arguments: ["truyện kiều", "kieu truy", "du truyen", "TRUYEN KI"])
  func byWords(typed: String) throws {
    let folder = try Folder()
    let pack = try pack(RecordPackTests.books, in: folder)
    let titles = try pack.find(words: typed).map { Bibliography($0.record).title?.proper ?? "" }
    #expect(!titles.isEmpty)
    #expect(titles.allSatisfy { $0.hasPrefix("Truyện Kiều") })
    #expect(try pack.find(words: "khongco").isEmpty)
    #expect(try pack.find(words: " \" * - ").isEmpty)
  }

  @Test("a brief pack keeps what a title is known by and leaves the rest out")
  func brief() throws {
    let folder = try Folder()
    let pack = try pack(RecordPackTests.books, in: folder, isBrief: true)
    #expect(pack.info.isBrief)
    let isbn = try #require(ISBN(RecordPackTests.isbn(3)))
    let hit = try #require(try pack.find(isbn).first)
    #expect(hit.record.fields.map(\.tag) == ["020", "100", "245"])
  }

  @Test("a small pack, of fewer records than make a dictionary, is a pack too")
  func small() throws {
    let folder = try Folder()
    let pack = try pack(Array(RecordPackTests.books.prefix(1)), in: folder)
    #expect(try pack.find(words: "kieu").count == 1)
    #expect(try pack.check().isSound)
  }

  @Test("a whole check passes, and one changed byte of a record is found")
  func check() throws {
    let folder = try Folder()
    let path = try pack(RecordPackTests.books, in: folder).path
    #expect(try RecordPack(path).check().isSound)
    // A word of the dictionary stands in the file as it is: changed, it changes every record that refers to it.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let place = try #require(bytes.range(of: Data("Tóm tắt dài".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "X")
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(try !RecordPack(path).check().isSound)
  }

  @Test("a pack on a medium that cannot be written is read where it lies")
  func readOnly() throws {
    let folder = try Folder()
    let path = try pack(RecordPackTests.books, in: folder).path
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    }
    #expect(try RecordPack(path).find(words: "kieu").count == 10)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "books.pack", "records.mrc",
      ])
  }

  @Test(
    "a file that is no pack is refused with its reason, and nothing is left of a build that fails")
  func noPack() throws {
    let folder = try Folder()
    let text = folder.path + "/text"
    try Data("no pack at all".utf8).write(to: URL(fileURLWithPath: text))
    #expect(throws: StoreFault.self) { try RecordPack(text) }
    #expect(throws: StoreFault.self) { try RecordPack(folder.path + "/missing") }
    #expect(throws: StoreFault.self) {
      try PackBuilder.build(
        folder.path + "/new.pack", from: [folder.path + "/missing.mrc"], PackOptions(),
        made: RecordPackTests.moment)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["text"])
  }

  @Test("a pack cut off anywhere is refused or found damaged, and never stops the program")
  func cutOff() throws {
    let folder = try Folder()
    let path = try pack(RecordPackTests.books, in: folder).path
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for share in 1..<10 {
      try whole.prefix(whole.count * share / 10).write(to: URL(fileURLWithPath: path))
      do {
        #expect(try !RecordPack(path).check().isSound)
      } catch let fault as StoreFault {
        if case .locked = fault { Issue.record("\(fault)") }
      }
    }
  }
}
