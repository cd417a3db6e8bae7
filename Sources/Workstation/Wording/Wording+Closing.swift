public import LibraryCore

extension Wording {
  /// What closing some days does to the loans that are due on them, a line for each of the first few.
  public func closing(_ outcome: CloseDaysOutcome, linesMaximum: Int = .max) -> [String] {
    switch outcome {
    case .closed(let closing):
      let first =
        closing.moved.isEmpty
        ? say(vi: "Không có hạn trả nào rơi vào đó", en: "No due date falls on them")
        : say(
          vi: "\(closing.moved.count) hạn trả được dời",
          en: counted(closing.moved.count, "due date moves", "due dates move")
        )
      let lines = closing.moved.prefix(linesMaximum).map { moved in
        "\(due(moved.loan.before)) → \(due(moved.loan.after))  \(moved.item.barcode) "
          + "\(moved.item.title) – \(moved.patron.name)"
      }
      let rest = closing.moved.count - lines.count
      return [first] + lines + (rest > 0 ? ["… +\(rest)"] : [])
    case .unchanged: return [say(vi: "Lịch đã như vậy", en: "The calendar is so already")]
    case .refused(let reasons): return reasons.map { "• " + refusal($0) }
    }
  }

  /// That loans still fall due on days that are closed now, and what moves them; nothing where there are none.
  public func stillDue(_ loans: Int) -> String {
    loans == 0
      ? ""
      : say(
        vi:
          "; \(loans) lượt mượn vẫn đến hạn hôm ấy: nghỉ đột xuất (Alt+X, calendar close-days) mới dời hạn",
        en:
          "; \(counted(loans, "loan still falls", "loans still fall")) due then: closing with loans (Alt+X, calendar close-days) moves them"
      )
  }
}
