public import LibraryCore

extension Wording {
  /// What a charge is for.
  public func chargeKind(_ kind: ChargeKind) -> String {
    switch kind {
    case .lostItem: say(vi: "đền tài liệu mất", en: "lost item")
    case .damage: say(vi: "đền tài liệu hỏng", en: "damage")
    case .processing: say(vi: "phí xử lý", en: "processing")
    case .card: say(vi: "làm thẻ", en: "card")
    case .photocopy: say(vi: "sao chụp", en: "photocopies")
    case .other: say(vi: "khoản khác", en: "other")
    }
  }

  public func paymentMethod(_ method: PaymentMethod) -> String {
    switch method {
    case .cash: say(vi: "tiền mặt", en: "cash")
    case .transfer: say(vi: "chuyển khoản", en: "transfer")
    case .inKind: say(vi: "hiện vật", en: "in kind")
    }
  }

  public func entryKind(_ kind: AccountEntry.Kind) -> String {
    switch kind {
    case .charge: say(vi: "ghi nợ", en: "charge")
    case .payment: say(vi: "thu tiền", en: "payment")
    case .waiver: say(vi: "miễn giảm", en: "waiver")
    case .refund: say(vi: "hoàn tiền", en: "refund")
    case .depositTaken: say(vi: "nhận tiền cược", en: "deposit taken")
    case .depositReturned: say(vi: "trả tiền cược", en: "deposit returned")
    case .depositUsed: say(vi: "trừ tiền cược", en: "deposit used")
    case .foundCredit: say(vi: "tìm lại được", en: "found again")
    case .void: say(vi: "huỷ phiếu", en: "void")
    }
  }

  /// What a line of an account is about, in a few words.
  public func accountLine(_ line: AccountLine) -> String {
    let kind =
      switch line.kind {
      case .entry(let kind):
        line.charge.map { chargeKind($0) } ?? entryKind(line.voided ?? kind)
      case .overdue(let days): say(vi: "trả trễ \(days) ngày", en: "\(counted(days, "day")) late")
      }
    let void = line.voids == nil ? "" : say(vi: "huỷ: ", en: "void: ")
    let receipt = line.voidedReceipt.map { say(vi: "phiếu \($0.text)", en: "receipt \($0.text)") }
    return ([void + kind] + [line.item, line.note, receipt].compactMap { $0 })
      .joined(separator: " – ")
  }

  /// How much a line moved, with its sign; a deposit moves what is held, anything else what is owed.
  public func accountAmount(_ line: AccountLine) -> String {
    let moved = line.effect.owed == .zero ? line.effect.held : line.effect.owed
    return (moved > .zero ? "+" : "") + money(moved == .zero ? line.amount : moved)
  }

  /// What is still open of a debt, or unused of a credit.
  public func accountRest(_ line: AccountLine) -> String {
    if line.open > .zero { return money(line.open) }
    return line.unused > .zero ? say(vi: "dư ", en: "left ") + money(line.unused) : ""
  }

  /// The three sums of an account in one line.
  public func accountSums(owed: Money, held: Money) -> String {
    var parts = [
      owed < .zero
        ? say(vi: "Thừa \(money(.zero - owed))", en: "In credit \(money(.zero - owed))")
        : say(vi: "Còn nợ \(money(owed))", en: "Owes \(money(owed))")
    ]
    if held != .zero {
      parts.append(say(vi: "Đang giữ cược \(money(held))", en: "Deposit held \(money(held))"))
    }
    return parts.joined(separator: " · ")
  }

