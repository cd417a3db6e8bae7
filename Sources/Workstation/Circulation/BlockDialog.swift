import LibraryCore
import Terminal

/// The question a refused loan asks: it stays until a person answers it with a key no scanner can send.
enum BlockDialog {
  static func screen(_ workplace: Workplace, _ block: DeskSession.Block) -> any Screen {
    let words = workplace.wording
    let mayLift = block.reasons.allSatisfy { reason in
      reason.permission.map(workplace.staff.may) ?? false
    }
    var message = [
      StyledText("\(block.item.title)  (\(block.item.barcode))", role: .heading),
      StyledText("\(block.patron.name)  (\(block.patron.card))"), StyledText(""),
    ]
    message += block.reasons.map { reason in
      StyledText("• " + words.refusal(reason), role: .error, hangingIndent: 2)
    }
    if !mayLift {
      message += [StyledText(""), StyledText(whoMayLift(block.reasons, words), role: .muted)]
    }
    let leave = Dialog.Choice(.cancel, label: words.say(vi: "Không cho mượn", en: "Do not lend"))
    let lift = Dialog.Choice(
      .deskOverride, label: words.say(vi: "Vẫn cho mượn", en: "Lend all the same"),
      needsReason: true)
    return DialogScreen(
      Dialog(
        title: words.say(vi: "Không cho mượn", en: "Loan refused"), message: message,
        choices: mayLift ? [lift, leave] : [leave], isDanger: true, asksReason: mayLift,
        language: workplace.language), keys: workplace.keyMap, context: "block")
  }

  private static func whoMayLift(_ reasons: [Refusal], _ words: Wording) -> String {
    let needed = reasons.compactMap(\.permission)
    guard needed.count == reasons.count else {
      return words.say(vi: "Không ai được bỏ qua lý do này", en: "Nobody may lift this")
    }
    let names = needed.map(words.permission).joined(separator: "; ")
    return words.say(vi: "Cần quyền: \(names)", en: "Needs permission to: \(names)")
  }
}
