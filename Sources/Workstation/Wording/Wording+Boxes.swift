public import LibraryCore
import LibraryStore
import Terminal

/// Boxes lent to institutions (luân chuyển), for the screen and the command line.
extension Wording {
  public func boxName(_ box: Box) -> String {
    say(vi: "Thùng số \(box.id) – \(box.patron.name)", en: "Box \(box.id) – \(box.patron.name)")
  }

  /// How a box stands, in one line.
  public func boxState(_ box: Box) -> String {
    let state =
      box.isBack
      ? say(vi: "đã về đủ", en: "all back")
      : say(
        vi: "còn \(box.out)/\(box.copies) bản chưa về",
        en: "Still out: \(box.out) of \(counted(box.copies, "copy", "copies"))")
    return "\(boxName(box)): \(state)"
      + (box.uses > 0 ? say(vi: ", \(box.uses) lượt", en: ", \(counted(box.uses, "use"))") : "")
  }

  /// A box in full: what the register says, then each copy.
  public func boxPage(_ box: Box, _ copies: [BoxCopy]) -> [String] {
    let receiver = box.receiver.map { [say(vi: "Người nhận: \($0)", en: "Taken by: \($0)")] } ?? []
    return [
      say(
        vi: "Nơi nhận: \(box.patron.name) (\(box.patron.card))",
        en: "To: \(box.patron.name) (\(box.patron.card))")
    ] + receiver + [
      say(vi: "Ngày gửi: ", en: "Sent: ") + moment(box.sentAt),
      boxState(box), "",
    ] + copies.map(boxCopy)
  }

  private func boxCopy(_ copy: BoxCopy) -> String {
    let state =
      copy.returnedAt.map { say(vi: "về ", en: "back ") + day($0.day) }
      ?? say(vi: "hạn ", en: "due ") + due(copy.due)
    let uses =
      copy.uses > 0 ? say(vi: ", \(copy.uses) lượt", en: ", \(counted(copy.uses, "use"))") : ""
    return "\(copy.item.barcode)  \(copy.item.title) – \(state)\(uses)"
  }

  /// What is wrong with a list of barcodes; nil where it can be taken.
  public func boxListFault(_ list: BoxList) -> String? {
    if let fault = list.faults.first {
      return say(
        vi: "Dòng \(fault.line) không đọc được: «\(visible(fault.text))». Chưa ghi gì.",
        en: "Line \(fault.line) cannot be read: “\(visible(fault.text))”. Nothing was written.")
        + (list.faults.count > 1
          ? say(
            vi: " Còn \(list.faults.count - 1) dòng nữa.",
            en: " And \(counted(list.faults.count - 1, "more line")).") : "")
    }
    return list.lines.isEmpty
      ? say(vi: "Tệp không có mã vạch nào", en: "The file has no barcode") : nil
  }

  // MARK: - What became of a box

  func boxReport(_ outcome: LendAllOutcome, _ box: Box?) -> BoxReport {
    guard case .each(let outcomes, let patron, let sent) = outcome else {
      return BoxReport(lines: [], ops: [])
    }
    let lent = outcomes.compactMap { if case .lent(let lent) = $0 { lent } else { nil } }
    let rest = outcomes.filter { if case .lent = $0 { false } else { true } }
    let sum = say(
      vi: "Đã cho \(patron.name) mượn \(lent.count) bản, không được \(rest.count)",
      en: "Lent \(counted(lent.count, "copy", "copies")) to \(patron.name), refused \(rest.count)")
    return BoxReport(
      lines: [StyledText(sum, role: .heading)]
        + (box.map { [StyledText(boxState($0))] } ?? []) + [""]
        + rest.flatMap(refusedLoan)
        + lent.map {
          StyledText(
            "\($0.item.barcode)  \($0.item.title) – \(say(vi: "hạn", en: "due")) \(due($0.due.due))",
            hangingIndent: 2)
        },
      ops: sent.map { [$0.op] } ?? [])
  }

  private func refusedLoan(_ outcome: CheckoutOutcome) -> [StyledText] {
    switch outcome {
    case .refused(let reasons, let item, _):
      [
        StyledText(
          "\(item.barcode)  \(item.title): " + reasons.map(refusal).joined(separator: "; "),
          role: .warning, hangingIndent: 2)
      ]
    case .unknownItem(let code): [unknownCopy(code)]
    case .lent, .unknownPatron: []
    }
  }

  func boxReport(_ outcome: ReturnAllOutcome) -> BoxReport {
    let sum = say(
      vi:
        "Đã nhận \(outcome.outcomes.count { $0.isReturn }) bản trên \(outcome.outcomes.count) dòng",
      en:
        "Took back \(counted(outcome.outcomes.count { $0.isReturn }, "copy", "copies")) of \(counted(outcome.outcomes.count, "line"))"
    )
    let told = outcome.outcomes.map { (outcome: $0, text: backLine($0)) }
    return BoxReport(
      lines: [StyledText(sum, role: .heading)] + outcome.boxes.map { StyledText(boxState($0)) }
        + [""] + told.filter { $0.outcome.needsAttention }.map(\.text)
        + told.filter { !$0.outcome.needsAttention }.map(\.text),
      ops: outcome.ops)
  }

  private func backLine(_ outcome: ReturnOutcome) -> StyledText {
    let role: Role = outcome.needsAttention ? .warning : .text
    switch outcome {
    case .returned(let back):
      return StyledText(
        backText(back.item, back.errand, back.notices), role: role, hangingIndent: 2)
    case .notOnLoan(let item, let errand, let notices, _):
      return StyledText(
        backText(item, errand, notices) + say(vi: " (không ai mượn)", en: " (on no loan)"),
        role: role, hangingIndent: 2)
    case .refused(let reasons, let item):
      return StyledText(
        "\(item.barcode)  \(item.title): " + reasons.map(refusal).joined(separator: "; "),
        role: role, hangingIndent: 2)
    case .unknownItem(let code): return unknownCopy(code)
    }
  }

  private func backText(_ item: ItemLine, _ errand: CopyErrand, _ notices: [Notice]) -> String {
    let told = notices.filter(\.isUrgent).map { "; " + notice($0) }.joined()
    return "\(item.barcode)  \(item.title) → \(self.errand(errand))\(told)"
  }

  private func unknownCopy(_ code: String) -> StyledText {
    StyledText(
      say(vi: "Không có bản «\(visible(code))»", en: "There is no copy “\(visible(code))”"),
      role: .error, hangingIndent: 2)
  }
}

extension ReturnOutcome {
  fileprivate var isReturn: Bool { if case .returned = self { true } else { false } }

  /// Whether somebody has to do more with the copy than put it on its shelf.
  fileprivate var needsAttention: Bool {
    switch self {
    case .returned(let back):
      if case .shelf = back.errand { return back.notices.contains(where: \.isUrgent) }
      return true
    case .notOnLoan, .refused, .unknownItem: return true
    }
  }
}

extension LendAllOutcome {
  /// The box that was sent, if one was.
  public var box: SentBox? { if case .each(_, _, let box) = self { box } else { nil } }
}
