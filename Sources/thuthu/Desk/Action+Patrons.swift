import LibraryCore
import LibraryStore

extension Action {
  /// What surrounds patrons: cards, remarks, memberships, merging.
  static let patrons = [
    Action(
      name: "patrons", fields: ["words", "sort", "sex", "occupation", "limit", "offset"],
      isReading: true
    ) { desk, fields in
      let sex: Sex? = fields.has("sex") ? try fields.choice("sex") : nil
      let filter = try desk.patronFilter(sex: sex, occupation: fields.optionalText("occupation"))
      let (limit, offset) = (
        try fields.count("limit", usually: 20), try fields.count("offset", usually: 0)
      )
      let order: PatronOrder = try fields.choice("sort", usually: .givenName)
      let found =
        try fields.optionalText("words").map {
          try desk.findPatrons($0, among: filter, limit: limit, offset: offset)
        } ?? desk.patrons(sortedBy: order, among: filter, limit: limit, offset: offset)
      return [
        "outcome": "found", "total": .count(found.total), "complete": .bool(found.isComplete),
        "patrons": .list(found.hits.map { JSONValue($0) }),
      ]
    },
    Action(name: "patronDetails", fields: ["patron"], isReading: true) { desk, fields in
      let card = try fields.text("patron")
      if let patron = try desk.patron(card)?.patron, let details = try desk.patronDetails(patron.id)
      {
        return JSONValue.found("patron", JSONValue(patron)).adding(JSONValue(details))
      }
      return try desk.otherCard(card).map { JSONValue($0) } ?? .unknown("patron", card)
    },
    Action(name: "replaceCard", fields: ["patron", "card", "because", "shareNumber"]) {
      desk, fields in
      let outcome = try desk.sharing(fields).replaceCard(
        fields.text("patron"), with: fields.optionalText("card"),
        because: fields.choice("because", usually: PatronCard.Standing.lost))
      let patron = try outcome.id.flatMap { try desk.patron(id: $0)?.patron }
      return outcome.json(
        .patron, patron.map { JSONValue(PatronLine($0)) } ?? JSONValue.object([]))
    },
    Action(name: "addCard", fields: ["patron", "card", "shareNumber"]) { desk, fields in
      try desk.sharing(fields).addCard(fields.text("card"), to: fields.text("patron")).json(.patron)
    },
    Action(name: "retireCard", fields: ["card", "because"]) { desk, fields in
      try desk.retireCard(
        fields.text("card"), because: fields.choice("because", usually: PatronCard.Standing.lost)
      ).json(.patron)
    },
    Action(name: "restrict", fields: ["patron", "reason", "from", "until"]) { desk, fields in
      try desk.remark(
        RemarkRequest(
          card: fields.text("patron"), kind: .restriction, text: fields.text("reason"),
          from: fields.optionalDay("from"), until: fields.optionalDay("until"))
      ).json(.newRemark)
    },
    Action(name: "leaveMessage", fields: ["patron", "text", "until", "mustBeRead"]) {
      desk, fields in
      try desk.remark(
        RemarkRequest(
          card: fields.text("patron"), kind: .message, text: fields.text("text"),
          until: fields.optionalDay("until"), mustBeRead: fields.flag("mustBeRead"))
      ).json(.newRemark)
    },
    Action(name: "liftRemark", fields: ["remark"]) { desk, fields in
      try desk.liftRemark(fields.entity("remark")).json(.remark)
    },
    Action(name: "readRemark", fields: ["remark"]) { desk, fields in
      try desk.readRemark(fields.entity("remark")).json(.remark)
    },
    Action(name: "renewMembership", fields: ["patron"]) { desk, fields in
      let outcome = try desk.renewMembership(fields.text("patron"))
      let end = try outcome.id.flatMap { try desk.patron(id: $0)?.patron.expiresOn }
      return outcome.json(.patron, ["expiresOn": .day(end)])
    },
    Action(name: "mergePatrons", fields: ["keeper", "other"], hasDryRun: true) {
      desk, fields in
      try desk.mergePatrons(
        fields.text("keeper"), fields.text("other"), dryRun: fields.flag("dryRun")
      ).json
    },
  ]
}
