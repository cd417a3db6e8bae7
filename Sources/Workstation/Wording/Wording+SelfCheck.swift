public import LibraryCore
import LibraryStore
public import SelfCheck

/// What self-check machines show their users, and what the workstation says of the machines.
extension Wording: SelfCheckWords {
  public func reasons(_ reasons: [Refusal]) -> String {
    reasons.map(publicRefusal).joined(separator: "; ")
  }

  /// A machine stands in the hall: it names nobody else, and repeats nothing that staff wrote about somebody.
  private func publicRefusal(_ reason: Refusal) -> String {
    switch reason {
    case .itemOnLoanToOther:
      say(vi: "Tài liệu này đang có người mượn", en: "This item is on loan to somebody else")
    case .itemHeldForOther:
      say(vi: "Tài liệu này để dành cho người khác", en: "This item is held for somebody else")
    case .patronBlocked, .patronRestricted:
      say(
        vi: "Thẻ đang bị khoá, hãy gặp thủ thư", en: "The card is blocked; please see the librarian"
      )
    default: refusal(reason)
    }
  }

  public func notices(_ notices: [Notice]) -> String? {
    // Notes and the names of others are for the staff; a machine in the hall shows them to everybody.
    let hidden: [Notice.Code] = [
      .itemNote, .patronNote, .endedLoan, .holdWaitsAgain, .depositFree,
      .damageCharged, .previousBorrower,
    ]
    let told = notices.filter { !hidden.contains($0.kind) }
    return told.isEmpty ? nil : told.map(notice).joined(separator: "; ")
  }

  public func lent(due: Due) -> String {
    say(vi: "Hạn trả: \(self.due(due))", en: "Due on \(self.due(due))")
  }

  public func returned(_ returned: ReturnOutcome.Returned) -> String {
    var parts = [say(vi: "Đã trả", en: "Returned")]
    if returned.lateDays > 0 {
      parts.append(
        say(vi: "muộn \(returned.lateDays) ngày", en: "\(counted(returned.lateDays, "day")) late"))
    }
    if returned.charge > .zero { parts.append(money(returned.charge)) }
    if let until = returned.suspendedUntil {
      parts.append(say(vi: "ngừng mượn đến \(day(until))", en: "no loans until \(day(until))"))
    }
    if let told = notices(returned.notices) { parts.append(told) }
    return parts.joined(separator: ", ")
  }

  public func unknownItem(_ code: String) -> String {
    say(
      vi: "Không có tài liệu mang mã \(visible(code))", en: "No item has the code \(visible(code))")
  }

  public func unknownPatron(_ code: String) -> String {
    say(vi: "Không có thẻ số \(visible(code))", en: "No card has the number \(visible(code))")
  }

  public func storeFault(_ error: any Error) -> String {
    (error as? StoreFault).map(storeFault)
      ?? say(vi: "Máy thư viện gặp lỗi", en: "The library's machine failed")
  }

  public var notOnLoan: String {
    say(vi: "Tài liệu này không ghi là đang mượn", en: "This item was not on loan")
  }

  public var cancelled: String { say(vi: "Đã bỏ lượt mượn này", en: "This loan was taken back") }

  public var nothingToCancel: String {
    say(vi: "Không có lượt mượn nào của máy này để bỏ", en: "This machine made no such loan")
  }

  public var signInFailed: String {
    say(vi: "Máy chưa đăng nhập vào thư viện", en: "The machine has not signed in")
  }

  public func greeting(_ name: String) -> String { say(vi: "Chào \(name)", en: "Welcome, \(name)") }

  public var farewell: String { say(vi: "Cảm ơn, hẹn gặp lại", en: "Thank you, goodbye") }

  public func placed(_ placed: HoldOutcome.Placed) -> String {
    let position = placed.forecast.position
    return placed.forecast.expectedOn.map { day in
      say(
        vi: "Bạn đứng thứ \(position), dự kiến có ngày \(self.day(day))",
        en: "You are number \(position); expected on \(self.day(day))")
    } ?? say(vi: "Bạn đứng thứ \(position)", en: "You are number \(position)")
  }

  public var holdEnded: String { say(vi: "Đã bỏ yêu cầu giữ chỗ", en: "The hold was cancelled") }

  public var noSuchHold: String {
    say(vi: "Bạn không giữ chỗ tài liệu này", en: "You have no hold on this")
  }

  public func paid(_ amount: Money) -> String {
    say(vi: "Đã nhận \(money(amount))", en: "Received \(money(amount))")
  }

  public func paidBefore(_ amount: Money) -> String {
    say(
      vi: "Đã nhận \(money(amount)) từ trước, không ghi hai lần",
      en: "Received \(money(amount)) before, not booked twice")
  }

  public func otherCurrency(_ code: String) -> String {
    say(
      vi: "Chỉ nhận tiền đồng (VND), không nhận \(visible(code))",
      en: "Only đồng (VND) are taken, not \(visible(code))")
  }

  public var notAnAmount: String { say(vi: "Không đọc được số tiền", en: "This is no amount") }

  public func plain(_ text: String) -> String {
    text.map { letter in
      let base = PlainLetters.standIn(for: String(letter)) { $0.isASCII }
      return base.map { String(Character($0)) } ?? "?"
    }.joined()
  }

  // MARK: - The line

  public func selfCheckEvent(_ event: SelfCheckServer.Event) -> String {
    switch event {
    case .connected(let machine): say(vi: "\(machine) đã nối", en: "\(machine) connected")
    case .closed(let machine): say(vi: "\(machine) đã ngắt", en: "\(machine) hung up")
    case .exchanged(let machine, let request, let answer):
      "\(machine) ← \(request) → \(answer)"
    }
  }

  public func listening(_ address: String, _ port: UInt16) -> String {
    say(
      vi: "Đang chờ máy tự mượn trả ở \(address):\(port)",
      en: "Listening for self-check machines on \(address):\(port)")
  }

  public func cannotListen(_ fault: SelfCheckFault) -> String {
    say(
      vi: "Không mở được \(fault.place): \(fault.reason)",
      en: "Cannot listen on \(fault.place): \(fault.reason)")
  }

  public func wrongPlan(_ text: String) -> String {
    say(
      vi:
        "Không hiểu «\(text)»; hãy viết như 127.0.0.1:6001 crlf plainDates noMarks anyChecksum",
      en: "Cannot read “\(text)”; write it like 127.0.0.1:6001 crlf plainDates noMarks anyChecksum")
  }
}
