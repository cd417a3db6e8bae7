public import LibraryCore

extension Wording {
  /// The whole decision on a renewal as paragraphs: what is known, who waits, what stands against it, which rows decided, and how
  /// the date comes about.
  public func explanation(_ explanation: RenewalExplanation) -> [String] {
    facts(explanation) + [""]
      + reasons(
        explanation.reasons, say(vi: "KHÔNG GIA HẠN VÌ", en: "NOT RENEWED BECAUSE"),
        none: say(vi: "Không có gì ngăn cản: gia hạn được.", en: "Nothing stands against it."))
      + [""] + rulesInForce(explanation.values) + [""]
      + dueWalk(
        explanation.due, from: explanation.start,
        say(vi: "HẠN TRẢ NẾU GIA HẠN", en: "DUE DATE IF RENEWED"))
  }

  private func facts(_ explanation: RenewalExplanation) -> [String] {
    let (loan, allowed) = (explanation.loan, explanation.renewalsAllowed)
    let lent = say(
      vi: "mượn \(moment(loan.lentAt)), hạn trả \(due(loan.due))",
      en: "lent \(moment(loan.lentAt)), due \(due(loan.due))")
    let renewed = say(
      vi: "đã gia hạn \(loan.renewals) lần, được nhiều nhất \(allowed) lần",
      en: "renewed \(counted(loan.renewals, "time")), \(allowed) at most")
    let here = loan.isOnSite ? say(vi: ", đọc tại chỗ", en: ", read on the spot") : ""
    let from = explanation.notBefore.map {
      say(vi: "  gia hạn được từ \(day($0))", en: "  may be renewed from \(day($0))")
    }
    return [
      say(vi: "DỮ KIỆN", en: "FACTS"), itemFacts(explanation.item),
      patronFacts(explanation.patron), "  \(lent)\(here); \(renewed)",
    ] + [from].compactMap { $0 } + waiting(explanation)
  }

  /// Who waits for the title, and whether other copies are there for them.
  private func waiting(_ explanation: RenewalExplanation) -> [String] {
    let demand = explanation.demand
    guard demand.readers > 0 else {
      return [say(vi: "  không ai chờ nhan đề này", en: "  nobody waits for the title")]
    }
    let others =
      demand.waiting > 0
      ? say(
        vi: "; trên giá có \(demand.spare) bản khác cho họ",
        en: "; \(counted(demand.spare, "other copy stands", "other copies stand")) on the shelf")
      : say(vi: ", đều sau giữ chỗ của chính bạn đọc", en: ", all behind the patron's own hold")
    let unnamed = demand.readers - explanation.waiting.count
    return [
      say(
        vi: "  \(demand.readers) người chờ nhan đề này\(others)",
        en: "  \(counted(demand.readers, "reader waits", "readers wait"))\(others)")
    ]
      + explanation.waiting.enumerated().map { place, hold in
        "    \(place + 1). \(hold.patron.name) (\(hold.patron.card)), \(moment(hold.placedAt))"
      }
      + (unnamed > 0
        ? [say(vi: "    … và \(unnamed) người nữa", en: "    … and \(unnamed) more")] : [])
  }
}
