public import LibraryCore

extension Wording {
  /// Why a copy that a reader has does not change its status by itself, and what does it.
  func statusWhileLent(_ loan: OpenLoan, _ status: ItemStatus) -> String {
    let way: String =
      switch status {
      case .lost:
        say(
          vi: "ghi mất ở «Mất, hỏng» (thuthu loss declare), có tiền đền",
          en: "report it lost (thuthu loss declare), which charges for it")
      case .missing:
        say(
          vi: "nếu nói là đã trả thì ghi khiếu nại (thuthu loss claim) rồi chấp nhận",
          en: "if the reader says it came back, note the claim (thuthu loss claim) and believe it")
      case .damaged:
        say(
          vi: "ghi hỏng khi trả, hoặc ở «Mất, hỏng» (thuthu loss damage)",
          en: "report the damage with its return, or before (thuthu loss damage)")
      case .withdrawn, .available, .removed:
        say(
          vi: "ghi trả hoặc ghi mất trước, rồi mới xuất khỏi kho",
          en: "it has to come back or be lost before it is withdrawn")
      }
    return say(
      vi: "\(loan.patronName) (\(loan.card)) đang mượn, hạn trả \(due(loan.due)): ",
      en: "On loan to \(loan.patronName) (\(loan.card)), due \(due(loan.due)): ") + way
  }

  func lostRefund(_ refund: LostRefund) -> String {
    switch refund {
    case .full: say(vi: "hoàn đủ", en: "in full")
    case .none: say(vi: "không hoàn", en: "nothing")
    case .lessOverdue: say(vi: "hoàn, trừ tiền phạt trễ", en: "less what being late costs")
    }
  }

  /// What stands out about a loan that runs: a claim, or that it is late.
  public func loanState(_ loan: LoanLine) -> String? {
    if let claim = loan.claim { return loanClaim(claim) }
    if loan.isLongOverdue { return say(vi: "QUÁ HẠN LÂU", en: "LONG OVERDUE") }
    return loan.isOverdue ? say(vi: "QUÁ HẠN", en: "OVERDUE") : nil
  }

  /// A claim in the width of a column.
  func shortClaim(_ claim: LoanClaim) -> String {
    switch claim {
    case .returned: say(vi: "nói đã trả", en: "says returned")
    case .neverHad: say(vi: "nói chưa mượn", en: "says not had")
    }
  }

  public func loanClaim(_ claim: LoanClaim) -> String {
    switch claim {
    case .returned: say(vi: "bạn đọc nói đã trả", en: "claims returned")
    case .neverHad: say(vi: "bạn đọc nói không mượn", en: "claims never had")
    }
  }

  /// What was charged, or would be, for a lost copy.
  public func loss(_ loss: LossOutcome.Loss) -> [String] {
    var lines = [
      "\(loss.item.title) (\(loss.item.barcode))",
      "\(loss.patron.name) (\(loss.patron.card))",
      say(vi: "Đền tài liệu: ", en: "For the copy: ") + money(loss.charge),
    ]
    if loss.fee > .zero { lines.append(say(vi: "Phí xử lý: ", en: "Fee: ") + money(loss.fee)) }
    if loss.late.charge > .zero {
      lines.append(
        say(
          vi: "Trễ \(loss.late.lateDays) ngày: ", en: "\(counted(loss.late.lateDays, "day")) late: "
        )
          + money(loss.late.charge))
    }
    return lines + [
      say(vi: "Cộng: ", en: "Together: ") + money(loss.total) + " (\(moneyInWords(loss.total)))"
    ]
  }

  /// What would become of an overdue loan.
  public func overdueStep(_ proposal: OverdueProposal) -> String {
    switch proposal.step {
    case .longOverdue: say(vi: "quá hạn lâu", en: "long overdue")
    case .lost where proposal.lacksPrice: say(vi: "mất – chưa có giá", en: "lost – no price")
    case .lost:
      say(vi: "mất, đền ", en: "lost, ") + money(proposal.charge + proposal.fee)
    }
  }

  public func overdues(_ outcome: OverduesOutcome) -> String {
    switch outcome {
    case .marked(let long, let lost, let op):
      say(
        vi: "Đã ghi \(long) lượt quá hạn lâu, \(lost) bản mất (việc số \(op))",
        en: "Marked \(long) long overdue, \(lost) lost (action \(op))")
    case .nothing: say(vi: "Không có lượt nào phải ghi", en: "There is nothing to mark")
    case .refused(let reasons): reasons.map(refusal).joined(separator: "; ")
    }
  }

  func lossRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .priceUnknown:
      say(
        vi: "Bản này chưa có giá: hãy ghi giá đền", en: "The copy has no price: say what it costs")
    case .nothingToReplace:
      say(
        vi: "Không còn khoản đền nào của bản này", en: "Nothing is open for that copy")
    case .noClaim:
      say(vi: "Lượt mượn này không có khiếu nại", en: "Nothing is claimed of this loan")
    case .nobodyToCharge:
      say(vi: "Chưa ai mượn bản này", en: "Nobody ever had this copy")
    case .tooManyLost(let held, let rule):
      say(
        vi: "Làm mất \(held) bản, quy định cho phép \(rule.value)",
        en: "Lost \(counted(held, "copy", "copies")), the rule allows \(rule.value)")
    default: preconditionFailure("\(refusal.code) is no refusal about losses")
    }
  }

  func lossOp(_ body: OpBody) -> String {
    switch body {
    case .loanLost: say(vi: "ghi mất", en: "declared lost")
    case .lossVoided: say(vi: "bỏ ghi mất", en: "loss undone")
    case .lostFound: say(vi: "tìm lại được", en: "found again")
    case .findingVoided: say(vi: "bỏ ghi tìm lại được", en: "finding undone")
    case .loanClaimed(let claimed):
      claimed.claim.map { loanClaim($0) } ?? say(vi: "rút khiếu nại", en: "claim given up")
    case .overduesMarked(let loans) where loans.isEmpty:
      say(vi: "ghi loạt mất", en: "given up as lost")
    case .overduesMarked: say(vi: "ghi quá hạn lâu", en: "marked long overdue")
    default: say(vi: "bỏ ghi quá hạn lâu", en: "marking of overdues undone")
    }
  }
}

extension Wording {
  /// Who pays for damage, how much where that is known, and why that reader.
  public func damageCharge(_ party: DamageParty, _ amount: Money?) -> String {
    let (name, card, sum) = (party.patron.name, party.patron.card, amount.map(money) ?? "")
    let charge =
      amount == nil
      ? say(
        vi: "Tiền đền ghi nợ cho \(name) (\(card))", en: "The charge goes to \(name) (\(card))")
      : say(
        vi: "ghi nợ \(sum) cho \(name) (\(card))", en: "\(sum) charged to \(name) (\(card))")
    let why =
      party.returnedOn.map {
        say(
          vi: "người mượn sau cùng, \(day(party.lentOn)) – \(day($0))",
          en: "who had it last, \(day(party.lentOn)) – \(day($0))")
      }
      ?? say(
        vi: "đang mượn từ \(day(party.lentOn))", en: "who has it since \(day(party.lentOn))")
    return charge + ": " + why
  }
}
