import LibraryCore
import LibraryStore

extension SIPSession {
  /// 09 → 10.
  func checkIn(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    let code = message.value("AB") ?? ""
    let outcome = try acting(desk, message).takeBack(code)
    var answer = SIPAnswer("10")
    switch outcome {
    case .returned(let returned):
      loans[code] = nil
      addReturn(ok: true, alert: returned.errand.alert != nil, to: &answer)
      addCopy(returned.item, returned.patron, returned.errand, desk, to: &answer)
      addScreenMessage(words.returned(returned), to: &answer)
    case .notOnLoan(let item, let errand, let notices, _):
      addReturn(ok: true, alert: errand.alert != nil, to: &answer)
      addCopy(item, nil, errand, desk, to: &answer)
      addScreenMessage(words.notices(notices) ?? words.notOnLoan, to: &answer)
    case .refused(let reasons, let item):
      addReturn(ok: false, alert: true, to: &answer)
      addCopy(item, nil, nil, desk, to: &answer)
      addScreenMessage(words.reasons(reasons), to: &answer)
    case .unknownItem:
      addReturn(ok: false, alert: true, to: &answer)
      addInstitution(&answer)
      answer.add("AB", code)
      answer.add("AQ", "")
      addScreenMessage(words.unknownItem(code), to: &answer)
    }
    return answer
  }

  private func addReturn(ok: Bool, alert: Bool, to answer: inout SIPAnswer) {
    answer.put(ok: ok)
    answer.put(yes: ok)
    answer.put("U")
    answer.put(yes: alert)
    answer.put(now)
  }

  private func addCopy(
    _ item: ItemLine, _ patron: PatronLine?, _ errand: CopyErrand?, _ desk: Desk,
    to answer: inout SIPAnswer
  ) {
    addInstitution(&answer)
    answer.add("AB", item.barcode.text)
    let facts = try? desk.look(item.barcode.text, preferring: .label)
    var location: String?
    if case .item(let copy) = facts { location = copy.item.location }
    answer.add("AQ", location ?? "")
    answer.add("AJ", shown(item.title))
    answer.add("AA", patron?.card.text)
    answer.add("CS", item.callNumber)
    answer.add("CV", errand?.alert)
    if case .send(let library, _) = errand { answer.add("CT", library) }
  }

  /// 17 → 18.
  func itemInformation(_ message: SIPMessage, _ desk: Desk) throws -> SIPAnswer {
    let code = message.value("AB") ?? ""
    var answer = SIPAnswer("18")
    guard case .item(let facts) = try desk.look(code, preferring: .label) else {
      answer.put("01" + "00" + "01")
      answer.put(now)
      answer.add("AB", code)
      answer.add("AJ", "")
      addScreenMessage(words.unknownItem(code), to: &answer)
      return answer
    }
    answer.put(SIPSession.circulationStatus(of: facts) + "00" + "01")
    answer.put(now)
    answer.add("AB", facts.item.barcode.text)
    answer.add("AJ", shown(facts.title))
    answer.add("AH", facts.loan.map { due($0.due) })
    answer.add("AQ", facts.item.location)
    answer.add("BG", try desk.houseConfiguration().libraryCode)
    answer.add("CS", facts.item.callNumber)
    answer.add("CK", "000")
    return answer
  }

  /// The numbers of the standard: 03 available, 04 charged, 12 lost, 13 missing, 01 anything else.
  private static func circulationStatus(of facts: ItemFacts) -> String {
    if facts.loan != nil { return "04" }
    return switch facts.item.status {
    case .available: "03"
    case .lost: "12"
    case .missing: "13"
    case .damaged, .withdrawn, .removed: "01"
    }
  }

  /// An answer of its kind that says no, with the reason for the screen.
  func refused(_ message: SIPMessage, _ reason: String) -> SIPAnswer {
    var answer = SIPAnswer(message.kind.answer)
    switch message.kind {
    case .patronStatus, .blockPatron, .patronEnable:
      answer.put(Member.unknownState + language.rawValue)
    case .patronInformation: answer.put(Member.unknownState + language.rawValue)
    case .checkout, .renew: answer.put("0NUN")
    case .checkin: answer.put("0NUY")
    case .itemInformation: answer.put("010001")
    case .renewAll: answer.put("000000000")
    case .hold: answer.put("0N")
    case .endSession, .feePaid: answer.put("N")
    case .login, .resend, .status: break
    }
    answer.put(now)
    if message.kind == .patronInformation { answer.put(String(repeating: "0000", count: 6)) }
    addInstitution(&answer)
    for id in ["AA", "AB"] { answer.add(id, message.value(id)) }
    addScreenMessage(reason, to: &answer)
    return answer
  }
}

extension CopyErrand {
  /// Why the machine calls somebody (CV): 01 a hold here, 02 one elsewhere, 04 on to another library, 99 anything else; the
  /// reader's name is for the staff, so it is never sent.
  var alert: String? {
    switch self {
    case .shelf: nil
    case .holdShelf: "01"
    case .send(_, let hold): hold == nil ? "04" : "02"
    case .aside: "99"
    }
  }
}
