public import LibraryCore

extension Wording {
  /// Which copies a stocktake is about, in a few words.
  public func scope(_ scope: StocktakeScope) -> String {
    let place =
      scope.location.map { say(vi: "kho \($0)", en: "location \($0)") }
      ?? say(vi: "cả thư viện", en: "the whole library")
    let range: String? =
      switch (scope.fromCallNumber, scope.toCallNumber) {
      case (nil, nil): nil
      case (let from?, nil): say(vi: "từ \(from)", en: "from \(from)")
      case (nil, let to?): say(vi: "đến \(to)", en: "to \(to)")
      case (let from?, let to?): "\(from)–\(to)"
      }
    return [place, range].compactMap { $0 }.joined(separator: " ")
  }

  /// What to do about a copy met at the shelf; nil where nothing is to be done.
  public func advice(_ seen: ScanOutcome.Seen) -> String? {
    switch seen.finding {
    case .inPlace: nil
    case .outOfOrder:
      say(
        vi: "Đứng sau bản \(seen.previousCallNumber ?? "?"), phải đứng trước",
        en: "It stands behind \(seen.previousCallNumber ?? "?") and belongs before it")
    case .elsewhere:
      seen.location.map { say(vi: "Trả về kho \($0)", en: "Take it back to \($0)") }
        ?? say(vi: "Ngoài phạm vi đợt này", en: "Not in the scope of this stocktake")
    case .onLoan:
      seen.loan.map { loan in
        say(
          vi:
            "Đang ghi \(loan.patronName) (\(loan.card)) mượn, hạn trả \(due(loan.due)): ghi trả ở quầy",
          en:
            "On loan to \(loan.patronName) (\(loan.card)), due \(due(loan.due)): return it at the desk"
        )
      }
    case .wasLost:
      seen.status.map {
        say(
          vi: "Đang ghi là \(itemStatus($0)): sửa lại tình trạng",
          en: "Recorded as \(itemStatus($0)): put its status right")
      }
    case .withdrawn:
      say(vi: "Đã xuất khỏi sổ: để riêng ra", en: "It left the books: set it aside")
    case .unknown:
      say(
        vi: "Không có bản nào mang mã này: để riêng ra", en: "No copy has this code: set it aside")
    case .alreadySeen: say(vi: "Không ghi lần nữa", en: "Not written again")
    }
  }

  /// Copies and what they cost.
  public func total(_ total: StocktakeTotal) -> String {
    say(vi: "\(total.copies) bản", en: counted(total.copies, "copy", "copies"))
      + (total.price == .zero ? "" : ", " + money(total.price))
  }
}
