public import LibraryCore
import MARC

extension Wording {
  /// What is wrong in a file, with the place: `x.mrc: biểu ghi 12, byte 3456, trường 245: …`.
  ///
  /// `file` is the file's name where several are read, `unit` says what is counted: records, or lines of a table.
  public func importFault(_ fault: ImportFault, file: String? = nil, countsLines: Bool = false)
    -> String
  {
    var place: [String] = []
    if fault.record > 0 {
      place.append(
        countsLines
          ? say(vi: "dòng \(fault.record)", en: "line \(fault.record)")
          : say(vi: "biểu ghi \(fault.record)", en: "record \(fault.record)"))
    }
    if let offset = fault.offset { place.append("byte \(offset)") }
    if let tag = fault.tag { place.append(say(vi: "trường \(tag)", en: "field \(tag)")) }
    let parts = [file, place.isEmpty ? nil : place.joined(separator: ", ")].compactMap { $0 }
    return (parts + [importFaultKind(fault.code, fault.detail)]).joined(separator: ": ")
  }

  /// The sentence behind a code of a fault.
  public func importFaultKind(_ code: String, _ labelled: String) -> String {
    let detail = importDetail(labelled)
    return frameFault(code, detail) ?? fieldFault(code, detail) ?? syntaxFault(code, detail)
      ?? copyFault(code, detail) ?? tableFault(code, labelled)
      ?? (detail.isEmpty ? code : "\(code) (\(detail))")
  }

  /// The detail without the labels that code gives its numbers, or with words for them where there are two.
  private func importDetail(_ detail: String) -> String {
    if detail.hasPrefix("declared ") {
      return detail.replacing("declared", with: say(vi: "ghi", en: "declared"))
        .replacing("actual", with: say(vi: "thật", en: "actual"))
    }
    let label = ["bytes ", "count ", "limit ", "length "].first { detail.hasPrefix($0) }
    return String(detail.dropFirst(label?.count ?? 0))
  }

  /// The character with this number, and the number as Unicode writes it.
  private func character(_ number: String) -> String {
    guard let value = UInt32(number), let scalar = Unicode.Scalar(value) else { return number }
    return "“\(Character(scalar))” U+\(String(value, radix: 16, uppercase: true))"
  }

  /// What is wrong with the input as a whole or with where a record begins and ends.
  private func frameFault(_ code: String, _ detail: String) -> String? {
    switch code {
    case "emptyInput": say(vi: "tệp trống", en: "the file is empty")
    case "noRecords":
      say(
        vi: "không phải tệp biểu ghi (\(detail) byte không có biểu ghi nào)",
        en: "no file of records (\(counted(detail, "byte holds", "bytes hold")) none)")
    case "strayBytes":
      say(
        vi: "\(detail) byte không thuộc biểu ghi nào",
        en: "\(counted(detail, "byte belongs", "bytes belong")) to no record")
    case "blankBetweenRecords":
      say(vi: "có dòng trống giữa các biểu ghi", en: "blanks between records")
    case "damagedPacking":
      say(
        vi: "tệp nén (gzip) bị hỏng hoặc cắt cụt từ đây",
        en: "the packed file (gzip) is damaged or cut off from here on")
    case "furtherFaults":
      say(
        vi: "còn \(detail) lỗi nữa trong biểu ghi này",
        en: "\(counted(detail, "more fault")) in this record")
    case "wrongRecordLength":
      say(vi: "độ dài biểu ghi sai (\(detail))", en: "wrong record length (\(detail))")
    case "missingRecordTerminator":
      say(vi: "thiếu dấu kết thúc biểu ghi", en: "the record terminator is missing")
    case "truncated": say(vi: "biểu ghi bị cắt cụt", en: "the record is cut off")
    case "endless":
      say(
        vi: "biểu ghi không có chỗ kết thúc trong \(detail) byte",
        en: "the record has no end within \(counted(detail, "byte"))")
    case "wrongBaseAddress":
      say(vi: "địa chỉ gốc sai (\(detail))", en: "wrong base address (\(detail))")
    case "wrongDirectory": say(vi: "danh mục trường sai", en: "the directory is wrong")
    case "lengthsInCharacters":
      say(vi: "độ dài đếm theo ký tự thay vì byte", en: "lengths count characters, not bytes")
    case "unclaimedText":
      say(
        vi: "có phần chữ không thuộc trường nào, giữ dưới nhãn ???",
        en: "text that no entry claims, kept under ???")
    case "missingText": say(vi: "thiếu phần chữ của trường", en: "a field's text is missing")
    case "missingFieldTerminator":
      say(vi: "thiếu dấu kết thúc trường", en: "a field terminator is missing")
    case "embeddedTerminator":
      say(vi: "dấu kết thúc nằm giữa biểu ghi", en: "a terminator inside the record")
    case "fieldTooLong":
      say(
        vi: "trường quá dài cho ISO 2709 (\(detail) byte, nhiều nhất 9999): nên dùng MARCXML",
        en:
          "a field too long for ISO 2709 (\(counted(detail, "byte")), at most 9999): MARCXML can hold it"
      )
    case "recordTooLong":
      say(
        vi: "biểu ghi quá dài cho ISO 2709 (\(detail) byte, nhiều nhất 99999): nên dùng MARCXML",
        en:
          "a record too long for ISO 2709 (\(counted(detail, "byte")), at most 99999): MARCXML can hold it"
      )
    case "unknownColumns":
      say(
        vi: "không cột nào có tên quen thuộc: \(detail)",
        en: "no column has a known name: \(detail)")
    case "unmapped":
      say(
        vi: "«\(detail)» không có trong hồ sơ ánh xạ, giữ nguyên ở trường riêng",
        en: "“\(detail)” is not in the mapping profile; it is kept aside")
    case "heldBack":
      say(vi: "bỏ lại vì có lỗi (chế độ nghiêm)", en: "left out for its faults (strict)")
    case "notTakenIn":
      say(
        vi: "không nhập vì không phải MARC 21; hãy đổi sang MARC 21 trước",
        en: "not taken in because it is no MARC 21; convert it to MARC 21 first")
    case "noMARC8":
      say(
        vi: "MARC-8 không có ký tự \(character(detail)): nên dùng UTF-8",
        en: "MARC-8 has no character \(character(detail)): UTF-8 can hold it")
    case "notMARC21":
      say(
        vi: "biểu ghi theo \(detail.uppercased()), không phải MARC 21: các trường giữ nguyên",
        en: "a record in \(detail.uppercased()), not MARC 21: its fields are kept as they are")
    default: nil
    }
  }

