public import LibraryCore

extension Wording {
  /// How templates are written, one rule a line.
  public var slipTemplateRules: [String] {
    [
      say(
        vi: "{reader}   một chỗ điền; mỗi mẫu có những chỗ điền riêng, ghi ở đầu trang sửa",
        en: "{reader}   a place; each template has its own, listed above its lines"),
      say(
        vi: "{each} … {end}   mỗi thứ một dòng riêng: những gì ở giữa lặp lại cho từng bản",
        en: "{each} … {end}   on lines of their own: what is between is repeated for every copy"),
      say(vi: "^chữ   dòng này đứng giữa", en: "^text   this line is centred"),
      say(vi: "---   kẻ một đường ngang", en: "---   a line over the whole width"),
      say(vi: "{>}   phần sau dồn về lề phải", en: "{>}   what follows stands at the right"),
      say(vi: "{{   một dấu {", en: "{{   a brace"),
      say(
        vi: "Dòng mà mọi chỗ điền đều trống thì không in.",
        en: "A line whose places are all empty is not printed."),
    ]
  }

  /// What a place may hold, for looking at a template.
  func slipFieldSample(_ field: SlipField) -> String {
    switch field {
    case .library: say(vi: "Thư viện xã Tân Phú", en: "Tân Phú Library")
    case .date: "23/11/2026"
    case .time: "08:00"
    case .staff: "Trần Thị Mai"
    case .reader: "Lê Văn Hùng"
    case .card: "TV000123"
    case .masked: "…0123 H."
    case .group: "7A"
    case .phone: "0900 000 000"
    case .address: say(vi: "Ấp 3, xã Tân Phú", en: "Hamlet 3, Tân Phú")
    case .count, .loans: "2"
    case .charge, .amount: "12.500 đ"
    case .price: "45.000 đ"
    case .times: "2"
    case .fee: "10.000 đ"
    case .amountInWords: moneyInWords(Money(dong: 12_500))
    case .title: "Dế Mèn phiêu lưu ký"
    case .author: "Tô Hoài"
    case .barcode: "VV.000017"
    case .callNumber: "895.92233 D250M"
    case .due, .until: "07/12/2026"
    case .late: "9"
    case .lateBy: say(vi: "9 ngày", en: "9 days")
    case .number: "42"
    case .receiver: "Nguyễn Thị Hoa"
    case .to: "Thư viện Thủ Đức"
    case .note: say(vi: "tiền quá hạn", en: "overdue charge")
    case .receipt: "1024"
    case .balance: "5.000 đ"
    case .held: "50.000 đ"
    case .level: "1"
    }
  }

  public func slipLetters(_ letters: SlipLetters) -> String {
    switch letters {
    case .tcvn: say(vi: "trang mã 30 và 31 (Epson)", en: "pages 30 and 31 (Epson)")
    case .vietnam: say(vi: "trang mã 27 (Xprinter…)", en: "page 27 (Xprinter and others)")
    case .raster: say(vi: "in chữ thành hình (máy nào cũng được)", en: "as pictures (any printer)")
    case .plain: say(vi: "không dấu", en: "without marks")
    }
  }
}
