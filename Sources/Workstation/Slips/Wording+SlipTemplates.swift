public import LibraryCore

/// The templates that hold until the house writes its own.
extension Wording {
  public func builtInTemplate(_ kind: SlipKind) -> String {
    switch kind {
    case .checkout:
      say(
        vi: head("PHIẾU MƯỢN") + readerLines
          + "{each}\n{title}\n  {barcode} {>} Hạn trả {due}\n{end}\n---\n"
          + "Lần này: {count} {>} Đang mượn: {loans}\n^Cảm ơn bạn đọc\n",
        en: head("LOANS") + readerLinesEnglish
          + "{each}\n{title}\n  {barcode} {>} Due {due}\n{end}\n---\n"
          + "This time: {count} {>} On loan: {loans}\n^Thank you\n")
    case .giveBack:
      say(
        vi: head("PHIẾU TRẢ") + readerLines
          + "{each}\n{title}\n  {barcode} {>} {charge}\n{end}\n---\n"
          + "Đã trả: {count} {>} Còn mượn: {loans}\nTiền quá hạn: {charge}\n^Cảm ơn bạn đọc\n",
        en: head("RETURNS") + readerLinesEnglish
          + "{each}\n{title}\n  {barcode} {>} {charge}\n{end}\n---\n"
          + "Returned: {count} {>} Still on loan: {loans}\nCharged: {charge}\n^Thank you\n")
    case .hold:
      say(
        vi: "^GIỮ CHO\n^{masked}\n---\n{title}\n{barcode} {>} {callNumber}\n"
          + "Giữ đến hết ngày {until}\nGiữ chỗ số {number}\n^{library}\n",
        en: "^HELD FOR\n^{masked}\n---\n{title}\n{barcode} {>} {callNumber}\n"
          + "Kept until {until}\nHold {number}\n^{library}\n")
    case .transfer:
      say(
        vi: "^CHUYỂN ĐẾN\n^{to}\n---\n{title}\n{barcode} {>} {callNumber}\n"
          + "Giữ cho {masked}\nGiữ chỗ số {number}\nGửi từ {library} {>} {date}\n",
        en: "^SEND TO\n^{to}\n---\n{title}\n{barcode} {>} {callNumber}\n"
          + "For {masked}\nHold {number}\nFrom {library} {>} {date}\n")
    case .box:
      say(
        vi: head("PHIẾU LUÂN CHUYỂN") + "Số: {number} {>} {count} bản\nNơi nhận: {reader}\n"
          + "Thẻ: {card}\nHạn trả: {due}\n---\n{each}\n{number}. {title}\n  {barcode} {>} {callNumber}\n{end}\n"
          + "---\nCộng: {count} bản\nNgười giao: {staff}\nNgười nhận: {receiver}\n"
          + "Ký nhận: ..............\n",
        en: head("BOX OF COPIES") + "No.: {number} {>} copies: {count}\nTo: {reader}\n"
          + "Card: {card}\nDue: {due}\n---\n{each}\n{number}. {title}\n  {barcode} {>} {callNumber}\n{end}\n"
          + "---\nCopies: {count}\nGiven by: {staff}\nTaken by: {receiver}\n"
          + "Signed: ..............\n")
    case .payment:
      say(
        vi: head("PHIẾU THU") + "Số: {receipt}\nNgười nộp: {reader}\nSố thẻ: {card}\n"
          + "Nội dung: {note}\n---\nSố tiền: {>} {amount}\nBằng chữ: {amountInWords}\n"
          + "Còn nợ: {>} {balance}\n---\nNgười thu: {staff}\n^Cảm ơn bạn đọc\n",
        en: head("RECEIPT") + "No.: {receipt}\nFrom: {reader}\nCard: {card}\n"
          + "For: {note}\n---\nAmount: {>} {amount}\nIn words: {amountInWords}\n"
          + "Still owed: {>} {balance}\n---\nReceived by: {staff}\n^Thank you\n")
    case .deposit:
      say(
        vi: head("PHIẾU NHẬN TIỀN CƯỢC") + "Số: {receipt}\nNgười nộp: {reader}\nSố thẻ: {card}\n"
          + "Ghi chú: {note}\n---\nSố tiền: {>} {amount}\nBằng chữ: {amountInWords}\n"
          + "Tiền cược đang giữ: {>} {held}\n---\nNgười nhận: {staff}\n"
          + "^Giữ phiếu này để nhận lại tiền\n",
        en: head("DEPOSIT") + "No.: {receipt}\nFrom: {reader}\nCard: {card}\n"
          + "Note: {note}\n---\nAmount: {>} {amount}\nIn words: {amountInWords}\n"
          + "Deposit held: {>} {held}\n---\nReceived by: {staff}\n"
          + "^Keep this to have it back\n")
    case .payout:
      say(
        vi: head("PHIẾU CHI") + "Số: {receipt}\nNgười nhận: {reader}\nSố thẻ: {card}\n"
          + "Nội dung: {note}\n---\nSố tiền: {>} {amount}\nBằng chữ: {amountInWords}\n"
          + "Tiền cược còn giữ: {>} {held}\n---\nNgười chi: {staff}\nKý nhận: ..............\n",
        en: head("PAID OUT") + "No.: {receipt}\nTo: {reader}\nCard: {card}\n"
          + "For: {note}\n---\nAmount: {>} {amount}\nIn words: {amountInWords}\n"
          + "Deposit still held: {>} {held}\n---\nPaid by: {staff}\nSigned: ..............\n")
    default: letterTemplate(kind)
    }
  }

