public import LibraryCore
import LibraryStore

extension Wording {
  /// What an op did, in two or three words.
  public func opKind(_ body: OpBody) -> String {
    switch body {
    case .recordSaved: say(vi: "lưu biểu ghi", en: "record saved")
    case .recordStatusSet(.removed): say(vi: "bỏ biểu ghi", en: "record removed")
    case .recordStatusSet(.active): say(vi: "khôi phục biểu ghi", en: "record put back")
    case .recordMerged(let merged):
      merged.keeper.map { say(vi: "gộp vào biểu ghi \($0)", en: "merged into record \($0)") }
        ?? say(vi: "tách biểu ghi đã gộp", en: "record parted again")
    case .duplicateJudged(let judged):
      switch judged.verdict {
      case .same?:
        say(vi: "ghi nhận trùng với \(judged.other)", en: "called same as \(judged.other)")
      case .different?:
        say(vi: "ghi nhận khác với \(judged.other)", en: "called different from \(judged.other)")
      case nil:
        say(vi: "thôi ghi nhận với \(judged.other)", en: "verdict on \(judged.other) dropped")
      }
    case .authoritySaved: say(vi: "lưu tiêu đề chuẩn", en: "authority saved")
    case .authorityStatusSet(let set) where set.status == .removed:
      say(vi: "bỏ tiêu đề chuẩn", en: "authority removed")
    case .authorityStatusSet: say(vi: "khôi phục tiêu đề chuẩn", en: "authority put back")
    case .itemSaved: say(vi: "lưu bản tài liệu", en: "copy saved")
    case .patronSaved: say(vi: "lưu bạn đọc", en: "patron saved")
    case .remarkSaved: say(vi: "lưu nhắc nhở bạn đọc", en: "remark on a patron saved")
    case .patronMerged: say(vi: "gộp hồ sơ bạn đọc", en: "patron merged")
    case .patronParted: say(vi: "tách hồ sơ đã gộp", en: "merged patron parted again")
    case .staffSaved: say(vi: "lưu tài khoản", en: "account saved")
    case .ruleSaved: say(vi: "lưu quy định", en: "rule saved")
    case .settingSaved(HouseSetting.clockConfirmed, _):
      say(vi: "xác nhận giờ máy đúng", en: "the clock was said to be right")
    case .settingSaved: say(vi: "đổi thiết lập", en: "setting changed")
    case .namedTextSaved(let named):
      switch named.kind {
      case .importProfile:
        say(vi: "lưu hồ sơ nhập «\(named.name)»", en: "import profile “\(named.name)” saved")
      case .taskList:
        say(vi: "lưu danh sách việc «\(named.name)»", en: "task list “\(named.name)” saved")
      case .slip: slipTemplateSaved(named)
      }
    case .termSaved: say(vi: "lưu danh mục", en: "list entry saved")
    case .seasonSaved(let changes):
      changes.contains(SeasonField.removed.set("yes"))
        ? say(vi: "bỏ giờ theo mùa", en: "season removed")
        : say(vi: "lưu giờ theo mùa", en: "season saved")
    case .openingDaySaved: say(vi: "đổi ngày mở cửa", en: "opening day changed")
    case .openingDaysSaved(let days):
      say(vi: "đổi \(days.count) ngày mở cửa", en: "\(counted(days.count, "opening day")) changed")
    case .loanOpened(let loan):
      deskAction(.lent)
        + (loan.foundFrom.map {
          say(vi: ", tìm thấy (\(itemStatus($0)))", en: ", found (\(itemStatus($0)))")
        }
          ?? "")
    case .loanRenewed: deskAction(.renewed)
    case .loanClosed: deskAction(.returned)
    case .loanVoided: deskAction(.checkoutUndone)
    case .loanReopened: deskAction(.returnUndone)
    case .renewalVoided: deskAction(.renewalUndone)
    case .holdSaved(let changes):
      deskAction(
        changes.contains { $0 == HoldField.removed.set("yes") }
          ? .holdPlacingUndone
          : changes.contains { $0.number == HoldField.patron.rawValue }
            ? .holdPlaced : .holdChanged)
    case .copySetAside: deskAction(.setAside)
    case .copyReleased: deskAction(.setAsideUndone)
    case .holdEnded(let ended):
      deskAction(.holdEnded) + (ended.reason.map { " (\($0))" } ?? "")
    case .holdReopened: deskAction(.holdEndUndone)
    case .copySent(let sent): deskAction(sent.to == nil ? .arrived : .sent)
    case .paymentVoided: deskAction(.paymentUndone)
    case .reminderSent(let sent): reminderSent(sent)
    case .reminderVoided: say(vi: "bỏ lượt nhắc", en: "reminder taken back")
    case .remindersNoted(let noted): remindersNoted(noted)
    case .paymentTaken, .accountEntered, .cashOpened, .cashMoved, .cashClosed, .cashReopened,
      .cashOpeningVoided:
      moneyOp(body)
    case .loanLost, .lossVoided, .lostFound, .findingVoided, .loanClaimed, .overduesMarked,
      .overduesUnmarked:
      lossOp(body)
    case .copyDamaged: say(vi: "ghi hỏng", en: "reported damaged")
    case .damageVoided: say(vi: "bỏ ghi hỏng", en: "damage undone")
    case .loansRedated(let redated) where redated.loans.contains { $0.terms != nil }:
      say(
        vi: "đổi hạn trả, mức phạt của \(redated.loans.count) lượt mượn",
        en: "due dates or terms of \(counted(redated.loans.count, "loan")) changed")
    case .loansRedated(let redated):
      say(
        vi: "dời \(redated.loans.count) hạn trả",
        en: "\(counted(redated.loans.count, "due date")) moved")
    case .boxSent: say(vi: "gửi thùng luân chuyển", en: "box sent")
    case .boxVoided: say(vi: "huỷ thùng luân chuyển", en: "box taken back")
    case .tallied(let tally):
      say(vi: "đếm \(self.tally(tally))", en: "counted \(self.tally(tally))")
        + (tally.day.map { say(vi: ", cho ngày \(day($0))", en: ", for \(day($0))") } ?? "")
    case .tallyVoided: say(vi: "bỏ lượt đếm", en: "count taken back")
    case .batchOpened: say(vi: "bắt đầu đợt", en: "batch begun")
    case .batchClosed: say(vi: "xong đợt", en: "batch done")
    case .batchUndone: say(vi: "huỷ đợt", en: "batch undone")
    case .textsMended: say(vi: "giữ chữ gốc", en: "received texts kept")
    case .stocktakeOpened: say(vi: "mở kiểm kê", en: "stocktake opened")
    case .itemSeen: say(vi: "quét kiểm kê", en: "seen at stocktake")
    case .stocktakeClosed: say(vi: "đóng kiểm kê", en: "stocktake closed")
    case .sightingVoided: say(vi: "huỷ quét kiểm kê", en: "sighting undone")
    case .unknown(let kind, _): say(vi: "việc loại \(kind)", en: "action of kind \(kind)")
    }
  }

