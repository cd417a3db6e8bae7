import Terminal
import VietnameseText

/// What the texts of a file could be in, each on lines of the file itself.
enum EncodingLines {
  private static let candidatesMaximum = 3

  static func lines(_ survey: EncodingSurvey?, _ words: Wording) -> [StyledText] {
    guard let survey, survey.fields > 0 else { return [] }
    var lines = [
      StyledText(words.say(vi: "Bảng mã có thể là:", en: "The encoding may be:"))
    ]
    let candidates = survey.candidates(candidatesMaximum)
    if candidates.map(\.encoding) == [nil] {
      lines = [StyledText(words.say(vi: "Bảng mã: ", en: "Encoding: ") + words.encoding(nil))]
    } else {
      lines += candidates.flatMap { self.lines($0, survey, words) }
    }
    if let could = words.mendable(survey) { lines.append(StyledText(could, role: .warning)) }
    return lines
  }

  private static func lines(
    _ candidate: EncodingSurvey.Candidate, _ survey: EncodingSurvey, _ words: Wording
  ) -> [StyledText] {
    let share = Int((candidate.confidence * 100).rounded())
    let heading = StyledText("  \(words.encoding(candidate.encoding)): \(share)%")
    return [heading]
      + survey.lines(in: candidate.encoding).map {
        StyledText("    " + $0, role: .muted, hangingIndent: 6)
      }
  }
}
