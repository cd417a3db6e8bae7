public import MARC

/// What is to be done to many records, task by task, in the order they stand.
public struct TaskList: Equatable, Sendable {
  public let tasks: [BatchTask]

  public init(_ tasks: [BatchTask]) { self.tasks = tasks }

  /// What came of the tasks on one record.
  public struct Result: Equatable, Sendable {
    public let record: Record
    /// How many changes each task made.
    public let changes: [Int]
    /// The tasks, by their places, that were given up because a pattern took too much work; the record is then left as it was.
    public let givenUp: [Int]
  }

  /// Does the tasks to one record; what none of them touches keeps its bytes.
  public func applied(to record: Record) -> Result {
    var edited = record.editable
    var changes: [Int] = []
    for (place, task) in tasks.enumerated() {
      do {
        changes.append(try task.apply(to: &edited))
      } catch {
        return Result(record: record, changes: tasks.map { _ in 0 }, givenUp: [place])
      }
    }
    return Result(record: edited.record, changes: changes, givenUp: [])
  }
}

/// One task: what is done, to which fields, and when.
public struct BatchTask: Equatable, Sendable {
  public enum Work: Equatable, Sendable {
    /// A nil code is all subfields, or the text of a field without any.
    case replace(TagPattern, Code?, TextPattern, with: String)
    case addField(Field)
    case addSubfield(TagPattern, Subfield)
    case deleteFields(TagPattern)
    case deleteSubfields(TagPattern, Code)
    case moveFields(TagPattern, to: Tag)
    case copyFields(TagPattern, to: Tag)
    /// To a new field, or within a field to another code where the tags are one.
    case moveSubfields(Tag, Code, to: Tag, Code)
    case copySubfields(Tag, Code, to: Tag, Code)
    /// A nil indicator stays.
    case setIndicators(TagPattern, Code?, Code?)
  }

  public var work: Work
  /// What the field that is treated has to be.
  public var fieldConditions: [FieldCondition]
  /// What the record has to have.
  public var recordConditions: [RecordCondition]
  /// Where it stands in the text, from 1.
  public var line: Int
  public var text: String
}

/// What a field has to be for a task to touch it.
public enum FieldCondition: Equatable, Sendable {
  case indicator(Int, Code)
  /// A nil code is any subfield.
  case subfield(Code?, TextPattern)
  case noSubfield(Code)

  func holds(for field: Field) throws(TextPattern.TooMuchWork) -> Bool {
    switch self {
    case .indicator(let number, let code):
      return !field.isControl && (number == 1 ? field.indicator1 : field.indicator2) == code
    case .noSubfield(let code): return field.first(code) == nil
    case .subfield(let code, let pattern):
      if field.isControl { return try pattern.isFound(in: field.text) }
      for subfield in field.subfields where code == nil || subfield.code == code {
        if try pattern.isFound(in: subfield.text) { return true }
      }
      return false
    }
  }
}

/// What a record has to have for a task to be done at all.
public enum RecordCondition: Equatable, Sendable {
  case present(TagPattern)
  case absent(TagPattern)
  case matching(TagPattern, FieldCondition)

  func holds(for fields: [Field]) throws(TextPattern.TooMuchWork) -> Bool {
    switch self {
    case .present(let pattern): return fields.contains { pattern.matches($0.tag) }
    case .absent(let pattern): return !fields.contains { pattern.matches($0.tag) }
    case .matching(let pattern, let condition):
      for field in fields where pattern.matches(field.tag) {
        if try condition.holds(for: field) { return true }
      }
      return false
    }
  }
}
