import LibraryCore
import LibraryStore
import Workstation

extension Action {
  /// The texts of slips and letters: their templates, and what is written to readers.
  static let templates = [
    Action(name: "slipTemplates", fields: [], isReading: true) { desk, _ in
      let templates = try desk.slipTemplates()
      return [
        "outcome": "found",
        "templates": .list(templates.map { .template($0.kind, isOwn: $0.isOwn) }),
      ]
    },
    Action(name: "slipTemplate", fields: ["template"], isReading: true) { desk, fields in
      let kind: SlipKind = try fields.choice("template")
      let words = Speech.words(of: try desk.houseConfiguration())
      return JSONValue.template(kind, own: try desk.namedText(.slip, kind.rawValue), words)
        .with("outcome", "found")
    },
    Action(name: "setSlipTemplate", fields: ["template", "text"]) { desk, fields in
      let kind: SlipKind = try fields.choice("template")
      let text = try fields.optionalText("text")
      let faults = text.map { SlipTemplate.read($0, as: kind).faults } ?? []
      guard faults.isEmpty else { throw ActionFault.badTemplate(faults, kind) }
      return try desk.saveSlipTemplate(kind, text).json(.setting)
    },
    Action(
      name: "reminderPaper", fields: ["kind", "days", "due", "paper", "plain", "withMail"],
      isReading: true
    ) { desk, fields in
      let paper: ReminderPaper = try fields.choice("paper", usually: .letters)
      let kind: ReminderKind = try fields.choice("kind")
      if paper == .classes, kind != .overdue {
        throw ActionFault.expected(.oneOf([ReminderKind.overdue.rawValue]), field: "kind")
      }
      let readers = try readers(desk, fields)
      let writer = try SlipWriter(desk, Speech.words(of: desk.houseConfiguration()))
      let text = try paper.text(
        readers, writer, isPlain: fields.flag("plain"), includesMail: fields.flag("withMail"))
      return [
        "outcome": "found", "paper": .text(paper.rawValue), "readers": .count(readers.count),
        "text": .text(text),
      ]
    },
  ]
}
