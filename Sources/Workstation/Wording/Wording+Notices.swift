public import LibraryCore

/// What staff should know beside an answer.
extension Wording {
  /// What staff should know beside the outcome.
  public func notice(_ notice: Notice) -> String {
    switch notice {
    case .endedLoan(let loan):
      say(
        vi: "Đã kết thúc lượt mượn của \(loan.patronName) (\(loan.card))",
        en: "Ended the loan of \(loan.patronName) (\(loan.card))")
    case .itemNote(let note): say(vi: "Ghi chú bản: \(note)", en: "Item note: \(note)")
    case .patronMessage(let message): remarkLine(message)
    case .patronNote(let note): say(vi: "Ghi chú bạn đọc: \(note)", en: "Patron note: \(note)")
    case .foundAgain(let status):
      say(
        vi: "Tìm lại được bản đang ghi là \(itemStatus(status))",
        en: "Found again: it was recorded as \(itemStatus(status))")
    case .depositFree(let amount):
      say(
        vi: "Có thể trả lại tiền cược: \(money(amount))",
        en: "Deposit that may be given back: \(money(amount))")
    case .cashAcrossShifts(let cash): cashAcrossShifts(cash)
    case .damageCharged(let patron, let amount):
      say(
        vi: "Ghi nợ tiền hỏng \(money(amount)) cho \(patron.name) (\(patron.card))",
        en: "\(money(amount)) for the damage charged to \(patron.name) (\(patron.card))")
    case .foundCredit(let amount):
      say(
        vi: "Giảm nợ cho người làm mất: \(money(amount))",
        en: "Taken off the debt of who lost it: \(money(amount))")
    case .claimResolved(let claim):
      say(
        vi: "Lượt mượn này có ghi: \(loanClaim(claim))",
        en: "The loan was under a claim: \(loanClaim(claim))")
    case .setAside(let status):
      say(
        vi: "Để riêng: bản này đang ghi là \(itemStatus(status))",
        en: "Set it aside: it is recorded as \(itemStatus(status))")
    case .filledHold(let hold, let freed):
      say(vi: "Đúng sách đã giữ chỗ (số \(hold))", en: "It fills the patron's hold (\(hold))")
        + (freed.map {
          say(
            vi: "; bản \($0.barcode) trên giá giữ chỗ nay không giữ nữa: quét ở Ghi trả",
            en: "; copy \($0.barcode) on the hold shelf is free: scan it as a return")
        } ?? "")
    case .holdWaitsAgain(let kept): waitsAgain(kept)
    case .otherLibrary(let code):
      say(vi: "Bản này của thư viện: ", en: "It belongs to the library: ") + term(.library, code)
    case .countedOnSite:
      say(vi: "Đã đếm một lượt đọc tại chỗ", en: "Counted as read on the spot")
    case .usesNotCounted(let uses):
      say(
        vi:
          "Không đếm \(uses) lượt báo về: bản này không thuộc thùng luân chuyển nào đang gửi, hoặc đã nhận về và đếm rồi",
        en:
          "\(counted(uses, "reported use was", "reported uses were")) not counted: the copy is in no box that is out, or was taken back and counted already"
      )
    case .borrowedBefore(let day):
      say(
        vi: "Bạn đọc đã mượn nhan đề này, lần cuối \(self.day(day))",
        en: "The patron had this title before, last on \(self.day(day))")
    case .previousBorrower(let past):
      say(
        vi: "Lần trước: \(past.patron.name) (\(past.patron.card)), trả \(day(past.returnedOn))",
        en: "Before: \(past.patron.name) (\(past.patron.card)), returned \(day(past.returnedOn))")
    case .shortLoan(let readers):
      say(
        vi: "Hạn ngắn vì \(readers) người đang chờ",
        en: "A short loan: \(counted(readers, "reader waits", "readers wait"))")
    case .holdUncollected(let kept):
      say(
        vi:
          "\(kept.patron.name) không đến lấy, đã quá hạn: dọn giữ chỗ hết hạn (Alt+G, Alt+X) để đến lượt người sau",
        en:
          "\(kept.patron.name) did not fetch it in time: clear expired holds (Alt+G, Alt+X) for whoever is next"
      )
    case .holdsReady(let count):
      say(
        vi: "Còn \(count) bản trên giá giữ chỗ cho bạn đọc này",
        en:
          "\(counted(count, "more copy waits on", "more copies wait on")) the hold shelf for this patron"
      )
    case .guardianMissing: guardianMissing(age: nil)
    case .cardExpiresSoon(let day):
      say(vi: "Thẻ hết hạn ngày \(self.day(day))", en: "The card expires on \(self.day(day))")
    }
  }
}
