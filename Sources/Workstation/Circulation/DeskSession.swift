import LibraryCore
import LibraryStore

/// The desk between two people: which mode it is in, who stands there, and what each code means now.
///
/// Holds no drawing and no keys; the screen shows it, tests drive it code by code.
final class DeskSession {
  /// What a code is taken for.
  enum Mode {
    /// The code decides: a card opens its holder, an item with a holder open lends, without one returns or shows.
    case automatic
    case checkOut
    case takeBack
  }

  /// What came of a code.
  enum Result {
    case answered(DeskAnswer)
    /// A refused loan, which stays until a person answers it.
    case blocked(Block)
    /// Not a code of ours but words, and somebody bears them as a name while nobody stands at the desk.
    case patrons(String)
    /// Not a code of ours but words: search the catalogue for them.
    case titles(String)
    /// The text of a citizen card: enrol its holder.
    case enrol(CitizenCard)
    /// A card and a label read alike: a person says which is meant.
    case ambiguous(String, PatronFacts, ItemFacts)
  }

  /// As of when what comes back counts as returned.
  enum Returning: Equatable {
    case now
    /// As of the last closing.
    case dropBox
    /// As of the end of that day.
    case on(CalendarDay)
  }

  /// Reasons lifted for everything this patron borrows on this visit, and why.
  struct Standing {
    var codes: Set<Refusal.Code>
    var reason: String
  }

  /// A refused loan with all its reasons.
  struct Block {
    var item: ItemLine
    var patron: PatronLine
    var reasons: [Refusal]
    var answer: DeskAnswer

    /// What is missing of the deposit, where nothing else stands against the loan.
    var depositShort: Money? {
      guard reasons.count == 1, case .depositTooSmall(let needed, let held, _)? = reasons.first
      else { return nil }
      return needed - held
    }
  }

  let workplace: Workplace
  var mode = Mode.automatic
  private(set) var patron: PatronFacts?
  var returning = Returning.now
  /// Whether what is lent on this visit is read on the spot.
  var isOnSite = false
  /// The due date staff chose for the loans of this visit.
  var requestedDue: RequestedDue?
  private(set) var standing: Standing?
  /// The last code nobody knew, which may be a copy without a record.
  private(set) var lastUnknown: String?

  init(workplace: Workplace) { self.workplace = workplace }

  private var desk: Desk { workplace.desk }
  private var words: Wording { workplace.wording }

  func endVisit() { open(nil) }

  /// Another patron, or none: what was agreed for the visit before is over.
  private func open(_ facts: PatronFacts?) {
    if facts?.patron.id != patron?.patron.id {
      (isOnSite, requestedDue, standing) = (false, nil, nil)
    }
    patron = facts
  }

  /// The patron's figures anew, after something changed them elsewhere.
  func refresh() throws {
    guard let id = patron?.patron.id else { return }
    patron = try desk.patron(id: id)
  }

  /// Opens the holder of `card`, whatever else a code of that reading might be.
  func serve(_ card: CardNumber) throws -> DeskAnswer {
    guard let facts = try desk.patron(card.text) else { return unknown(card.text) }
    open(facts)
    return welcome(facts)
  }

  /// Takes one whole code or typed line.
  func take(_ text: String, isScan: Bool, as carrier: CodeCarrier? = nil) throws -> Result {
    if let card = CitizenCard(qr: text) { return try take(card) }
    switch try desk.look(text, preferring: carrier ?? wantedCarrier) {
    case .item(let item): return try act(on: item, text)
    case .patron(let patron):
      open(patron)
      return .answered(welcome(patron))
    case .both(let patron, let item): return .ambiguous(text, patron, item)
    case .nothing:
      if let former = try desk.otherCard(text) { return .answered(outOfUse(former)) }
      if CitizenCard.isHealthInsurance(qr: text) { return .answered(insuranceCard()) }
      lastUnknown = text
      guard !isScan, text.contains(where: \.isLetter) else { return .answered(unknown(text)) }
      return try isName(text) ? .patrons(text) : .titles(text)
    }
  }

  /// A return is always of a copy; anything else that reads alike is asked about.
  private var wantedCarrier: CodeCarrier? { mode == .takeBack ? .label : nil }

  /// A citizen card serves whoever was enrolled with it; anybody else is enrolled.
  private func take(_ card: CitizenCard) throws -> Result {
    guard let known = try desk.holder(of: card) else { return .enrol(card) }
    open(known)
    return .answered(welcome(known))
  }

  /// Whether words typed while nobody stands at the desk are somebody's name; with a patron there they mean a title.
  private func isName(_ words: String) throws -> Bool {
    guard patron == nil, mode != .takeBack else { return false }
    return try !desk.findPatrons(words, limit: 1).hits.isEmpty
  }

