/// Something wrong with one line of a key map or theme; the line is skipped, the program goes on.
public struct FileDiagnostic<Problem: Equatable & Sendable>: Equatable, Sendable {
  public let file: String
  /// Counted from one; nil when the file as a whole is meant.
  public let line: Int?
  public let problem: Problem

  public init(file: String, line: Int?, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

/// A problem with words for it in every language.
public protocol DescribedProblem: Equatable, Sendable {
  /// The file still does what it says; only some terminals will not follow.
  var isWarning: Bool { get }
  var wording: LocalizedText { get }
}

extension FileDiagnostic where Problem: DescribedProblem {
  public var isWarning: Bool { problem.isWarning }

  /// `my.keys:12: unknown key “f99”`.
  public func description(in language: Language) -> String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(problem.wording[language])"
  }
}
