import Foundation
import MARC
import Terminal
import Testing
import VietnameseText

@testable import Workstation

@Suite("No byte is lost on the way through the screens")
struct EveryByteTests {
  @Test("every place of the cursor has a cell of its own on screen, in fields of any shape")
  func places() {
    var random = SeededNumbers(state: 20_261_123)
    for _ in 0..<400 {
      let field = randomField(&random)
      let layout = FieldLayout(field, columns: Int.random(in: 12...80, using: &random))
      var session = EditingSession(Record(leader: .newBook, fields: [field]))
      session.move(to: EditingPlace(line: 1, .tag(0)))
      var points: [Point] = []
      repeat {
        let point = layout.point(of: session.place.spot)
        #expect(!points.contains(point), "\(session.place) of \(field.line)")
        #expect(layout.spot(row: point.row, column: point.column) == session.place.spot)
        points.append(point)
      } while session.move(.right) && session.place.line == 1
    }
  }

  @Test("the labelled view shows every word of real records")
  func labels() throws {
    let records = try realRecords()
    for record in records {
      let text = RecordSheet.labelled(record, SchemaTables.own, ISBNTable.own, Wording(.vietnamese))
        .map { $0.spans.map(\.text).joined() }.joined(separator: "\n")
      for field in record.fields where !field.isControl {
        for subfield in field.subfields {
          let shown =
            field.tag == "020" && subfield.code == "a"
            ? ISBNTable.own.partingNumber(in: subfield.text.nfc) : subfield.text.nfc
          #expect(text.contains(shown))
        }
      }
    }
  }

  /// Real records where they are at hand.
  private func realRecords() throws -> [Record] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("../shared/data/loc-vietnamese-40").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var records: [Record] = []
    for name in names.sorted() where name.hasSuffix(".mrc") || name.hasSuffix(".xml") {
      let reader = try RecordReader(FileSource(path: folder + "/" + name))
      while let step = try reader.next() { records += [step.record].compactMap { $0 } }
    }
    if records.isEmpty { print("0 real records: the shared data is not here") }
    return records
  }

  /// A field of any shape that can be stored: odd tags, indicators, codes, and bytes that are no UTF-8.
  private func randomField(_ random: inout SeededNumbers) -> MARC.Field {
    let tags: [MARC.Tag] = ["001", "008", "245", "260", "9X9", "24x", "", "éé"]
    let texts = [
      "Truyện Kiều", "Truyện Kiều".nfd, "", " hai  chỗ ", "a$b#c", "e\u{301}\u{323}", "\u{88}",
    ]
    let codes: [Code] = ["a", "b", "2", "Z", " ", Code(byte: 0xC3), .missing]
    let tag = tags.randomElement(using: &random) ?? "500"
    let text = texts.randomElement(using: &random) ?? ""
    guard !tag.isControl else { return MARC.Field(control: tag, text) }
    let subfields = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      Subfield(
        codes.randomElement(using: &random) ?? "a", texts.randomElement(using: &random) ?? "")
    }
    let indicators = (0..<2).map { _ in Code(byte: UInt8.random(in: 0x20...0xFF, using: &random)) }
    return MARC.Field(tag, indicators[0], indicators[1], subfields)
  }
}

/// The same numbers in every run.
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
