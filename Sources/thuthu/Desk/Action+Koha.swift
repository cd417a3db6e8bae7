import LibraryCore
import LibraryStore
import Workstation

extension Action {
  /// Files of Koha's offline circulation, as texts both ways.
  static let koha = [
    Action(name: "takeKoc", fields: ["koc", "again"]) { desk, fields in
      let words = Speech.words(of: try desk.houseConfiguration())
      let report = try desk.takeKoc(
        KocFile(reading: Array(fields.text("koc").utf8)), reason: words.kocReason,
        again: fields.flag("again"))
      return [
        "outcome": "taken", "lines": .list(report.lines.map { JSONValue($0) }),
        "faults": .list(report.faults.map { .kocFault($0, words) }),
        "ops": .list(report.ops.map { .op($0) }),
      ]
    },
    Action(name: "koc", fields: ["from", "to"], isReading: true) { desk, fields in
      let today = desk.today
      let koc = try desk.koc(
        from: fields.optionalDay("from") ?? today, to: fields.optionalDay("to") ?? today)
      return [
        "outcome": "exported", "transactions": .count(koc.transactions.count),
        "koc": .text(koc.text),
      ]
    },
  ]
}
