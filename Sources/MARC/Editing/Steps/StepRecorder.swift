/// Writes down what is done in an editing session, so that it can be done again in other records.
///
/// Steps that are taken back while it runs are struck out; those done again come back.
public struct StepRecorder: Sendable {
  private struct Entry: Sendable {
    var depth: Int
    var step: EditingStep
    /// Whether it put letters into a text between others, so that deleting them undoes it.
    var isInsertion = false
  }

  private var entries: [Entry] = []
  /// What was taken back and can be done again, the newest last.
  private var struck: [Entry] = []
  /// Where the last step left the cursor; a person who goes elsewhere from there has that written down.
  private var lastPlace: EditingPlace?

  public init() {}

  public var isEmpty: Bool { entries.isEmpty }

  /// Notes a step that `before` was about to do and that led to `after`.
  public mutating func note(
    _ step: EditingStep, from before: EditingSession, to after: EditingSession
  ) {
    if before.place != lastPlace {
      entries.append(Entry(depth: before.mark.depth, step: .go(before.name(of: before.place))))
    }
    struck = []
    let isInsertion = before.place.spot.isText && after.place.spot.isText && !before.isTypedOver
    entries.append(Entry(depth: before.mark.depth, step: step, isInsertion: isInsertion))
    lastPlace = after.place
  }

  /// Strikes out what was taken back in `session`.
  public mutating func strikeOut(backTo session: EditingSession) {
    while let last = entries.last, last.depth >= session.mark.depth {
      struck.append(entries.removeLast())
    }
    lastPlace = nil
  }

  /// Takes in again what was done again in `session`.
  public mutating func restore(upTo session: EditingSession) {
    while let next = struck.last, next.depth < session.mark.depth {
      entries.append(struck.removeLast())
    }
    lastPlace = nil
  }

  /// The steps in their shortest form: letters typed one after the other are one text, without those deleted again.
  public var steps: [EditingStep] {
    var steps: [EditingStep] = []
    // How many letters at the end of the last text may be taken back.
    var loose = 0
    for entry in entries {
      guard case .type(let text)? = steps.last else {
        steps.append(entry.step)
        loose = entry.isInsertion ? 1 : 0
        continue
      }
      switch entry.step {
      case .type(let more):
        steps[steps.count - 1] = .type(text + more)
        loose = entry.isInsertion && more != "$" ? loose + 1 : 0
      case .compose(let erased, let more) where erased <= loose:
        steps[steps.count - 1] = .type(text.dropLast(erased) + more)
        loose += more.count - erased
      case .verb(.deleteBack) where loose > 0:
        steps[steps.count - 1] = .type(String(text.dropLast()))
        loose -= 1
      default:
        steps.append(entry.step)
        loose = 0
      }
    }
    return steps.filter { $0 != .type("") }
  }
}