  private func letterTemplate(_ kind: SlipKind) -> String {
    switch kind {
    case .overdue:
      say(
        vi: "{library} {>} Ngày {date}\n\n^GIẤY BÁO SÁCH QUÁ HẠN (lần {level})\n\n"
          + addressed + "Thư viện xin báo bạn đang giữ quá hạn {count} bản:\n\n"
          + "{each}\n  {title} ({barcode}) {>} hạn {due}, trễ {lateBy}\n{end}\n\n"
          + "Tiền quá hạn tính đến hôm nay: {charge}\n"
          + "Mong bạn sớm mang trả hoặc gia hạn. Xin cảm ơn.\n",
        en: "{library} {>} {date}\n\n^OVERDUE NOTICE (no. {level})\n\n"
          + addressedEnglish + "Overdue copies in your hands: {count}\n\n"
          + "{each}\n  {title} ({barcode}) {>} due {due}, {lateBy} late\n{end}\n\n"
          + "Charge up to today: {charge}\nPlease return or renew them. Thank you.\n")
    case .overdueClass:
      say(
        vi: "{library} {>} Ngày {date}\n\n^DANH SÁCH MƯỢN QUÁ HẠN\n^{group}\n\n"
          + "{each}\n{reader} ({card}) {>} lần {level}\n"
          + "  {title} ({barcode}) {>} hạn {due}, trễ {lateBy}\n{end}\n\n"
          + "Cộng: {count} bản {>} {charge}\n",
        en: "{library} {>} {date}\n\n^OVERDUE COPIES\n^{group}\n\n"
          + "{each}\n{reader} ({card}) {>} notice {level}\n"
          + "  {title} ({barcode}) {>} due {due}, {lateBy} late\n{end}\n\n"
          + "Copies: {count} {>} {charge}\n")
    case .dueSoon:
      say(
        vi: "{library} {>} Ngày {date}\n\n^NHẮC NGÀY TRẢ SÁCH\n\n" + addressed
          + "Những bản sau sắp đến hạn trả:\n\n{each}\n  {title} ({barcode}) {>} hạn {due}\n{end}\n\n"
          + "Bạn có thể gia hạn nếu chưa ai chờ. Xin cảm ơn.\n",
        en: "{library} {>} {date}\n\n^DUE SOON\n\n" + addressedEnglish
          + "These copies are due soon:\n\n{each}\n  {title} ({barcode}) {>} due {due}\n{end}\n\n"
          + "They can be renewed if nobody waits for them. Thank you.\n")
    case .holdReady:
      say(
        vi: "{library} {>} Ngày {date}\n\n^SÁCH BẠN CHỜ ĐÃ CÓ\n\n" + addressed
          + "Mời bạn đến lấy:\n\n{each}\n  {title} ({barcode}) {>} giữ đến {until}\n{end}\n",
        en: "{library} {>} {date}\n\n^YOUR HOLD IS READY\n\n" + addressedEnglish
          + "Please fetch:\n\n{each}\n  {title} ({barcode}) {>} kept until {until}\n{end}\n")
    case .lost: lostTemplate
    case .lostMessage:
      say(
        vi:
          "{library}: {reader} chưa trả {count} bản ghi là mất, trong đó «{title}»; phải đền {amount}. Mời đến thư viện.\n",
        en:
          "{library}: lost by {reader}: {count}, “{title}” for one; to be made good: {amount}. Please come in.\n"
      )
    case .overdueMessage:
      say(
        vi: "{library}: {reader} đang giữ quá hạn {count} bản, trong đó «{title}». Mời mang trả.\n",
        en: "{library}: {reader} has {count} overdue, “{title}” for one. Please return.\n")
    case .dueSoonMessage:
      say(
        vi: "{library}: {reader} có {count} bản, hạn trả {until}, trong đó «{title}».\n",
        en: "{library}: {reader} has {count} due by {until}, “{title}” for one.\n")
    case .holdReadyMessage:
      say(
        vi: "{library}: sách {reader} chờ đã có: «{title}», giữ đến {until}.\n",
        en: "{library}: ready for {reader}: “{title}”, kept until {until}.\n")
    case .checkout, .giveBack, .hold, .transfer, .box, .payment, .deposit, .payout:
      preconditionFailure("Slips of the desk have their templates above.")
    }
  }

