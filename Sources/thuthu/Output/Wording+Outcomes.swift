import LibraryCore
import Workstation

/// What the desk did, in lines for people; details stand indented below the first line.
extension Wording {
  func lines(_ outcome: CheckoutOutcome) -> [String] {
    switch outcome {
    case .lent(let lent):
      let done = lent.op == nil ? say(vi: "Sẽ cho mượn", en: "Would lend") : deskDone(.lent)
      return [
        "\(done) \(label(lent.item))",
        say(
          vi: "  \(label(lent.patron)), hạn trả \(due(lent.due.due))",
          en: "  \(label(lent.patron)), due \(due(lent.due.due))"),
      ] + lent.overrode.map { "  ! " + refusal($0) } + lent.notices.map { "  " + notice($0) }
    case .refused(let reasons, let item, let patron):
      return [
        say(
          vi: "KHÔNG cho mượn \(label(item)): \(label(patron))",
          en: "NOT lent \(label(item)) to \(label(patron))")
      ] + lines(reasons)
    case .unknownItem(let typed): return [unknownItem(typed)]
    case .unknownPatron(let typed): return [unknownPatron(typed)]
    }
  }

  func lines(_ outcome: ReturnOutcome) -> [String] {
    switch outcome {
    case .returned(let returned):
      let late = say(
        vi: ", trễ \(returned.lateDays) ngày", en: ", \(counted(returned.lateDays, "day")) late")
      let charge = say(
        vi: ", phạt \(money(returned.charge))", en: ", fine \(money(returned.charge))")
      let done =
        returned.op == nil ? say(vi: "Sẽ ghi trả", en: "Would return") : deskDone(.returned)
      return [
        "\(done) \(label(returned.item))",
        "  " + label(returned.patron) + (returned.lateDays > 0 ? late : "")
          + (returned.charge > .zero ? charge : ""),
      ]
        + (returned.returnedAt.map { ["  " + returnCounted($0)] } ?? [])
        + (returned.suspendedUntil.map { ["  " + suspended($0)] } ?? [])
        + ["  → " + errand(returned.errand)] + returned.notices.map { "  " + notice($0) }
    case .notOnLoan(let item, let errand, let notices, _):
      return [say(vi: "Không ai đang mượn: \(label(item))", en: "Not on loan: \(label(item))")]
        + ["  → " + self.errand(errand)] + notices.map { "  " + notice($0) }
    case .refused(let reasons, let item):
      return [say(vi: "KHÔNG ghi trả \(label(item))", en: "NOT returned \(label(item))")]
        + lines(reasons)
    case .unknownItem(let typed): return [unknownItem(typed)]
    }
  }

  func lines(_ outcome: RenewOutcome) -> [String] {
    switch outcome {
    case .renewed(let renewed):
      let done = renewed.op == nil ? say(vi: "Sẽ gia hạn", en: "Would renew") : deskDone(.renewed)
      return [
        "\(done) \(label(renewed.item))",
        say(
          vi:
            "  \(label(renewed.patron)), hạn trả \(due(renewed.due.due)), còn \(renewed.renewalsLeft) lần",
          en:
            "  \(label(renewed.patron)), due \(due(renewed.due.due)), \(counted(renewed.renewalsLeft, "renewal")) left"
        ),
      ] + renewed.notices.map { "  " + notice($0) }
    case .refused(let reasons, let item, _):
      return [say(vi: "KHÔNG gia hạn \(label(item))", en: "NOT renewed \(label(item))")]
        + lines(reasons)
    case .unknownItem(let typed): return [unknownItem(typed)]
    }
  }

  func lines(_ outcome: RenewAllOutcome) -> [String] {
    switch outcome {
    case .each(let outcomes, let patron):
      let ops = outcomes.compactMap { if case .renewed(let done) = $0 { done.op } else { nil } }
      let undoing = ops.map(\.description).joined(separator: " ")
      return [label(patron)] + outcomes.flatMap(lines)
        + (ops.isEmpty
          ? []
          : [
            say(
              vi: "Hoàn tác cả lượt: thuthu undo \(undoing)",
              en: "To undo all: thuthu undo \(undoing)")
          ])
    case .unknownPatron(let typed): return [unknownPatron(typed)]
    }
  }

  /// One line for what was saved, `done` saying it; `thing` names it when it is unknown.
  func lines(_ outcome: SaveOutcome, _ done: @autoclosure () -> String) -> [String] {
    switch outcome {
    case .saved(_, let op): [say(vi: "\(done()) (việc số \(op))", en: "\(done()) (action \(op))")]
    case .unchanged: [say(vi: "Không có gì thay đổi", en: "Nothing differs")]
    case .refused(let reasons): [say(vi: "KHÔNG ghi", en: "NOT saved")] + lines(reasons)
    case .unknown(let typed): [say(vi: "Không có «\(typed)»", en: "There is no “\(typed)”")]
    }
  }

  func lines(_ reasons: [Refusal]) -> [String] {
    reasons.map { reason in
      "  • " + refusal(reason)
        + (reason.permission.map {
          say(vi: " (bỏ qua được: \($0.rawValue))", en: " (may be lifted: \($0.rawValue))")
        }
          ?? "")
    }
  }

  func label(_ item: ItemLine) -> String { "\(item.barcode)  \(item.title)" }
  func label(_ patron: PatronLine) -> String { "\(patron.name) (\(patron.card))" }

  func unknownItem(_ typed: String) -> String {
    say(vi: "Không có bản nào mang mã «\(typed)»", en: "No copy has the barcode “\(typed)”")
  }

  func unknownPatron(_ typed: String) -> String {
    say(vi: "Không có bạn đọc nào mang thẻ «\(typed)»", en: "Nobody has the card “\(typed)”")
  }

  private func deskDone(_ action: DeskAction) -> String {
    switch action {
    case .lent: say(vi: "Đã cho mượn", en: "Lent")
    case .returned: say(vi: "Đã ghi trả", en: "Returned")
    case .renewed: say(vi: "Đã gia hạn", en: "Renewed")
    default: deskAction(action)
    }
  }
}

extension Output {
  /// Tells that nobody may act, and why.
  func answer(_ reasons: [Refusal], isJSON: Bool, _ words: Wording) {
    if isJSON {
      line(.refused(reasons))
    } else {
      for reason in reasons { line(words.refusal(reason)) }
    }
  }
}

extension LibrarySession {
  /// Answers with an object of JSON or with lines of words.
  func answer(_ json: @autoclosure () -> JSONValue, _ lines: @autoclosure () -> [String]) {
    answer(json(), lines().joined(separator: "\n"))
  }
}
