import GRDB
public import LibraryCore

extension Desk {
  /// The register of boxes, the newest first: all, those of one institution, or those that are still out; of those, what was sent
  /// from one day through another.
  public func boxes(
    of patron: EntityID? = nil, onlyOut: Bool = false, from: CalendarDay? = nil,
    through: CalendarDay? = nil, limit: Int = 500
  ) throws -> [Box] {
    try consider { facts in
      try facts.boxes(
        of: patron, onlyOut: onlyOut, from: from, through: through, limit: limit)
    }
  }

  public func box(_ id: EntityID) throws -> Box? {
    try consider { try $0.box(id) }
  }

  /// The copies of a box, what is out first, each part in the order in which they were lent.
  public func copies(of box: EntityID) throws -> [BoxCopy] {
    try consider { try $0.copies(of: box) }
  }

  /// Takes many copies back at once, such as a box that came home: each has its own outcome, and all are written together or, where
  /// the machine fails, none.
  ///
  /// The uses that the institution reported of a copy are counted with its return. A copy that is on no loan has none counted, so a
  /// list that is taken twice counts once.
  public func takeBackAll(
    _ lines: [BoxList.Line], dropBox: Bool = false, readBy audience: Audience = .adult
  ) throws -> ReturnAllOutcome {
    try act { transaction in
      var boxes: [EntityID] = []
      let outcomes = try lines.map { line in
        let request = ReturnRequest(dropBox: dropBox, uses: line.uses, readBy: audience)
        if let box = try transaction.facts.box(holding: line.barcode), !boxes.contains(box) {
          boxes.append(box)
        }
        return try transaction.takeBack(line.barcode, request)
      }
      return ReturnAllOutcome(outcomes, boxes: try boxes.compactMap(transaction.facts.box))
    }
  }
}

extension DeskFacts {
  private static let boxColumns = """
    box.id, box.patron, card, name, receiver, sent_at,
    (SELECT count(*) FROM loan WHERE loan.box = box.id AND loan.status <> 'void'),
    (SELECT count(*) FROM loan WHERE loan.box = box.id AND loan.status = 'open'),
    (SELECT max(returned_at) FROM loan WHERE loan.box = box.id AND loan.status = 'closed'),
    (SELECT ifnull(sum(count), 0) FROM tally WHERE tally.box = box.id AND status = 'counted')
    """

  fileprivate func boxes(
    of patron: EntityID?, onlyOut: Bool, from: CalendarDay?, through: CalendarDay?, limit: Int
  ) throws -> [Box] {
    let isOf =
      patron == nil ? "box.status = 'sent'" : "box.status = 'sent' AND box.patron = :patron"
    let isOut = """
      AND EXISTS (SELECT 1 FROM loan WHERE loan.box = box.id AND loan.status = 'open')
      """
    func start(_ day: CalendarDay) -> Int64 {
      Moment(startOf: day, offsetMinutes: now.offsetMinutes).milliseconds
    }
    var arguments: StatementArguments = [
      "limit": limit, "from": from.map(start) ?? 0,
      "end": through.map { start($0.adding(days: 1)) } ?? .max,
    ]
    if let patron { arguments += ["patron": patron.rawValue] }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.boxColumns) FROM box JOIN patron ON patron.id = box.patron
          WHERE \(isOf) \(onlyOut ? isOut : "") AND sent_at >= :from AND sent_at < :end
          ORDER BY sent_at DESC LIMIT :limit
          """),
      arguments: arguments
    ).compactMap(box)
  }

  func box(_ id: EntityID) throws -> Box? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.boxColumns) FROM box JOIN patron ON patron.id = box.patron
          WHERE box.id = ? AND box.status = 'sent'
          """),
      arguments: [id.rawValue]
    ).flatMap(box)
  }

  private func box(_ row: Row) -> Box? {
    guard let card = CardNumber(row[2] ?? "") else { return nil }
    return Box(
      id: EntityID(rawValue: row[0]),
      patron: PatronLine(id: EntityID(rawValue: row[1]), card: card, name: row[3]),
      receiver: row[4], sentAt: moment(row[5]), copies: row[6], out: row[7],
      returnedAt: (row[8] as Int64?).map(moment), uses: row[9])
  }

  fileprivate func copies(of box: EntityID) throws -> [BoxCopy] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT loan.item, due_on, due_at, returned_at,
            (SELECT ifnull(sum(count), 0) FROM tally
              WHERE tally.box = loan.box AND tally.item = loan.item AND tally.status = 'counted')
          FROM loan WHERE loan.box = ? AND loan.status <> 'void'
          ORDER BY loan.status <> 'open', loan.id
          """),
      arguments: [box.rawValue]
    ).compactMap { row in
      guard let item = try itemLine(EntityID(rawValue: row[0])) else { return nil }
      return BoxCopy(
        item: item,
        due: row.due(1, at: 2),
        returnedAt: (row[3] as Int64?).map(moment), uses: row[4])
    }
  }

  private func moment(_ milliseconds: Int64) -> Moment {
    Moment(milliseconds: milliseconds, offsetMinutes: now.offsetMinutes)
  }

  /// The box that the open loan of a copy lies in.
  fileprivate func box(holding barcode: String) throws -> EntityID? {
    guard let barcode = Barcode(barcode), let loan = try item(barcode)?.loan else { return nil }
    return try box(of: loan.id)
  }

  func box(of loan: OpID) throws -> EntityID? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT box FROM loan WHERE id = ?"), arguments: [loan.rawValue]
    ).map { EntityID(rawValue: $0) }
  }
}