  private var lostTemplate: String {
    say(
      vi: "{library} {>} Ngày {date}\n\n^GIẤY BÁO ĐỀN SÁCH MẤT\n\n" + addressed
        + "Theo sổ mượn, {count} bản sau đã mất hoặc quá hạn lâu ngày, tính là mất:\n\n"
        + "{each}\n{title}\n  Số ĐKCB {barcode} {>} hạn trả {due}\n"
        + "  Giá sách: {price} {>} đền {times} lần giá: {amount}\n"
        + "  Bằng chữ: {amountInWords}\n  Phí xử lý: {>} {fee}\n  Còn phải nộp: {>} {balance}\n{end}\n\n"
        + "Bạn có thể đền bằng một trong hai cách:\n"
        + "1. Đền sách: mang đến cuốn cùng tên, còn tốt, cùng lần in hoặc mới hơn;\n"
        + "   nộp thêm phí xử lý: {fee}\n"
        + "2. Đền tiền: nộp đủ số tiền dưới đây.\n\nCộng phải nộp: {>} {amount}\n"
        + "Bằng chữ: {amountInWords}\n\n"
        + "Nếu tìm thấy sách, xin mang trả ngay. Xin cảm ơn.\n{>} Cán bộ thư viện: {staff}\n",
      en: "{library} {>} {date}\n\n^LOST BOOKS TO BE MADE GOOD\n\n" + addressedEnglish
        + "By our records these are lost, or overdue for so long that they count as lost (copies: {count}):\n\n"
        + "{each}\n{title}\n  Registration no. {barcode} {>} due {due}\n"
        + "  Price: {price} {>} to pay, {times} × the price: {amount}\n"
        + "  In words: {amountInWords}\n  Processing fee: {>} {fee}\n  Still to pay: {>} {balance}\n{end}\n\n"
        + "They can be made good in one of two ways:\n"
        + "1. Bring another copy of the same title, in good order, of the same or a later edition,\n"
        + "   and pay the processing fee: {fee}\n"
        + "2. Pay the sum below.\n\nTo pay in all: {>} {amount}\nIn words: {amountInWords}\n\n"
        + "If a book is found, please return it at once. Thank you.\n{>} Librarian: {staff}\n")
  }

  private func head(_ title: String) -> String { "^{library}\n^\(title)\n{date} {>} {time}\n" }

  private var readerLines: String { "Bạn đọc: {masked}\n---\n" }
  private var readerLinesEnglish: String { "Reader: {masked}\n---\n" }

  private var addressed: String {
    "Kính gửi: {reader} (thẻ {card})\nLớp, đối tượng: {group}\nĐịa chỉ: {address}\nĐiện thoại: {phone}\n\n"
  }
  private var addressedEnglish: String {
    "To: {reader} (card {card})\nClass, category: {group}\nAddress: {address}\nTelephone: {phone}\n\n"
  }

  // MARK: - Names and faults

