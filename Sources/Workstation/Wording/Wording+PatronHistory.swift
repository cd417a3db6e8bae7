public import LibraryCore

/// What a line of the journal says beyond what was done.
extension Wording {
  /// When a loan is due, how much money, what a merge moved, which fields changed; empty where there is nothing of it.
  public func logDetails(_ entry: LogEntry) -> [String] {
    var details: [String] = []
    if let due = entry.due {
      details.append(say(vi: "hạn \(self.due(due))", en: "due \(self.due(due))"))
    }
    if let amount = entry.amount { details.append(money(amount)) }
    if let errand = entry.errand { details.append(self.errand(errand)) }
    if let stated = entry.statedAt { details.append(writtenDownFor(stated)) }
    switch entry.op.body {
    case .patronMerged(let merged), .patronParted(let merged):
      details += moved(merged).map { [$0] } ?? []
    default: break
    }
    return details
      + (entry.isEnrolment ? enrolment(entry.revisions) : entry.revisions.map(patronRevision))
  }

  /// What an entry says when it is opened: every field of an enrolment too.
  func wholeDetails(_ entry: LogEntry) -> [String] {
    entry.isEnrolment ? entry.revisions.map(patronRevision) : logDetails(entry)
  }

  /// An enrolment in a line of 80 columns: the category, and how many fields more were filled in.
  private func enrolment(_ revisions: [PatronRevision]) -> [String] {
    let told: Set<PatronField> = [.name, .card, .category, .enrolledOn]
    let rest = revisions.count { !told.contains($0.field) }
    let category = revisions.first { $0.field == .category }.map { revised($0.to, .category) }
    let more = rest > 0 ? say(vi: "+\(rest) mục", en: "+\(counted(rest, "field"))") : nil
    return [[category, more].compactMap(\.self).joined(separator: ", ")].filter { !$0.isEmpty }
  }

  /// What moved with an entry that was merged; nil where nothing did.
  private func moved(_ merged: PatronMerged) -> String? {
    let parts: [(Int, String)] = [
      (merged.loans.count, say(vi: "lượt mượn", en: "loans")),
      (merged.holds.count, say(vi: "giữ chỗ", en: "holds")),
      (merged.entries.count, say(vi: "khoản tiền", en: "lines of the account")),
      (merged.remarks.count, say(vi: "lời nhắc", en: "remarks")),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty
      ? nil : say(vi: "chuyển ", en: "moved: ") + told.joined(separator: ", ")
  }

  /// A field with what stood there before and what stands there since; what nobody may read is only named.
  public func patronRevision(_ revision: PatronRevision) -> String {
    let name = fieldName(revision.field.key)
    if revision.isHidden { return say(vi: "\(name): đã đổi", en: "\(name): changed") }
    let to = revised(revision.to, revision.field)
    guard let from = revision.from else { return "\(name): \(to)" }
    return "\(name): \(revised(from, revision.field)) → \(to)"
  }

  private func revised(_ value: PatronRevision.Value?, _ field: PatronField) -> String {
    guard let value else { return say(vi: "(trống)", en: "(nothing)") }
    if let name = value.name { return name }
    return switch field {
    case .sex: Sex(rawValue: value.text).map(sex) ?? value.text
    case .status: PatronStatus(rawValue: value.text).map(patronStatus) ?? value.text
    case .born, .expiresOn, .enrolledOn, .consentOn, .consentRefusedOn:
      CalendarDay(iso: value.text).map(day) ?? value.text
    default: value.text.split(whereSeparator: \.isNewline).joined(separator: " / ")
    }
  }
}
