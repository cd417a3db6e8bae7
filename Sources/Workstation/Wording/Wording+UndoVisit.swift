public import LibraryCore

/// A visit taken back, or a reader put back to a moment.
extension Wording {
  public func visitUndoTitle(_ span: UndoSpan) -> String {
    switch span {
    case .visit: say(vi: "Hoàn tác cả lượt này?", en: "Take back this whole visit?")
    case .since(let since):
      say(vi: "Trở về \(moment(since))?", en: "Back to \(moment(since))?")
    }
  }

  /// One action: when, what, about what.
  public func visitUndoLine(_ line: VisitUndo.Line) -> String {
    let entry = line.entry
    let about: String? =
      switch entry.subject {
      case .patron: nil
      case .hold(let title, _): title
      case let subject: logSubject(entry.fastAdd.map { .item($0.copy) } ?? subject)
      }
    return "• \(entry.op.moment.clock) \(deed(entry))" + (about.map { ": \($0)" } ?? "")
  }

  /// What an action was, in a few words: one that brought more with it as a whole; the first entry of a patron is an enrolment.
  func deed(_ entry: LogEntry) -> String {
    if entry.isEnrolment { return say(vi: "cấp thẻ", en: "enrolled") }
    guard let added = entry.fastAdd else { return opKind(entry.op.body) }
    if case .recordStatusSet(.removed) = entry.op.body {
      return say(vi: "bỏ bản thêm nhanh", en: "fast add taken back")
    }
    return added.lentTo == nil
      ? say(vi: "thêm nhanh", en: "fast add")
      : say(vi: "thêm nhanh và cho mượn", en: "fast add and loan")
  }

  /// What an action was about, and whose it was: of one on many loans each of them.
  func parties(_ entry: LogEntry) -> String {
    if let loans = entry.loans, loans.total > 0 { return loansTogether(loans) }
    let subject = entry.fastAdd.map { LogSubject.item($0.copy) } ?? entry.subject
    let patron = entry.patron ?? entry.fastAdd?.lentTo
    return [logSubject(subject), patron.map { "\($0.name) (\($0.card))" }]
      .compactMap(\.self).joined(separator: " – ")
  }

  /// The action that was taken back: what, about what, whose.
  public func undoneAction(_ entry: LogEntry) -> String {
    "\(deed(entry)): \(parties(entry))"
  }

  /// What came of it, in one line.
  public func visitUndoHeadline(_ outcome: VisitUndoOutcome, _ span: UndoSpan) -> String {
    switch outcome {
    case .undone(let undo):
      let (all, stay) = (undo.lines.count, undo.blocked.count)
      return stay == 0
        ? say(vi: "Đã hoàn tác \(all) việc", en: "Took back \(counted(all, "action"))")
        : say(
          vi: "Đã hoàn tác \(all - stay) việc, còn \(stay) việc để nguyên",
          en: "Took back \(counted(all - stay, "action")), \(stay) \(stay == 1 ? "stays" : "stay")")
    case .refused(let undo):
      return say(
        vi:
          "Có \(undo.blocked.count) trong \(undo.lines.count) việc không hoàn tác được, nên không hoàn tác việc nào",
        en:
          "\(undo.blocked.count) of \(counted(undo.lines.count, "action")) cannot be taken back, so none was"
      )
    case .nothing(let patron):
      let who = "\(patron.name) (\(patron.card))"
      return span == .visit
        ? say(
          vi: "Lượt này mình chưa làm gì với \(who)",
          en: "You did nothing with \(who) on this visit")
        : say(
          vi: "Từ lúc ấy chưa làm gì với \(who)", en: "Nothing was done with \(who) since then")
    case .unknownPatron(let card):
      return say(
        vi: "Không có bạn đọc nào mang thẻ «\(card)»", en: "Nobody has the card “\(card)”")
    }
  }
}
