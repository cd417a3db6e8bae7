import MARC
import Testing

/// Real files from many systems; skipped where they are not on the machine.
@Suite(.enabled(if: RecordFiles.shared != nil))
struct RealFileTests {
  private let folder = RecordFiles.shared ?? ""

  private func readFile(_ path: String, as format: RecordFormat? = nil) throws -> [ReadRecord] {
    try readAll(RecordFiles.contents(of: "\(folder)/\(path)"), as: format)
  }

  @Test("every sound record is written back byte for byte, and survives storage")
  func byteIdentity() throws {
    let paths = RecordFiles.paths(
      below: folder, endingIn: [".mrc", ".marc", ".dat", ".usmarc", ".marc21"])
    var soundCount = 0
    for path in paths {
      let file = try RecordFiles.contents(of: path)
      let reader = ISO2709Reader(MemorySource(file))
      while let step = try reader.next() {
        guard step.isSound, let record = step.record else { continue }
        soundCount += 1
        let output = written([try Record(storage: record.storageBytes)], as: .iso2709)
        let isSame = file[step.offset...].starts(with: output)
        #expect(isSame, "\(path) \(step.number)")
      }
    }
    #expect(soundCount > 17_000)
  }

  @Test("the other formats keep all fields of sound records")
  func otherFormats() throws {
    for path in [
      "mrrc-loc-sru/edge_cases/sample.mrc", "evergreen-marc-samples/lul_fre_100.mrc",
      "loc-vietnamese-40/vn_related.utf8.mrc", "evergreen-marc-samples/hebrew.marc",
    ] {
      let records = try readFile(path).filter(\.isSound).records.map(\.withoutOriginal)
      #expect(!records.isEmpty)
      for format in RecordFormat.whole {
        let read = try readAll(written(records, as: format)).records.map(\.withoutOriginal)
        #expect(
          read.map { Array($0.fields) } == records.map { Array($0.fields) }, "\(path) \(format)")
      }
    }
  }

  @Test("two thousand records say the same in MARC-8 and in Unicode")
  func twins() throws {
    let unicode = try readFile("loc-books-10k/loc_books_2k.utf8.mrc").records
    let marc8 = try readFile("loc-books-10k/loc_books_2k.marc8.mrc").records
    #expect(unicode.count == 1981)
    #expect(zip(unicode, marc8).allSatisfy { texts($0) == texts($1) })
    #expect(unicode.count == marc8.count)
  }

  /// The texts as strings, which compare as equal whether composed or not.
  private func texts(_ record: Record) -> [String] {
    record.fields.flatMap { [$0.tag.text] + ($0.isControl ? [$0.text] : $0.subfields.map(\.text)) }
  }

  @Test("the same records in other formats have the same fields")
  func pairs() throws {
    for (one, other) in [
      ("perl-marc-tests/MARCMaker/camel.mrk", "perl-marc-tests/MARCMaker/camel.usmarc"),
      ("perl-marc-tests/MARC-in-JSON/test.ndj", "perl-marc-tests/MARC-in-JSON/test.mrc"),
    ] {
      let first = try readFile(one).records.map { Array($0.fields) }
      #expect(!first.isEmpty)
      #expect(
        try first == Array(readFile(other).records.map { Array($0.fields) }.prefix(first.count)),
        "\(one)")
    }
  }

  @Test("files known to be broken are told and mended as far as can be")
  func brokenFiles() throws {
    let counted = try readFile("catmandu-marc-tests/t/bu_bibs.mrc")
    #expect(counted.records.count == 100)
    #expect(counted.faults.count(where: { $0 == .lengthsInCharacters }) == 16)
    #expect(!counted.contains { $0.severity == .error })
    #expect(try readFile("pymarc-tests/bad_records.mrc").records.count == 9)
    #expect(try readFile("perl-marc-tests/MARC-Record/badldr.usmarc").records.count == 6)
    #expect(try readFile("perl-marc-tests/MARC-pm/badmarc.dat").faults.count > 3)
    let separated = try readFile(
      "metafacture/metafacture-runner/src/main/dist/examples/read/marc21/10.marc21")
    #expect(separated.faults == [.blankBetweenRecords])
    #expect(separated.records.count == 10)
    let broken = try readFile("ruby-marc-tests/three-records-second-bad.xml")
    #expect(broken.records.count == 3)
    #expect(broken.map(\.isSound) == [true, false, true])
  }

  @Test("answers of catalogue servers give their records")
  func serverAnswers() throws {
    for (name, count) in [
      ("marcxml", 10), ("marcxml_ns", 4), ("marcxml_ns_prefix", 5), ("mods", 0),
    ] {
      let steps = try readFile("sru-oai-samples/sru/\(name).xml")
      #expect(steps.records.count == count, "\(name)")
    }
  }

  @Test("every bibliographic record has a title, and Vietnamese ones a language")
  func bibliographies() throws {
    let books = try readFile("loc-books-10k/loc_books_2k.utf8.mrc").records.map { Bibliography($0) }
    #expect(books.allSatisfy { $0.title?.full.isEmpty == false })
    #expect(books.count { $0.year != nil } > 1900)
    #expect(books.count { !$0.isbns.isEmpty } > 500)
    let vietnamese = try readFile("loc-vietnamese-40/vie.utf8.mrc").records.map { Bibliography($0) }
    #expect(vietnamese.allSatisfy { $0.languages.first == "vie" && $0.year != nil })
  }
}
