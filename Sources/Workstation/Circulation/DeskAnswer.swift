import LibraryCore
import Terminal

/// What the desk says to one scan: big enough to be seen by both people at the counter.
struct DeskAnswer {
  /// How sure the answer is: decides colour, sound and whether the screen flashes.
  enum Tone {
    case good
    case notice
    case bad
  }

  var tone: Tone
  /// The verb or the refusal in a few words, for example `ĐÃ CHO MƯỢN`.
  var headline: String
  /// Title, person, due date: one line each.
  var lines: [String]
  /// The row it leaves in today's list, when the store has none for it (refused, unknown).
  var row: DeskRow?
  /// Notes that have to be acknowledged before the next thing is done.
  var mustBeRead: [String] = []
  /// What took a whole visit back just now, which undo does again.
  var takenBack: [OpID] = []
  /// What `explain` opens.
  var subject: Subject?

  enum Subject: Equatable {
    /// A loan that was refused.
    case checkout(item: String, card: String, onSite: Bool)
    /// A renewal that was refused, of the copy under that label.
    case renewal(String)
    /// A loan, by its own op or by one that is about it, and the label of its copy.
    case loan(OpID, item: String)
    case item(String)
    /// A hold that was placed.
    case hold(EntityID)
    /// One that was not, or is not yet.
    case placing(HoldRequest)

    /// The label of the copy it is about; nil where that is a title.
    var item: String? {
      switch self {
      case .checkout(let item, _, _), .renewal(let item), .loan(_, let item), .item(let item): item
      case .hold, .placing: nil
      }
    }
  }

  var role: Role {
    switch tone {
    case .good: .flashGood
    case .notice: .flashWarning
    case .bad: .flashError
    }
  }

  /// A refusal rings twice, a notice once; what went well makes no sound a queue could mistake.
  var effects: [Effect] {
    switch tone {
    case .good: [.flash]
    case .notice: [.bell]
    case .bad: [.bell, .flash]
    }
  }
}

/// One line of today's list.
struct DeskRow {
  var at: LibraryCore.Moment
  var verb: String
  var code: String
  var title: String
  var person: String
  var due: String
  var role: Role
  /// The op behind the row; nil for what was refused or unknown.
  var op: OpID?
  /// What `explain` opens.
  var subject: DeskAnswer.Subject?
}
