import LibraryCore
import LibraryStore

/// One thing that a line of `thuthu desk` may ask for.
struct Action: Sendable {
  let name: String
  /// The fields it knows beside `id`, `do`, `at`, `override` and `dryRun`.
  let fields: Set<String>
  var takesOverride = false
  /// Whether the verb itself answers without writing; for all others the whole action is rehearsed and taken back.
  var hasDryRun = false
  /// Whether the verb itself asks for the permission to act at a stated moment.
  var asksBackdate = false
  /// Whether it only reads, so that nobody waits to hear that it is on disk.
  var isReading = false
  let perform: @Sendable (Desk, ActionFields) throws -> JSONValue

  static let commonFields: Set<String> = ["id", "do", "at", "override", "dryRun"]

  /// All actions by name.
  static let all: [String: Action] = Dictionary(
    uniqueKeysWithValues: [
      circulation, boxes, asking, holds, money, shifts, koha, patrons, patronTables, slips,
      templates, entry, house, rules, calendar, settings, reading,
    ].joined().map { ($0.name, $0) })

  /// What the action comes to; of a dry run without the numbers of what was not written.
  func answer(_ desk: Desk, _ fields: ActionFields) throws -> JSONValue {
    guard try fields.flag("dryRun"), !hasDryRun, !isReading else {
      return try perform(desk, fields)
    }
    let rehearsed = try desk.rehearse { try perform($0, fields) }
    return rehearsed.value.forgetting(rehearsed.made)
  }

  func check(_ fields: ActionFields) throws(ActionFault) {
    for member in fields.members
    where !self.fields.contains(member.key) && !Action.commonFields.contains(member.key) {
      throw .unknownField(member.key)
    }
    if !takesOverride, try fields.optionalText("override") != nil { throw .notHere("override") }
    _ = try fields.flag("dryRun")
  }
}
