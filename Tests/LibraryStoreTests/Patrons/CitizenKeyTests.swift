import GRDB
import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct CitizenKeyTests {
  private let number = "001087123456"

  private func enrolled(
    _ library: TestLibrary, _ number: String, card: String? = nil
  ) throws -> SaveOutcome {
    var draft = PatronDraft(name: "Lê Ngọc Hòa", card: card)
    draft.citizenNumber = number
    return try library.desk.enrol(draft)
  }

  private func card() throws -> CitizenCard {
    try #require(CitizenCard(qr: "\(number)||Lê Ngọc Hòa|02051987|Nữ|Xã Tân Phú|15042021"))
  }

  @Test("two libraries keep two different keys of one number, and each knows its own again")
  func salted() throws {
    let libraries = [try TestLibrary(), try TestLibrary(seed: 2)]
    let keys = try libraries.map { library in
      _ = try enrolled(library, number)
      #expect(try library.desk.holder(of: card()) != nil)
      #expect(try enrolled(library, number).reasons?.map(\.code) == ["citizenKnown"])
      return try library.file.read {
        try String.fetchOne($0, sql: "SELECT citizen_key FROM patron")
      }
    }
    #expect(keys[0] != keys[1] && keys[0] != nil)
  }

  @Test("who was enrolled before libraries had a salt is found, and not enrolled twice")
  func older() throws {
    let library = try TestLibrary()
    let id = try library.addPatron("TV1", [.citizenKey: CitizenKey.unsalted(number)])
    #expect(try library.desk.holder(of: card())?.patron.id == id)
    #expect(
      try enrolled(library, number).reasons == [
        .citizenKnown(
          PatronLine(id: id, card: try #require(CardNumber("TV1")), name: "Nguyễn Thị Lan"))
      ])
    #expect(try enrolled(library, "001087123457").op != nil)
  }

  @Test("keys of two numbers stand against a merge, an older and a salted one do not")
  func merging() throws {
    let library = try TestLibrary()
    try library.addPatron("TV1", [.citizenKey: CitizenKey.unsalted(number)])
    try library.addPatron("TV2", [.citizenKey: CitizenKey.unsalted("001087123457")])
    _ = try enrolled(library, "001087999999", card: "TV9")
    guard case .refused(let reasons) = try library.desk.mergePatrons("TV1", "TV2") else {
      throw TestFailure("merged")
    }
    #expect(reasons == [.patronsNotMerged(.otherCitizen)])
    guard case .merged = try library.desk.mergePatrons("TV1", "TV9") else {
      throw TestFailure("not merged")
    }
  }
}
