public import LibraryCore

extension Wording {
  public func itemStatus(_ status: ItemStatus) -> String {
    switch status {
    case .available: say(vi: "có trong kho", en: "in stock")
    case .lost: say(vi: "mất", en: "lost")
    case .missing: say(vi: "không tìm thấy", en: "missing")
    case .damaged: say(vi: "hỏng, chờ sửa", en: "damaged")
    case .withdrawn: say(vi: "đã xuất kho", en: "withdrawn")
    case .removed: say(vi: "đã huỷ nhập", en: "taken back")
    }
  }

  public func patronStatus(_ status: PatronStatus) -> String {
    switch status {
    case .active: say(vi: "đang dùng", en: "active")
    case .blocked: say(vi: "bị khoá", en: "blocked")
    case .removed: say(vi: "đã huỷ", en: "taken back")
    }
  }

  public func role(_ role: StaffRole) -> String {
    switch role {
    case .administrator: say(vi: "quản trị", en: "administrator")
    case .librarian: say(vi: "thủ thư", en: "librarian")
    case .helper: say(vi: "người giúp việc", en: "helper")
    }
  }

  public func permission(_ permission: Permission) -> String {
    switch permission {
    case .checkOut: say(vi: "ghi mượn", en: "check out")
    case .takeBack: say(vi: "ghi trả", en: "take back")
    case .renew: say(vi: "gia hạn", en: "renew")
    case .placeHold: say(vi: "đặt giữ chỗ", en: "place holds")
    case .takePayment: say(vi: "thu tiền", en: "take payments")
    case .charge: say(vi: "ghi nợ bạn đọc", en: "charge patrons")
    case .waive: say(vi: "miễn giảm tiền nợ", en: "let patrons off debts")
    case .markLost: say(vi: "ghi mất, hỏng, khiếu nại", en: "declare items lost or damaged")
    case .tally: say(vi: "đếm lượt", en: "count visits and use")
    case .overrideOnLoan:
      say(vi: "cho mượn bản đang ghi người khác mượn", en: "lend a copy on loan to another")
    case .overrideHold:
      say(vi: "cho mượn bản người khác đang chờ", en: "lend what others wait for")
    case .overrideItemStatus:
      say(vi: "cho mượn bản đang ghi mất hoặc hỏng", en: "lend a lost or damaged copy")
    case .overrideNotLendable:
      say(vi: "cho mượn về tài liệu đọc tại chỗ", en: "lend an item for use here only")
    case .overrideLoansMaximum: say(vi: "cho mượn quá số bản", en: "exceed the loan limit")
    case .overrideRenewals: say(vi: "gia hạn quá số lần", en: "exceed the renewal limit")
    case .overrideOverdues: say(vi: "cho mượn khi có quá hạn", en: "lend despite overdues")
    case .overrideOwed: say(vi: "cho mượn khi còn nợ", en: "lend despite debts")
    case .overrideCard:
      say(vi: "cho mượn khi thẻ khoá hoặc hết hạn", en: "lend on a blocked or expired card")
    case .overrideSuspension:
      say(vi: "cho mượn khi đang bị ngừng mượn", en: "lend during a suspension")
    case .overrideAge: say(vi: "cho mượn ngoài tuổi quy định", en: "lend outside the age limits")
    case .setDueDate: say(vi: "tự đặt hạn trả", en: "set the due date")
    case .backdate: say(vi: "ghi lùi ngày", en: "act at another date")
    case .undoOwn: say(vi: "hoàn tác việc của mình", en: "undo own actions")
    case .undoAny: say(vi: "hoàn tác việc của người khác", en: "undo anybody's actions")
    case .seeBorrowers: say(vi: "xem ai mượn bản này lần trước", en: "see who had a copy before")
    case .enrol: say(vi: "cấp thẻ", en: "enrol patrons")
    case .editPatron: say(vi: "sửa hồ sơ bạn đọc", en: "edit patrons")
    case .editRecord: say(vi: "biên mục", en: "edit records")
    case .editItem: say(vi: "sửa bản tài liệu", en: "edit copies")
    case .importRecords: say(vi: "nhập biểu ghi", en: "import records")
    case .takeStock: say(vi: "quét kiểm kê", en: "scan for a stocktake")
    case .manageStocktake: say(vi: "mở và đóng kiểm kê", en: "open and close stocktakes")
    case .manageRules: say(vi: "sửa quy định mượn", en: "change loan rules")
    case .manageStaff: say(vi: "quản lý tài khoản", en: "manage accounts")
    }
  }

  public func closure(_ closure: Closure) -> String {
    switch closure {
    case .weekday(let weekday):
      say(vi: "đóng cửa \(self.weekday(weekday))", en: "closed on \(self.weekday(weekday))")
    case .season(let season, let weekday):
      say(
        vi: "đóng cửa \(self.weekday(weekday)) theo \(self.season(season))",
        en: "closed on \(self.weekday(weekday)) in \(self.season(season))")
    case .exception(let reason):
      say(vi: "nghỉ", en: "closed") + (reason.isEmpty ? "" : ": \(reason)")
    }
  }

