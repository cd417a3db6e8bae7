import LibraryCore
import LibraryStore
import Terminal

/// The slips of a visit: with a key, or by themselves when the reader goes.
extension DeskScreen {
  /// Prints the slip of a copy in hand that goes to another library; else what was done with the reader at the desk, or with
  /// nobody there with the one served last.
  func printVisit() -> [Effect] {
    workplace.catchUp()
    if session.patron == nil, case .item(let code)? = answer?.subject {
      var effects: [Effect] = []
      let slip = workplace.attempt(&effects) {
        try SlipWriter(workplace.desk, workplace.wording).transfer(of: code)
      }
      if let slip = slip ?? nil { return effects + workplace.printSlips([slip]) }
    }
    return slips(of: session.patron?.patron.card, asked: true)
  }

  /// The reader `card` names has gone, or another one has come.
  func visitEnded(_ card: CardNumber?) -> [Effect] {
    guard let card, workplace.house?.slipSettings.isAutomatic == true else { return [] }
    return slips(of: card, asked: false)
  }

  private func slips(of card: CardNumber?, asked: Bool) -> [Effect] {
    var effects: [Effect] = []
    let slips = workplace.attempt(&effects) {
      try SlipWriter(workplace.desk, workplace.wording).visit(of: card?.text)
    }
    return effects + (slips.map { workplace.printSlips($0, asked: asked) } ?? [])
  }
}
