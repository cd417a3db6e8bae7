import LibraryCore
import LibraryStore
import MARC

extension Action {
  private static let patronKeys = Set(PatronField.entered.map(\.key))
  private static let itemFields: [ItemField] = [
    .callNumber, .location, .type, .price, .copyNumber, .note, .source, .document, .acquiredOn,
    .library,
  ]
  private static let itemKeys = Set(itemFields.map(\.key))

  /// What is entered and edited: patrons, copies, records.
  static let entry = [
    Action(name: "enrol", fields: patronKeys.union(["qr", "shareNumber"])) { desk, fields in
      try enrol(desk.sharing(fields), fields)
    },
    Action(name: "editPatron", fields: patronKeys.union(["patron", "shareNumber"])) {
      desk, fields in
      try editPatron(desk.sharing(fields), fields)
    },
    Action(name: "addItem", fields: itemKeys.union(["record", "barcode", "series", "shareNumber"]))
    {
      desk, fields in
      try addItem(desk.sharing(fields), fields)
    },
    Action(name: "editItem", fields: itemKeys.union(["item", "barcode", "status", "shareNumber"])) {
      desk, fields in
      try editItem(desk.sharing(fields), fields)
    },
    Action(name: "saveRecord", fields: ["record", "marc"]) { desk, fields in
      try saveRecord(desk, fields)
    },
  ]

  private static func enrol(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    var draft = PatronDraft()
    if let text = try fields.optionalText("qr") {
      guard let card = CitizenCard(qr: text) else {
        return .refused([.invalidValue(field: "qr", typed: text)])
      }
      draft = PatronDraft(card)
    }
    for field in PatronField.entered {
      if let text = try fields.optionalText(field.key) { draft[field] = text }
    }
    let proposed = try desk.settleCategory(of: &draft)
    let outcome = try desk.enrol(draft)
    let notices =
      try proposed + draft.notices
      + desk.houseConfiguration().notices(of: draft.fields.mapValues { .some($0) })
      + desk.notices(ofSaved: outcome)
    return try outcome.json(.newPatron, enrolled(draft, outcome, desk).adding(.notices(notices)))
  }

  private static func enrolled(
    _ draft: PatronDraft, _ outcome: SaveOutcome, _ desk: Desk
  ) throws -> JSONValue {
    guard case .saved(let id, _) = outcome, let patron = try desk.patron(id: id)?.patron else {
      return .object([])
    }
    let term =
      draft[.expiresOn] == nil ? try desk.membershipTerm(ofCategory: patron.category) : nil
    return JSONValue(PatronLine(patron)).adding(.membership(patron, term))
  }

  private static func editPatron(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    let named = try fields.optionalText("patron")
    let card = try named ?? fields.text("card")
    var changes: [PatronField: String?] = [:]
    for field in PatronField.entered where field != .card || named != nil {
      guard fields.has(field.key) else { continue }
      changes[field] = .some(try fields.optionalText(field.key))
    }
    let outcome = try desk.editPatron(card, changes)
    let notices =
      try PatronDraft(fields: changes.compactMapValues(\.self)).notices
      + desk.houseConfiguration().notices(of: changes) + desk.notices(ofSaved: outcome)
    return outcome.json(.patron, .notices(notices))
  }

  private static func addItem(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    let draft = ItemDraft(
      record: try fields.entity("record"), barcode: try fields.optionalText("barcode"),
      series: try fields.optionalText("series"),
      callNumber: try fields.optionalText("callNumber"),
      location: try fields.optionalText("location"), type: try fields.optionalText("type"),
      price: try fields.optionalTextOrNumber("price"),
      copyNumber: try fields.optionalTextOrNumber("copyNumber"),
      note: try fields.optionalText("note"), source: try fields.optionalText("source"),
      document: try fields.optionalTextOrNumber("document"),
      acquiredOn: try fields.optionalText("acquiredOn"),
      library: try fields.optionalText("library"))
    let outcome = try desk.addItem(draft)
    let notices = try desk.houseConfiguration().notices(of: draft.fields)
    return try outcome.json(
      .newItem,
      JSONValue.object([]).adding(["barcode": .optional(desk.barcode(of: outcome))])
        .adding(.notices(notices)))
  }

  private static func editItem(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    let named = try fields.optionalText("item")
    let barcode = try named ?? fields.text("barcode")
    var changes: [ItemField: String?] = [:]
    for field in itemFields + [.status] where fields.has(field.key) {
      changes[field] = .some(try fields.optionalTextOrNumber(field.key))
    }
    if named != nil, fields.has("barcode") {
      changes[.barcode] = .some(try fields.optionalText("barcode"))
    }
    let notices = try desk.notices(ofEditing: barcode, changes)
    return try desk.editItem(barcode, changes).json(.item, .notices(notices))
  }

  private static func saveRecord(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    let id = try fields.optionalInteger("record").map { EntityID(rawValue: $0) }
    let reader = MARCJSONReader(MemorySource(try fields.writtenObject("marc")))
    guard let read = try reader.next(), let record = read.record else {
      throw ActionFault.badRecord("")
    }
    let outcome = try desk.saveRecord(record, id: id)
    return outcome.json(.record, outcome.version).adding([
      "diagnostics": .list(read.diagnostics.map { JSONValue($0) })
    ])
  }
}

extension SaveOutcome {
  /// The version that was written, under its name in answers.
  var version: JSONValue {
    if case .saved(_, let op) = self { ["version": .op(op)] } else { .object([]) }
  }
}

extension Desk {
  /// The barcode that a copy just added has got.
  func barcode(of outcome: SaveOutcome) throws -> String? {
    guard case .saved(_, let op) = outcome,
      let entry = try log(entity: outcome.id, limit: 1).first, entry.op.id == op,
      case .item(let line) = entry.subject
    else { return nil }
    return line.barcode.text
  }
}

extension SaveOutcome {
  var id: EntityID? {
    switch self {
    case .saved(let id, _), .unchanged(let id): id
    case .refused, .unknown: nil
    }
  }
}

extension Desk {
  /// The desk as the action's `shareNumber` says.
  func sharing(_ fields: ActionFields) throws(ActionFault) -> Desk {
    sharingNumbers(try fields.flag("shareNumber"))
  }
}
