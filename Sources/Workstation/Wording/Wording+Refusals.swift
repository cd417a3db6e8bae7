public import LibraryCore

extension Wording {
  /// Why the desk said no, as one sentence a person can act on.
  public func refusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .noPermission(let permission):
      say(
        vi: "Tài khoản này không được phép: \(self.permission(permission))",
        en: "This account may not: \(self.permission(permission))")
    case .itemWithdrawn, .itemStatus, .itemNotLendable, .itemOnLoanToOther,
      .itemAlreadyOnLoanToPatron, .itemNotOnLoan, .statusWhileLent:
      itemRefusal(refusal)
    case .patronRestricted, .citizenKnown, .patronsNotMerged, .guardianCircular:
      patronRefusal(refusal)
    case .patronBlocked, .cardExpired, .beforeEnrolment, .itemLentThen, .beforeRenewal,
      .momentAhead, .patronSuspended,
      .patronTooYoung, .patronTooOld,
      .tooManyLoans, .tooManyLoansOfType, .tooManyOnSite, .tooManyOfTitle, .onSiteNotRenewable,
      .tooManyOverdues, .owesTooMuch, .familyOwesTooMuch, .cardOutOfUse, .noMoreRenewals,
      .renewalAddsNothing, .renewalOverdue,
      .renewalTooEarly, .dueDateInThePast, .dueDateFar, .dueDateTooFar, .returnBeforeLoan,
      .noOpenDay, .periodEmpty:
      loanRefusal(refusal)
    case .itemHeldForOther, .titleWanted, .holdNotAllowed, .nothingToHold, .tooManyHolds,
      .alreadyHeld, .holdEnded:
      holdRefusal(refusal)
    case .laterActions, .alreadyUndone, .nothingToUndo, .boxEmpty, .notUndoable, .ownActionsOnly,
      .partOfLargerAction:
      undoRefusal(refusal)
    case .cardTaken, .barcodeTaken, .cardIsBarcode, .barcodeIsCard, .loginTaken, .nameMissing,
      .invalidValue, .valueOutOfRange,
      .valueOverAll, .unknownCode,
      .stocktakeClosed, .lastAdministrator, .passwordNeeded, .wrongPassword, .signInNeeded,
      .accountInactive, .recordInUse, .batchNotOpen:
      entryRefusal(refusal)
    case .depositTooSmall, .amountNotPositive, .amountTooLarge, .reasonMissing, .moreThanOwed,
      .moreThanCredit,
      .moreThanHeld, .depositBound, .moreThanInDrawer, .debtNotOpen, .drawerOpen, .drawerNotOpen,
      .cashShiftClosed,
      .differenceUnexplained:
      moneyRefusal(refusal)
    case .priceUnknown, .nothingToReplace, .noClaim, .nobodyToCharge, .tooManyLost:
      lossRefusal(refusal)
    }
  }

  private func itemRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .itemStatus(let status):
      say(
        vi: "Bản này đang ghi là \(itemStatus(status))",
        en: "This copy is recorded as \(itemStatus(status))")
    case .itemNotLendable(let rule):
      rule.value == Lendability.onSite.rawValue
        ? say(vi: "Loại tài liệu này chỉ đọc tại chỗ", en: "This kind of item is for use here only")
        : say(
          vi: "Loại tài liệu này không cho mượn, cũng không cho đọc tại chỗ",
          en: "This kind of item is lent to nobody, nor read here")
    case .itemOnLoanToOther(let loan):
      say(
        vi: "\(loan.patronName) (\(loan.card)) đang mượn, hạn trả \(due(loan.due))",
        en: "On loan to \(loan.patronName) (\(loan.card)), due \(due(loan.due))")
    case .itemAlreadyOnLoanToPatron(let loan) where loan.isOnSite:
      say(
        vi: "Bạn đọc này đang đọc tại chỗ bản này; ghi trả rồi cho mượn về",
        en: "This patron is reading it here; take it back, then lend it")
    case .itemAlreadyOnLoanToPatron(let loan):
      say(
        vi:
          "Bạn đọc này đang mượn chính bản này, hạn trả \(due(loan.due)); muốn giữ tiếp thì gia hạn",
        en: "This patron already has this copy, due \(due(loan.due)); renew it to keep it longer")
    case .itemNotOnLoan: say(vi: "Bản này không có ai đang mượn", en: "This copy is not on loan")
    case .statusWhileLent(let loan, let status): statusWhileLent(loan, status)
    default: say(vi: "Bản này đã xuất khỏi kho", en: "This copy is withdrawn from stock")
    }
  }

  private func loanRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .patronBlocked(let reason):
      say(vi: "Thẻ đang bị khoá", en: "The card is blocked") + (reason.map { ": \($0)" } ?? "")
    case .cardExpired(let day):
      say(vi: "Thẻ đã hết hạn ngày \(self.day(day))", en: "The card expired on \(self.day(day))")
    case .beforeEnrolment(let day):
      say(
        vi: "Thẻ cấp ngày \(self.day(day)), sau lúc ghi",
        en: "The card was issued on \(self.day(day)), after the stated moment")
    case .itemLentThen(let until):
      say(
        vi: "Lúc ấy bản này còn đang mượn hoặc được mượn sau đó, đến \(self.moment(until)) mới trả",
        en: "The copy was on loan then or since, and came back on \(self.moment(until))")
    case .beforeRenewal(let moment):
      say(
        vi: "Lượt mượn còn gia hạn lúc \(self.moment(moment)), sau lúc ghi",
        en: "The loan was renewed on \(self.moment(moment)), after the stated moment")
    case .momentAhead(let moment):
      say(
        vi: "Lúc \(self.moment(moment)) chưa đến; chỉ ghi được việc đã xảy ra",
        en: "\(self.moment(moment)) is yet to come; only what has happened can be written down")
    case .patronSuspended(let until):
      say(
        vi: "Bị ngừng mượn đến hết ngày \(day(until)) vì trả trễ",
        en: "Suspended until \(day(until)) for late returns")
    case .patronTooYoung(let age, let rule):
      say(
        vi: "Bạn đọc \(age) tuổi, quy định từ \(rule.value) tuổi",
        en: "The patron is \(age), the rule asks for \(rule.value) or more")
    case .patronTooOld(let age, let rule):
      say(
        vi: "Bạn đọc \(age) tuổi, quy định đến \(rule.value) tuổi",
        en: "The patron is \(age), the rule allows up to \(rule.value)")
    case .tooManyLoans(let held, let rule):
      say(
        vi: "Đang mượn \(held) bản, quy định nhiều nhất \(rule.value)",
        en: "Has \(counted(held, "loan")), the limit is \(rule.value)")
    case .tooManyLoansOfType(let held, let type, let rule):
      say(
        vi:
          "Đang mượn \(held) bản loại \(term(.itemType, type)), quy định nhiều nhất \(rule.value)",
        en:
          "Has \(counted(held, "loan")) of type \(term(.itemType, type)), the limit is \(rule.value)"
      )
    case .tooManyOnSite(let held, let rule):
      say(
        vi: "Đang đọc tại chỗ \(held) bản, quy định nhiều nhất \(rule.value)",
        en: "Reads \(held) on the spot, the limit is \(rule.value)")
    case .tooManyOfTitle(let held, let rule):
      say(
        vi: "Đang mượn \(held) bản của nhan đề này, quy định nhiều nhất \(rule.value)",
        en: "Has \(counted(held, "copy", "copies")) of this title, the limit is \(rule.value)")
    case .onSiteNotRenewable:
      say(
        vi: "Bản này mượn đọc tại chỗ, trả trong ngày", en: "It is read on the spot and due today")
    case .tooManyOverdues(let held, let rule):
      say(
        vi: "Có \(held) bản quá hạn, quy định cho phép \(rule.value)",
        en: "Has \(held) overdue, the rule allows \(rule.value)")
    case .familyOwesTooMuch(let owed, let rule):
      say(
        vi: "Gia đình bạn đọc nợ \(money(owed)), quá mức \(ruleValue(rule.parameter, rule.value))",
        en: "The family owes \(money(owed)), more than \(ruleValue(rule.parameter, rule.value))")
    case .cardOutOfUse(let former): formerCard(former)
    case .owesTooMuch(let owed, let rule):
      say(
        vi: "Còn nợ \(money(owed)), quy định cho phép \(money(Money(dong: Int64(rule.value))))",
        en: "Owes \(money(owed)), the rule allows \(money(Money(dong: Int64(rule.value))))")
    case .renewalAddsNothing(let due, let waiting):
      say(
        vi: "Gia hạn lúc này không được thêm ngày nào: hạn vẫn là \(self.due(due))",
        en: "A renewal now adds nothing: it stays due \(self.due(due))")
        + (waiting > 0
          ? say(
            vi: " (\(waiting) người đang chờ: hạn rút ngắn)",
            en: " (\(counted(waiting, "reader waits", "readers wait")): loans are short)") : "")
    case .renewalOverdue(let days, let charge, let until):
      say(vi: "Đã trễ \(days) ngày", en: "\(counted(days, "day")) late")
        + (charge > .zero
          ? say(vi: ", phạt \(money(charge))", en: ", \(money(charge)) charged") : "")
        + (until.map {
          say(vi: ", tạm ngừng mượn đến \(day($0))", en: ", no loans until \(day($0))")
        }
          ?? "")
        + say(
          vi: ": ghi trả rồi mượn lại, hoặc châm chước thì bỏ khoản này",
          en: ": return and lend again, or override and drop it")
    case .noMoreRenewals(let made, let rule):
      say(
        vi: "Đã gia hạn \(made) lần, quy định nhiều nhất \(rule.value)",
        en: "Renewed \(counted(made, "time")), the limit is \(rule.value)")
    case .renewalTooEarly(let from, _):
      say(
        vi: "Chưa đến lúc gia hạn: sớm nhất ngày \(day(from))",
        en: "Too early to renew: possible from \(day(from))")
    case .periodEmpty(let period):
      say(
        vi: "Ngày cuối trước ngày đầu: \(rulePeriod(period) ?? "")",
        en: "The last day lies before the first: \(rulePeriod(period) ?? "")")
    case .dueDateInThePast(let due):
      say(
        vi: "Hạn trả \(self.due(due)) đã qua", en: "The due date \(self.due(due)) is in the past")
    case .dueDateFar(let due, let last):
      say(
        vi:
          "Hạn trả \(self.due(due)) xa quá hai năm (sau \(day(last))): nếu đúng thế, hãy ghi lý do",
        en:
          "The due date \(self.due(due)) is more than two years ahead (after \(day(last))): if it is meant, say why"
      )
    case .dueDateTooFar(let due, let last):
      say(
        vi: "Hạn trả \(self.due(due)) quá xa: không nhận ngày nào sau \(day(last))",
        en: "The due date \(self.due(due)) is too far away: none after \(day(last)) is taken")
    case .returnBeforeLoan(let lentAt):
      say(
        vi: "Ngày trả trước ngày mượn (\(moment(lentAt)))",
        en: "The return lies before the loan (\(moment(lentAt)))")
    case .noOpenDay:
      say(
        vi: "Lịch không có ngày mở cửa nào trong một năm tới",
        en: "The calendar has no open day within a year")
    default: preconditionFailure("\(refusal.code) is no refusal of a loan")
    }
  }

  private func undoRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .laterActions(let ops):
      say(
        vi:
          "Đã có \(ops.count) việc làm sau dựa trên việc này (mới nhất số \(ops.first.map(\.description) ?? "?")): hoàn tác chúng trước",
        en:
          "\(counted(ops.count, "later action stands", "later actions stand")) on it (newest: \(ops.first.map(\.description) ?? "?")): undo those first"
      )
    case .alreadyUndone(let op):
      say(vi: "Việc này đã được hoàn tác (số \(op))", en: "It was undone already (by \(op))")
    case .boxEmpty:
      say(
        vi: "Hôm nay chưa cho nơi này mượn bản nào chưa vào thùng",
        en: "Nothing was lent to this patron today that lies in no box yet")
    case .nothingToUndo: say(vi: "Không có việc nào để hoàn tác", en: "There is nothing to undo")
    case .ownActionsOnly:
      say(
        vi: "Chỉ được hoàn tác việc do chính mình làm",
        en: "You may undo only what you did yourself")
    case .partOfLargerAction(let op):
      say(
        vi: "Thuộc việc chung số \(op) của nhiều bạn đọc: hoàn tác cả việc ấy",
        en: "Part of action \(op), which is about more readers: undo that as a whole")
    default:
      say(vi: "Việc này không hoàn tác được", en: "This cannot be undone")
    }
  }

  private func entryRefusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .cardTaken(let card, let name):
      say(vi: "Số thẻ \(card) đã cấp cho \(name)", en: "Card \(card) already belongs to \(name)")
    case .barcodeTaken(let barcode, let title):
      say(
        vi: "Mã \(barcode) đã dán cho «\(title)»", en: "Barcode \(barcode) is already on “\(title)”"
      )
    case .cardIsBarcode(let card, let title):
      say(
        vi: "Số \(card) là mã vạch của «\(title)»: quét số này sẽ phải hỏi là thẻ hay sách",
        en: "\(card) is the barcode of “\(title)”: a scan of it could mean either")
    case .barcodeIsCard(let barcode, let name):
      say(
        vi: "Mã \(barcode) là số thẻ của \(name): quét mã này sẽ phải hỏi là thẻ hay sách",
        en: "\(barcode) is the card of \(name): a scan of it could mean either")
    case .loginTaken(let login):
      say(vi: "Tên đăng nhập \(login) đã có", en: "The login \(login) is taken")
    case .nameMissing: say(vi: "Chưa nhập tên", en: "A name is missing")
    case .valueOutOfRange(let parameter, let value):
      say(
        vi:
          "\(ruleParameter(parameter)): \(value) ngoài khoảng \(parameter.range.lowerBound)–\(parameter.range.upperBound)",
        en:
          "\(ruleParameter(parameter)): \(value) is outside \(parameter.range.lowerBound)–\(parameter.range.upperBound)"
      )
    case .valueOverAll(let parameter): valueOverAll(parameter)
    case .unknownCode(let kind, let code, let known): unknownCode(kind, code, known: known)
    case .invalidValue("qr", let typed) where CitizenCard.isHealthInsurance(qr: typed):
      say(
        vi: "Đây là thẻ bảo hiểm y tế; hãy quét căn cước",
        en: "This is a health insurance card; scan the citizen card")
    case .invalidValue(let field, let typed):
      say(
        vi: "\(fieldName(field)): «\(typed)» không hợp lệ",
        en: "\(fieldName(field)): “\(typed)” is not valid")
    case .signInNeeded:
      say(
        vi: "Thư viện có nhiều tài khoản: hãy đăng nhập", en: "There are several accounts: sign in")
    case .accountInactive: say(vi: "Tài khoản đã ngừng", en: "The account is not active")
    case .stocktakeClosed: say(vi: "Đợt kiểm kê đã đóng", en: "The stocktake is closed")
    case .lastAdministrator:
      say(
        vi: "Thư viện phải còn ít nhất một người quản trị", en: "A library needs one administrator")
    case .passwordNeeded(.toSignIn):
      say(
        vi:
          "Cần mật khẩu: gõ khi được hỏi, hoặc cho biến THUTHU_PASSWORD_FILE tên tệp chứa mật khẩu",
        en:
          "A password is needed: type it when asked, or let THUTHU_PASSWORD_FILE name the file that holds it"
      )
    case .passwordNeeded(.notEmpty):
      say(vi: "Mật khẩu không được để trống", en: "A password cannot be empty")
    case .passwordNeeded(.forSecondAccount):
      say(
        vi: "Người quản trị phải đặt mật khẩu trước khi thêm tài khoản thứ hai",
        en: "The administrator must set a password before a second account is made")
    case .wrongPassword:
      say(vi: "Sai tên đăng nhập hoặc mật khẩu", en: "Wrong login or password")
    case .recordInUse(let items):
      say(
        vi: "Biểu ghi còn \(items) bản tài liệu",
        en: "The record still has \(counted(items, "copy", "copies"))")
    case .batchNotOpen:
      say(vi: "Đợt nhập này đã kết thúc", en: "This batch is no longer open")
    default: preconditionFailure("\(refusal.code) is no refusal of an entry")
    }
  }

  /// Why a text can be no barcode and no card number.
  public func labelFault(_ fault: LabelFault) -> String {
    switch fault {
    case .empty: say(vi: "Mã trống", en: "The code is empty")
    case .tooLong(let count, let maximum):
      say(
        vi: "Mã dài \(count) ký tự, nhiều nhất \(maximum)",
        en: "The code has \(counted(count, "character")), the limit is \(maximum)")
    case .controlCharacter(let code, let position):
      say(
        vi: "Mã có ký tự điều khiển (số \(code)) ở vị trí \(position)",
        en: "The code has a control character (number \(code)) at position \(position)")
    case .notOnALabel(let character, let position):
      say(
        vi: "Mã vạch không mang được chữ «\(character)» ở vị trí \(position)",
        en: "No bar code can carry “\(character)” at position \(position)")
    }
  }
}