  /// What is wrong with the fields of a record or their text.
  private func fieldFault(_ code: String, _ detail: String) -> String? {
    switch code {
    case "badLeader": say(vi: "đầu biểu sai (dài \(detail))", en: "a bad leader (\(detail) long)")
    case "missingLeader": say(vi: "thiếu đầu biểu", en: "the leader is missing")
    case "badTag": say(vi: "nhãn trường lạ «\(detail)»", en: "an odd tag “\(detail)”")
    case "badIndicator": say(vi: "chỉ thị lạ «\(detail)»", en: "an odd indicator “\(detail)”")
    case "badSubfieldCode":
      say(vi: "mã trường con lạ «\(detail)»", en: "an odd subfield code “\(detail)”")
    case "missingIndicators": say(vi: "thiếu chỉ thị", en: "indicators are missing")
    case "textBeforeSubfields":
      say(vi: "có chữ đứng trước trường con đầu tiên", en: "text before the first subfield")
    case "missingSubfields": say(vi: "trường không có trường con", en: "a field without subfields")
    case "controlFieldWithSubfields":
      say(vi: "trường điều khiển có trường con", en: "a control field with subfields")
    case "forbiddenCharacter":
      say(
        vi: "ký tự không được phép (số \(detail))", en: "a forbidden character (number \(detail))")
    case "wrongEncodingMark":
      say(vi: "đầu biểu ghi sai bảng mã của chữ", en: "the leader names the wrong encoding")
    case "invalidUTF8":
      say(vi: "chữ không phải UTF-8, giữ nguyên byte", en: "text that is not UTF-8, kept as bytes")
    case "invalidMARC8":
      say(vi: "chữ MARC-8 sai, giữ nguyên byte", en: "bad MARC-8 text, kept as bytes")
    default: nil
    }
  }

