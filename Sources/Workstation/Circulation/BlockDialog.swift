import LibraryCore
import Terminal

/// The question a refused loan or renewal asks: it stays until a person answers it with a key no scanner can send.
enum BlockDialog {
  static func screen(_ workplace: Workplace, _ block: DeskSession.Block) -> any Screen {
    let words = workplace.wording
    return screen(
      workplace, block.item, block.patron, block.reasons,
      title: words.say(vi: "Không cho mượn", en: "Loan refused"),
      leave: words.say(vi: "Không cho mượn", en: "Do not lend"),
      lift: words.say(vi: "Vẫn cho mượn", en: "Lend all the same"),
      why: block.answer.subject,
      mayWait: block.reasons.mayBeWaitedOut && workplace.staff.may(.placeHold), isOfVisit: true,
      deposit: workplace.staff.may(.takePayment) ? block.depositShort : nil,
      instead: instead(block, words))
  }

  /// What the reader probably wants where this is the only reason: the copy on the spot, or more time with it.
  private static func instead(_ block: DeskSession.Block, _ words: Wording) -> Dialog.Choice? {
    guard block.reasons.count == 1, let reason = block.reasons.first else { return nil }
    switch reason {
    case .itemNotLendable(let rule) where rule.value == Lendability.onSite.rawValue:
      return Dialog.Choice(
        .deskOnSite, label: words.say(vi: "Cho đọc tại chỗ", en: "Lend for reading here"))
    case .itemAlreadyOnLoanToPatron:
      return Dialog.Choice(.deskRenew, label: words.say(vi: "Gia hạn", en: "Renew"))
    default: return nil
    }
  }

  /// The same for a renewal that was refused.
  static func renewal(
    _ workplace: Workplace, _ item: ItemLine, _ patron: PatronLine, _ reasons: [Refusal]
  ) -> any Screen {
    let words = workplace.wording
    return screen(
      workplace, item, patron, reasons,
      title: words.say(vi: "Không gia hạn được", en: "Renewal refused"),
      leave: words.say(vi: "Không gia hạn", en: "Do not renew"),
      lift: words.say(vi: "Vẫn gia hạn", en: "Renew all the same"),
      why: .renewal(item.barcode.text))
  }

  private static func screen(
    _ workplace: Workplace, _ item: ItemLine, _ patron: PatronLine, _ reasons: [Refusal],
    title: String, leave leaveLabel: String, lift liftLabel: String,
    why subject: DeskAnswer.Subject?, mayWait: Bool = false,
    isOfVisit: Bool = false, deposit: Money? = nil, instead: Dialog.Choice? = nil
  ) -> any Screen {
    let words = workplace.wording
    let mayLift = reasons.allSatisfy { reason in
      reason.permission.map(workplace.staff.may) ?? false
    }
    // On a very small screen the first lines are all that is seen: the copy and why not.
    var message = [StyledText("\(item.title)  (\(item.barcode))", role: .heading)]
    message += reasons.map { reason in
      StyledText("• " + words.refusal(reason), role: .error, hangingIndent: 2)
    }
    message += [StyledText(""), StyledText("\(patron.name)  (\(patron.card))")]
    if !mayLift {
      message += [StyledText(""), StyledText(whoMayLift(reasons, words), role: .muted)]
    }
    let leave = Dialog.Choice(.cancel, label: leaveLabel)
    let lift = Dialog.Choice(.deskOverride, label: liftLabel, needsReason: true)
    let wait = Dialog.Choice(
      .holdsPlace, label: words.say(vi: "Đặt giữ chỗ", en: "Place a hold"))
    let take = deposit.map { missing in
      Dialog.Choice(
        .deskTakeDeposit,
        label: words.say(
          vi: "Nhận cược \(words.money(missing)) rồi cho mượn",
          en: "Take \(words.money(missing)) and lend"))
    }
    let liftAll = Dialog.Choice(
      .deskOverrideVisit,
      label: words.say(vi: "Vẫn cho mượn, cả lượt này", en: "For the whole visit"),
      needsReason: true)
    let why = subject.map { _ in
      Dialog.Choice(.explain, label: words.say(vi: "Vì sao", en: "Why"))
    }
    let choices =
      [instead, take].compactMap { $0 } + (mayLift ? isOfVisit ? [lift, liftAll] : [lift] : [])
      + (mayWait ? [wait] : []) + [leave]
    return DialogScreen(
      Dialog(
        title: title, message: message,
        choices: choices, glances: [why].compactMap { $0 }, isDanger: true, asksReason: mayLift,
        composer: VietnameseComposer(workplace.keyboard, mayBeCode: false),
        language: workplace.language), keys: workplace.keyMap, context: "block",
      answers: [
        .deskOverride, .deskOverrideVisit, .deskTakeDeposit, .holdsPlace, .deskRenew, .deskOnSite,
      ]
    ) { _ in subject.map { ExplanationPage.effects(workplace, $0) } ?? [.bell] }
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

extension [Refusal] {
  /// Whether the patron could wait for the title instead: the copy is somebody else's, or not to be had now.
  ///
  /// Who has the copy already is refused a place in the queue for it.
  fileprivate var mayBeWaitedOut: Bool {
    let isOwn = contains { if case .itemAlreadyOnLoanToPatron = $0 { true } else { false } }
    return !isOwn && contains(where: \.isAboutThisCopy)
  }
}

extension Refusal {
  /// Whether the patron could wait for the title instead: the copy is somebody else's, or not to be had now.
  fileprivate var isAboutThisCopy: Bool {
    switch self {
    case .itemOnLoanToOther, .itemHeldForOther, .titleWanted, .itemStatus: true
    default: false
    }
  }
}
