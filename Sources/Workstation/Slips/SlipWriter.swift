public import LibraryCore
public import LibraryStore
import VietnameseText

/// A slip ready for paper.
public struct Slip: Equatable, Sendable {
  public let kind: SlipKind
  public let text: String
}

/// Writes slips: what the desk knows, put into the house's template or the built-in one.
public struct SlipWriter {
  let desk: Desk
  let words: Wording
  let house: HouseConfiguration

  /// The most loans of a reader that a slip looks through, more than any visit has.
  private static let loansMaximum = 2000

  /// How wide letters are on a page.
  public static let letterColumns = 76

  private let letterColumns: Int

  /// A writer for letters on pages, or on the roll of slips.
  public init(_ desk: Desk, _ words: Wording, lettersOnRoll: Bool = false) throws {
    self.desk = desk
    self.words = words
    house = try desk.houseConfiguration()
    letterColumns = lettersOnRoll ? house.slipSettings.paper.columns : Self.letterColumns
  }

  /// The template of a kind: the house's own, or the built-in one in the language of the house.
  public func template(_ kind: SlipKind) throws -> SlipTemplate {
    let own = try desk.namedText(.slip, kind.rawValue)
    guard
      let template = own.flatMap({ SlipTemplate.read($0, as: kind).template })
        ?? SlipTemplate.read(words.builtInTemplate(kind), as: kind).template
    else { preconditionFailure("The built-in template of \(kind) cannot be read.") }
    return template
  }

  func columns(_ kind: SlipKind) -> Int {
    kind.form == .roll ? house.slipSettings.paper.columns : letterColumns
  }

  func slip(_ kind: SlipKind, _ data: SlipData) throws -> Slip {
    var data = data
    data.fields.merge(common) { own, _ in own }
    return Slip(kind: kind, text: try template(kind).filled(data, columns: columns(kind)))
  }

  var common: SlipData.Fields {
    let account = house.staff.first { $0.id == desk.staffID }
    return [
      .library: house.libraryName, .date: words.day(desk.today), .time: desk.now.clock,
      .staff: account?.name ?? "",
    ]
  }

  // MARK: - Slips of the desk

  /// The slips of a visit: what was lent, what came back, what was paid; of `card`'s last visit today, or the last one of all.
  public func visit(of card: String? = nil) throws -> [Slip] {
    var patron: PatronFacts?
    if let card {
      patron = try desk.patron(card)
      if patron == nil { return [] }
    }
    let login = house.staff.first { $0.id == desk.staffID }?.login ?? ""
    guard let visit = SlipVisit(try desk.today(limit: 500), of: patron?.patron.id, staff: login)
    else { return [] }
    let loans = try desk.patron(id: visit.patron.id)?.loans ?? 0
    var fields = reader(visit.patron)
    fields[.loans] = String(loans)
    var slips: [Slip] = []
    if !visit.lent.isEmpty { slips.append(try lent(visit, fields)) }
    if !visit.returned.isEmpty { slips.append(try returned(visit.returned, fields)) }
    for entry in visit.returned {
      guard case .send? = entry.errand, let code = entry.item?.barcode.text else { continue }
      slips += try [transfer(of: code)].compactMap { $0 }
    }
    let money: [(SlipKind, [DayEntry])] = [
      (.payment, visit.payments), (.deposit, visit.deposits), (.payout, visit.payouts),
    ]
    for (kind, entries) in money {
      let lines = entries.isEmpty ? [] : try desk.account(of: visit.patron.id).lines
      for entry in entries {
        guard let line = lines.first(where: { $0.op == entry.op }) else { continue }
        slips.append(try receipt(kind, line, of: visit.patron))
      }
    }
    return slips
  }

  /// The due dates are those of the loans as they stand now, which a closing or changed rules may have moved since.
  private func lent(_ visit: SlipVisit, _ fields: SlipData.Fields) throws -> Slip {
    let loans = try desk.loans(of: visit.patron.id, limit: Self.loansMaximum)
    let dues = Dictionary(loans.map { ($0.item, $0.due) }) { first, _ in first }
    let rows = visit.lent.map { entry in
      let due = entry.item.flatMap { dues[$0.id] } ?? entry.due
      return copy(entry.item).merging([.due: due.map(words.due) ?? ""]) { $1 }
    }
    return try slip(
      .checkout, SlipData(fields.merging([.count: String(rows.count)]) { $1 }, rows: rows))
  }