  /// What is wrong with the way a MARCXML, JSON, line or table file is written.
  private func syntaxFault(_ code: String, _ detail: String) -> String? {
    switch code {
    case "notWellFormed":
      syntaxRule(detail)
    case "documentTypeRefused":
      say(vi: "tệp có khai báo DOCTYPE, không đọc", en: "a document type, which is not read")
    case "unknownEntity": say(vi: "thực thể lạ «\(detail)»", en: "an unknown entity “\(detail)”")
    case "unknownEncoding": say(vi: "bảng mã lạ «\(detail)»", en: "an unknown encoding “\(detail)”")
    case "unexpectedElement":
      say(vi: "phần tử lạ «\(detail)»", en: "an unexpected element “\(detail)”")
    case "severalDocuments":
      say(
        vi: "tệp có hơn một phần tử gốc; đã đọc hết",
        en: "more than one root element; all of them were read")
    case "unexpectedValue": say(vi: "giá trị lạ «\(detail)»", en: "an unexpected value “\(detail)”")
    case "badLine": say(vi: "dòng sai dạng", en: "a line of another form")
    default: nil
    }
  }

  /// Which rule of XML or JSON was broken.
  private func syntaxRule(_ rule: String) -> String {
    switch Fault.Syntax(rawValue: rule) {
    case .unexpectedCharacter:
      say(vi: "sai cú pháp: ký tự không đúng chỗ", en: "bad syntax: a character out of place")
    case .unexpectedEnd: say(vi: "tệp đứt giữa chừng", en: "the file ends too early")
    case .mismatchedTag:
      say(vi: "sai cú pháp: thẻ đóng không khớp thẻ mở", en: "bad syntax: tags do not match")
    case .badAttribute: say(vi: "sai cú pháp: thuộc tính sai", en: "bad syntax: a bad attribute")
    case .badEscape: say(vi: "sai cú pháp: mã thoát sai", en: "bad syntax: a bad escape")
    case .tooDeep: say(vi: "các tầng lồng nhau quá sâu", en: "nested too deeply")
    case .tooLong: say(vi: "một phần dài quá mức", en: "one part is far too long")
    case nil: say(vi: "sai cú pháp", en: "bad syntax")
    }
  }

  /// What is wrong with the copies an import brings, and with records that are no titles.
  private func copyFault(_ code: String, _ detail: String) -> String? {
    switch code {
    case "barcodeTaken":
      say(
        vi: "mã vạch \(detail) đã dán cho bản khác; bản này không được nhập",
        en: "barcode \(detail) is on another copy; this copy was left out")
    case "barcodeIsCard":
      say(
        vi: "mã vạch \(detail) cũng là số thẻ của một bạn đọc; bản này không được nhập",
        en: "barcode \(detail) is a reader's card too; this copy was left out")
    case "barcodeInvalid":
      say(
        vi: "«\(detail)» không thể là mã vạch; bản này không được nhập",
        en: "“\(detail)” cannot be a barcode; this copy was left out")
    case "notAnAuthority":
      say(
        vi: "không phải biểu ghi chuẩn có tiêu đề (loại \(detail)); bỏ qua",
        en: "not an authority record with a heading (type \(detail)); left out")
    case "notATitle":
      say(
        vi: "không phải biểu ghi thư mục (loại \(detail)); bỏ qua",
        en: "not a bibliographic record (type \(detail)); left out")
    default: nil
    }
  }

  /// What is wrong with a table of copies, or with one of its rows.
  private func tableFault(_ code: String, _ detail: String) -> String? {
    switch code {
    case "notText": say(vi: "không phải chữ UTF-8", en: "not UTF-8 text")
    case "openQuote": say(vi: "dấu nháy mở ở đây không đóng", en: "a quote opened here never ends")
    case "noTitleColumn":
      say(
        vi: "không có cột nào cho biết nhan đề, ISBN hay biểu ghi; các cột: \(detail)",
        en: "no column says the title, ISBN or record; the columns are: \(detail)")
    case "unknownCode":
      say(
        vi: "mã không có trong danh mục (\(detail)), vẫn ghi; chưa có quy định riêng cho mã này",
        en: "a code that no list has (\(detail)); kept, but no rule speaks for it")
    case "unknownColumn":
      say(vi: "không dùng cột «\(detail)»", en: "column “\(detail)” is not used")
    case "titleNotFound":
      say(
        vi: "không tìm thấy nhan đề «\(detail)»; bản này không được nhập",
        en: "no title “\(detail)” was found; this copy was left out")
    case "titleAmbiguous":
      say(
        vi: "có nhiều nhan đề «\(detail)»; cần thêm tác giả hoặc ISBN",
        en: "several titles are “\(detail)”; an author or ISBN is needed")
    case "invalidValue":
      say(vi: "giá trị không hợp lệ (\(detail))", en: "not a valid value (\(detail))")
    default: nil
    }
  }
}