  /// A line as a receipt tells it: enough to be printed, signed and filed.
  public func receipt(_ line: AccountLine, of patron: PatronLine, library: String) -> [String] {
    var lines = [library, receiptTitle(line)]
    if let receipt = line.receipt { lines.append(say(vi: "Số: ", en: "No.: ") + receipt.text) }
    lines += [
      say(vi: "Lúc: ", en: "At: ") + moment(line.at),
      say(vi: "Bạn đọc: ", en: "Patron: ") + "\(patron.name) (\(patron.card))",
      say(vi: "Khoản: ", en: "For: ") + accountLine(line),
      say(vi: "Số tiền: ", en: "Amount: ") + money(line.amount),
      say(vi: "Bằng chữ: ", en: "In words: ") + moneyInWords(line.amount),
    ]
    if let method = line.method {
      lines.append(say(vi: "Hình thức: ", en: "By: ") + paymentMethod(method))
    }
    lines.append(say(vi: "Người lập: ", en: "Issued by: ") + line.staff)
    lines.append(
      accountSumAfter(line.balance))
    return lines.filter { !$0.isEmpty }
  }

  private func accountSumAfter(_ balance: Money) -> String {
    balance < .zero
      ? say(vi: "Sau đó thừa: ", en: "In credit after it: ") + money(.zero - balance)
      : say(vi: "Sau đó còn nợ: ", en: "Owed after it: ") + money(balance)
  }

  private func receiptTitle(_ line: AccountLine) -> String {
    switch line.kind {
    case .overdue: say(vi: "TIỀN PHẠT TRẢ TRỄ", en: "OVERDUE CHARGE")
    case .entry(.payment), .entry(.depositTaken): say(vi: "PHIẾU THU", en: "RECEIPT")
    case .entry(.refund), .entry(.depositReturned): say(vi: "PHIẾU CHI", en: "PAID OUT")
    case .entry(.foundCredit): say(vi: "PHIẾU GIẢM NỢ", en: "CREDIT")
    case .entry(.void): say(vi: "PHIẾU HUỶ", en: "VOID")
    case .entry(.charge): say(vi: "PHIẾU GHI NỢ", en: "CHARGE")
    case .entry(.waiver): say(vi: "PHIẾU MIỄN GIẢM", en: "WAIVER")
    case .entry(.depositUsed): say(vi: "PHIẾU TRỪ TIỀN CƯỢC", en: "DEPOSIT USED")
    }
  }

  /// Everything a line is, and the actions behind it.
  public func accountPage(_ line: AccountLine, of patron: PatronLine, library: String) -> [String] {
    var lines = receipt(line, of: patron, library: library)
    lines.append("")
    if line.open > .zero {
      lines.append(say(vi: "Chưa trả: ", en: "Still open: ") + money(line.open))
    }
    if line.unused > .zero {
      lines.append(say(vi: "Chưa trừ vào khoản nào: ", en: "Not used yet: ") + money(line.unused))
    }
    if let voids = line.voids {
      lines.append(say(vi: "Huỷ việc số \(voids)", en: "Takes back action \(voids)"))
    }
    if let op = line.voidedBy {
      lines.append(say(vi: "Đã bị huỷ bởi việc số \(op)", en: "Taken back by action \(op)"))
    }
    return lines + [say(vi: "Việc số \(line.op)", en: "Action \(line.op)")]
  }
}

// MARK: - The drawer

extension Wording {
  /// A shift in a few lines: what it began with, what came and went, what was counted.
  public func cashPage(_ shift: CashShift) -> [String] {
    var lines = [
      say(vi: "Ngăn \(shift.drawer), mở lúc ", en: "Drawer \(shift.drawer), opened ")
        + "\(moment(shift.openedAt)) (\(shift.openedBy))",
      say(vi: "Tiền đầu ca: ", en: "Float: ") + money(shift.float),
      say(vi: "Thu của bạn đọc, trừ chi: ", en: "From patrons, less what they got: ")
        + money(shift.taken) + handedBack(shift),
      say(vi: "Bỏ thêm, trừ lấy ra: ", en: "Put in, less taken out: ") + money(shift.moved),
      say(vi: "Phải có: ", en: "Expected: ") + money(shift.expected),
    ]
    guard let closed = shift.closed, let difference = shift.difference else { return lines }
    lines += [
      say(vi: "Đếm được: ", en: "Counted: ") + money(closed.counted)
        + " (\(moneyInWords(closed.counted)))",
      say(vi: "Chênh lệch: ", en: "Difference: ") + cashDifference(difference)
        + (closed.explanation.map { " – \($0)" } ?? ""),
      say(vi: "Khoá sổ lúc ", en: "Closed ") + "\(moment(closed.at)) (\(closed.by))",
    ]
    return lines
  }

