public import MARC
import Terminal

extension RecordProblem.Severity {
  /// The sign that stands before a line, also where there are no colours.
  public var sign: String {
    switch self {
    case .advice: "·"
    case .warning: "?"
    case .error: "!"
    }
  }

  var role: Role {
    switch self {
    case .advice: .muted
    case .warning: .warning
    case .error: .error
    }
  }
}

extension Wording {
  func problemLine(_ problem: RecordProblem, about: String = "") -> StyledText {
    StyledText(
      "\(problem.severity.sign) \(about)\(recordProblem(problem))",
      role: problem.severity.role, hangingIndent: 2)
  }

  public func problemSeverity(_ severity: RecordProblem.Severity) -> String {
    switch severity {
    case .advice: say(vi: "nên xem", en: "advice")
    case .warning: say(vi: "cảnh báo", en: "warning")
    case .error: say(vi: "lỗi", en: "error")
    }
  }

  /// What a cataloguer should see, with the part of the field that is meant.
  public func recordProblem(_ problem: RecordProblem) -> String {
    let part =
      switch problem.part {
      case .whole, .subfield: ""
      case .indicator(let number): say(vi: "chỉ thị \(number): ", en: "indicator \(number): ")
      case .positions(let range):
        (problem.isOfLeader ? say(vi: "đầu biểu, ", en: "leader, ") : "")
          + say(vi: "vị trí ", en: "position ")
          + (range.count == 1
            ? "\(range.lowerBound): " : "\(range.lowerBound)–\(range.upperBound - 1): ")
      }
    return part + recordProblem(problem.kind)
  }

  /// What a cataloguer should see in a record, as a sentence.
  func recordProblem(_ kind: RecordProblem.Kind) -> String {
    switch kind {
    case .titleMissing:
      say(vi: "thiếu nhan đề (trường 245)", en: "there is no title (field 245)")
    case .titleEmpty: say(vi: "nhan đề (245 $a) còn trống", en: "the title (245 $a) is empty")
    case .codesMissing:
      say(vi: "thiếu mã cố định (trường 008)", en: "there are no fixed codes (field 008)")
    case .severalMainEntries:
      say(
        vi: "có hơn một tiêu đề chính (1XX): tác giả thứ hai ghi vào 700",
        en: "more than one main entry (1XX): further authors belong in 700")
    case .yearMissing:
      say(
        vi: "chưa có năm xuất bản (008 hoặc 260 $c)",
        en: "there is no year of publication (008 or 260 $c)")
    case .brokenText: say(vi: "có chữ hỏng mã", en: "has characters that are broken")
    case .controlCharacter(let code):
      say(vi: "có ký tự điều khiển (số \(code))", en: "has a control character (number \(code))")
    case .decomposed:
      say(
        vi: "dấu tổ hợp rời (NFD), giữ nguyên khi chưa sửa",
        en: "decomposed letters (NFD), kept until edited")
    case .isbn, .issn, .priceAsNumber, .productNumber, .deweyForm, .deweyEditionMissing:
      numberProblem(kind)
    case .filing, .titleEntry, .languageDiffers, .countryDiffers, .yearDiffers, .linkBroken,
      .linkDoubled:
      disagreement(kind)
    case .relatorCodeAsTerm, .relatorUnmarked, .relatorsDiffer, .sourceMissing, .sourceNotNamed,
      .authorityUnknown, .authorityDiffers:
      headingProblem(kind)
    case .length, .positionCode, .obsoletePositionCode, .unknownCode, .obsoleteCode, .joinedCodes:
      codeProblem(kind)
    default: shapeProblem(kind)
    }
  }

  private func shapeProblem(_ kind: RecordProblem.Kind) -> String {
    switch kind {
    case .tagShape(let tag):
      say(vi: "nhãn «\(tag)» không phải ba chữ số", en: "tag “\(tag)” is not three digits")
    case .unknownField(let tag):
      say(vi: "khổ mẫu không có trường \(tag)", en: "the format has no field \(tag)")
    case .obsoleteField(let tag):
      say(vi: "trường \(tag) không còn dùng", en: "field \(tag) is no longer in use")
    case .repeatedField(let tag):
      say(vi: "trường \(tag) không được lặp", en: "field \(tag) may not repeat")
    case .indicator(let code):
      say(vi: "không có giá trị «\(code.shown)»", en: "there is no value “\(code.shown)”")
    case .obsoleteIndicator(let code):
      say(
        vi: "giá trị «\(code.shown)» không còn dùng",
        en: "value “\(code.shown)” is no longer in use")
    case .codeShape(let code):
      say(vi: "mã trường con «\(code.shown)» lạ", en: "subfield code “\(code.shown)” is unusual")
    case .noSubfields: say(vi: "chưa có trường con nào", en: "there are no subfields")
    case .emptySubfield(let code):
      say(vi: "trường con $\(code.shown) còn trống", en: "subfield $\(code.shown) is empty")
    case .unknownSubfield(let code):
      say(vi: "trường này không có $\(code.shown)", en: "this field has no $\(code.shown)")
    case .obsoleteSubfield(let code):
      say(vi: "$\(code.shown) không còn dùng", en: "$\(code.shown) is no longer in use")
    case .repeatedSubfield(let code):
      say(vi: "$\(code.shown) không được lặp", en: "$\(code.shown) may not repeat")
    default: ""
    }
  }

