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
      case let subject: logSubject(subject)
      }
    return "• \(entry.op.moment.clock) \(opKind(entry.op.body))" + (about.map { ": \($0)" } ?? "")
  }

  /// The action that was taken back: what, about what, whose.
  func undoneAction(_ entry: LogEntry) -> String {
    "\(opKind(entry.op.body)): " + logAbout(entry)
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