  /// What an op is about.
  public func logSubject(_ subject: LogSubject) -> String {
    switch subject {
    case .record(let title): title
    case .heading(let text): text
    case .item(let item): "\(item.barcode) \(item.title)"
    case .patron(let patron): "\(patron.name) (\(patron.card))"
    case .hold(let title, let patron): "\(title) – \(patron.name) (\(patron.card))"
    case .staff(let login, let name): name == login ? login : "\(login) (\(name))"
    case .rule(let scope): ruleScope(scope)
    case .term(let kind, let code, let name): "\(termKind(kind)) \(code): \(name)"
    case .house: say(vi: "thư viện", en: "the house")
    case .drawer(let code): say(vi: "ngăn tiền \(code)", en: "drawer \(code)")
    case .batch(let kind, let source): batchSubject(kind: kind, source: source)
    case .stocktake(let name): name
    case .nameless(let entity): say(vi: "số \(entity)", en: "number \(entity)")
    }
  }

  /// One line of the journal for people: moment, who, what, about what.
  public func logEntry(_ entry: LogEntry) -> String { logEntry(entry, logDetails(entry)) }

  /// The whole of an action, with every field that an enrolment filled in.
  public func wholeLogEntry(_ entry: LogEntry) -> String { logEntry(entry, wholeDetails(entry)) }

  private func logEntry(_ entry: LogEntry, _ details: [String]) -> String {
    let undone = entry.undoneBy.map { say(vi: " [đã hoàn tác: \($0)]", en: " [undone by \($0)]") }
    return
      "\(entry.op.id)  \(moment(entry.op.moment))  \(entry.staff)  \(deed(entry)): \(parties(entry))"
      + details.map { " – " + $0 }.joined()
      + (entry.op.body.override.map { " – " + overridden($0) } ?? "") + (undone ?? "")
  }