  /// What `take` would do with the line as typed so far, in a few words; nil when there is nothing to say.
  func preview(_ text: String) throws -> String? {
    guard !text.isEmpty else { return nil }
    switch try desk.look(text, preferring: wantedCarrier) {
    case .item(let item):
      if mode != .takeBack, let patron { return try lendPreview(text, item, patron) }
      if mode == .takeBack || item.loan != nil {
        return words.say(vi: "Enter: ghi trả «\(item.title)»", en: "Enter: return “\(item.title)”")
      }
      return words.say(vi: "Enter: xem «\(item.title)»", en: "Enter: show “\(item.title)”")
    case .both:
      return words.say(
        vi: "Enter: hỏi là thẻ hay sách", en: "Enter: asks whether a card or a copy is meant")
    case .patron(let patron):
      return words.say(
        vi: "Enter: mở thẻ \(patron.patron.name)", en: "Enter: open \(patron.patron.name)")
    case .nothing:
      return text.contains(where: \.isLetter)
        ? words.say(vi: "Enter: tìm «\(text)»", en: "Enter: search for “\(text)”") : nil
    }
  }

  /// Lends against a block, with the reason staff wrote, for this copy or for all that follows on this visit.
  func overrule(_ block: Block, reason: String, forVisit: Bool = false) throws -> Result {
    if forVisit {
      let codes = Set(block.reasons.map(\.kind)).union(standing?.codes ?? [])
      standing = Standing(codes: codes, reason: reason)
    }
    let seen = Set(block.reasons.map(\.kind)).union(standing?.codes ?? [])
    return try lend(
      block.item.barcode.text, to: block.patron.card.text, override: reason, seen: seen)
  }

  /// Lends the refused copy for reading on the spot instead.
  func lendOnSite(_ block: Block) throws -> Result {
    let before = isOnSite
    defer { isOnSite = before }
    isOnSite = true
    return try lend(block.item.barcode.text, to: block.patron.card.text)
  }

  /// Takes what is missing of the deposit in cash, then lends; both can be taken back, each by itself.
  func takeDeposit(_ block: Block) throws -> Result {
    guard let missing = block.depositShort else { return .answered(block.answer) }
    let card = block.patron.card.text
    let entry = AccountEntry(.depositTaken, missing, method: .cash)
    if case .refused(let reasons) = try desk.enter(entry, for: card, item: block.item.barcode.text)
    {
      return .blocked(
        Block(
          item: block.item, patron: block.patron, reasons: reasons,
          answer: answer(
            to: .refused(reasons, item: block.item, patron: block.patron),
            code: block.item.barcode.text, card: card)))
    }
    return try lend(block.item.barcode.text, to: card)
  }

  /// Puts the patron into the queue for the title of what was refused.
  func hold(_ block: Block) throws -> DeskAnswer {
    let request = HoldRequest(card: block.patron.card.text, records: [block.item.record])
    return answer(to: try desk.placeHold(request), of: request, item: block.item)
  }

  func renew(_ code: String) throws -> DeskAnswer {
    answer(to: try desk.renew(code))
  }

  private func act(on item: ItemFacts, _ text: String) throws -> Result {
    if mode == .takeBack { return .answered(try takeBack(text)) }
    if let patron { return try lend(text, to: patron.patron.card.text) }
    if mode == .checkOut { return .answered(cardFirst(item)) }
    return .answered(item.loan == nil ? try show(item) : try takeBack(text))
  }

  private func lend(
    _ code: String, to card: String, override: String? = nil, seen: Set<Refusal.Code>? = nil
  ) throws -> Result {
    let outcome = try desk.checkOut(
      code, to: card, due: requestedDue, onSite: isOnSite, override: override, seen: seen)
    guard case .refused(let reasons, let item, let patron) = outcome else {
      return .answered(answer(to: outcome, code: code, card: card))
    }
    if override == nil, let standing, standing.codes.isSuperset(of: reasons.map(\.kind)) {
      return try lend(code, to: card, override: standing.reason, seen: standing.codes)
    }
    let answer = answer(to: outcome, code: code, card: card)
    return .blocked(Block(item: item, patron: patron, reasons: reasons, answer: answer))
  }

  private func takeBack(_ code: String) throws -> DeskAnswer {
    answer(to: try takeBack(code, nil), code: code)
  }

  /// Takes a copy back as of when returns count now, with the damage that was seen.
  func takeBack(_ code: String, _ damage: Damage?) throws -> ReturnOutcome {
    switch returning {
    case .now: return try desk.takeBack(code, damage: damage)
    case .dropBox: return try desk.takeBack(code, dropBox: true, damage: damage)
    case .on(let day):
      // The end of today has not been yet.
      guard day != desk.today else { return try desk.takeBack(code, damage: damage) }
      let moment = Moment(endOf: day, offsetMinutes: desk.now.offsetMinutes)
      return try desk.acting(at: moment).takeBack(code, damage: damage)
    }
  }

  private func lendPreview(_ text: String, _ item: ItemFacts, _ patron: PatronFacts) throws
    -> String
  {
    switch try desk.checkOut(
      text, to: patron.patron.card.text, due: requestedDue, onSite: isOnSite, dryRun: true)
    {
    case .lent(let lent):
      words.say(
        vi: "Enter: cho mượn «\(item.title)», hạn trả \(words.due(lent.due.due))",
        en: "Enter: lend “\(item.title)”, due \(words.due(lent.due.due))")
    case .refused(let reasons, _, _):
      words.say(vi: "Không cho mượn: ", en: "Refused: ")
        + (reasons.first.map(words.refusal) ?? "")
    case .unknownItem, .unknownPatron: ""
    }
  }
}
