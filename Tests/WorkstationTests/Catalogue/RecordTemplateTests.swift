import LibraryCore
import MARC
import Testing

@testable import Workstation

@Suite("Templates and runs of barcodes")
struct RecordTemplateTests {
  @Test("templates hold 40 codes and ask only to be filled in", arguments: RecordTemplate.allCases)
  func templates(_ template: RecordTemplate) throws {
    let today = try #require(CalendarDay(iso: "2026-11-23"))
    let record = template.record(on: today, library: "VN-TP", SchemaTables.own)
    let codes = try #require(record.first("008")).text
    #expect(codes.count == 40)
    #expect(codes.hasPrefix("261123"))
    #expect(Bibliography(record).country == "vm")
    #expect(Bibliography(record).languages == ["vie"])
    let severe = RecordValidation(SchemaTables.own).problems(in: record.editable).filter {
      problem in
      if case .emptySubfield = problem.kind { false } else { problem.severity != .advice }
    }
    #expect(severe.map(\.kind) == [.titleEmpty])
  }

  @Test("barcodes run on behind their prefix, as wide as before")
  func barcodes() {
    #expect(CopyBatch.barcode(after: "VN000009", by: 1) == "VN000010")
    #expect(CopyBatch.barcode(after: "99", by: 1) == "100")
    #expect(CopyBatch.barcode(after: "A", by: 3) == "A")
    #expect(CopyBatch.barcode(after: "B1", by: 0) == "B1")
  }
}
