import MARC

/// Words for what is to be said of roles, lists of terms and the authorities of headings.
extension Wording {
  func headingProblem(_ kind: RecordProblem.Kind) -> String {
    switch kind {
    case .relatorCodeAsTerm(let code):
      say(
        vi: "«\(code)» là mã vai trò: mã ghi ở $4, chữ ghi ở $e",
        en: "“\(code)” is the code of a role: codes stand in $4, words in $e")
    case .relatorUnmarked(let term, let marked):
      say(vi: "vai trò «\(term)» thiếu dấu: «\(marked)»", en: "role “\(term)” means “\(marked)”")
    case .relatorsDiffer(let term, let code):
      say(
        vi: "vai trò «\(term)» khác mã $4 «\(code)»",
        en: "role “\(term)” is another than code $4 “\(code)”")
    case .sourceMissing:
      say(vi: "chưa ghi nguồn ở $2", en: "the source is to be named in $2")
    case .sourceNotNamed(let source):
      say(
        vi: "$2 ghi «\(source)» thì chỉ thị phải là 7",
        en: "$2 names “\(source)”, so the indicator is 7")
    case .authorityUnknown(let number):
      say(
        vi: "$0 «\(number)» không ứng với tiêu đề chuẩn nào ở đây",
        en: "$0 “\(number)” names no authority record here")
    case .authorityDiffers(let number, let heading):
      say(
        vi: "$0 «\(number)» là tiêu đề chuẩn «\(heading)», khác tiêu đề của trường",
        en: "$0 “\(number)” names the authority “\(heading)”, another heading than the field's")
    default: ""
    }
  }
}
