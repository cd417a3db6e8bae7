import LibraryCore
import LibraryStore
import Testing

@Suite struct CheckOutTests {
  @Test("a code that no label carries is an unknown item, not an error")
  func unknownItem() throws {
    let library = try TestLibrary()
    #expect(try library.desk.checkOut("Ừ\u{7}", to: "TV1") == .unknownItem("Ừ\u{7}"))
  }
}
