import MARC
import Testing

@Suite("What is to be said of real records")
struct RealRecordTests {
  /// The problems of every record of a file, by their severity.
  private func counts(_ path: String) throws -> (
    records: Int, with: [RecordProblem.Severity: Int], kinds: [String: Int]
  ) {
    let validation = RecordValidation(try ShippedSchema.read())
    let reader = try RecordReader(FileSource(path: path))
    var records = 0
    var with: [RecordProblem.Severity: Int] = [:]
    var kinds: [String: Int] = [:]
    while let read = try reader.next() {
      guard let record = read.record else { continue }
      records += 1
      let problems = validation.problems(in: record.editable)
      for severity in Set(problems.map(\.severity)) { with[severity, default: 0] += 1 }
      for problem in problems where problem.severity != .advice {
        let name = "\(problem.severity) \(problem.kind)".prefix { $0 != "(" }
        let tag = problem.place.map { record.editable.fields[$0].tag.text } ?? ""
        kinds["\(name) \(tag)", default: 0] += 1
      }
      // A mend changes the record as it stands.
      for mend in problems.compactMap(\.mend) {
        var mended = record.editable
        #expect(mend.apply(to: &mended) && mended != record.editable)
      }
    }
    return (records, with, kinds)
  }

  @Test(
    "good records of the Library of Congress are hardly ever called wrong",
    arguments: ["loc-books-10k", "loc-vietnamese-40"])
  func libraryOfCongress(_ folder: String) throws {
    guard let shared = RecordFiles.shared else { return }
    for path in RecordFiles.paths(below: shared + "/" + folder, endingIn: [".mrc", ".utf8"]) {
      let (records, with, kinds) = try counts(path)
      guard records > 0 else { continue }
      print(
        "\(path.split(separator: "/").suffix(2).joined(separator: "/")): \(records) records,", with)
      for (kind, count) in kinds.sorted(by: { $0.value > $1.value }).prefix(25) {
        print("  \(count) \(kind)")
      }
      #expect(Double(with[.error] ?? 0) / Double(records) < 0.02)
    }
  }
}