  public func slipKind(_ kind: SlipKind) -> String {
    switch kind {
    case .checkout: say(vi: "phiếu mượn", en: "checkout slip")
    case .giveBack: say(vi: "phiếu trả", en: "return slip")
    case .hold: say(vi: "phiếu giữ sách", en: "hold slip")
    case .transfer: say(vi: "phiếu chuyển sách", en: "transfer slip")
    case .box: say(vi: "phiếu luân chuyển", en: "slip of a box")
    case .payment: say(vi: "phiếu thu", en: "receipt")
    case .deposit: say(vi: "phiếu nhận tiền cược", en: "deposit slip")
    case .payout: say(vi: "phiếu chi", en: "slip of money paid out")
    case .overdue: say(vi: "giấy báo quá hạn", en: "overdue letter")
    case .overdueClass: say(vi: "giấy báo quá hạn theo lớp", en: "overdue letter of a class")
    case .dueSoon: say(vi: "giấy nhắc ngày trả", en: "due-soon letter")
    case .holdReady: say(vi: "giấy mời lấy sách", en: "letter of a hold that is ready")
    case .lost: say(vi: "giấy báo đền sách mất", en: "letter about lost books")
    case .lostMessage: say(vi: "tin nhắn báo sách mất", en: "message about lost books")
    case .overdueMessage: say(vi: "tin nhắn quá hạn", en: "overdue message")
    case .dueSoonMessage: say(vi: "tin nhắn nhắc ngày trả", en: "due-soon message")
    case .holdReadyMessage: say(vi: "tin nhắn mời lấy sách", en: "message of a hold that is ready")
    }
  }

  /// The journal's line about a template of the house.
  func slipTemplateSaved(_ named: NamedText) -> String {
    let kind = SlipKind(rawValue: named.name).map(slipKind) ?? named.name
    return named.text == nil
      ? say(vi: "trở lại mẫu có sẵn: \(kind)", en: "built-in template again: \(kind)")
      : say(vi: "lưu mẫu \(kind)", en: "template saved: \(kind)")
  }

  public func slipFault(_ fault: SlipFault, _ kind: SlipKind) -> String {
    say(vi: "dòng \(fault.line): ", en: "line \(fault.line): ") + slipFaultReason(fault.kind, kind)
  }

  private func slipFaultReason(_ fault: SlipFault.Kind, _ kind: SlipKind) -> String {
    switch fault {
    case .unknownField(let name):
      say(
        vi: "không có chỗ điền {\(visible(name))}; có \(slipFields(kind))",
        en: "there is no place {\(visible(name))}; there are \(slipFields(kind))")
    case .onlyInRows(let field):
      say(
        vi: "{\(field.rawValue)} chỉ đứng giữa {each} và {end}",
        en: "{\(field.rawValue)} stands only between {each} and {end}")
    case .openBrace:
      say(
        vi: "dấu { không được đóng; muốn in dấu { thì viết {{",
        en: "a { is not closed; write {{ for a brace")
    case .eachWithoutEnd: say(vi: "{each} mà không có {end}", en: "{each} without {end}")
    case .endWithoutEach: say(vi: "{end} mà không có {each}", en: "{end} without {each}")
    case .eachWithinEach: say(vi: "{each} bên trong {each}", en: "{each} within {each}")
    case .notAlone(let name):
      say(
        vi: "{\(name)} phải đứng một mình trên dòng", en: "{\(name)} must stand alone on its line")
    case .noRows: say(vi: "phiếu này không có dòng lặp", en: "this slip has no rows")
    case .tooLong:
      say(
        vi: "mẫu dài quá \(SlipTemplate.linesMaximum) dòng",
        en: "the template is longer than \(SlipTemplate.linesMaximum) lines")
    case .empty: say(vi: "mẫu trống", en: "the template is empty")
    }
  }

  /// The places of a kind: those of the whole slip, then those of its rows.
  public func slipFields(_ kind: SlipKind) -> String {
    func names(_ fields: Set<SlipField>) -> String {
      SlipField.allCases.filter(fields.contains).map { "{\($0.rawValue)}" }.joined(separator: " ")
    }
    guard !kind.rowFields.isEmpty else { return names(kind.fields) }
    return names(kind.fields)
      + say(vi: "; giữa {each} và {end}: ", en: "; between {each} and {end}: ")
      + names(kind.rowFields)
  }
}
