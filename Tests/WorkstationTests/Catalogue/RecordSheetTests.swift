import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("The labelled view of a record")
struct RecordSheetTests {
  private func lines(_ fields: [MARC.Field]) -> [String] {
    RecordSheet.labelled(
      Record(leader: .newBook, fields: fields), SchemaTables.own, ISBNTable.own,
      Wording(.vietnamese)
    ).map { $0.spans.map(\.text).joined() }
  }

  @Test("a book number is parted by hyphens, what follows it stays")
  func isbn() {
    let number = MARC.Field("020", [Subfield("a", "9786043001235 (bìa cứng)")])
    #expect(lines([number]) == ["ISBN                978-604-300-123-5 (bìa cứng)"])
    let ten = MARC.Field("020", [Subfield("a", "080442957X")])
    #expect(lines([ten]) == ["ISBN                0-8044-2957-X"])
    let wrong = MARC.Field("020", [Subfield("a", "9786043001236")])
    #expect(lines([wrong]) == ["ISBN                9786043001236"])
  }

  @Test("a 020 that holds only the price is called a price")
  func price() {
    #expect(
      lines([MARC.Field("020", [Subfield("c", "45000đ")])]) == ["Giá                 45000đ"])
  }
}
