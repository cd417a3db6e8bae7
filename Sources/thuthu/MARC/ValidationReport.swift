import LibraryCore
import MARC
import Workstation

/// Tells what is wrong with records, one line for each problem, and counts.
struct ValidationReport {
  let validation: RecordValidation
  private let least: RecordProblem.Severity
  private let output: Output
  private let isJSON: Bool
  private let words: Wording
  private var recordCount = 0
  private var counts: [RecordProblem.Severity: Int] = [:]
  /// How many errors there were, records that cannot be read among them.
  var errorCount = 0

  init(
    _ schema: MARCSchema, _ least: ProblemSeverity, _ output: Output, isJSON: Bool,
    words: Wording = Speech.words
  ) {
    validation = RecordValidation(schema)
    self.least = least.severity
    self.output = output
    self.isJSON = isJSON
    self.words = words
  }

  /// Tells the problems of one record under its number in the file or in the library.
  ///
  /// `further` is what the library says of it beside the format.
  mutating func tell(
    _ record: EditableRecord, number: Int64, further: [RecordProblem] = []
  ) {
    recordCount += 1
    for problem in validation.problems(in: record) + further {
      counts[problem.severity, default: 0] += 1
      if problem.severity == .error { errorCount += 1 }
      guard problem.severity >= least else { continue }
      output.line(isJSON ? json(problem, record, number).line : line(problem, record, number))
    }
  }

  /// The counts, as the last line for people.
  func finish() {
    guard !isJSON else { return }
    let (errors, warnings, advice) = (
      counts[.error] ?? 0, counts[.warning] ?? 0, counts[.advice] ?? 0
    )
    output.line(
      words.say(
        vi: "\(recordCount) biểu ghi: \(errors) lỗi, \(warnings) cảnh báo, \(advice) chỗ nên xem",
        en:
          "\(counted(recordCount, "record")): \(counted(errors, "error")), \(counted(warnings, "warning")), \(advice) advice"
      ))
  }

  private func line(
    _ problem: RecordProblem, _ record: EditableRecord, _ number: Int64
  ) -> String {
    let tag = problem.place.map { record.fields[$0].tag.text + " " } ?? ""
    let sign = problem.severity.sign + (problem.mend == nil ? " " : "+")
    return "\(sign) \(number): \(tag)\(words.recordProblem(problem))"
  }

  private func json(
    _ problem: RecordProblem, _ record: EditableRecord, _ number: Int64
  ) -> JSONValue {
    var value: JSONValue = [
      "record": .integer(number), "severity": .text("\(problem.severity)"),
      "problem": .text(RecordProblem.name(of: problem.kind)),
      "tag": .optional(problem.place.map { record.fields[$0].tag.text }),
      "field": problem.place.map { .count($0) } ?? .null,
    ]
    switch problem.part {
    case .whole: break
    case .indicator(let number): value = value.adding(["indicator": .count(number)])
    case .subfield(let place): value = value.adding(["subfield": .count(place)])
    case .positions(let range):
      value = value.adding([
        "from": .count(range.lowerBound), "to": .count(range.upperBound - 1),
      ])
    }
    return value.adding([
      "message": .text(words.recordProblem(problem)), "mendable": .bool(problem.mend != nil),
    ])
  }
}

extension RecordProblem {
  /// The name of a kind without its data, as scripts see it.
  static func name(of kind: Kind) -> String { String("\(kind)".prefix { $0 != "(" }) }
}