  /// What of that went for entries of other shifts; nothing where nothing did.
  private func handedBack(_ shift: CashShift) -> String {
    shift.handedBack == .zero
      ? ""
      : say(
        vi: " (huỷ phiếu của ca khác: \(money(shift.handedBack)))",
        en: " (voids of other shifts: \(money(shift.handedBack)))")
  }

  /// Where the cash of an entry that was taken back went or came from.
  func cashAcrossShifts(_ cash: CashAcrossShifts) -> String {
    let former =
      if let closed = cash.formerClosedAt {
        say(
          vi: "ca cũ khoá sổ lúc \(moment(closed))", en: "its own shift closed \(moment(closed))")
      } else if let drawer = cash.formerDrawer {
        say(vi: "phiếu ấy ở ngăn \(drawer)", en: "it was of drawer \(drawer)")
      } else {
        say(vi: "lúc ấy chưa mở ca", en: "no shift was open then")
      }
    let amount = money(max(cash.amount, .zero - cash.amount))
    return cash.amount > .zero
      ? say(
        vi:
          "Chi lại \(amount) từ ngăn \(cash.drawer), ca mở lúc \(moment(cash.openedAt)); \(former)",
        en:
          "\(amount) handed back out of drawer \(cash.drawer), opened \(moment(cash.openedAt)); \(former)"
      )
      : say(
        vi:
          "Nhận lại \(amount) vào ngăn \(cash.drawer), ca mở lúc \(moment(cash.openedAt)); \(former)",
        en:
          "\(amount) back in drawer \(cash.drawer), opened \(moment(cash.openedAt)); \(former)")
  }

  /// Money put in or taken out, without its sum.
  public func cashMove(_ move: CashMoveLine) -> String {
    let way =
      move.amount < .zero ? say(vi: "lấy ra", en: "taken out") : say(vi: "bỏ thêm", en: "put in")
    return "\(way): \(move.reason)"
      + (move.stands ? "" : say(vi: " (đã hoàn tác)", en: " (undone)"))
  }

  public func cashDifference(_ difference: Money) -> String {
    if difference == .zero { return say(vi: "khớp", en: "none") }
    return difference > .zero
      ? say(vi: "thừa ", en: "over by ") + money(difference)
      : say(vi: "thiếu ", en: "short by ") + money(.zero - difference)
  }

