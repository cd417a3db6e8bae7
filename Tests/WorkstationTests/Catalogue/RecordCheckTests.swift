import LibraryCore
import MARC
import Testing

@testable import Workstation

@Suite("What is to be said of a record")
struct RecordCheckTests {
  private func kinds(_ fields: [MARC.Field], _ leader: Leader = .newBook) -> [RecordProblem.Kind] {
    RecordCheck.problems(in: EditableRecord(leader: leader, fields: fields)).map(\.kind)
  }

  private let title = MARC.Field("245", [Subfield("a", "Số đỏ")])
  private let year = MARC.Field("260", [Subfield("c", "1936")])

  @Test("a sound record has no problems")
  func sound() { #expect(kinds([title, year]).isEmpty) }

  @Test("a record needs a title that says something")
  func titles() {
    #expect(kinds([year]) == [.titleMissing])
    #expect(kinds([MARC.Field("245", [Subfield("a", " ")]), year]).first == .titleEmpty)
    #expect(kinds([title, title, year]) == [.repeated("245")])
  }

  @Test("wrong check digits, with or without words behind the number")
  func numbers() {
    let isbn = MARC.Field("020", [Subfield("a", "9786041234568 (bìa cứng)")])
    #expect(kinds([isbn, title, year]) == [.isbn("9786041234568 (bìa cứng)")])
    #expect(kinds([MARC.Field("020", [Subfield("a", "9786041234567")]), title, year]).isEmpty)
    #expect(
      kinds([MARC.Field("022", [Subfield("a", "1234-5678")]), title, year]) == [.issn("1234-5678")])
  }

  @Test("shapes of tags, indicators, codes and lengths")
  func shapes() {
    let odd = MARC.Field("24x", "X", .blank, [Subfield("A", "x"), Subfield("b", "")])
    #expect(
      kinds([title, year, odd])
        == [.tagShape("24x"), .indicatorShape("X"), .codeShape("A"), .emptySubfield("b")])
    #expect(
      kinds([MARC.Field(control: "008", "short"), title, year])
        == [.length("008", found: 5, expected: 40)])
    #expect(kinds([title, year, MARC.Field("500", [])]) == [.noSubfields])
    var leader = Leader.newBook
    leader[6] = 0x21
    #expect(kinds([title, year], leader) == [.leaderCode(position: 6, "!")])
  }

  @Test("broken and decomposed text, and control characters")
  func texts() {
    #expect(
      kinds([title, year, MARC.Field("500", [Subfield("a", "e\u{302}\u{301}")])]) == [.decomposed])
    #expect(
      kinds([title, year, MARC.Field("500", [Subfield("a", "a\u{7}b")])]) == [.controlCharacter(7)])
    #expect(kinds([title, year, MARC.Field("500", [Subfield("a", "\u{FFFD}")])]) == [.brokenText])
  }

  @Test("more than one main entry; errors come before warnings")
  func order() {
    let author = MARC.Field("100", [Subfield("a", "Vũ Trọng Phụng")])
    #expect(kinds([author, author, year]) == [.titleMissing, .severalMainEntries])
    #expect(kinds([title]) == [.yearMissing])
  }

  @Test("templates hold 40 codes and ask only to be filled in", arguments: RecordTemplate.allCases)
  func templates(_ template: RecordTemplate) throws {
    let today = try #require(CalendarDay(iso: "2026-11-23"))
    let record = template.record(on: today, library: "VN-TP", SchemaTables.own)
    let codes = try #require(record.first("008")).text
    #expect(codes.count == 40)
    #expect(codes.hasPrefix("261123"))
    #expect(Bibliography(record).country == "vm")
    #expect(Bibliography(record).languages == ["vie"])
    let severe = RecordCheck.problems(in: record.editable).map(\.kind).filter { kind in
      if case .emptySubfield = kind { false } else { kind.severity != .note }
    }
    #expect(severe == [.titleEmpty])
  }

  @Test("barcodes run on behind their prefix, as wide as before")
  func barcodes() {
    #expect(CopyBatch.barcode(after: "VN000009", by: 1) == "VN000010")
    #expect(CopyBatch.barcode(after: "99", by: 1) == "100")
    #expect(CopyBatch.barcode(after: "A", by: 3) == "A")
    #expect(CopyBatch.barcode(after: "B1", by: 0) == "B1")
  }
}
