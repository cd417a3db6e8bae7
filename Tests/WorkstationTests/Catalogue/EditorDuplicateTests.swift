import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("What the editor shows beside the record")
struct EditorDuplicateTests {
  private let house: TestWorkplace
  private let known: EntityID

  init() throws {
    house = try TestWorkplace()
    known = try house.saved(
      house.desk.saveRecord(
        Record(
          leader: .newBook,
          fields: EditorDuplicateTests.fields + [
            MARC.Field("500", [Subfield("a", "In lần thứ hai")])
          ])))
  }

  private static let fields = [
    MARC.Field("020", [Subfield("a", "9786043001235")]),
    MARC.Field("100", "0", .blank, [Subfield("a", "Vũ Trọng Phụng")]),
    MARC.Field("245", "1", "0", [Subfield("a", "Số đỏ")]),
    MARC.Field("260", [Subfield("b", "Văn học"), Subfield("c", "2019")]),
  ]

  private func open(
    _ fields: [MARC.Field], jobs: ScreenDriver.JobTiming = .atOnce
  ) -> ScreenDriver {
    house.driver(
      EditorScreen(workplace: house.workplace, .new(Record(leader: .newBook, fields: fields))),
      jobs: jobs)
  }

  @Test("a record that is here already is named while it is typed, and shown side by side")
  func duplicate() throws {
    let title = MARC.Field("245", "1", "0", [Subfield("a", "Số đ")])
    let driver = open(EditorDuplicateTests.fields.map { $0.tag == "245" ? title : $0 })
    driver.press(Key(.end))
    driver.type("ỏ")
    #expect(driver.text.contains("đã có: "))
    driver.press(.alt("g"))
    #expect(driver.lines[0].contains("SO SÁNH biểu ghi \(known) → bản đang sửa"))
    #expect(driver.text.contains("In lần thứ hai"))
  }

  @Test("the letter is on screen before the search for the same title has ended")
  func notWaiting() throws {
    let driver = open(EditorDuplicateTests.fields, jobs: .onDemand)
    driver.press(Key(.end))
    driver.type(" x")
    #expect(driver.line(with: "$a Số đỏ x") != nil && !driver.text.contains("đã có: "))
    driver.press(.control("z"))
    driver.runJobs()
    #expect(driver.text.contains("đã có: "))
  }

  @Test("a field in another script is named by the one it stands for, and shows its partner")
  func otherScript() throws {
    let driver = open([
      MARC.Field("245", "1", "0", [Subfield("6", "880-01"), Subfield("a", "Số đỏ")]),
      MARC.Field("880", "1", "0", [Subfield("6", "245-01/$1"), Subfield("a", "數都")]),
    ])
    #expect(driver.text.contains("↔ 880  數都"))
    driver.press(Key(.down))
    #expect(driver.text.contains("880 → 245"))
    #expect(driver.text.contains("↔ 245  Số đỏ"))
  }
}
