/// The steps of an editing session, so that each can be taken back and done again, without end.
///
/// A step keeps only the fields it changed. Letters typed one after the other are steps of their own that join the
/// one before: together they are taken back word by word, while each alone can be withdrawn when it turns out to be
/// the front of a scan.
struct EditingHistory: Sendable {
  struct Step: Sendable {
    /// Where the changed fields begin.
    var start: Int
    var old: [Field]
    var new: [Field]
    var oldLeader: Leader
    var newLeader: Leader
    var before: EditingPlace
    var after: EditingPlace
    /// Whether it is taken back together with the step before it.
    var joins = false
  }

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  /// From here on, joined steps still stand one by one.
  private var looseStart = 0
  private var packedAway = 0

  /// So many of the newest steps are kept one by one; a scan is never longer.
  private static let looseMaximum = 512

  mutating func add(_ step: Step) {
    done.append(step)
    undone = []
    if done.count - looseStart > 2 * EditingHistory.looseMaximum { packOldSteps() }
  }

  /// The steps that undo takes back now, newest first.
  mutating func takeLast() -> [Step] {
    var steps: [Step] = []
    while let step = done.popLast() {
      steps.append(step)
      if !step.joins { break }
    }
    looseStart = min(looseStart, done.count)
    undone += steps
    return steps
  }

  /// The steps that redo does again now, in their order.
  mutating func takeUndone() -> [Step] {
    var steps: [Step] = []
    while let step = undone.last, steps.isEmpty || step.joins {
      steps.append(step)
      undone.removeLast()
    }
    done += steps
    return steps
  }

  /// How many steps were made and not taken back, those that were packed among them.
  var depth: Int { done.count + packedAway }

  /// Withdraws the newest step if more than `depth` were made: it cannot be done again.
  mutating func withdraw(to depth: Int) -> Step? {
    guard self.depth > depth, let last = done.popLast() else { return nil }
    looseStart = min(looseStart, done.count)
    return last
  }

  /// Has all steps made since `depth` taken back together.
  mutating func join(since depth: Int) {
    for number in done.indices.dropFirst(max(0, depth - packedAway) + 1) {
      done[number].joins = true
    }
  }

  /// Makes one step of those that are taken back together, so that long typing keeps few copies of a field.
  private mutating func packOldSteps() {
    let end = done.count - EditingHistory.looseMaximum
    guard let whole = done[looseStart..<end].lastIndex(where: { !$0.joins }) else { return }
    var packed: [Step] = []
    for step in done[looseStart..<whole] {
      if step.joins, let last = packed.last, last.start == step.start,
        last.new.count == step.old.count
      {
        packed[packed.count - 1].new = step.new
        packed[packed.count - 1].newLeader = step.newLeader
        packed[packed.count - 1].after = step.after
      } else {
        packed.append(step)
      }
    }
    packedAway += whole - looseStart - packed.count
    done.replaceSubrange(looseStart..<whole, with: packed)
    looseStart += packed.count
  }
}
