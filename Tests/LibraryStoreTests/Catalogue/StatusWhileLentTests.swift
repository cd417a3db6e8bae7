import LibraryCore
import Testing

@testable import LibraryStore

@Suite("The status of a copy that a reader has")
struct StatusWhileLentTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1", name: "Trần Thị Lan")
  }

  @Test(
    "it becomes lost, missing, damaged or withdrawn by what is done with the loan, which is named",
    arguments: [ItemStatus.lost, .missing, .damaged, .withdrawn])
  func refused(status: ItemStatus) throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let loan = try #require(try library.item("VV.1").loan)
    let reasons = try library.desk.editItem("VV.1", [.status: status.rawValue]).reasons
    #expect(reasons?.last == .statusWhileLent(loan, status))
    #expect(try library.item("VV.1").item.status == .available)
    _ = try library.desk.takeBack("VV.1")
    #expect(try library.desk.editItem("VV.1", [.status: status.rawValue]).op != nil)
  }

  @Test("other fields are changed all the same, and a copy lent though damaged may be called sound")
  func others() throws {
    _ = try library.desk.editItem("VV.1", [.status: "damaged"])
    let lent = try library.desk.checkOut("VV.1", to: "TV1", override: "đọc được").lent
    #expect(lent != nil)
    #expect(try library.desk.editItem("VV.1", [.location: "VV", .price: "50000"]).op != nil)
    #expect(try library.desk.editItem("VV.1", [.status: "available"]).op != nil)
  }

  @Test("a status taken back is not done again while a reader has the copy")
  func redo() throws {
    let edited = try #require(try library.desk.editItem("VV.1", [.status: "missing"]).op)
    let undone = try #require(try library.desk.undo(edited).op)
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let loan = try #require(try library.item("VV.1").loan)
    #expect(try library.desk.undo(undone) == .refused([.statusWhileLent(loan, .missing)]))
    #expect(try library.file.check().isSound)
  }
}
