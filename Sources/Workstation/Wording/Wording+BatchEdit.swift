public import LibraryCore

extension Wording {
  /// Which records a batch edit is about.
  public func recordChoice(_ choice: RecordChoice) -> String {
    switch choice {
    case .all: say(vi: "cả mục lục", en: "the whole catalogue")
    case .found(let words, let field):
      say(
        vi: "kết quả tìm «\(words)» (\(searchField(field)))",
        en: "what “\(words)” finds (\(searchField(field)))")
    case .records(let ids): say(vi: "\(ids.count) biểu ghi", en: counted(ids.count, "record"))
    }
  }

  /// What a batch edit did or would do, in one line.
  public func batchEditCounts(_ report: BatchEditReport, isPreview: Bool) -> String {
    let counts =
      isPreview
      ? say(
        vi: "Sẽ đổi \(report.changed) trong \(report.looked) biểu ghi",
        en: "Would change \(report.changed) of \(counted(report.looked, "record"))")
      : say(
        vi: "Đã đổi \(report.changed) trong \(report.looked) biểu ghi",
        en: "Changed \(report.changed) of \(counted(report.looked, "record"))")
    return counts
      + (report.isComplete ? "" : say(vi: ", dừng giữa chừng", en: ", stopped on the way"))
  }

  /// How much one task did.
  public func taskCounts(_ task: BatchTask, changes: Int, records: Int) -> String {
    let text = task.text.drop { $0 == " " }
    return say(
      vi: "\(changes) chỗ, \(records) biểu ghi: \(text)",
      en: "\(counted(changes, "change")), \(counted(records, "record")): \(text)")
  }

  public func givenUp(_ ids: [EntityID]) -> String {
    let list = ids.prefix(20).map(\.description).joined(separator: ", ")
    return say(
      vi: "Mẫu tìm tốn quá nhiều công, để nguyên \(ids.count) biểu ghi: \(list)",
      en:
        "The pattern takes too much work, \(counted(ids.count, "record")) left as they are: \(list)"
    )
  }
}
