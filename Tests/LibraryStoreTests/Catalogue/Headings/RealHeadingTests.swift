import Foundation
import LibraryCore
import LibraryStore
import MARC
import Testing

/// Headings and authority records as libraries of the world wrote them.
@Suite struct RealHeadingTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private func present(_ name: String) -> String? {
    let path = RealRecords.path(name)
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: \(name) is not here (1 file)")
      return nil
    }
    return path
  }

  @Test("a name in the order of the Library of Congress is the name in direct order")
  func directOrder() throws {
    guard let path = present("vn-names/loc_vietnamese_headings.txt") else { return }
    let headings = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(headings.count == 43)
    for heading in headings {
      let direct = heading.replacing(", ", with: " ")
      #expect(HeadingKey(heading, .person) == HeadingKey(direct, .person), "\(heading)")
      #expect(HeadingKey(heading + ", 1930-", .person) == HeadingKey(direct, .person))
    }
  }

  @Test("every personal heading of Vietnamese records is suggested by its letters without marks")
  func suggested() throws {
    guard let path = present("loc-vietnamese-40/vie.utf8.mrc") else { return }
    _ = try library.desk.importRecords([path])
    var people: Set<CatalogueHeading> = []
    try library.desk.eachRecord { _, record in
      people.formUnion(CatalogueHeadings(record).all.filter { $0.kind == .person })
      return true
    }
    for heading in people {
      let typed = String(heading.key.folded)
      let found = try library.desk.headingSuggestions(tag: "700", code: "a", typed: typed)
      #expect(found.contains { $0.text == heading.text }, "\(heading.text)")
    }
    #expect(people.count > 30)
    #expect(try library.file.check().findings == [])
  }

  @Test(
    "authority files come in and go out byte for byte",
    arguments: [
      "evergreen-marc-samples/auth-1066.mrc", "evergreen-marc-samples/auth-subset100.mrc",
      "mrrc-loc-sru/authority/sample.mrc",
    ])
  func files(name: String) throws {
    guard let path = present(name) else { return }
    var sound: [[UInt8]] = []
    let reader = try RecordReader(FileSource(path: path))
    while let read = try reader.next() {
      if let record = read.record { sound.append(record.storageBytes) }
    }
    guard
      case .imported(let report) = try library.desk.importAuthorities(
        [path], ImportOptions(onMatch: .add))
    else {
      Issue.record("it was refused")
      return
    }
    #expect(report.counts.records == sound.count && !sound.isEmpty)
    var kept: [[UInt8]] = []
    try library.desk.eachAuthority {
      kept.append($1.storageBytes)
      return true
    }
    #expect(kept == sound)
    #expect(try library.file.check().findings == [])
  }
}
