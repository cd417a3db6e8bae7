import MARC
import Testing

/// Every file of the collections of real and deliberately broken records: read without fault, or named here with what
/// is wrong with it and what is read of it all the same.
@Suite(.enabled(if: RecordFiles.shared != nil))
struct CollectionTests {
  private let folder = RecordFiles.shared ?? ""

  static let collections = [
    "catmandu-marc-tests", "evergreen-marc-samples", "file_marc-tests", "loc-books-10k",
    "loc-marc2bibframe2", "loc-vietnamese-40", "metafacture", "mrrc-loc-sru", "perl-marc-tests",
    "pymarc-tests", "qa-catalogue-samples", "ruby-marc-tests", "sru-oai-samples", "yaz-marc-tests",
  ]

  @Test("every file of a collection is read as its table says", arguments: collections)
  func files(collection: String) throws {
    let paths = RecordFiles.paths(below: "\(folder)/\(collection)", endingIn: [""])
    #expect(!paths.isEmpty)
    for path in paths {
      let name = String(path.dropFirst(folder.utf8.count + 1))
      guard !OddFiles.isUnread(name) else { continue }
      let steps = try readAll(RecordFiles.contents(of: path))
      let found = OddFile(records: steps.records.count, faults: steps.kindsOfFaults)
      if let odd = OddFiles.table[name] {
        #expect(found == odd, "\(name)")
      } else {
        let isSound = steps.areSound && !steps.records.isEmpty
        #expect(isSound, "\(name) \(found)")
      }
    }
  }

  // MARK: - The same records in other forms

  private func records(_ name: String) throws -> [Record] {
    try readAll(RecordFiles.contents(of: "\(folder)/\(name)")).records
  }

  /// Tags, codes and texts as strings, which compare as equal whether composed or not.
  private func texts(_ record: Record) -> [String] {
    record.fields.flatMap { field in
      [field.tag.text]
        + (field.isControl ? [field.text] : field.subfields.map { "\($0.code) \($0.text)" })
    }
  }

  /// Tags and codes; lines of text cannot keep every blank.
  private func shape(_ record: Record) -> [String] {
    record.fields.map { field in
      field.tag.text + field.subfields.map { " \($0.code)" }.joined()
    }
  }

  @Test(
    "each file in UTF-8 or MARC-8 says what the expected XML and JSON beside it say",
    arguments: [6, 8, 9])
  func expectedOutputs(number: Int) throws {
    let file = "yaz-marc-tests/marc\(number)"
    let read = try records("\(file).marc").map(texts)
    for other in ["xml", "json", "json.marc", "xml.marc"] {
      #expect(try records("\(file).\(other)").map(texts) == read, "\(other)")
    }
  }

  @Test("every record of a file says what the expected lines beside it say", arguments: 1...5)
  func expectedLines(number: Int) throws {
    let read = try records("yaz-marc-tests/marccol\(number).u8.marc")
    let listed = try (1...2).map { try records("yaz-marc-tests/marccol\(number).u8.\($0).lst") }
    #expect(!read.isEmpty)
    for records in listed where !records.isEmpty {
      #expect(records.allSatisfy { listed in read.contains { shape($0) == shape(listed) } })
    }
  }

  @Test(
    "files of the same records in two forms agree in every text",
    arguments: [
      ("loc-books-10k/loc_books_2k.utf8.mrc", "loc-books-10k/loc_books_2k.marcxml.gz"),
      ("loc-books-10k/loc_books_2k.utf8.mrc", "loc-books-10k/loc_books_2k.marc8.mrc"),
      ("loc-vietnamese-40/vie.utf8.mrc", "loc-vietnamese-40/vie.marc8.mrc"),
      ("file_marc-tests/music.mrc", "file_marc-tests/compressed.mrc.gz"),
      ("catmandu-marc-tests/t/camel.mrc", "catmandu-marc-tests/t/camel.mrk"),
      ("pymarc-tests/marc8.dat", "pymarc-tests/marc8-to-unicode.dat"),
    ])
  func twins(one: String, other: String) throws {
    let (first, second) = (try records(one).map(texts), try records(other).map(texts))
    #expect(!first.isEmpty)
    #expect(first.count == second.count)
    let differing = zip(first, second).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    #expect(differing.isEmpty)
  }

  @Test(
    "fifteen hundred lines of MARC-8 say what their twins in UTF-8 say",
    arguments: ["pymarc-tests", "ruby-marc-tests/marc8/data"])
  func textTwins(place: String) throws {
    let lines = try ["marc8", "utf8"].map { name in
      try RecordFiles.contents(of: "\(folder)/\(place)/test_\(name).txt").split(separator: 0x0A)
    }
    #expect(lines[0].count == lines[1].count)
    #expect(lines[0].count > 1500)
    let differing = try zip(lines[0], lines[1]).filter { marc8, utf8 in
      let read = try readAll(isoRecord(Array(marc8))).records.first?.first("245")?.text("a")
      return read != String(decoding: utf8, as: UTF8.self)
    }
    // The last line of one of them is code page 1252, which its program tolerates in MARC-8.
    #expect(differing.count == (place == "pymarc-tests" ? 1 : 0))
  }

  /// A record in MARC-8 with this title, laid out by hand.
  private func isoRecord(_ title: [UInt8]) -> [UInt8] {
    let length = title.count + 5
    func digits(_ number: Int, _ count: Int) -> String {
      String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
    }
    let head = digits(24 + 13 + length + 1, 5) + "nam  2200037 a 4500" + "245" + digits(length, 4)
    return Array((head + "00000\u{1E}00\u{1F}a").utf8) + title + [0x1E, 0x1D]
  }

  @Test("records go to MARC-8 and come back the same, or are named as impossible")
  func marc8RoundTrip() throws {
    var refusedCount = 0
    let records = try records("loc-books-10k/loc_books_2k.utf8.mrc")
    for record in records {
      var writer = RecordWriter(.iso2709, encoding: .marc8)
      var output: [UInt8] = []
      if writer.append(record, to: &output).contains(where: \.preventsWriting) {
        refusedCount += 1
        continue
      }
      let again = try readAll(output).records.map(texts)
      let isSame = again == [texts(record)]
      #expect(isSame)
    }
    #expect(refusedCount * 50 < records.count)
  }
}

/// What is read of a file that is not in order.
struct OddFile: Equatable, CustomStringConvertible {
  var records: Int
  /// The kinds of faults, each once, by the alphabet.
  var faults: [String]

  init(records: Int, faults: [String]) {
    self.records = records
    self.faults = faults
  }

  /// The form of a line in the table: `2 invalidUTF8 wrongDirectory`.
  init(_ line: Substring) {
    let words = line.split(separator: " ")
    records = Int(words.first ?? "") ?? -1
    faults = words.dropFirst().map(String.init)
  }

  var description: String { ([String(records)] + faults).joined(separator: " ") }
}

extension [ReadRecord] {
  /// The kinds of all faults beyond mere notes.
  fileprivate var kindsOfFaults: [String] {
    let faults = flatMap(\.diagnostics).filter { $0.severity > .note }.map(\.fault)
    let names = faults.map { Mirror(reflecting: $0).children.first?.label ?? "\($0)" }
    return Set(names).sorted()
  }
}
