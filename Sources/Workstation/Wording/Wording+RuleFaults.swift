public import LibraryCore

/// What is wrong with a row of rules, in words.
extension Wording {
  func valueOverAll(_ parameter: RuleParameter) -> String {
    let name = ruleParameter(parameter)
    let instead = parameter.ofOneType.map {
      say(
        vi: "; cho riêng một loại thì đặt «\(ruleParameter($0))» (\($0.rawValue))",
        en: "; for one type set “\(ruleParameter($0))” (\($0.rawValue))")
    }
    return say(
      vi:
        "\(name) (\(parameter.rawValue)) tính chung mọi loại tài liệu, mọi kho: dòng nêu loại hay kho không đặt được",
      en:
        "\(name) (\(parameter.rawValue)) counts over all item types and collections: no row for a type or a collection can give it"
    ) + (instead ?? "")
  }

  /// Tells that a list lacks a code, and what it has.
  public func unknownCode(_ kind: TermKind, _ code: String, known: [String]) -> String {
    let list = termKind(kind)
    let codes =
      known.isEmpty ? say(vi: "chưa có mã nào", en: "none yet") : known.joined(separator: ", ")
    return say(
      vi: "Danh mục «\(list)» không có mã «\(code)»; các mã: \(codes)",
      en: "The list “\(list)” has no code “\(code)”; its codes: \(codes)")
  }

  /// Tells that a text is no value of the parameter, and what is one.
  public func badRuleValue(_ parameter: RuleParameter, _ text: String) -> String {
    let name = "\(ruleParameter(parameter)) (\(parameter.rawValue))"
    return say(
      vi: "\(name): «\(text)» không phải giá trị; được dùng: \(allowedValues(of: parameter))",
      en: "\(name): “\(text)” is no value; allowed: \(allowedValues(of: parameter))")
  }

  /// What a row may give, as files and the command line write it.
  public func allowedValues(of parameter: RuleParameter) -> String {
    switch parameter.form {
    case .word(let words): words.joined(separator: ", ")
    case .flag: "yes, no"
    case .day: say(vi: "ngày (2027-05-31 hay 31/05/2027), none", en: "a date (2027-05-31), none")
    case .time: say(vi: "giờ (17:00), none", en: "a time of day (17:00), none")
    case .count, .days, .dong, .years:
      say(
        vi: "số từ \(parameter.range.lowerBound) đến \(parameter.range.upperBound)",
        en: "a number from \(parameter.range.lowerBound) to \(parameter.range.upperBound)")
    }
  }

  /// What is wrong with a row of a table of rules, with its line.
  public func ruleRowFault(line: Int, _ reasons: [Refusal]) -> String {
    say(vi: "dòng \(line): ", en: "line \(line): ")
      + reasons.map(refusal).joined(separator: "; ")
  }

  /// How many rows of the matrix are made, changed and taken away.
  public func ruleChanges(_ changes: RuleChanges) -> String {
    say(
      vi:
        "thêm \(changes.added.count), đổi \(changes.changed.count), bỏ \(changes.removed.count) dòng; \(changes.unchanged) dòng như cũ",
      en:
        "\(counted(changes.added.count, "row")) added, \(changes.changed.count) changed, \(changes.removed.count) removed; \(changes.unchanged) as they were"
    )
  }

  public var noRuleChanges: String {
    say(
      vi: "Không có gì thay đổi: quy định đã như trong bảng",
      en: "Nothing changes: the rules are as in the table")
  }
}