  private func codeProblem(_ kind: RecordProblem.Kind) -> String {
    switch kind {
    case .length(let found, let expected):
      say(
        vi: "dài \(found) ký tự, phải là \(expected)",
        en: "has \(counted(found, "character")), should have \(expected)")
    case .positionCode(let code):
      say(vi: "mã «\(code.shownCode)» lạ", en: "code “\(code.shownCode)” is unusual")
    case .obsoletePositionCode(let code):
      say(
        vi: "mã «\(code.shownCode)» không còn dùng",
        en: "code “\(code.shownCode)” is no longer in use")
    case .unknownCode(let code, let list):
      say(
        vi: "bảng mã \(codeList(list)) không có «\(code.shownCode)»",
        en: "the list of \(codeList(list)) has no “\(code.shownCode)”")
    case .obsoleteCode(let code, let list):
      say(
        vi: "mã «\(code.shownCode)» trong bảng \(codeList(list)) không còn dùng",
        en: "code “\(code.shownCode)” of the \(codeList(list)) is no longer in use")
    case .joinedCodes(let text):
      say(
        vi: "các mã «\(text)» dính liền: mỗi mã một trường con",
        en: "codes joined in “\(text)”: each has a subfield of its own")
    default: ""
    }
  }

  /// The usual lists by name; others by the name of their table.
  private func codeList(_ name: CodeList.Name) -> String {
    switch name {
    case .languages: say(vi: "ngôn ngữ", en: "languages")
    case .countries: say(vi: "nước", en: "countries")
    case .geographicAreas: say(vi: "vùng địa lý", en: "geographic areas")
    case .relators: say(vi: "vai trò", en: "relators")
    default: name.text
    }
  }

  private func numberProblem(_ kind: RecordProblem.Kind) -> String {
    switch kind {
    case .isbn(let text):
      say(vi: "ISBN «\(text)» sai số kiểm tra", en: "ISBN “\(text)” has a wrong check digit")
    case .issn(let text):
      say(vi: "ISSN «\(text)» sai số kiểm tra", en: "ISSN “\(text)” has a wrong check digit")
    case .priceAsNumber(let text):
      say(
        vi: "«\(text)» là giá, không phải ISBN: giá ghi ở $c",
        en: "“\(text)” is a price, no ISBN: prices stand in $c")
    case .productNumber(let text):
      say(
        vi: "«\(text)» là mã hàng hoá, không phải ISBN: ghi ở 024",
        en: "“\(text)” is a product number, no ISBN: it stands in 024")
    case .deweyForm(let text):
      say(
        vi: "«\(text)» không có dạng số DDC (khung khác ghi ở 084)",
        en: "“\(text)” has not the form of a Dewey number (other schemes stand in 084)")
    case .deweyEditionMissing:
      say(vi: "chưa ghi ấn bản DDC ($2)", en: "the DDC edition ($2) is missing")
    default: ""
    }
  }

  private func disagreement(_ kind: RecordProblem.Kind) -> String {
    switch kind {
    case .filing(let found, let expected):
      say(
        vi: "bỏ qua \(found.shown) ký tự khi sắp xếp, nên là \(expected.shown)",
        en:
          "\(counted(found.shown, "character is", "characters are")) passed over in filing, \(expected.shown) would fit"
      )
    case .titleEntry(let found, let expected):
      say(
        vi: "ghi \(found.shown), nên là \(expected.shown) theo tiêu đề chính (1XX)",
        en: "is \(found.shown), the main entry (1XX) asks for \(expected.shown)")
    case .languageDiffers(let code):
      say(
        vi: "ngôn ngữ «\(code.shownCode)» khác trường 041",
        en: "language “\(code.shownCode)” differs from field 041")
    case .countryDiffers(let code):
      say(
        vi: "nước «\(code.shownCode)» khác trường 044",
        en: "country “\(code.shownCode)” differs from field 044")
    case .yearDiffers(let year):
      say(
        vi: "năm «\(year.shownCode)» khác trường 260 hoặc 264",
        en: "year “\(year.shownCode)” differs from field 260 or 264")
    case .linkBroken(let link):
      say(
        vi: "liên kết $6 «\(link)» không có trường tương ứng",
        en: "link $6 “\(link)” has no partner")
    case .linkDoubled(let link):
      say(
        vi: "liên kết $6 «\(link)» dùng hai lần",
        en: "link $6 “\(link)” is used twice")
    default: ""
    }
  }
}

extension String {
  /// A code with `#` for each blank, as manuals write it.
  fileprivate var shownCode: String { String(map { $0 == " " ? "#" : $0 }) }
}
