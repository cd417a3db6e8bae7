import Terminal

extension CommandID {
  static let catalogueSearch = CommandID("catalogue.search")
  static let catalogueSearchIn = CommandID("catalogue.searchIn")
  static let catalogueSort = CommandID("catalogue.sort")
  static let catalogueDrawers = CommandID("catalogue.drawers")
  static let drawerNext = CommandID("drawer.next")
  static let catalogueNew = CommandID("catalogue.new")

  static let recordView = CommandID("record.view")
  static let recordEdit = CommandID("record.edit")
  static let recordHistory = CommandID("record.history")
  static let recordSheet = CommandID("record.sheet")
  static let recordTemplate = CommandID("record.template")
  static let recordRemove = CommandID("record.remove")
  static let recordMend = CommandID("record.mend")
  static let recordShelfMark = CommandID("record.shelfMark")
  static let recordNext = CommandID("record.next")
  static let recordPrevious = CommandID("record.previous")
  static let recordMark = CommandID("record.mark")
  static let recordRestore = CommandID("record.restore")
  static let copyAdd = CommandID("copy.add")
  static let copyMark = CommandID("copy.mark")
  static let copyEdit = CommandID("copy.edit")
  static let copyStatus = CommandID("copy.status")
  static let copyRemove = CommandID("copy.remove")
}

extension KeyContext {
  static let catalogue: [KeyContext] =
    [
      KeyContext(
        "catalogue", title: LocalizedText(vi: "Khi tra cứu", en: "While searching"),
        parents: ["line", "list"], takesText: true),
      KeyContext(
        "drawer", title: LocalizedText(vi: "Trong mục lục A–Z", en: "In a drawer, A–Z"),
        parents: ["line", "list"], takesText: true),
      KeyContext(
        "record", title: LocalizedText(vi: "Trên một biểu ghi", en: "On a record"),
        parents: ["list"]),
      KeyContext(
        "copyForm", title: LocalizedText(vi: "Khi thêm, sửa bản", en: "In a copy's form"),
        parents: ["form"], takesText: true),
      KeyContext(
        "history", title: LocalizedText(vi: "Trong lịch sử biểu ghi", en: "In a record's history"),
        parents: ["list"]),
    ] + headings + editor + duplicates + merging + tasks + importing
}

extension Command {
  static let catalogue: [Command] =
    searching + headings + records + copies + editor + duplicates + merging + tasks + importing

  private static let searching: [Command] = [
    Command(
      .catalogueSearch, label: LocalizedText(vi: "Tra cứu", en: "Search"),
      summary: LocalizedText(vi: "Tra cứu tài liệu", en: "Search the catalogue"),
      contexts: [KeyContext.global], flags: .keyBar),
    Command(
      .catalogueSearchIn, label: LocalizedText(vi: "Tìm trong", en: "Search in"),
      summary: LocalizedText(
        vi: "Đổi chỗ tìm: mọi chỗ, nhan đề, tác giả, chủ đề, ISBN, ký hiệu",
        en: "Change where to search: anywhere, title, author, subject, ISBN, call number"),
      contexts: ["catalogue"], flags: .keyBar),
    Command(
      .catalogueSort, label: LocalizedText(vi: "Xếp theo", en: "Sort by"),
      summary: LocalizedText(
        vi: "Xếp kết quả theo độ sát, nhan đề, tác giả hay năm",
        en: "Sort what was found by relevance, title, author or year"),
      contexts: ["catalogue"], flags: .keyBar),
    Command(
      .catalogueDrawers, label: LocalizedText(vi: "A–Z", en: "A–Z"),
      summary: LocalizedText(
        vi: "Duyệt mọi nhan đề, tác giả từ A đến Z", en: "Browse all titles or authors from A to Z"),
      contexts: [KeyContext.global]),
    Command(
      .drawerNext, label: LocalizedText(vi: "Nhan đề/tác giả", en: "Titles/authors"),
      summary: LocalizedText(
        vi: "Đổi giữa mục lục nhan đề và mục lục tác giả",
        en: "Switch between titles and authors"),
      contexts: ["drawer"], flags: .keyBar),
    Command(
      .catalogueNew, label: LocalizedText(vi: "Biên mục mới", en: "New record"),
      summary: LocalizedText(
        vi: "Nhập tài liệu mới: phiếu giản dị hay MARC", en: "Enter a new title: sheet or MARC"),
      contexts: [KeyContext.global], permission: "catalogue.record"),
  ]

