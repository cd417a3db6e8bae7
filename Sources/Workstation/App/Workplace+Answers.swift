import LibraryCore
import LibraryStore
import Terminal

/// Short answers in the status line, said alike on every screen.
extension Workplace {
  /// Why the account may not run a command, or nil when it may.
  func missingRight(for command: CommandID) -> String? {
    guard let needed = registry[command]?.permission.flatMap(Permission.init(rawValue:)),
      !staff.may(needed)
    else { return nil }
    return wording.refusal(.noPermission(needed))
  }

  /// The same on a screen with nothing to take back and nothing to explain.
  func missingRightOrUse(for command: CommandID) -> String? {
    switch command {
    case .undo:
      wording.say(
        vi: "Màn hình này không có việc để hoàn tác; hãy hoàn tác ở quầy hay trong Nhật ký",
        en: "This screen does nothing that can be undone; undo at the desk or in the journal")
    case .explain:
      wording.say(
        vi: "Màn hình này không có gì cần giải thích",
        en: "There is nothing to explain on this screen")
    default: missingRight(for: command)
    }
  }

  /// Why a command that leads elsewhere has to wait for the form on screen; nil for what it may do meanwhile.
  func waitsForForm(_ command: CommandID) -> String? {
    let always: [CommandID] = [.help, .palette, .redraw, .cancel]
    guard registry[command]?.contexts == [KeyContext.global], !always.contains(command) else {
      return nil
    }
    return wording.say(
      vi: "Hãy lưu hoặc bỏ (Esc) biểu mẫu này trước", en: "Save this form or leave it (Esc) first")
  }

  /// Why a command has to wait while a page is read; nil where it need not.
  func waitsForPage(_ command: CommandID) -> String? {
    command.waitsForPage ? WidgetWording.closeFirst[language] : nil
  }

  func good(_ text: String) -> [Effect] { [.status(text, .statusGood)] }

  func bad(_ text: String) -> [Effect] { [.bell, .status(text, .statusError)] }

  /// All reasons of a refusal in one line.
  func refused(_ reasons: [Refusal]) -> [Effect] {
    bad(reasons.map(wording.refusal).joined(separator: "; "))
  }

  /// What an op did, in words; its number where the log cannot be read.
  func undoneAction(_ op: OpID) -> String {
    let entry = try? desk.logEntry(op)
    return (entry ?? nil).map(wording.undoneAction)
      ?? wording.say(vi: "việc số \(op)", en: "action \(op)")
  }

  /// What staff should know of an action that was taken back.
  func undoneNotices(_ outcome: UndoOutcome) -> [String] {
    ((try? desk.notices(ofUndone: outcome)) ?? []).map(wording.notice)
  }

  /// What became of taking an action back.
  func told(_ outcome: UndoOutcome) -> [Effect] {
    switch outcome {
    case .undone(let op, _):
      good(
        (undoneNotices(outcome)
          + [wording.say(vi: "Đã hoàn tác ", en: "Undid ") + undoneAction(op)])
          .joined(separator: "; "))
    case .refused(let reasons): refused(reasons)
    case .unknownOp(let op):
      bad(wording.say(vi: "Không có việc số \(op)", en: "There is no action \(op)"))
    }
  }
}
