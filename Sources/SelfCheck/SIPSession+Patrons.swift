import LibraryCore
import LibraryStore

extension SIPSession {
  /// 23 → 24.
  func patronStatus(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    language = SelfCheckLanguage(message.fixed(0, 3))
    var answer = SIPAnswer("24")
    let known = try Member(message.value("AA"), desk)
    addState(of: known, to: &answer)
    addInstitution(&answer)
    addPatron(known, message, to: &answer)
    return answer
  }

  /// 63 → 64: counts, and one list of titles where the machine asks for one.
  func patronInformation(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    language = SelfCheckLanguage(message.fixed(0, 3))
    var answer = SIPAnswer("64")
    let known = try Member(message.value("AA"), desk)
    addState(of: known, to: &answer)
    let loans = try known.map { try desk.loans(of: $0.facts.patron.id, limit: 2000) } ?? []
    let overdue = loans.filter(\.isOverdue)
    let charged = loans.filter { $0.charge > .zero }
    for count in [0, overdue.count, loans.count, charged.count, 0, 0] { answer.put(count: count) }
    addInstitution(&answer)
    addPatron(known, message, to: &answer)
    let lists: [(place: Int, id: String, loans: [LoanLine])] = [
      (1, "AT", overdue), (2, "AU", loans), (3, "AV", charged),
    ]
    for list in lists where message.fixed(21 + list.place, 1) == "Y" {
      for loan in listed(list.loans, message) { answer.add(list.id, loan.barcode) }
    }
    return answer
  }

  /// From BP to BQ, counted from one.
  private func listed(_ loans: [LoanLine], _ message: SIPMessage) -> ArraySlice<LoanLine> {
    let first = max(1, message.value("BP").flatMap { Int($0) } ?? 1)
    let last = min(loans.count, message.value("BQ").flatMap { Int($0) } ?? loans.count)
    return first <= last ? loans[(first - 1)..<last] : []
  }

  /// 01 → 24: the machine kept a card, or somebody left it there; staff opens it again.
  func block(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    if let card = message.value("AA") {
      let reason = SIPSession.blockMark + (message.value("AL") ?? "")
      _ = try desk.editPatron(
        card, [.status: PatronStatus.blocked.rawValue, .blockReason: reason])
    }
    var answer = SIPAnswer("24")
    let known = try Member(message.value("AA"), desk)
    addState(of: known, to: &answer)
    addInstitution(&answer)
    addPatron(known, message, to: &answer)
    return answer
  }

  /// 25 → 26: opens a card that a machine closed, and none that staff did.
  func enable(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    if let card = message.value("AA"), let known = try desk.patron(card),
      known.patron.status == .blocked,
      known.patron.blockReason?.hasPrefix(SIPSession.blockMark) == true
    {
      _ = try desk.editPatron(
        card, [.status: PatronStatus.active.rawValue, .blockReason: nil])
    }
    var answer = SIPAnswer("26")
    let known = try Member(message.value("AA"), desk)
    addState(of: known, to: &answer)
    addInstitution(&answer)
    addPatron(known, message, to: &answer)
    return answer
  }

  /// What the reason of a block begins with that a machine set.
  private static let blockMark = "SIP2: "

  /// 35 → 36.
  func endSession(_ message: SIPMessage) -> SIPAnswer {
    var answer = SIPAnswer("36")
    answer.put(yes: true)
    answer.put(now)
    addInstitution(&answer)
    answer.add("AA", message.value("AA") ?? "")
    addScreenMessage(words.farewell, to: &answer)
    language = .vietnamese
    return answer
  }

  /// 37 → 38: money that the machine took.
  ///
  /// A machine that heard no answer sends its transaction (`BK`) again, maybe under a new sequence number: the answer is the
  /// same, and the money is booked once.
  func feePaid(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    let card = message.value("AA") ?? ""
    guard let amount = message.value("BV").flatMap(SIPSession.amount) else {
      return refused(message, words.notAnAmount)
    }
    let currency = message.fixed(22, 3)
    // A machine that says no currency means that of the library.
    guard currency == "VND" || currency.allSatisfy({ $0 == " " }) else {
      return refused(message, words.otherCurrency(currency))
    }
    var text = words.paid(amount)
    var isAccepted = false
    switch try desk.payOnce(card, amount: amount, note: message.value("BK").map { "SIP2 \($0)" }) {
    case .saved: isAccepted = true
    case .unchanged:
      isAccepted = true
      text = words.paidBefore(amount)
    case .refused(let reasons): text = words.reasons(reasons)
    case .unknown(let code): text = words.unknownPatron(code)
    }
    var answer = SIPAnswer("38")
    answer.put(yes: isAccepted)
    answer.put(now)
    addInstitution(&answer)
    answer.add("AA", card)
    answer.add("BK", message.value("BK"))
    addScreenMessage(text, to: &answer)
    return answer
  }

  /// Đồng, with or without the two decimals that machines of other countries send.
  private static func amount(_ text: String) -> Money? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let dong = Int64(parts[0]), dong > 0,
      parts.count == 1 || parts[1].allSatisfy({ $0 == "0" })
    else { return nil }
    return Money(dong: dong)
  }

  // MARK: - Parts

  /// Fourteen letters, the language and the date, with which 24, 26 and 64 begin.
  private func addState(of known: Member?, to answer: inout SIPAnswer) {
    answer.put(known?.state ?? Member.unknownState)
    answer.put(language.rawValue)
    answer.put(now)
  }

  private func addPatron(_ known: Member?, _ message: SIPMessage, to answer: inout SIPAnswer) {
    answer.add("AA", message.value("AA") ?? "")
    answer.add("AE", known.map { shown($0.facts.patron.name) } ?? "")
    answer.add("BL", known == nil ? "N" : "Y")
    guard let known else {
      addScreenMessage(words.unknownPatron(message.value("AA") ?? ""), to: &answer)
      return
    }
    // Cards carry no secret number here, so none can be wrong.
    answer.add("CQ", "Y")
    answer.add("BH", "VND")
    answer.add("BV", String(max(0, known.facts.owed.dong)))
    let text =
      known.reasons.isEmpty
      ? words.greeting(known.facts.patron.name) : words.reasons(known.reasons)
    addScreenMessage(text, to: &answer)
  }
}

/// A patron as a machine asks for one.
struct Member {
  let facts: PatronFacts
  /// What stands against borrowing.
  let reasons: [Refusal]

  init?(_ card: String?, _ desk: Desk) throws {
    guard let card, let (facts, reasons) = try desk.standing(card) else { return nil }
    self.facts = facts
    self.reasons = reasons
  }

  /// Fourteen signs, `Y` or blank: charge, renewal, recall and hold denied, card lost, too many loans, overdues, renewals, claims
  /// of return, lost copies, fines, fees, recalls overdue, charges.
  var state: String {
    var signs = [Character](repeating: " ", count: 14)
    if !reasons.isEmpty { for place in [0, 1, 3] { signs[place] = "Y" } }
    signs[2] = "Y"
    for reason in reasons {
      switch reason {
      case .tooManyOverdues: signs[6] = "Y"
      case .tooManyLost: signs[9] = "Y"
      case .owesTooMuch, .familyOwesTooMuch: signs[10] = "Y"
      default: break
      }
    }
    return String(signs)
  }

  /// Nobody: everything is denied.
  static let unknownState = "YYYY" + String(repeating: " ", count: 10)
}