  private static let records: [Command] = [
    Command(
      .recordView, label: LocalizedText(vi: "MARC", en: "MARC"),
      summary: LocalizedText(
        vi: "Đổi giữa bản dễ đọc và bản MARC", en: "Switch between labels and MARC"),
      contexts: ["record"], flags: .keyBar),
    Command(
      .recordEdit, label: LocalizedText(vi: "Biên mục", en: "Edit"),
      summary: LocalizedText(
        vi: "Sửa biểu ghi theo từng trường", en: "Edit this record field by field"),
      contexts: ["record"], permission: "catalogue.record", flags: .keyBar),
    Command(
      .recordSheet, label: LocalizedText(vi: "Phiếu", en: "Sheet"),
      summary: LocalizedText(
        vi: "Sửa biểu ghi trên phiếu đơn giản", en: "Edit this record as a simple sheet"),
      contexts: ["record"], permission: "catalogue.record"),
    Command(
      .recordTemplate, label: LocalizedText(vi: "Giữ làm mẫu", en: "Keep as template"),
      summary: LocalizedText(
        vi: "Giữ biểu ghi làm mẫu cho biểu ghi mới, hay bỏ mẫu cùng tên",
        en: "Keep this record as a template for new ones"),
      contexts: ["record"], permission: "catalogue.record"),
    Command(
      .recordHistory, label: LocalizedText(vi: "Lịch sử", en: "History"),
      summary: LocalizedText(
        vi: "Các phiên bản của biểu ghi: so sánh, khôi phục",
        en: "The versions of this record: compare, restore"),
      contexts: ["record"], flags: .keyBar),
    Command(
      .recordNext, label: LocalizedText(vi: "Sau", en: "Next"),
      summary: LocalizedText(
        vi: "Biểu ghi sau trong kết quả tìm", en: "The next record of the results"),
      contexts: ["record"]),
    Command(
      .recordPrevious, label: LocalizedText(vi: "Trước", en: "Previous"),
      summary: LocalizedText(
        vi: "Biểu ghi trước trong kết quả tìm", en: "The record before in the results"),
      contexts: ["record"]),
    Command(
      .recordRemove, label: LocalizedText(vi: "Bỏ biểu ghi", en: "Remove"),
      summary: LocalizedText(
        vi: "Bỏ biểu ghi khỏi mục lục, hay đưa lại vào",
        en: "Take this record out of the catalogue, or put it back"),
      contexts: ["record"], permission: "catalogue.record", danger: .dangerous),
    Command(
      .recordMend, label: LocalizedText(vi: "Sửa chữ", en: "Mend texts"),
      summary: LocalizedText(
        vi: "Sửa bảng mã cũ, dấu sai thứ tự, Ð giả Đ, chữ tổ hợp của biểu ghi",
        en: "Mend old encodings, misplaced marks, false Đ and decomposed letters"),
      contexts: ["record"], permission: "catalogue.record"),
    Command(
      .recordShelfMark, label: LocalizedText(vi: "Ký hiệu", en: "Shelf mark"),
      summary: LocalizedText(
        vi: "Ký hiệu xếp giá theo từng kiểu, cách tách vần, 082 bên cạnh 084",
        en: "The shelf mark of each scheme with its parse, 082 beside 084"),
      contexts: ["record"]),
    Command(
      .recordMark, label: LocalizedText(vi: "Đánh dấu", en: "Mark"),
      summary: LocalizedText(
        vi: "Đánh dấu phiên bản để so với phiên bản khác",
        en: "Mark this version to compare it with another"),
      contexts: ["history"], flags: .keyBar),
    Command(
      .recordRestore, label: LocalizedText(vi: "Khôi phục", en: "Restore"),
      summary: LocalizedText(
        vi: "Lấy lại phiên bản đang chọn, thành phiên bản mới",
        en: "Make the selected version the current one again"),
      contexts: ["history"], permission: "catalogue.record", danger: .dangerous, flags: .keyBar),
  ]

  private static let copies: [Command] = [
    Command(
      .copyAdd, label: LocalizedText(vi: "Thêm bản", en: "Add copies"),
      summary: LocalizedText(
        vi: "Thêm một hay nhiều bản, số ĐKCB chạy tiếp",
        en: "Add one or more copies with running barcodes"),
      contexts: ["record"], permission: "catalogue.item", flags: .keyBar),
    Command(
      .copyMark, label: LocalizedText(vi: "Ký hiệu", en: "Shelf mark"),
      summary: LocalizedText(
        vi: "Đề nghị ký hiệu xếp giá từ biểu ghi và cho xem cách tách",
        en: "Propose the shelf mark from the record and show its parse"),
      contexts: ["copyForm"], flags: .keyBar),
    Command(
      .copyEdit, label: LocalizedText(vi: "Sửa bản", en: "Edit copy"),
      summary: LocalizedText(
        vi: "Sửa bản đang chọn: kho, ký hiệu, loại, giá", en: "Edit the selected copy"),
      contexts: ["record"], permission: "catalogue.item"),
    Command(
      .copyStatus, label: LocalizedText(vi: "Tình trạng", en: "Status"),
      summary: LocalizedText(
        vi: "Ghi bản đang chọn là mất, hỏng, xuất kho hay có lại",
        en: "Record the selected copy as lost, damaged, withdrawn or in stock"),
      contexts: ["record"], permission: "catalogue.item", flags: .keyBar),
    Command(
      .copyRemove, label: LocalizedText(vi: "Huỷ bản", en: "Remove copy"),
      summary: LocalizedText(
        vi: "Huỷ việc nhập bản đang chọn (nhập nhầm)",
        en: "Take back the entry of the selected copy (entered by mistake)"),
      contexts: ["record"], permission: "catalogue.item", danger: .dangerous),
  ]
}
