import LibraryCore
import LibraryStore
import Workstation

extension Action {
  /// Slips and reminders as texts, and what is done with a whole class or category at once.
  static let slips = [
    Action(name: "slips", fields: ["patron", "hold", "item", "receipt", "box"], isReading: true) {
      desk, fields in
      let named = ["patron", "hold", "item", "receipt", "box"].filter { fields.has($0) }
      guard named.count < 2 else { throw ActionFault.onlyOneOf(named) }
      let writer = try SlipWriter(desk, Speech.words(of: desk.houseConfiguration()))
      let slips: [Slip] =
        if fields.has("hold") {
          try [writer.hold(fields.entity("hold"))].compactMap { $0 }
        } else if fields.has("receipt") {
          try [writer.receipt(OpID(rawValue: fields.integer("receipt")))].compactMap { $0 }
        } else if fields.has("item") {
          try [writer.transfer(of: fields.text("item"))].compactMap { $0 }
        } else if fields.has("box") {
          try [writer.box(fields.entity("box"))].compactMap { $0 }
        } else {
          try writer.visit(of: fields.optionalText("patron"))
        }
      let lines = slips.map { slip in
        ["kind": JSONValue.text(slip.kind.rawValue), "text": .text(slip.text)] as JSONValue
      }
      return ["outcome": "found", "slips": .list(lines)]
    },
    Action(name: "reminders", fields: ["kind", "days", "due"], isReading: true) { desk, fields in
      let readers = try readers(desk, fields)
      return ["outcome": "found", "readers": .list(readers.map { JSONValue($0) })]
    },
    Action(name: "recordReminders", fields: ["kind", "days", "due", "way"]) { desk, fields in
      let way: ReminderWay = try fields.choice("way", usually: .letter)
      return try desk.recordReminders(readers(desk, fields), by: way).json
    },
    Action(name: "promoteClasses", fields: ["moves", "year"], hasDryRun: true) { desk, fields in
      let moves = try (fields.optionalList("moves") ?? []).map { value in
        guard case .text(let text) = value, let move = ClassMove(argument: text) else {
          throw ActionFault.expected(.list, field: "moves")
        }
        return move
      }
      let proposed = try desk.schoolClasses().compactMap { count in
        count.name.promotion.map { ClassMove(from: count.name, to: $0) }
      }
      let year = try fields.optionalText("year").map { text in
        guard let year = SchoolYear(text) else { throw ActionFault.expected(.text, field: "year") }
        return year
      }
      return try desk.promoteClasses(
        moves.isEmpty ? proposed : moves, to: year ?? SchoolYear(around: desk.today),
        dryRun: fields.flag("dryRun")
      ).json
    },
    Action(
      name: "renewMemberships", fields: ["category", "class", "until", "heldBack"],
      hasDryRun: true
    ) { desk, fields in
      if fields.has("category"), fields.has("class") {
        throw ActionFault.onlyOneOf(["category", "class"])
      }
      let group: PatronGroup
      if let name = try fields.optionalText("class") {
        guard let schoolClass = SchoolClass(name) else {
          throw ActionFault.expected(.text, field: "class")
        }
        group = .schoolClass(schoolClass)
      } else {
        group = .category(try fields.text("category"))
      }
      let renewal = MembershipRenewal(
        until: try fields.optionalDay("until"), includesHeldBack: try fields.flag("heldBack"))
      return try desk.renewMemberships(of: group, renewal, dryRun: fields.flag("dryRun")).json
    },
  ]

  /// Who is to be reminded, as the fields say.
  static func readers(
    _ desk: Desk, _ fields: ActionFields
  ) throws -> [ReminderReader] {
    let days = try fields.optionalInteger("days").map { Int(clamping: $0) }
    let isOnlyDue = try fields.flag("due")
    let kind: ReminderKind = try fields.choice("kind")
    return switch kind {
    case .overdue: try desk.overdueReaders(days: days, onlyDue: isOnlyDue)
    case .dueSoon: try desk.dueSoonReaders(days: days ?? 3, onlyDue: isOnlyDue)
    case .holdReady: try desk.holdReadyReaders(onlyDue: isOnlyDue)
    case .lost: try desk.lostReaders(onlyDue: isOnlyDue)
    }
  }
}
