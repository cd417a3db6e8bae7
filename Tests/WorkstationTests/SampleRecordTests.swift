import MARC
import Testing

@testable import Workstation

@Suite("The sample library's records")
struct SampleRecordTests {
  private let records = SampleTables.records

  @Test("a title becomes the record a cataloguer would make")
  func firstRecord() throws {
    let kieu = try #require(records.first)
    let fields = kieu.fields.filter { $0.tag < "852" }.map { field in
      let text = field.isControl ? [field.text] : field.subfields.map { "$\($0.code)\($0.text)" }
      return "\(field.tag) " + text.joined()
    }
    #expect(
      fields == [
        "008 260101s2007    vm            000 | vie d", "020 $c20000đ",
        "082 $a895.92212$223", "100 $aNguyễn Du",
        "245 $aTruyện Kiều :$bĐoạn trường tân thanh /$cNguyễn Du",
        "260 $aT.P. Hồ Chí Minh :$bVăn nghệ,$c2007", "300 $a114 tr. ;$c19 cm",
        "653 $aTruyện thơ", "653 $aVăn học cổ điển", "653 $aThơ Nôm",
      ])
  }

  @Test("a volume and a translation are described as such")
  func volumes() throws {
    let volume = try #require(
      records.first { $0.first("245")?.text("a") == "Những người khốn khổ." })
    #expect(volume.first("245")?.text("n") == "Tập 1 /")
    #expect(volume.first("041")?.text("h") == "fre")
  }

  @Test("every copy has a barcode of its own, running within its location")
  func copies() {
    let items = records.flatMap { Bibliography($0).itemStatements }
    #expect(items.count == SampleTables.titles.map(\.copies).reduce(0, +))
    let barcodes = Set(items.compactMap(\.barcode))
    #expect(barcodes.count == items.count)
    #expect(barcodes.contains("VV.000017") && barcodes.contains("TN.000004"))
    #expect(items.allSatisfy { $0.barcode?.hasPrefix($0.collection ?? "?") == true })
  }

  @Test("field 008 has its forty characters")
  func fixedData() {
    let lengths = Set(records.map { $0.first("008")?.text.count })
    #expect(lengths == [40])
  }

  @Test("the check of records finds nothing to warn of, and their fixed data without fault")
  func nothingWrong() throws {
    let validation = RecordValidation(try TestWorkplace().workplace.schema)
    for record in records.map(\.editable) {
      let problems = validation.problems(in: record)
      let faults = problems.filter { problem in
        problem.severity != .advice
          || problem.place.map { record.fields[$0].tag == "008" } == true
      }
      #expect(faults.isEmpty, "\(faults)")
    }
  }
}
