import LibraryCore
import LibraryStore
import Terminal

/// What the key «Vì sao» opens: the facts, the deciding rule rows and what would change the answer.
enum ExplanationPage {
  static func make(_ workplace: Workplace, _ subject: DeskAnswer.Subject) throws -> (any Screen)? {
    let words = workplace.wording
    switch subject {
    case .checkout(let item, let card, let isOnSite):
      return try workplace.desk.explainCheckOut(item, to: card, onSite: isOnSite).map {
        page(workplace, words.say(vi: "cho mượn", en: "checkout"), words.explanation($0))
      }
    case .renewal(let code):
      return try workplace.desk.explainRenewal(code).map {
        page(workplace, words.say(vi: "gia hạn", en: "renewal"), words.explanation($0))
      }
    case .loan(let op, _): return try loan(workplace, op)
    case .item(let code): return try item(workplace, code)
    case .hold(let hold):
      return try workplace.desk.explainHold(hold).map {
        page(workplace, words.say(vi: "giữ chỗ", en: "hold"), words.explanation($0))
      }
    case .placing(let request):
      return try workplace.desk.explainPlacement(request).map {
        page(workplace, words.say(vi: "đặt giữ chỗ", en: "placing a hold"), words.explanation($0))
      }
    }
  }

  /// The same as what a key does: opens the page, or says why there is none.
  static func effects(_ workplace: Workplace, _ subject: DeskAnswer.Subject) -> [Effect] {
    var effects: [Effect] = []
    let page = workplace.attempt(&effects) { try make(workplace, subject) } ?? nil
    return effects + (page.map { [.push($0)] } ?? [.bell])
  }

  /// A loan as it stands, what being late on it comes to, and the story of its copy.
  private static func loan(_ workplace: Workplace, _ op: OpID) throws -> (any Screen)? {
    guard let loan = try workplace.desk.explainLoan(op) else { return nil }
    let words = workplace.wording
    return page(
      workplace, words.say(vi: "lượt mượn", en: "loan"),
      words.explanation(loan)
        + (try lateness(workplace, loan.loan.barcode) { $0.isOf(loan) })
        + (try history(workplace, of: loan.loan.item)))
  }

  /// A copy by itself: where it is, who has it and why until then, and its story.
  private static func item(_ workplace: Workplace, _ code: String) throws -> (any Screen)? {
    guard case .item(let facts) = try workplace.desk.look(code, preferring: .label) else {
      return nil
    }
    let words = workplace.wording
    var lines = ["\(facts.title) (\(facts.item.barcode)): \(words.copyState(facts))"]
    if let loan = facts.loan {
      lines.append(words.refusal(.itemOnLoanToOther(loan)))
      lines += try workplace.desk.explainLoan(loan.id).map { [""] + words.explanation($0) } ?? []
    }
    lines += try lateness(workplace, code) { _ in true }
    return page(
      workplace, words.say(vi: "bản tài liệu", en: "copy"),
      lines + (try history(workplace, of: facts.item.id)))
  }

  /// What being late on the last loan of a copy comes to, if that is the loan that is meant.
  private static func lateness(
    _ workplace: Workplace, _ code: String, _ isMeant: (FineExplanation) -> Bool
  ) throws -> [String] {
    guard let fine = try workplace.desk.explainFine(code), !fine.days.isEmpty, isMeant(fine)
    else { return [] }
    return [""] + workplace.wording.explanation(fine)
  }

  private static func history(_ workplace: Workplace, of item: EntityID) throws -> [String] {
    let words = workplace.wording
    return ["", words.say(vi: "LỊCH SỬ CỦA BẢN", en: "HISTORY OF THE COPY")]
      + (try workplace.desk.history(of: item).map { "  " + words.logEntry($0) })
  }

  private static func page(_ workplace: Workplace, _ about: String, _ lines: [String]) -> any Screen
  {
    TextScreen(
      workplace: workplace,
      title: workplace.wording.say(vi: "VÌ SAO – \(about)", en: "WHY – \(about)"),
      paragraphs: lines.map { line in
        let isHeading = !line.isEmpty && !line.hasPrefix(" ") && line == line.uppercased()
        return StyledText(line, role: isHeading ? .heading : .text, hangingIndent: 4)
      })
  }
}

extension FineExplanation {
  /// Whether it is the charge of that loan, and not of a later one of the copy.
  fileprivate func isOf(_ loan: LoanExplanation) -> Bool {
    patron.id == loan.patron.id && due == loan.loan.due
      && isReturned == (loan.status == .closed) && loan.status != .void
  }
}