  /// The words for a field that a person typed into, by its key on the command line.
  public func fieldName(_ key: String) -> String {
    if HouseSetting.all.contains(key) { return settingName(key) }
    return switch key {
    case "card": say(vi: "Số thẻ", en: "Card")
    case "name": say(vi: "Họ và tên", en: "Name")
    case "category": say(vi: "Đối tượng", en: "Category")
    case "born": say(vi: "Ngày hoặc năm sinh", en: "Born")
    case "phone": say(vi: "Điện thoại", en: "Phone")
    case "address": say(vi: "Địa chỉ", en: "Address")
    case "email": say(vi: "Thư điện tử", en: "E-mail")
    case "expiresOn": say(vi: "Thẻ có giá trị đến", en: "Card good until")
    case "status": say(vi: "Tình trạng", en: "Status")
    case "blockReason": say(vi: "Lý do khoá", en: "Reason of the block")
    case "note": say(vi: "Ghi chú", en: "Note")
    case "photo": say(vi: "Tệp ảnh", en: "Photo file")
    case "consentOn": say(vi: "Đồng ý lưu dữ liệu", en: "Consent given on")
    case "consentWording": say(vi: "Bản văn đồng ý", en: "Wording of consent")
    case "consentRefusedOn": say(vi: "Chưa đồng ý ngày", en: "No consent on")
    case "guardian": say(vi: "Thẻ người giám hộ", en: "Guardian's card")
    case "guardianName": say(vi: "Tên người giám hộ", en: "Guardian")
    case "guardianPhone": say(vi: "ĐT người giám hộ", en: "Guardian's phone")
    case "citizenKey": say(vi: "Dấu căn cước", en: "Citizen card")
    case "class": say(vi: "Lớp", en: "Class")
    case "occupation": say(vi: "Nghề nghiệp", en: "Occupation")
    case "sex": say(vi: "Giới tính", en: "Sex")
    case "receiver": say(vi: "Người nhận", en: "Taken by")
    case "uses": say(vi: "Số lượt", en: "Uses")
    case "form": say(vi: "Hình thức", en: "Kind of event")
    case "attendance": say(vi: "Số người dự", en: "People who came")
    case "group": say(vi: "Môn loại", en: "Subject group")
    case "schoolYear": say(vi: "Năm học", en: "School year")
    case "day": say(vi: "Ngày", en: "Day")
    case "clock": say(vi: "Giờ", en: "Time")
    case "sessions": say(vi: "Các buổi mở cửa", en: "Opening hours")
    case "weekdays": say(vi: "Ngày mở cửa trong tuần", en: "Open weekdays")
    case "qr": say(vi: "Mã QR căn cước", en: "Citizen card's QR code")
    case "heading": say(vi: "Tiêu đề", en: "Heading")
    case "stocktake": say(vi: "Đợt kiểm kê", en: "Stocktake")
    case "toCallNumber": say(vi: "Đến ký hiệu xếp giá", en: "To call number")
    case "until": say(vi: "Đến hết ngày", en: "Until")
    case "from": say(vi: "Từ ngày", en: "From")
    case "time": say(vi: "Giờ", en: "Time")
    case "enrolledOn": say(vi: "Ngày cấp thẻ", en: "Enrolled on")
    case "login": say(vi: "Tên đăng nhập", en: "Login")
    case "barcode": say(vi: "Mã vạch (ĐKCB)", en: "Barcode")
    case "callNumber": say(vi: "Ký hiệu xếp giá", en: "Call number")
    case "location": say(vi: "Kho", en: "Location")
    case "type": say(vi: "Loại tài liệu", en: "Item type")
    case "price": say(vi: "Giá tiền", en: "Price")
    case "copyNumber": say(vi: "Bản số", en: "Copy number")
    case "source": say(vi: "Nguồn", en: "Source")
    case "document": say(vi: "Số chứng từ", en: "Document number")
    case "acquiredOn", "acquired_on": say(vi: "Ngày nhập", en: "Acquired on")
    case "count": say(vi: "Số bản", en: "How many")
    case "record": say(vi: "Biểu ghi", en: "Record")
    case "library": say(vi: "Thuộc thư viện", en: "Belongs to")
    case "pickup": say(vi: "Lấy tại", en: "Fetched at")
    case "frozenUntil": say(vi: "Tạm dừng đến", en: "Frozen until")
    case "reason": say(vi: "Lý do", en: "Reason")
    case "last": say(vi: "Đến hết ngày", en: "Through")
    case "drawer": say(vi: "Ngăn tiền", en: "Drawer")
    case "series": say(vi: "Dãy số", en: "Series")
    default: key
    }
  }
}
