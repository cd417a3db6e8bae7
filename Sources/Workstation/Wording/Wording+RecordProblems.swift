import MARC
import Terminal

extension RecordProblem.Severity {
  /// The sign that stands before a line, also where there are no colours.
  var sign: String {
    switch self {
    case .note: "·"
    case .warning: "?"
    case .error: "!"
    }
  }

  var role: Role {
    switch self {
    case .note: .muted
    case .warning: .warning
    case .error: .error
    }
  }
}

extension Wording {
  func problemLine(_ problem: RecordProblem, about: String = "") -> StyledText {
    StyledText(
      "\(problem.severity.sign) \(about)\(recordProblem(problem.kind))",
      role: problem.severity.role, hangingIndent: 2)
  }

  /// What a cataloguer should see in a record, as a sentence.
  func recordProblem(_ kind: RecordProblem.Kind) -> String {
    switch kind {
    case .titleMissing:
      say(vi: "thiếu nhan đề (trường 245)", en: "there is no title (field 245)")
    case .titleEmpty: say(vi: "nhan đề (245 $a) còn trống", en: "the title (245 $a) is empty")
    case .repeated(let tag): say(vi: "trường \(tag) có hai lần", en: "field \(tag) stands twice")
    case .severalMainEntries:
      say(
        vi: "có hơn một tiêu đề chính (1XX): tác giả thứ hai ghi vào 700",
        en: "more than one main entry (1XX): further authors belong in 700")
    case .yearMissing:
      say(
        vi: "chưa có năm xuất bản (008 hoặc 260 $c)",
        en: "there is no year of publication (008 or 260 $c)")
    case .leaderCode(let position, let code):
      say(
        vi: "đầu biểu, vị trí \(position): mã «\(code.shown)» lạ",
        en: "leader position \(position): code “\(code.shown)” is unusual")
    case .isbn(let text):
      say(vi: "ISBN «\(text)» sai số kiểm tra", en: "ISBN “\(text)” has a wrong check digit")
    case .issn(let text):
      say(vi: "ISSN «\(text)» sai số kiểm tra", en: "ISSN “\(text)” has a wrong check digit")
    default: shapeProblem(kind)
    }
  }

  private func shapeProblem(_ kind: RecordProblem.Kind) -> String {
    switch kind {
    case .tagShape(let tag):
      say(vi: "nhãn «\(tag)» không phải ba chữ số", en: "tag “\(tag)” is not three digits")
    case .indicatorShape(let code):
      say(vi: "chỉ thị «\(code.shown)» lạ", en: "indicator “\(code.shown)” is unusual")
    case .codeShape(let code):
      say(vi: "mã trường con «\(code.shown)» lạ", en: "subfield code “\(code.shown)” is unusual")
    case .noSubfields: say(vi: "chưa có trường con nào", en: "there are no subfields")
    case .emptySubfield(let code):
      say(vi: "trường con $\(code.shown) còn trống", en: "subfield $\(code.shown) is empty")
    case .length(_, let found, let expected):
      say(
        vi: "dài \(found) ký tự, phải là \(expected)",
        en: "has \(found) characters, should have \(expected)")
    case .brokenText: say(vi: "có chữ hỏng mã", en: "has characters that are broken")
    case .controlCharacter(let code):
      say(vi: "có ký tự điều khiển (số \(code))", en: "has a control character (number \(code))")
    case .decomposed:
      say(
        vi: "dấu tổ hợp rời (NFD), giữ nguyên khi chưa sửa",
        en: "decomposed letters (NFD), kept until edited")
    default: ""
    }
  }
}
