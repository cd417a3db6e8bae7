import LibraryCore
import LibraryStore
import VietnameseText

extension Action {
  /// Many patrons at a time: tables taken in, cards that end, entries of one person.
  static let patronTables = [
    Action(
      name: "importPatrons",
      fields: [
        "csv", "map", "update", "currentAddress", "encoding", "repair", "shareNumber",
      ], hasDryRun: true
    ) { desk, fields in
      try importPatrons(desk, fields)
    },
    Action(name: "twins", fields: ["patron"], isReading: true) { desk, fields in
      let card = try fields.text("patron")
      guard try desk.patron(card) != nil else { return .unknown("patron", card) }
      return ["outcome": "found", "twins": .list(try desk.twins(of: card).map { JSONValue($0) })]
    },
    Action(name: "expiring", fields: ["within"], isReading: true) { desk, fields in
      let days = try fields.count("within", usually: Membership.noticeDays)
      guard Membership.noticeRange.contains(days) else {
        throw ActionFault.expected(.integer, field: "within")
      }
      let hits = try desk.expiringPatrons(within: days)
      return ["outcome": "found", "patrons": .list(hits.map { JSONValue($0) })]
    },
  ]

  private static func importPatrons(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    let wishes = try fields.texts("map").map { typed in
      guard let wish = PatronMapping.Wish(typed: typed) else {
        throw ActionFault.expected(.texts, field: "map")
      }
      return wish
    }
    let name = try fields.optionalText("encoding") ?? EncodingChoice.automatic.name
    guard let encoding = EncodingChoice(name: name) else {
      throw ActionFault.expected(.oneOf(EncodingChoice.all.map(\.name)), field: "encoding")
    }
    let isPreview = try fields.flag("dryRun")
    let taking = PatronTableImport(
      mapping: wishes, updates: try fields.flag("update"),
      bringsAddressesUp: try fields.flag("currentAddress"),
      mending: TextMending(
        encoding: encoding, composes: false, repairs: try fields.flag("repair")),
      isPreview: isPreview)
    let (outcome, addresses) = try taking.run(
      .text(fields.text("csv")), at: desk.sharing(fields))
    switch outcome {
    case .unreadable, .badMapping, .noNames: throw ActionFault.badPatronTable(outcome)
    case .refused(let reasons): return .refused(reasons)
    case .imported(let report):
      let lines = report.told.map { JSONValue($0, report.columns, isPreview: isPreview) }
      return JSONValue(report, isPreview: isPreview).adding([
        "addressesBroughtUp": .count(addresses), "lines": .list(lines),
      ])
    }
  }
}
