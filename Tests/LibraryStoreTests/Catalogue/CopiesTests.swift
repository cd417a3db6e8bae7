import GRDB
import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Copies added at once")
struct CopiesTests {
  private let library: TestLibrary
  private let record: EntityID

  init() throws {
    library = try TestLibrary()
    record = try library.desk.saveRecord(Books.book("Dế Mèn phiêu lưu ký", by: "Tô Hoài")).id()
  }

  private func add(_ count: Int, series: String = "TK.") throws -> (op: OpID, barcodes: [String]) {
    let outcome = try library.desk.addItems(
      ItemDraft(
        record: record, series: series, price: "35.000", source: "Fahasa", document: "HĐ 12/2026",
        acquiredOn: "23/11/2026"), count: count)
    guard case .added(_, let op, let barcodes) = outcome else {
      Issue.record("not added: \(outcome)")
      return (OpID(rawValue: 0), [])
    }
    return (op, barcodes)
  }

  private var numbers: [String] {
    get throws { try library.desk.items(of: record).map(\.item.barcode.text) }
  }

  @Test("they have running numbers and what was typed, and one undo takes all back")
  func added() throws {
    let (op, barcodes) = try add(3)
    #expect(barcodes == ["TK.000001", "TK.000002", "TK.000003"])
    let item = try #require(try library.desk.items(of: record).first).item
    #expect(item.source == "Fahasa" && item.document == "HĐ 12/2026")
    #expect(item.acquiredOn == CalendarDay(iso: "2026-11-23"))
    #expect(item.price == Money(dong: 35_000))
    #expect(try library.desk.undo() == .undone(op, op: try #require(try library.lastOp())))
    #expect(try numbers.isEmpty)
    #expect(try add(2).barcodes == ["TK.000001", "TK.000002"])
    #expect(try library.file.check().isSound)
  }

  @Test("a batch stays when later numbers were given: the run has no gap")
  func laterNumbers() throws {
    let first = try add(2)
    let second = try add(1)
    guard case .refused(let reasons) = try library.desk.undo(first.op) else {
      Issue.record("the first batch was taken back")
      return
    }
    guard case .laterActions = reasons.first else {
      Issue.record("\(reasons)")
      return
    }
    #expect(try numbers == ["TK.000001", "TK.000002", "TK.000003"])
    _ = try library.desk.undo(second.op)
    _ = try library.desk.undo(first.op)
    #expect(try numbers.isEmpty)
    #expect(try library.file.check().isSound)
  }

  @Test("a batch stays when one of its copies was lent or changed")
  func used() throws {
    let (op, barcodes) = try add(2)
    _ = try library.desk.editItem(barcodes[0], [.note: "rách bìa"]).id()
    guard case .refused = try library.desk.undo(op) else {
      Issue.record("the batch was taken back")
      return
    }
    #expect(try numbers.count == 2)
  }

  @Test("a copy in the middle of a declared series stays: the register has a line for each number")
  func middleOfSeries() throws {
    _ = try library.desk.saveTerm(.series, code: "TN.00101", name: "Kho thiếu nhi").id()
    let ops = try (0..<2).map { _ in
      _ = try library.desk.addItem(ItemDraft(record: record, series: "TN.")).id()
      return try #require(try library.lastOp())
    }
    #expect(try library.desk.undo(ops[0]) == .refused([.laterActions([ops[1]])]))
    _ = try library.desk.undo(ops[1])
    _ = try library.desk.undo(ops[0])
    #expect(try numbers.isEmpty)
  }

  @Test("the series a library declared begins and is as wide as it says")
  func declared() throws {
    _ = try library.desk.saveTerm(.series, code: "TN.00101", name: "Kho thiếu nhi").id()
    #expect(try add(2, series: "TN.").barcodes == ["TN.00101", "TN.00102"])
    #expect(try add(1, series: "tn.").barcodes == ["tn.00103"])
    #expect(AccessionSeries(firstNumber: "Kho") == nil)
  }

  @Test("two desks that add at the same time leave no gap and give no number twice")
  func twoDesks() async throws {
    let (file, clock, record) = (library.file, library.clock, record)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask {
          let desk = Desk(file: file, staff: EntityID(rawValue: 2), clock: clock)
          for count in 1...6 {
            _ = try? desk.addItems(ItemDraft(record: record, series: "TK."), count: count)
          }
        }
      }
    }
    let expected = (1...42).map { number in
      "TK." + String(String(1_000_000 + number).dropFirst())
    }
    #expect(try numbers == expected)
    #expect(try library.file.check().isSound)
  }

  @Test("nothing is added where something of it cannot be")
  func refused() throws {
    let draft = ItemDraft(record: record, series: "TK.", price: "nhiều")
    #expect(
      try library.desk.addItems(draft, count: 3)
        == .refused([.invalidValue(field: "price", typed: "nhiều")]))
    #expect(
      try library.desk.addItems(ItemDraft(record: record, series: "TK."), count: 0)
        == .refused([.invalidValue(field: "count", typed: "0")]))
    #expect(
      try library.desk.addItems(ItemDraft(record: EntityID(rawValue: 9), series: "TK."), count: 1)
        == .unknown("9"))
    #expect(try numbers.isEmpty)
  }
}

extension TestLibrary {
  fileprivate func lastOp() throws -> OpID? {
    try file.pool.read { db in
      try Int64.fetchOne(db, sql: "SELECT max(id) FROM op").map { OpID(rawValue: $0) }
    }
  }
}
