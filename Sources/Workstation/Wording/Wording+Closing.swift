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
      return [first] + keptLonger(closing.kept, linesMaximum) + lines
        + (rest > 0 ? ["… +\(rest)"] : [])
    case .unchanged: return [say(vi: "Lịch đã như vậy", en: "The calendar is so already")]
    case .refused(let reasons): return reasons.map { "• " + refusal($0) }
    }
  }

  /// The copies on the hold shelf that wait longer, before the loans; nothing where there are none.
  private func keptLonger(_ kept: [MovedHold], _ linesMaximum: Int) -> [String] {
    guard !kept.isEmpty else { return [] }
    let first = say(
      vi: "\(kept.count) bản trên giá giữ chỗ chờ thêm, đủ số ngày mở cửa",
      en:
        "\(counted(kept.count, "copy", "copies")) on the hold shelf kept longer, for the open days lost"
    )
    return [first]
      + kept.prefix(linesMaximum).map {
        "\(day($0.hold.before)) → \(day($0.hold.after))  \($0.item.barcode) \($0.item.title)"
          + " – \($0.patron.name)"
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
