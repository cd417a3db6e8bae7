public import MARC

/// Which records a batch edit is about.
public enum RecordChoice: Equatable, Sendable {
  case all
  case found(String, in: SearchField)
  case records([EntityID])
}

/// One record that a batch edit would change, with both its forms.
public struct BatchEditSample: Equatable, Sendable {
  public let record: EntityID
  public let before: Record
  public let after: Record

  public init(record: EntityID, before: Record, after: Record) {
    self.record = record
    self.before = before
    self.after = after
  }
}

/// What a batch edit did or would do.
public struct BatchEditReport: Equatable, Sendable {
  /// Samples beyond these are counted, not kept.
  public static let samplesMaximum = 100

  public var looked = 0
  public var changed = 0
  /// How many changes each task made, and in how many records.
  public var tasks: [(changes: Int, records: Int)]
  /// Records on which a pattern took too much work; they are left as they were.
  public var givenUp: [EntityID] = []
  public var samples: [BatchEditSample] = []
  public var batch: EntityID?
  /// Whether all chosen records were looked at.
  public var isComplete = true

  public init(tasks: Int) { self.tasks = Array(repeating: (0, 0), count: tasks) }

  /// Counts what came of the tasks on one record.
  public mutating func count(_ result: TaskList.Result, _ record: EntityID, from before: Record) {
    looked += 1
    if !result.givenUp.isEmpty { givenUp.append(record) }
    for (place, changes) in result.changes.enumerated() where changes > 0 {
      tasks[place].changes += changes
      tasks[place].records += 1
    }
    guard result.record.storageBytes != before.storageBytes else { return }
    changed += 1
    if samples.count < BatchEditReport.samplesMaximum {
      samples.append(BatchEditSample(record: record, before: before, after: result.record))
    }
  }

  public static func == (left: BatchEditReport, right: BatchEditReport) -> Bool {
    left.looked == right.looked && left.changed == right.changed && left.givenUp == right.givenUp
      && left.batch == right.batch && left.isComplete == right.isComplete
      && left.samples == right.samples
      && left.tasks.elementsEqual(right.tasks) { $0 == $1 }
  }
}

public enum BatchEditOutcome: Equatable, Sendable {
  case edited(BatchEditReport)
  case refused([Refusal])
}
