import Foundation
import LibraryCore
import LibraryStore
import Testing

@Suite struct StocktakeTests {
  let library: TestLibrary
  let stocktake: EntityID

  /// Five copies at KM, of which one is on loan and one was lost; one copy at KD.
  init() throws {
    library = try TestLibrary()
    let copies = [
      ("KM1", "100", "KM", "10000"), ("KM2", "200", "KM", "20000"), ("KM3", "300", "KM", "30000"),
      ("KM4", "400", "KM", "40000"), ("KM5", "500", "KM", "50000"), ("KD1", "100", "KD", "5000"),
    ]
    for (barcode, callNumber, location, price) in copies {
      try library.addItem(
        barcode, [.callNumber: callNumber, .location: location, .price: price])
    }
    try library.addPatron("TV1")
    _ = try library.desk.checkOut("KM4", to: "TV1")
    try library.setStatus(.lost, of: "KM5")
    stocktake = try Self.open(StocktakeScope(name: "Kho mở", location: "KM"), at: library.desk)
  }

  @Test("opening counts what the books hold in scope")
  func opening() throws {
    let counts = try #require(try library.desk.status(of: stocktake)).counts
    #expect(counts.expected == 4)
    #expect(counts.onLoan == 1)
    #expect(counts.missing == 3)
  }

