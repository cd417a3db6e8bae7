import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Shows the journal, the newest action first.
struct LogCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: .say(vi: "Nhật ký công việc.", en: "Show the journal."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("moment", vi: "Từ thời điểm này.", en: "No older than this moment."))
  var since: Moment?

  @Option(
    help: .say(
      "id", vi: "Chỉ của đối tượng mang số này.", en: "Only of the thing with this number."))
  var entity: EntityID?

  @Option(help: .say("n", vi: "Nhiều nhất bấy nhiêu việc.", en: "At most this many."))
  var limit = 200

  func run(in session: LibrarySession) throws -> ExitStatus {
    for entry in try session.desk.log(since: since, entity: entity, limit: max(0, limit)) {
      session.answer(JSONValue(entry), session.words.logEntry(entry))
    }
    return .done
  }
}

extension JSONValue {
  init(_ entry: LogEntry) {
    let fields: JSONValue = [
      "op": .op(entry.op.id), "moment": .moment(entry.op.moment), "staff": .text(entry.staff),
      "kind": .text(entry.op.body.name), "entity": .entity(entry.op.entity),
      "subject": JSONValue(entry.subject),
      "patron": entry.patron.map { JSONValue($0) } ?? .null, "undoes": .op(entry.op.undoes),
      "undoneBy": .op(entry.undoneBy), "override": JSONValue(entry.op.body.override),
      "dueOn": .day(entry.due?.day), "dueAt": .optional(entry.due?.time?.text),
      "amount": .money(entry.amount),
      "statedMoment": entry.statedAt.map { .moment($0) } ?? .null,
      "loans": JSONValue(entry.loans), "loansTotal": entry.loans.map { .count($0.total) } ?? .null,
      "fastAdd": entry.fastAdd.map { JSONValue($0) } ?? .null,
      "changes": .list(entry.revisions.map { JSONValue($0) }),
      "merged": entry.op.body.merged.map { JSONValue($0) } ?? .null,
    ]
    self = entry.errand.map { fields.adding(.errand($0)) } ?? fields
  }

  private init(_ added: FastAdd) {
    self = [
      "item": JSONValue(added.copy), "patron": added.lentTo.map { JSONValue($0) } ?? .null,
    ]
  }

  /// A field that changed; what nobody may read is named without its values.
  private init(_ revision: PatronRevision) {
    self = [
      "field": .text(revision.field.key), "from": .optional(revision.from?.text),
      "to": .optional(revision.to?.text),
    ]
  }

  /// How much of the entry that went belongs to the one that stayed now.
  private init(_ merged: PatronMerged) {
    self = [
      "loans": .count(merged.loans.count), "holds": .count(merged.holds.count),
      "entries": .count(merged.entries.count), "remarks": .count(merged.remarks.count),
    ]
  }

  /// The loans that one action changed together, or null.
  init(_ together: LoansTogether?) {
    self =
      together.map { together in
        .list(
          together.loans.map {
            [
              "loan": .op($0.loan), "item": JSONValue($0.item), "patron": JSONValue($0.patron),
              "dueOn": .day($0.due?.day), "dueAt": .optional($0.due?.time?.text),
            ]
          })
      } ?? .null
  }

  /// What was lifted for an action and why, or null.
  init(_ override: Override?) {
    self =
      override.map {
        ["codes": .list($0.codes.map { .text($0) }), "reason": .text($0.reason)]
      } ?? .null
  }

  private init(_ subject: LogSubject) {
    switch subject {
    case .record(let title): self = ["record": .text(title)]
    case .heading(let text): self = ["heading": .text(text)]
    case .item(let item): self = ["item": JSONValue(item)]
    case .patron(let patron): self = ["patron": JSONValue(patron)]
    case .hold(let title, let patron):
      self = ["hold": .text(title), "patron": JSONValue(patron)]
    case .staff(let login, let name): self = ["staff": .text(login), "name": .text(name)]
    case .rule(let scope):
      self = [
        "library": .optional(scope.library), "category": .optional(scope.category),
        "itemType": .optional(scope.itemType),
      ]
    case .term(let kind, let code, let name):
      self = ["term": .text(kind.rawValue), "code": .text(code), "name": .text(name)]
    case .house: self = ["house": true]
    case .drawer(let code): self = ["drawer": .text(code)]
    case .batch(let kind, let source): self = ["batch": .text(kind), "source": .text(source)]
    case .stocktake(let name): self = ["stocktake": .text(name)]
    case .nameless(let entity): self = ["entity": .entity(entity)]
    }
  }
}

extension OpBody {
  /// What a merge of two entries of patrons moved, or what its taking back moved again.
  fileprivate var merged: PatronMerged? {
    switch self {
    case .patronMerged(let merged), .patronParted(let merged): merged
    default: nil
    }
  }

  /// The name of the kind in answers; never renamed.
  var name: String { OpKind(rawValue: kind).map { String(describing: $0) } ?? "unknown" }
}