  private func returned(_ entries: [DayEntry], _ fields: SlipData.Fields) throws -> Slip {
    let rows = entries.map { entry in
      copy(entry.item).merging([.charge: charge(entry.amount ?? .zero)]) { $1 }
    }
    let sum = entries.compactMap(\.amount).reduce(.zero, +)
    let more: SlipData.Fields = [.count: String(rows.count), .charge: charge(sum)]
    return try slip(.giveBack, SlipData(fields.merging(more) { $1 }, rows: rows))
  }

  /// The receipt of a payment, a deposit or money handed back, whenever it was written; nil for any other op, and for an entry
  /// that was taken back.
  public func receipt(_ op: OpID) throws -> Slip? {
    guard let (patron, line) = try desk.accountLine(op), let kind = line.slipKind else {
      return nil
    }
    return try receipt(kind, line, of: patron)
  }

  private func receipt(
    _ kind: SlipKind, _ line: AccountLine, of patron: PatronLine
  ) throws -> Slip {
    var fields = reader(patron)
    fields[.date] = words.day(line.at.day)
    fields[.time] = line.at.clock
    fields[.staff] = house.staff.first { $0.login == line.staff }?.name ?? line.staff
    fields[.amount] = words.money(line.amount)
    fields[.amountInWords] = words.moneyInWords(line.amount)
    fields[.receipt] = line.receipt?.text ?? line.op.description
    fields[.note] = line.note ?? ""
    let facts = try desk.patron(id: patron.id)
    fields[.balance] = charge(facts?.owed ?? .zero)
    if kind != .payment { fields[.held] = charge(facts?.held ?? .zero) }
    return try slip(kind, SlipData(fields))
  }

  /// The slip that lies in a copy kept for a hold, or goes with it to another library; nil while the hold has no copy.
  public func hold(_ id: EntityID) throws -> Slip? {
    guard let hold = try desk.hold(id), let kept = hold.copy else { return nil }
    var fields = copy(kept)
    fields[.masked] = MaskedReader(hold.patron).text
    fields[.number] = hold.id.description
    fields[.until] = hold.shelfUntil.map(words.day) ?? ""
    fields[.to] = house.name(.library, hold.pickup)
    return try slip(hold.status == .shelf ? .hold : .transfer, SlipData(fields))
  }

  /// The slip that goes with a copy to another library, for a reader's hold or home; nil for a copy that goes nowhere.
  public func transfer(of code: String) throws -> Slip? {
    guard case .item(let facts) = try desk.look(code, preferring: .label) else { return nil }
    if let kept = facts.setAside, kept.sentTo != nil { return try hold(kept.hold) }
    guard let library = facts.item.sentTo else { return nil }
    var fields = copy(ItemLine(facts))
    fields[.to] = house.name(.library, library)
    return try slip(.transfer, SlipData(fields))
  }

  /// The list that goes with a box, of what is still out or, of a box that is back, of all that was in it; nil for an unknown box.
  public func box(_ id: EntityID) throws -> Slip? {
    guard let box = try desk.box(id) else { return nil }
    let all = try desk.copies(of: id)
    let out = all.filter { $0.returnedAt == nil }
    let copies = out.isEmpty ? all : out
    var fields = reader(box.patron)
    fields[.receiver] = box.receiver ?? ""
    fields[.number] = box.id.description
    fields[.count] = String(copies.count)
    fields[.due] = copies.map(\.due).max().map(words.due) ?? ""
    let rows = copies.enumerated().map { place, line in
      copy(line.item).merging([.number: String(place + 1), .due: words.due(line.due)]) { $1 }
    }
    return try slip(.box, SlipData(fields, rows: rows))
  }

  func reader(_ patron: PatronLine) -> SlipData.Fields {
    [.reader: patron.name, .card: patron.card.text, .masked: MaskedReader(patron).text]
  }

  func copy(_ item: ItemLine?) -> SlipData.Fields {
    guard let item else { return [:] }
    return [
      .title: item.title, .author: item.author ?? "", .barcode: item.barcode.text,
      .callNumber: item.callNumber ?? "",
    ]
  }

  /// Nothing where nothing is owed: most libraries take no fines, and nobody wants to read of none.
  func charge(_ amount: Money) -> String { amount > .zero ? words.money(amount) : "" }
}

extension AccountLine {
  /// The slip that goes with the line; nil where none does, or where the line does not stand.
  var slipKind: SlipKind? {
    guard stands, case .entry(let kind) = kind else { return nil }
    return switch kind {
    case .payment: .payment
    case .depositTaken: .deposit
    case .depositReturned, .refund: .payout
    default: nil
    }
  }
}
