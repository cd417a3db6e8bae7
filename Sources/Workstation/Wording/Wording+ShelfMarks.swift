public import LibraryCore

extension Wording {
  /// What a scheme of shelf marks is called, with an example.
  public func shelfMarkScheme(_ scheme: ShelfMarkScheme) -> String {
    switch scheme {
    case .runningNumber:
      say(vi: "A: kho và số chạy (VV.1234)", en: "A: stack and running number (VV.1234)")
    case .threeLetters:
      say(
        vi: "B: phân loại, ba chữ, năm (005.1 NGU 2020)",
        en: "B: class, three letters, year (005.1 NGU 2020)")
    case .nameCode:
      say(
        vi: "C: phân loại và mã hoá tên (895.92234 NG527A)",
        en: "C: class and name code (895.92234 NG527A)")
    case .initials:
      say(
        vi: "D: phân loại, chữ đầu, năm (895.92234 NNA.CT 2009)",
        en: "D: class, initials, year (895.92234 NNA.CT 2009)")
    case .cutter: say(vi: "E: phân loại và số Cutter", en: "E: class and Cutter number")
    }
  }

  /// What a name's code ends with.
  public func shelfMarkEnding(_ ending: NameCode.Ending) -> String {
    switch ending {
    case .second: say(vi: "phụ âm đầu của chữ thứ hai", en: "initial of the second word")
    case .letter: say(vi: "chữ cái đầu của chữ thứ hai", en: "first letter of the second word")
    case .given: say(vi: "chữ cái đầu của tên gọi", en: "first letter of the given name")
    case .none: say(vi: "không có", en: "nothing")
    }
  }

  /// A proposal with its parse, one line for each part, then what is missing.
  public func shelfMarkLines(_ proposal: ShelfMarkProposal) -> [String] {
    let mark = proposal.text.isEmpty ? "–" : proposal.text
    return ["\(mark)   \(shelfMarkScheme(proposal.scheme))"]
      + proposal.parts.map { "  " + shelfMarkPart($0) }
      + proposal.gaps.map { "  ! " + shelfMarkGap($0) }
  }

  /// The parse in one line, for the status line of a form.
  public func shelfMarkParse(_ proposal: ShelfMarkProposal) -> String {
    (proposal.parts.map(shelfMarkPart) + proposal.gaps.map(shelfMarkGap)).joined(separator: "; ")
  }

  private func shelfMarkPart(_ part: ShelfMarkProposal.Part) -> String {
    switch part {
    case .classNumber(let number): say(vi: "\(number): phân loại", en: "\(number): class")
    case .stack(let stack, let height):
      height.map { say(vi: "\(stack): khổ \($0) cm", en: "\(stack): \($0) cm high") }
        ?? say(vi: "\(stack): kho", en: "\(stack): stack")
    case .runningNumber(let number):
      say(vi: "\(number): số tiếp theo", en: "\(number): next number")
    case .letters(let text, let heading): "\(text): \(heading)"
    case .initials(let text, let heading): "\(text): \(heading)"
    case .cutter(let text, let heading): "\(text): \(heading)"
    case .year(let year): say(vi: "\(year): năm", en: "\(year): year")
    case .learned(let mark, let heading):
      say(vi: "\(mark): đã quyết cho \(heading)", en: "\(mark): decided for \(heading)")
    case .code(let code, let heading): "\(heading) = \(nameCodeParse(code))"
    }
  }

  /// `NG | uyên 527 | A`, and how far the number may be trusted.
  public func nameCodeParse(_ code: NameCode) -> String {
    let number = code.entry.map { "\($0.number)" } ?? "?"
    let trust = code.entry.map { entry in
      switch entry.origin {
      case .anchored: ""
      case .interpolated: say(vi: " (số suy ra)", en: " (interpolated)")
      case .local: say(vi: " (của thư viện)", en: " (the library's own)")
      }
    }
    return "\(code.initial) | \(code.rhyme) \(number)\(trust ?? "") | \(code.ending)"
  }

  public func shelfMarkGap(_ gap: ShelfMarkProposal.Gap) -> String {
    switch gap {
    case .noClass: say(vi: "biểu ghi chưa có phân loại (082, 084)", en: "no class (082, 084)")
    case .noHeading: say(vi: "chưa có tác giả hay nhan đề", en: "no author or title")
    case .noSize: say(vi: "chưa có khổ sách (300 $c)", en: "no size (300 $c)")
    case .notVietnamese(let heading):
      say(
        vi: "«\(heading)» không đọc được theo vần Việt; hãy tự đặt ký hiệu",
        en: "“\(heading)” has no Vietnamese rhyme; give the mark yourself")
    case .unknownRhyme(let rhyme):
      say(vi: "bảng chưa có số của vần «\(rhyme)»", en: "the table has no number for “\(rhyme)”")
    case .noCutterTable:
      say(
        vi: "chưa có bảng Cutter (data/cutter.tsv)",
        en: "there is no Cutter table (data/cutter.tsv)")
    case .notInCutterTable(let name):
      say(vi: "bảng Cutter không có «\(name)»", en: "the Cutter table lacks “\(name)”")
    }
  }

  /// One line of the crosswalk: `084 V ↔ 082 895.922`.
  public func crosswalkLine(_ line: ClassCrosswalk.Line) -> String {
    "084 \(line.national) ↔ 082 \(line.dewey ?? "–")"
      + (line.isLocal ? say(vi: "  (của thư viện)", en: "  (the library's own)") : "")
  }
}