  /// Why money did not go its way.
  func moneyRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .depositTooSmall(let needed, let held, _):
      say(
        vi: "Cần cược \(money(needed)), đang giữ \(money(held)): còn thiếu \(money(needed - held))",
        en:
          "Needs a deposit of \(money(needed)), \(money(held)) is held: \(money(needed - held)) short"
      )
    case .amountNotPositive:
      say(vi: "Số tiền phải lớn hơn 0", en: "The amount must be more than 0")
    case .amountTooLarge(let maximum):
      say(
        vi: "Số tiền quá lớn, nhiều nhất \(money(maximum))",
        en: "The amount is too large, the most is \(money(maximum))")
    case .reasonMissing: say(vi: "Phải ghi rõ lý do", en: "It needs a reason in writing")
    case .moreThanOwed(let owed):
      say(
        vi: "Nhiều hơn số còn nợ (\(money(owed)))", en: "More than is owed (\(money(owed)))")
    case .moreThanCredit(let credit):
      say(
        vi: "Nhiều hơn số nộp thừa (\(money(credit)))",
        en: "More than was paid too much (\(money(credit)))")
    case .moreThanHeld(let held):
      say(
        vi: "Nhiều hơn tiền cược đang giữ (\(money(held)))",
        en: "More than the deposit held (\(money(held)))")
    case .depositBound(let needed, let held):
      say(
        vi:
          "Phải giữ lại \(money(needed)) tiền cược cho các bản đang mượn; được lấy ra nhiều nhất \(money(max(.zero, held - needed)))",
        en:
          "\(money(needed)) of the deposit must stay for loans that run; at most \(money(max(.zero, held - needed))) may go"
      )
    case .moreThanInDrawer(let expected):
      say(
        vi: "Nhiều hơn số trong ngăn tiền (\(money(expected)))",
        en: "More than the drawer holds (\(money(expected)))")
    case .debtNotOpen(let op):
      say(vi: "Khoản số \(op) không còn nợ", en: "Debt \(op) is not open")
    case .drawerOpen(let drawer, let login, let since):
      say(
        vi: "Ngăn \(drawer) đang mở, \(login) mở lúc \(moment(since))",
        en: "Drawer \(drawer) is open: by \(login), \(moment(since))")
    case .drawerNotOpen(let drawer):
      say(vi: "Ngăn \(drawer) chưa mở ca", en: "Drawer \(drawer) is not open")
    case .cashShiftClosed(let drawer, let at):
      say(
        vi:
          "Tiền mặt này thuộc ca ngăn \(drawer) đã khoá sổ lúc \(moment(at)): hãy mở ca rồi làm lại",
        en:
          "The cash is of a shift at drawer \(drawer), closed \(moment(at)): open a shift first"
      )
    case .differenceUnexplained(let difference):
      say(
        vi: "Tiền trong ngăn \(cashDifference(difference)): phải ghi rõ vì sao",
        en: "The drawer is \(cashDifference(difference)): say why")
    default: preconditionFailure("\(refusal.code) is no refusal about money")
    }
  }

  /// What was written into an account: a charge by what it is for, anything else by its kind first.
  private func accountOp(_ entry: AccountEntry) -> String {
    guard let charge = entry.charge else { return entryKind(entry.kind) }
    return entry.kind == .charge
      ? chargeKind(charge) : "\(entryKind(entry.kind)) – \(chargeKind(charge)),"
  }

  /// What an op did with money, in two or three words.
  func moneyOp(_ body: OpBody) -> String {
    switch body {
    case .cashOpened: say(vi: "mở ca thu tiền", en: "drawer opened")
    case .cashMoved(let moved):
      moved.amount < .zero
        ? say(
          vi: "lấy ra \(money(.zero - moved.amount)): \(moved.reason)",
          en: "took out \(money(.zero - moved.amount)): \(moved.reason)")
        : say(
          vi: "bỏ thêm \(money(moved.amount)): \(moved.reason)",
          en: "put in \(money(moved.amount)): \(moved.reason)")
    case .cashClosed(let closed):
      say(
        vi: "khoá sổ thu tiền, \(cashDifference(closed.difference))",
        en: "drawer closed, difference: \(cashDifference(closed.difference))")
    case .cashReopened: say(vi: "mở lại ca thu tiền", en: "drawer opened again")
    case .cashOpeningVoided: say(vi: "bỏ ca thu tiền", en: "opening of a drawer undone")
    default:
      body.accountEntry.map { entry in
        accountOp(entry) + " " + money(entry.amount) + (entry.receipt.map { " (\($0.text))" } ?? "")
      } ?? ""
    }
  }
}

extension Wording {
  /// Asks once more before more is taken than is owed.
  func moreThanOwed(_ amount: Money, owed: Money) -> String {
    let owed = money(max(.zero, owed))
    return say(
      vi: "Nợ chỉ \(owed): nếu đúng là thu \(money(amount)) thì bấm lưu lần nữa",
      en: "Only \(owed) is owed: save once more if it is \(money(amount))")
  }
}