  public func finding(_ finding: Finding) -> String {
    switch finding {
    case .inPlace: say(vi: "đúng chỗ", en: "in place")
    case .outOfOrder: say(vi: "sai thứ tự", en: "out of order")
    case .elsewhere: say(vi: "của kho khác", en: "belongs elsewhere")
    case .onLoan: say(vi: "đang ghi mượn", en: "on loan")
    case .wasLost: say(vi: "từng ghi mất", en: "was lost")
    case .withdrawn: say(vi: "đã xuất kho", en: "withdrawn")
    case .unknown: say(vi: "mã lạ", en: "unknown")
    case .alreadySeen: say(vi: "đã quét rồi", en: "already seen")
    }
  }

  public func sex(_ sex: Sex) -> String {
    switch sex {
    case .female: say(vi: "nữ", en: "female")
    case .male: say(vi: "nam", en: "male")
    }
  }

  public func termKind(_ kind: TermKind) -> String {
    switch kind {
    case .patronCategory: say(vi: "đối tượng bạn đọc", en: "patron category")
    case .itemType: say(vi: "loại tài liệu", en: "item type")
    case .location: say(vi: "kho", en: "location")
    case .library: say(vi: "điểm phục vụ", en: "library")
    case .occupation: say(vi: "nghề nghiệp", en: "occupation")
    case .eventForm: say(vi: "hình thức sự kiện", en: "kind of event")
    case .series: say(vi: "dãy số ĐKCB (số đầu)", en: "series of accession numbers (the first)")
    }
  }

  public func deskAction(_ action: DeskAction) -> String {
    switch action {
    case .lent: say(vi: "mượn", en: "lent")
    case .boxSent: say(vi: "gửi thùng", en: "box sent")
    case .boxUndone: say(vi: "huỷ thùng", en: "box undone")
    case .renewed: say(vi: "gia hạn", en: "renewed")
    case .returned: say(vi: "trả", en: "returned")
    case .readHere: say(vi: "tại chỗ", en: "read here")
    case .holdPlaced: say(vi: "giữ chỗ", en: "hold")
    case .holdChanged: say(vi: "sửa giữ chỗ", en: "hold edited")
    case .setAside: say(vi: "để giữ chỗ", en: "set aside")
    case .sent: say(vi: "chuyển đi", en: "sent")
    case .arrived: say(vi: "đã về", en: "arrived")
    case .holdEnded: say(vi: "bỏ giữ chỗ", en: "hold ended")
    case .holdPlacingUndone: say(vi: "huỷ đặt chỗ", en: "hold undone")
    case .setAsideUndone: say(vi: "huỷ để giữ", en: "set-aside undone")
    case .holdEndUndone: say(vi: "giữ chỗ lại", en: "hold again")
    case .paid: say(vi: "thu tiền", en: "paid")
    case .charged: say(vi: "ghi nợ", en: "charged")
    case .waived: say(vi: "miễn giảm", en: "waived")
    case .refunded: say(vi: "hoàn tiền", en: "refunded")
    case .depositTaken: say(vi: "nhận cược", en: "deposit")
    case .depositReturned: say(vi: "trả cược", en: "dep. back")
    case .depositUsed: say(vi: "trừ cược", en: "dep. used")
    case .entryVoided: say(vi: "huỷ phiếu", en: "voided")
    case .foundCredited: say(vi: "giảm nợ", en: "credited")
    case .declaredLost: say(vi: "ghi mất", en: "lost")
    case .lossUndone: say(vi: "bỏ ghi mất", en: "loss undone")
    case .damaged: say(vi: "ghi hỏng", en: "damaged")
    case .damageUndone: say(vi: "huỷ hỏng", en: "damage undone")
    case .claimed: say(vi: "khiếu nại", en: "claim")
    case .overduesMarked: say(vi: "ghi quá hạn", en: "overdues")
    case .overduesUnmarked: say(vi: "bỏ quá hạn", en: "undone")
    case .checkoutUndone: say(vi: "huỷ mượn", en: "loan undone")
    case .renewalUndone: say(vi: "huỷ gia hạn", en: "renewal undone")
    case .returnUndone: say(vi: "huỷ trả", en: "return undone")
    case .paymentUndone: say(vi: "huỷ thu", en: "payment undone")
    }
  }

  /// What was done in the width of a column, 11 at most.
  func shortAction(_ action: DeskAction) -> String {
    switch action {
    case .setAsideUndone: say(vi: deskAction(action), en: "not aside")
    case .damageUndone: say(vi: deskAction(action), en: "not damaged")
    case .renewalUndone: say(vi: deskAction(action), en: "ren. undone")
    case .returnUndone: say(vi: deskAction(action), en: "ret. undone")
    case .paymentUndone: say(vi: deskAction(action), en: "pay. undone")
    default: deskAction(action)
    }
  }
}
