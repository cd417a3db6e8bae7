import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite("The library's own templates")
struct TemplatesTests {
  private let library: TestLibrary
  private let record = Record(
    leader: .newBook,
    fields: [
      Field(control: "008", "261128s        vm            000 0 vie d"),
      Field("245", "0", "0", [Subfield("a", "Báo cáo {$} của xã")]),
      Field("999", "5", "x", [Subfield("q", "riêng")]),
    ])

  init() throws { library = try TestLibrary() }

  @Test("a template is kept byte for byte, replaced under its name, removed and taken back")
  func keeping() throws {
    _ = try library.desk.saveTemplate(" Báo cáo ", record).id()
    #expect(try library.desk.templates() == [OwnTemplate(name: "Báo cáo", record: record)])
    #expect(try library.desk.saveTemplate("", record) == .refused([.nameMissing]))
    _ = try library.desk.removeTemplate("Báo cáo").id()
    #expect(try library.desk.templates().isEmpty)
    #expect(try library.desk.removeTemplate("Báo cáo") == .unknown("Báo cáo"))
    guard case .undone = try library.desk.undo() else {
      Issue.record("the removal stands")
      return
    }
    #expect(try library.desk.templates().map(\.name) == ["Báo cáo"])
    #expect(try library.file.check().isSound)
  }
}
