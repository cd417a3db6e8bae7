import MARC
import Terminal

private func sub(_ code: Code, _ vi: String, _ en: String) -> (code: Code, name: LocalizedText) {
  (code, LocalizedText(vi: vi, en: en))
}

/// The short MARC 21 of Vietnamese libraries, and what else is often met.
extension KnownTag {
  static let titles: [KnownTag] = [
    KnownTag(
      "245", "Nhan đề", "Title", indicators: "10",
      [
        sub("a", "Nhan đề chính", "Title"), sub("b", "Phụ đề", "Remainder"),
        sub("c", "Trách nhiệm", "Responsibility"), sub("n", "Số tập", "Number of part"),
        sub("p", "Tên tập", "Name of part"),
      ]),
    KnownTag(
      "246", "Nhan đề khác", "Varying title", indicators: "3 ",
      [sub("a", "Nhan đề", "Title"), sub("b", "Phụ đề", "Remainder")]),
    KnownTag(
      "240", "Nhan đề đồng nhất", "Uniform title", indicators: "10",
      [sub("a", "Nhan đề", "Title"), sub("l", "Ngôn ngữ", "Language")]),
    KnownTag("130", "Nhan đề đồng nhất", "Uniform title"),
    KnownTag("210", "Nhan đề viết tắt", "Abbreviated title"),
    KnownTag("222", "Nhan đề khoá", "Key title"),
    KnownTag(
      "242", "Nhan đề dịch", "Translated title", indicators: "10",
      [sub("a", "Nhan đề", "Title"), sub("y", "Ngôn ngữ", "Language")]),
    KnownTag("247", "Nhan đề cũ", "Former title"),
    KnownTag("740", "Nhan đề bổ sung", "Added title"),
  ]

  private static let nameParts = [
    sub("a", "Họ tên", "Name"), sub("c", "Danh hiệu", "Titles"), sub("d", "Năm sinh–mất", "Dates"),
    sub("e", "Vai trò", "Role"),
  ]
  private static let bodyParts = [
    sub("a", "Tên cơ quan", "Name"), sub("b", "Đơn vị trực thuộc", "Subordinate unit"),
    sub("e", "Vai trò", "Role"),
  ]
  private static let meetingParts = [
    sub("a", "Tên hội nghị", "Name"), sub("n", "Lần thứ", "Number"), sub("d", "Ngày", "Date"),
    sub("c", "Nơi họp", "Place"),
  ]

  static let names: [KnownTag] = [
    KnownTag("100", "Tác giả", "Author", indicators: "0 ", nameParts),
    KnownTag("110", "Tác giả tập thể", "Corporate author", indicators: "1 ", bodyParts),
    KnownTag("111", "Hội nghị", "Meeting", indicators: "2 ", meetingParts),
    KnownTag("700", "Tác giả khác", "Added author", indicators: "0 ", nameParts),
    KnownTag("710", "Tập thể khác", "Added body", indicators: "1 ", bodyParts),
    KnownTag("711", "Hội nghị khác", "Added meeting", indicators: "2 ", meetingParts),
    KnownTag("720", "Tên chưa kiểm soát", "Uncontrolled name"),
  ]

  private static let publicationParts = [
    sub("a", "Nơi xuất bản", "Place"), sub("b", "Nhà xuất bản", "Publisher"),
    sub("c", "Năm", "Date"),
  ]

  static let publications: [KnownTag] = [
    KnownTag(
      "250", "Lần xuất bản", "Edition",
      [sub("a", "Lần xuất bản", "Edition"), sub("b", "Chi tiết khác", "Remainder")]),
    KnownTag("260", "Xuất bản", "Publication", publicationParts),
    KnownTag("264", "Xuất bản", "Publication", indicators: " 1", publicationParts),
  ]

  static let descriptions: [KnownTag] = [
    KnownTag(
      "300", "Mô tả vật lý", "Description",
      [
        sub("a", "Số trang", "Extent"), sub("b", "Minh hoạ", "Illustrations"),
        sub("c", "Khổ", "Size"), sub("e", "Tài liệu kèm", "Accompanying material"),
      ]),
    KnownTag("310", "Định kỳ", "Frequency", [sub("a", "Định kỳ", "Frequency")]),
    KnownTag("321", "Định kỳ cũ", "Former frequency"),
    KnownTag(
      "362", "Năm, số", "Dates and numbers", indicators: "0 ",
      [sub("a", "Năm, số đầu–cuối", "Dates and numbers")]),
    KnownTag("336", "Dạng nội dung", "Content type"),
    KnownTag("337", "Dạng phương tiện", "Media type"),
    KnownTag("338", "Dạng vật mang", "Carrier type"),
    KnownTag(
      "490", "Tùng thư", "Series", indicators: "0 ",
      [sub("a", "Tên tùng thư", "Series"), sub("v", "Số", "Volume")]),
    KnownTag("440", "Tùng thư", "Series"),
    KnownTag(
      "830", "Tùng thư (tiêu đề)", "Series heading", indicators: " 0",
      [sub("a", "Tên tùng thư", "Series"), sub("v", "Số", "Volume")]),
    KnownTag(
      "773", "Nguồn trích", "Host item", indicators: "0 ",
      [
        sub("t", "Tên nguồn", "Title"), sub("d", "Xuất bản", "Publication"),
        sub("g", "Số, ngày, trang", "Part"), sub("x", "ISSN", "ISSN"),
        sub("w", "Số biểu ghi", "Control number"),
      ]),
  ]