  @Test("scans are told apart and counted, and a repeated one writes nothing")
  func scanning() throws {
    let findings = try ["KM2", "KM1", "KD1", "KM4", "KM5", "XX9", "xx9", "km2"].map(finding)
    #expect(
      findings == [
        .inPlace, .outOfOrder, .elsewhere, .onLoan, .wasLost, .unknown, .alreadySeen, .alreadySeen,
      ])
    let counts = try #require(try library.desk.status(of: stocktake)).counts
    #expect(counts.seen.values.reduce(0, +) == 6)
    #expect(counts.found == 2)
    #expect(counts.missing == 1)
  }

  @Test("order is judged within one shelf")
  func shelves() throws {
    #expect(try finding("KM3", on: "A") == .inPlace)
    #expect(try finding("KM2", on: "B") == .inPlace)
    #expect(try finding("KM1", on: "A") == .outOfOrder)
  }

  @Test("one stray copy makes one finding")
  func stray() throws {
    for number in ["150", "250", "350"] {
      try library.addItem("N" + number, [.callNumber: number, .location: "KM"])
    }
    let walk = try ["KM1", "KM3", "N150", "KM2", "N250", "N350"].map(finding)
    #expect(walk == [.inPlace, .inPlace, .outOfOrder, .inPlace, .inPlace, .inPlace])
  }

  @Test("what no label carries is unknown and not written")
  func noLabel() throws {
    #expect(
      try library.desk.scanShelf("\u{7}ừ", stocktake: stocktake) == .unknownItem("\u{7}ừ"))
    #expect(try library.desk.status(of: stocktake)?.counts.scans == 0)
    #expect(
      try library.desk.scanShelf("KM1", stocktake: EntityID(rawValue: 77))
        == .unknownStocktake(EntityID(rawValue: 77)))
  }

  @Test("a sighting taken back is neither counted nor seen before")
  func undoneSighting() throws {
    guard case .seen(let seen) = try library.desk.scanShelf("KM1", stocktake: stocktake),
      let op = seen.op
    else {
      Issue.record("KM1 was not seen")
      return
    }
    _ = try library.desk.undo(op)
    #expect(try library.desk.status(of: stocktake)?.counts.scans == 0)
    #expect(try finding("KM1") == .inPlace)
  }

  @Test("closing names what is missing, with its price, and keeps it as it was")
  func closing() throws {
    for barcode in ["KM1", "KD1", "XX9"] { _ = try finding(barcode) }
    _ = try library.desk.closeStocktake(stocktake)
    try library.addItem("KM9", [.callNumber: "900", .location: "KM"])
    let report = try #require(try library.desk.report(of: stocktake))
    #expect(report.missingItems.map(\.barcode) == ["KM2", "KM3"])
    #expect(report.missing == StocktakeTotal(copies: 2, price: Money(dong: 50_000)))
    #expect(report.onTheBooks == StocktakeTotal(copies: 4, price: Money(dong: 100_000)))
    #expect(report.onLoan == StocktakeTotal(copies: 1, price: Money(dong: 40_000)))
    #expect(report.found == StocktakeTotal(copies: 1, price: Money(dong: 10_000)))
    #expect(report.findings.map(\.finding) == [.elsewhere, .unknown])
    #expect(report.findings.map(\.barcode) == ["KD1", "XX9"])
    #expect(report.stocktake.counts.missing == 2)
  }

  @Test("a closed stocktake takes no scans and is not closed twice")
  func closed() throws {
    _ = try library.desk.closeStocktake(stocktake)
    guard
      case .refused(let reasons, let item) = try library.desk.scanShelf(
        "KM1", stocktake: stocktake)
    else {
      Issue.record("the scan was taken")
      return
    }
    #expect(reasons == [.stocktakeClosed])
    #expect(item?.barcode == Barcode("KM1"))
    #expect(try library.desk.closeStocktake(stocktake) == .refused([.stocktakeClosed]))
    #expect(try library.desk.closeStocktake(EntityID(rawValue: 77)) == .unknown("77"))
  }

  @Test("missing copies are marked only when asked for")
  func marking() throws {
    _ = try finding("KM1")
    _ = try library.desk.closeStocktake(stocktake, markMissing: true)
    #expect(try library.item("KM2").item.status == .missing)
    #expect(try library.item("KM3").item.status == .missing)
    #expect(try library.item("KM1").item.status == .available)
    #expect(try library.item("KM4").item.status == .available)
    #expect(try library.desk.report(of: stocktake)?.onTheBooks.copies == 4)
  }

  @Test("a range narrows the scope in shelf order")
  func range() throws {
    let scope = StocktakeScope(
      name: "200–300", location: "KM", fromCallNumber: "200", toCallNumber: "300")
    let id = try Self.open(scope, at: library.desk)
    #expect(try library.desk.report(of: id)?.missingItems.map(\.barcode) == ["KM2", "KM3"])
  }

  @Test("helpers scan, but neither open nor close")
  func permissions() throws {
    let helper = try library.addStaff("lan", .helper)
    #expect(
      try helper.openStocktake(StocktakeScope(name: "X"))
        == .refused([.noPermission(.manageStocktake)]))
    #expect(
      try helper.closeStocktake(stocktake) == .refused([.noPermission(.manageStocktake)]))
    guard case .seen = try helper.scanShelf("KM1", stocktake: stocktake) else {
      Issue.record("the helper could not scan")
      return
    }
  }

  @Test("a file of barcodes is taken line by line, with its faults by line")
  func loading() throws {
    let path = library.folder + "/codes.txt"
    let long = String(repeating: "9", count: 10_000)
    try Data("\u{FEFF}KM1\r\n\r\nKM2\nsách\n\(long)\nKM2\nXX".utf8).write(
      to: URL(fileURLWithPath: path))
    let load = try library.desk.loadShelf(file: path, stocktake: stocktake)
    #expect(load.lines == 7)
    #expect(load.findings == [.inPlace: 2, .alreadySeen: 1, .unknown: 1])
    #expect(
      load.faults == [
        ShelfLoad.LineFault(line: 4, fault: .notOnALabel(character: "á", position: 2)),
        ShelfLoad.LineFault(line: 5, fault: .tooLong(count: 4096, maximum: 40)),
      ])
  }

  @Test("a file loaded again after a stop takes only what was not taken")
  func resumedLoad() throws {
    let path = library.folder + "/codes.txt"
    let codes = (1...450).map { "NEW\($0)" }
    try Data(codes.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    let first = try library.desk.loadShelf(file: path, stocktake: stocktake) { $0 < 200 }
    #expect(first.findings == [.unknown: 200])
    let second = try library.desk.loadShelf(file: path, stocktake: stocktake)
    #expect(second.findings == [.alreadySeen: 200, .unknown: 250])
  }

  @Test("a file that is not there is said so, a closed stocktake ends the load")
  func badLoads() throws {
    let path = library.folder + "/nothing.txt"
    #expect(throws: StoreFault.input(path: path, reason: "No such file or directory")) {
      try library.desk.loadShelf(file: path, stocktake: stocktake)
    }
    _ = try library.desk.closeStocktake(stocktake)
    try Data("KM1\nKM2".utf8).write(to: URL(fileURLWithPath: path))
    let load = try library.desk.loadShelf(file: path, stocktake: stocktake)
    #expect(load.refusals == [.stocktakeClosed])
  }

  private static func open(_ scope: StocktakeScope, at desk: Desk) throws -> EntityID {
    guard case .saved(let id, _) = try desk.openStocktake(scope) else {
      throw TestFailure("the stocktake was not opened")
    }
    return id
  }

  private func finding(_ barcode: String) throws -> Finding? { try finding(barcode, on: nil) }

  private func finding(_ barcode: String, on shelf: String?) throws -> Finding? {
    guard
      case .seen(let seen) = try library.desk.scanShelf(
        barcode, stocktake: stocktake, shelf: shelf)
    else { return nil }
    return seen.finding
  }
}
