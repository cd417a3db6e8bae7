public import LibraryCore

extension Wording {
  /// Which record of the library an imported one is, and which of the files it repeats.
  public func importFinding(_ record: StagedRecord) -> String {
    let finding = importFinding(record.finding)
    guard let first = record.repeats else { return finding }
    let number = first.step + 1
    return first.file == record.place.file
      ? say(vi: "\(finding), lặp số \(number)", en: "\(finding), repeats \(number)")
      : say(
        vi: "\(finding), lặp số \(number) của tệp \(first.file + 1)",
        en: "\(finding), repeats \(number) of file \(first.file + 1)")
  }

  private func importFinding(_ finding: ImportFinding?) -> String {
    switch finding {
    case nil: say(vi: "không nhập được", en: "cannot be taken in")
    case .new?: say(vi: "mới", en: "new")
    case .known(let record, let score)?:
      say(vi: "trùng #\(record) (\(score))", en: "is #\(record) (\(score))")
    case .unsure(let records, let score)?:
      say(
        vi: "chưa chắc: \(records.count) biểu ghi (\(score))",
        en: "unsure: \(counted(records.count, "record")) (\(score))")
    }
  }

  public func importDecision(_ decision: ImportDecision) -> String {
    switch decision {
    case .add: say(vi: "thêm mới", en: "add")
    case .replace(let record): say(vi: "thay #\(record)", en: "replace #\(record)")
    case .merge(let record): say(vi: "gộp vào #\(record)", en: "merge into #\(record)")
    case .skip: say(vi: "bỏ qua", en: "leave out")
    }
  }

  public func importReject(_ reason: ImportReject.Reason) -> String {
    switch reason {
    case .unreadable: say(vi: "không đọc được", en: "cannot be read")
    case .notATitle: say(vi: "không phải biểu ghi thư mục", en: "no bibliographic record")
    case .known: say(vi: "đã có", en: "known")
    case .unsure: say(vi: "chưa chắc là biểu ghi nào", en: "unsure which record")
    case .new: say(vi: "chưa có trong mục lục", en: "not in the catalogue")
    case .decided: say(vi: "cán bộ bỏ qua", en: "left out by hand")
    }
  }

  /// What is wrong with a line of rules, and where.
  public func ruleTextFault(_ fault: RuleTextFault) -> String {
    let what =
      switch fault.kind {
      case .unknownWord:
        say(vi: "không hiểu «\(fault.detail)»", en: "unknown word “\(fault.detail)”")
      case .missingWord: say(vi: "còn thiếu chữ ở đây", en: "a word is missing here")
      case .extraWord: say(vi: "thừa «\(fault.detail)»", en: "too much: “\(fault.detail)”")
      case .noNumber:
        say(vi: "«\(fault.detail)» không phải số", en: "“\(fault.detail)” is no number")
      case .noTag:
        say(vi: "«\(fault.detail)» không phải nhãn trường", en: "“\(fault.detail)” is no tag")
      case .noSubfield:
        say(
          vi: "«\(fault.detail)» không phải trường con, như 245$a",
          en: "“\(fault.detail)” is no subfield, such as 245$a")
      case .openQuote: say(vi: "thiếu dấu \" đóng", en: "the closing \" is missing")
      case .badPattern:
        say(vi: "mẫu tìm sai: \(fault.detail)", en: "the pattern is wrong: \(fault.detail)")
      case .noIndicators:
        say(
          vi: "«\(fault.detail)» không phải hai chỉ thị, như \"1#\"",
          en: "“\(fault.detail)” is no pair of indicators, such as \"1#\"")
      case .noTask: say(vi: "chưa có việc nào", en: "there is no task")
      case .noMatchRule: say(vi: "chưa có dòng «match» nào", en: "there is no line “match”")
      }
    return say(
      vi: "dòng \(fault.line), cột \(fault.column): \(what)",
      en: "line \(fault.line), column \(fault.column): \(what)")
  }
}
