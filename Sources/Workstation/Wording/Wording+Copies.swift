public import LibraryCore

/// Where a copy is, in words.
extension Wording {
  /// For whom the copy is kept or where it is under way; else what it is recorded as.
  ///
  /// Whether it is on loan is said elsewhere.
  public func copyState(_ facts: ItemFacts) -> String {
    let recorded = itemStatus(facts.item.status)
    if let kept = facts.setAside {
      let place =
        kept.sentTo.map { say(vi: "đang chuyển đến ", en: "under way to ") + term(.library, $0) }
        ?? say(vi: "trên giá giữ chỗ", en: "on the hold shelf")
      let until =
        kept.sentTo == nil
        ? kept.until.map { say(vi: ", đến \(day($0))", en: ", until \(day($0))") } ?? "" : ""
      return say(
        vi: "\(place), cho \(kept.patron.name) (\(kept.patron.card))\(until)",
        en: "\(place), for \(kept.patron.name) (\(kept.patron.card))\(until)")
    }
    guard let library = facts.item.sentTo else { return recorded }
    let way = say(vi: "đang chuyển đến ", en: "under way to ") + term(.library, library)
    return facts.item.status == .available ? way : "\(recorded), \(way)"
  }

  /// The same in a few words for a list.
  public func shortCopyState(_ facts: ItemFacts) -> String {
    if let kept = facts.setAside, kept.sentTo == nil {
      return say(vi: "trên giá giữ chỗ", en: "on the hold shelf")
    }
    guard facts.setAside != nil || facts.item.sentTo != nil, facts.item.status == .available else {
      return itemStatus(facts.item.status)
    }
    return say(vi: "đang chuyển", en: "under way")
  }
}
