import Terminal
import Workstation

/// What is wrong with settings files, told line by line.
struct FileChecking<Problem: DescribedProblem & Sendable> {
  let diagnostics: [FileDiagnostic<Problem>]
  let files: Int
  let global: GlobalOptions

  init(_ diagnostics: [FileDiagnostic<Problem>], files: Int, _ global: GlobalOptions) {
    self.diagnostics = diagnostics
    self.files = files
    self.global = global
  }

  /// Lists the problems; bad input where one of them is more than a warning.
  func tell() throws {
    let output = Output()
    defer { output.flush() }
    let language = Speech.words.language
    for diagnostic in diagnostics {
      if global.json {
        output.line([
          "file": .text(diagnostic.file), "line": diagnostic.line.map { .count($0) } ?? .null,
          "warning": .bool(diagnostic.isWarning),
          "message": .text(diagnostic.problem.wording[language]),
        ])
      } else {
        output.line(diagnostic.description(in: language))
      }
    }
    if diagnostics.contains(where: { !$0.isWarning }) { throw ExitStatus.badInput }
    if !global.json {
      output.line(
        .say(vi: "Không có lỗi (\(files) tệp)", en: "No faults (\(counted(files, "file")))"))
    }
  }
}
