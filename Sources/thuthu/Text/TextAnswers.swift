import VietnameseText
import Workstation

/// The answers to texts given as arguments or, without any, as lines of standard input.
///
/// Each text has one answer. One that cannot be read is told on standard error, has an empty line among
/// the answers, and does not hold up the others; the command then ends with the status of bad input.
struct TextAnswers {
  enum Answer {
    case answer(JSONValue, String)
    case fault(String)
  }

  static let given = "The texts; the lines of standard input otherwise."

  private let lines: TextLines
  private let isJSON: Bool

  init(_ global: GlobalOptions) {
    lines = TextLines(global)
    isJSON = global.json
  }

  func each(of texts: [String], _ answer: (String) -> Answer) throws {
    let faults = Output(to: 2)
    var (count, faultCount) = (0, 0)
    func told(_ text: String) -> (json: JSONValue, text: String) {
      count += 1
      switch answer(text) {
      case .answer(let json, let text): return (json, text)
      case .fault(let reason):
        faultCount += 1
        let place =
          texts.isEmpty ? String.say(vi: "dòng \(count)", en: "line \(count)") : "«\(text)»"
        faults.line("thuthu: \(place): \(reason)")
        faults.flush()
        return (["text": .text(text), "outcome": "fault", "reason": .text(reason)], "")
      }
    }
    if texts.isEmpty {
      try lines.each(told)
    } else {
      let output = Output()
      defer { output.flush() }
      for text in texts {
        let (json, words) = told(text.nfc)
        if isJSON { output.line(json) } else { output.line(words) }
      }
    }
    if faultCount > 0 { throw ExitStatus.badInput }
  }
}
