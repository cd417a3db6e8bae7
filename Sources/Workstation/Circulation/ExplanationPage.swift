import LibraryCore
import LibraryStore
import Terminal

/// What the key «Vì sao» opens: the facts, the deciding rule rows and what would change the answer.
enum ExplanationPage {
  static func make(_ workplace: Workplace, _ subject: DeskAnswer.Subject) throws -> (any Screen)? {
    switch subject {
    case .checkout(let item, let card): try checkout(workplace, item, card)
    case .item(let code): try item(workplace, code)
    }
  }

  private static func checkout(_ workplace: Workplace, _ item: String, _ card: String) throws
    -> (any Screen)?
  {
    guard let explanation = try workplace.desk.explainCheckOut(item, to: card) else { return nil }
    let words = workplace.wording
    return page(
      workplace, words.say(vi: "VÌ SAO – cho mượn", en: "WHY – checkout"),
      words.explanation(explanation))
  }

  /// A copy by itself: where it is, who has it, and its story.
  private static func item(_ workplace: Workplace, _ code: String) throws -> (any Screen)? {
    guard case .item(let facts) = try workplace.desk.look(code, preferring: .label) else {
      return nil
    }
    let words = workplace.wording
    var lines = ["\(facts.title) (\(facts.item.barcode)): \(words.copyState(facts))"]
    if let loan = facts.loan {
      lines.append(words.refusal(.itemOnLoanToOther(loan)))
    }
    if let fine = try workplace.desk.explainFine(code), !fine.days.isEmpty {
      lines += [""] + words.explanation(fine)
    }
    lines += ["", words.say(vi: "LỊCH SỬ", en: "HISTORY")]
    lines += try workplace.desk.history(of: facts.item.id).map { "  " + words.logEntry($0) }
    return page(workplace, words.say(vi: "VÌ SAO – bản tài liệu", en: "WHY – copy"), lines)
  }

  private static func page(_ workplace: Workplace, _ title: String, _ lines: [String]) -> any Screen
  {
    TextScreen(
      workplace: workplace, title: title,
      paragraphs: lines.map { line in
        let isHeading = !line.isEmpty && !line.hasPrefix(" ") && line == line.uppercased()
        return StyledText(line, role: isHeading ? .heading : .text, hangingIndent: 4)
      })
  }
}
