import LibraryCore
import LibraryStore
import MARC

/// A day at the desk drawn by chance: every verb, in any order, right or wrong, told by one seed.
struct RandomDay {
  let desk: Desk
  private let file: (_ records: [Record]) throws -> String
  private let random: SeededRandom
  private(set) var records: [EntityID] = []
  var barcodes: [String] = ["none"]
  var cards: [String] = ["none"]
  /// How often something of a kind was done, by its name.
  var done: [String: Int] = [:]
  private var stocktakes: [EntityID] = [EntityID(rawValue: 999_999)]

  /// `file` writes records into a file that can be imported.
  init(_ desk: Desk, seed: UInt64, file: @escaping (_ records: [Record]) throws -> String) {
    self.desk = desk
    self.file = file
    random = SeededRandom(seed: seed)
  }

  /// Does `count` things, beginning with a small stock so that the rest has something to meet.
  mutating func run(_ count: Int) throws {
    for _ in 0..<5 {
      try catalogue()
      try addCopy()
      try enrol()
    }
    for _ in 0..<count { try act() }
  }

  mutating func act() throws {
    switch below(22) {
    case 0: try catalogue()
    case 1, 2: try addCopy()
    case 3: try enrol()
    case 4: try editPatron()
    case 5: try editItem()
    case 6...9:
      _ = try desk.checkOut(pick(barcodes), to: pick(cards), override: pick([nil, "cần"]))
    case 10, 11: _ = try desk.takeBack(pick(barcodes))
    case 12: _ = try desk.renew(pick(barcodes))
    case 13: try money()
    case 14: try takeStock()
    case 15, 16: _ = try desk.scanShelf(pick(barcodes), stocktake: pick(stocktakes))
    case 17: try house()
    case 18: try importRecords()
    case 19: try endBatch()
    default: try undo()
    }
  }

  private mutating func catalogue() throws {
    let fields = [
      Field("100", "1", " ", [Subfield("a", pick(RandomDay.names))]),
      Field("245", "1", "0", [Subfield("a", pick(RandomDay.titles) + " \(below(9))")]),
    ]
    let known = below(3) == 0 ? records.randomElement(using: random) : nil
    if let known, below(4) == 0 {
      _ = try desk.removeRecord(known)
    } else if case .saved(let id, _) = try desk.saveRecord(
      Record(leader: .newBook, fields: fields), id: known)
    {
      records.append(id)
    }
  }

  /// Takes in a few records, some of them known, and stops now and then on the way.
  private mutating func importRecords() throws {
    let copies = (0...below(4)).map { _ in "NH.\(below(30))" }
    let records = copies.map { copy in
      Books.book(
        pick(RandomDay.titles), by: pick(RandomDay.names), control: String(below(12)),
        more: [
          Field(
            "952", [Subfield("p", copy), Subfield("o", "\(below(999)) N\(below(9))")])
        ])
    }
    let options = ImportOptions(onMatch: pick(ImportOptions.OnMatch.allCases))
    let isStopped = below(3) == 0
    _ = try desk.importRecords([try file(records)], options) { _ in !isStopped }
    barcodes += copies
  }

  private func endBatch() throws {
    guard let batch = try desk.batches().randomElement(using: random) else { return }
    if below(2) == 0 {
      _ = try desk.undoBatch(batch.id)
    } else {
      _ = try desk.closeBatch(batch.id)
    }
  }

  private mutating func addCopy() throws {
    guard let record = records.randomElement(using: random) else { return }
    let draft = ItemDraft(
      record: record, callNumber: "\(100 + below(900)) K\(below(99))",
      location: pick(["VV", "TN", nil]), type: pick(["BOOK", "MAGAZINE", "REFERENCE", nil]),
      price: pick([nil, "45000"]))
    guard case .saved(let id, _) = try desk.addItem(draft) else { return }
    let copies = try desk.items(of: record)
    barcodes += copies.filter { $0.item.id == id }.map(\.item.barcode.text)
  }

  private mutating func enrol() throws {
    let draft = PatronDraft(
      name: pick(RandomDay.names), category: pick([nil, "thiếu nhi", "STAFF"]),
      born: pick([nil, "1987", "1/2/2015", "sai"]), phone: pick([nil, "0912 345 67\(below(10))"]))
    let card = try desk.nextCard()
    if case .saved = try desk.enrol(draft), let card { cards.append(card) }
  }

  private func editPatron() throws {
    let changes: [[PatronField: String?]] = [
      [.name: pick(RandomDay.names)], [.phone: nil, .born: "1990"], [.category: "CHILD"],
      [.status: "blocked", .blockReason: "nợ sách"], [.status: nil, .blockReason: nil],
      [.expiresOn: "2026-01-01"], [.expiresOn: nil], [.name: ""],
    ]
    _ = try desk.editPatron(pick(cards), pick(changes))
  }

  private func editItem() throws {
    let changes: [[ItemField: String?]] = [
      [.status: "lost"], [.status: "available"], [.status: "withdrawn"], [.callNumber: nil],
      [.callNumber: "895.922 T\(below(50))", .location: "VV"], [.price: "12000"],
    ]
    _ = try desk.editItem(pick(barcodes), pick(changes))
  }

  private func money() throws {
    let amount = Money(dong: Int64(below(5)) * 1000)
    switch below(5) {
    case 0: _ = try desk.openCash(pick([nil, "Q2"]), float: amount)
    case 1: _ = try desk.moveCash(pick([amount, .zero - amount]), reason: "tiền lẻ")
    case 2: _ = try desk.closeCash(counted: amount, explanation: pick([nil, "chưa rõ"]))
    default:
      let entry = AccountEntry(
        pick(AccountEntry.Kind.allCases.filter { $0 != .void }), amount, charge: .damage,
        method: pick(PaymentMethod.allCases), note: pick([nil, "vì thế"]))
      _ = try desk.enter(entry, for: pick(cards))
    }
  }

  private mutating func takeStock() throws {
    if below(3) == 0 {
      _ = try desk.closeStocktake(pick(stocktakes), markMissing: below(2) == 0)
    } else {
      let scope = StocktakeScope(
        name: "Kiểm kê", location: pick([nil, "VV"]), fromCallNumber: pick([nil, "300"]))
      if case .saved(let id, _) = try desk.openStocktake(scope) { stocktakes.append(id) }
    }
  }

  private func house() throws {
    switch below(3) {
    case 0:
      _ = try desk.setRule(
        RuleScope(category: pick([nil, "CHILD"])), values: [.finePerDay: below(3) * 1000])
    case 1: _ = try desk.saveTerm(.location, code: "K\(below(3))", name: "Kho \(below(9))")
    default: _ = try desk.editStaff("admin", name: pick(RandomDay.names))
    }
  }

  /// Takes back the last action, or any one of the log.
  private func undo() throws {
    guard below(2) == 0 else {
      _ = try desk.undo()
      return
    }
    let ops = try desk.log(limit: 60)
    guard let entry = ops.randomElement(using: random) else { return }
    _ = try desk.undo(entry.op.id)
  }

  func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
  func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  private static let names = [
    "Nguyễn Văn Ánh", "Trần Thị Đào", "Lê Ngọc Hòa", "H'Hen Niê", "Phạm Kỳ", "Đỗ Ý Nhi", "Vũ Quý",
  ]
  private static let titles = [
    "Truyện Kiều", "Đất rừng phương Nam", "Dế mèn phiêu lưu ký", "Số đỏ",
  ]
}

extension Array {
  fileprivate func randomElement(using random: SeededRandom) -> Element? {
    isEmpty ? nil : self[Int(random.next() % UInt64(count))]
  }
}