  static let notes: [KnownTag] = [
    KnownTag("500", "Phụ chú", "Note", [sub("a", "Phụ chú", "Note")]),
    KnownTag(
      "502", "Luận án", "Dissertation",
      [sub("a", "Phụ chú luận án", "Note"), sub("b", "Học vị", "Degree")]),
    KnownTag("504", "Thư mục", "Bibliography", [sub("a", "Phụ chú thư mục", "Note")]),
    KnownTag("505", "Mục lục", "Contents", indicators: "0 ", [sub("a", "Nội dung", "Contents")]),
    KnownTag("520", "Tóm tắt", "Summary", [sub("a", "Tóm tắt", "Summary")]),
    KnownTag("521", "Đối tượng đọc", "Audience"),
    KnownTag("533", "Phụ chú bản sao", "Reproduction"),
    KnownTag("534", "Phụ chú bản gốc", "Original version", [sub("a", "Bản gốc", "Original")]),
    KnownTag("538", "Yêu cầu kỹ thuật", "System details"),
    KnownTag("546", "Ngôn ngữ", "Language note", [sub("a", "Ngôn ngữ", "Language")]),
    KnownTag("586", "Giải thưởng", "Awards"),
    KnownTag("590", "Phụ chú nội bộ", "Local note"),
  ]

  private static let subjectParts = [
    sub("a", "Chủ đề", "Subject"), sub("x", "Khía cạnh", "Aspect"),
    sub("y", "Thời gian", "Period"), sub("z", "Địa điểm", "Place"), sub("2", "Nguồn", "Source"),
  ]

  static let subjects: [KnownTag] = [
    KnownTag("653", "Từ khoá", "Keyword", [sub("a", "Từ khoá", "Keyword")]),
    KnownTag("650", "Chủ đề", "Subject", indicators: " 4", subjectParts),
    KnownTag("651", "Chủ đề địa danh", "Place as subject", indicators: " 4", subjectParts),
    KnownTag("600", "Chủ đề tên người", "Person as subject", indicators: "04", subjectParts),
    KnownTag("610", "Chủ đề tập thể", "Body as subject", indicators: "14", subjectParts),
    KnownTag("611", "Chủ đề hội nghị", "Meeting as subject"),
    KnownTag("630", "Chủ đề nhan đề", "Title as subject"),
    KnownTag(
      "655", "Thể loại", "Genre", indicators: " 7",
      [sub("a", "Thể loại", "Genre"), sub("2", "Nguồn", "Source")]),
  ]

  private static let classParts = [
    sub("a", "Ký hiệu phân loại", "Class"), sub("b", "Mã hoá", "Mark"),
    sub("2", "Ấn bản", "Edition"),
  ]

  static let numbers: [KnownTag] = [
    KnownTag("082", "Phân loại DDC", "Dewey class", indicators: "04", classParts),
    KnownTag("080", "Phân loại UDC", "UDC class", classParts),
    KnownTag("084", "Phân loại khác", "Other class", classParts),
    KnownTag("050", "Phân loại LC", "LC class"),
    KnownTag("060", "Phân loại NLM", "NLM class"),
    KnownTag("090", "Ký hiệu xếp giá", "Local call number"),
    KnownTag(
      "020", "ISBN", "ISBN",
      [sub("a", "ISBN", "ISBN"), sub("c", "Giá", "Price"), sub("d", "Số bản in", "Print run")]),
    KnownTag("022", "ISSN", "ISSN", [sub("a", "ISSN", "ISSN")]),
    KnownTag("010", "Số LCCN", "LCCN"),
    KnownTag("015", "Số thư mục quốc gia", "National bibliography number"),
    KnownTag("016", "Số cơ quan biên mục", "Agency control number"),
    KnownTag("024", "Số chuẩn khác", "Other standard number"),
    KnownTag("028", "Số nhà phát hành", "Publisher number"),
    KnownTag("035", "Số hệ thống khác", "Other system number"),
    KnownTag(
      "041", "Mã ngôn ngữ", "Language codes", indicators: "0 ",
      [sub("a", "Ngôn ngữ", "Language"), sub("h", "Ngôn ngữ gốc", "Original language")]),
    KnownTag("044", "Mã nước", "Country code", [sub("a", "Mã nước", "Country")]),
    KnownTag("043", "Mã vùng", "Area code"),
  ]

  static let holdings: [KnownTag] = [
    KnownTag(
      "856", "Liên kết", "Link", indicators: "40",
      [sub("u", "Địa chỉ", "Address"), sub("z", "Ghi chú", "Note")]),
    KnownTag(
      "852", "Vị trí", "Location",
      [
        sub("a", "Cơ quan", "Agency"), sub("b", "Kho", "Stack"), sub("h", "Phân loại", "Class"),
        sub("i", "Mã hoá", "Mark"), sub("j", "Số ĐKCB", "Accession number"),
        sub("p", "Mã vạch", "Barcode"), sub("t", "Bản số", "Copy number"),
      ]),
    KnownTag("952", "Bản tài liệu (Koha)", "Copy (Koha)"),
    KnownTag(
      "040", "Cơ quan biên mục", "Cataloguing agency",
      [sub("a", "Cơ quan", "Agency"), sub("e", "Quy tắc", "Rules")]),
    KnownTag("042", "Mã xác thực", "Authentication code"),
  ]

  static let controls: [KnownTag] = [
    KnownTag("001", "Số kiểm soát", "Control number"),
    KnownTag("003", "Mã nơi cấp số", "Control number source"),
    KnownTag("005", "Ngày giờ sửa", "Date and time"),
    KnownTag("006", "Mã bổ sung", "Additional codes"),
    KnownTag("007", "Mã vật lý", "Physical codes"),
    KnownTag("008", "Mã cố định", "Fixed codes"),
  ]
}
