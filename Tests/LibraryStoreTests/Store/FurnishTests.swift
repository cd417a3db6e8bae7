import Foundation
import LibraryCore
import LibraryStore
import Testing

@Suite struct FurnishTests {
  private let day = CalendarDay(number: 20_800)

  @Test("a new library has its name, one administrator, lists and rules to begin with")
  func newLibrary() throws {
    let house = try TestLibrary().desk.houseConfiguration()
    #expect(house.libraryName == "Thư viện xã Tân Phú")
    #expect(house.staff.map(\.login) == ["admin"])
    #expect(house.terms(.patronCategory).contains { $0.code == "CHILD" && $0.name == "thiếu nhi" })
    let reference = house.rules.value(
      .lendable, for: RuleScope(library: "VN-TP", category: "ADULT", itemType: "REFERENCE"),
      on: day)
    #expect(reference.value == 0)
    let child = RuleScope(library: "VN-TP", category: "CHILD", itemType: "BOOK")
    #expect(house.rules.value(.loansMaximum, for: child, on: day).value == 3)
  }

  @Test("an ordinary loan of a grown-up is left to the built-in values")
  func ordinary() throws {
    let house = try TestLibrary().desk.houseConfiguration()
    let scope = RuleScope(library: "VN-TP", category: Patron.defaultCategory, itemType: "BOOK")
    for parameter in RuleParameter.allCases {
      #expect(house.rules.value(parameter, for: scope, on: day).decidedBy == nil)
    }
  }

  @Test("every rule of a new library is within its range and about what the lists hold")
  func soundDefaults() {
    for rule in HouseDefaults.rules {
      for (parameter, value) in rule.values { #expect(parameter.range.contains(value)) }
      for code in [rule.scope.category, rule.scope.itemType].compactMap(\.self) {
        #expect(HouseDefaults.terms.contains { $0.code == code })
      }
    }
  }

  @Test("a library whose making was cut off is made to its end; a whole one is left alone")
  func cutOff() throws {
    let library = try TestLibrary()
    let folder = library.folder + "-cut-off"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: folder + "/library.sqlite", contents: nil)
    let random = SeededRandom(seed: 2)
    #expect(throws: StoreFault.noLibrary(folder: folder)) {
      try LibraryFile.open(in: folder, random: random)
    }
    func make() throws -> LibraryFile {
      try LibraryFile.create(
        in: folder, name: "Tủ sách", code: "VN-TS", clock: library.clock, random: random)
    }
    let desk = Desk(file: try make(), staff: EntityID(rawValue: 2), clock: library.clock)
    #expect(try desk.houseConfiguration().staff.map(\.login) == ["admin"])
    #expect(throws: StoreFault.libraryExists(folder: folder)) { try make() }
  }
}
