import Terminal

extension CommandID {
  static let copyCataloguing = CommandID("catalogue.copyCataloguing")
  static let copyAsk = CommandID("copyCataloguing.ask")
  static let remoteSearch = CommandID("catalogue.remoteSearch")
  static let copyKeep = CommandID("copyCataloguing.keep")
  static let wantedOpen = CommandID("catalogue.wanted")
  static let wantedAsk = CommandID("wanted.ask")
  static let wantedRemove = CommandID("wanted.remove")
  static let copySheet = CommandID("copyCataloguing.sheet")
  static let copyCompare = CommandID("copyCataloguing.compare")
  static let copyLabels = CommandID("copyCataloguing.labels")
}

extension KeyContext {
  static let copyCataloguing: [KeyContext] = [
    KeyContext(
      "copyCataloguing",
      title: LocalizedText(vi: "Khi biên mục sao chép", en: "While copy cataloguing"),
      parents: ["line", "list"], takesText: true),
    KeyContext(
      "wanted", title: LocalizedText(vi: "Trong danh sách chờ hỏi", en: "In the list to ask again"),
      parents: ["list"]),
  ]
}

extension Command {
  static let copyCataloguing: [Command] = [
    Command(
      .copyCataloguing, label: LocalizedText(vi: "Sao chép", en: "Copy cataloguing"),
      summary: LocalizedText(
        vi: "Biên mục sao chép: quét ISBN, lấy biểu ghi có sẵn, thêm bản",
        en: "Copy cataloguing: scan an ISBN, take a record, add copies"),
      contexts: [KeyContext.global], permission: "catalogue.import"),
    Command(
      .copyAsk, label: LocalizedText(vi: "Hỏi nơi khác", en: "Ask others"),
      summary: LocalizedText(
        vi: "Hỏi các thư viện khác qua mạng", en: "Ask other libraries over the network"),
      contexts: ["copyCataloguing"], flags: .keyBar),
    Command(
      .remoteSearch, label: LocalizedText(vi: "Tìm nơi khác", en: "Search others"),
      summary: LocalizedText(
        vi: "Tìm ở thư viện khác theo ISBN, nhan đề, tác giả, từ bất kỳ",
        en: "Search other libraries by ISBN, title, author, any word"),
      contexts: [KeyContext.global], permission: "catalogue.import"),
    Command(
      .copyKeep, label: LocalizedText(vi: "Để dành", en: "Keep for later"),
      summary: LocalizedText(
        vi: "Không ai có: để dành, khi có mạng sẽ hỏi lại",
        en: "Nobody has it: keep it, to be asked for when the line is up"),
      contexts: ["copyCataloguing"], permission: "catalogue.import"),
    Command(
      .wantedOpen, label: LocalizedText(vi: "Chờ hỏi lại", en: "To ask again"),
      summary: LocalizedText(
        vi: "Những sách chưa ai có biểu ghi, để hỏi lại",
        en: "Books that nobody had a record of, to be asked for again"),
      contexts: [KeyContext.global], permission: "catalogue.import"),
    Command(
      .wantedAsk, label: LocalizedText(vi: "Hỏi lại hết", en: "Ask for all"),
      summary: LocalizedText(
        vi: "Hỏi lại mọi sách đang chờ", en: "Ask for all waiting books again"),
      contexts: ["wanted"], flags: .keyBar),
    Command(
      .wantedRemove, label: LocalizedText(vi: "Thôi chờ", en: "Give up"),
      summary: LocalizedText(vi: "Bỏ khỏi danh sách chờ", en: "Take it off the list"),
      contexts: ["wanted"], permission: "catalogue.import", flags: .keyBar),
    Command(
      .copySheet, label: LocalizedText(vi: "Nhập tay", en: "By hand"),
      summary: LocalizedText(
        vi: "Không có ở đâu: nhập bằng phiếu giản dị", en: "Nobody has it: enter it on the sheet"),
      contexts: ["copyCataloguing"], permission: "catalogue.record", flags: .keyBar),
    Command(
      .copyCompare, label: LocalizedText(vi: "So sánh", en: "Compare"),
      summary: LocalizedText(
        vi: "So biểu ghi đang chọn với biểu ghi của thư viện mình, hay xem toàn bộ",
        en: "Compare the selected record with the library's own, or see all of it"),
      contexts: ["copyCataloguing"], flags: .keyBar),
    Command(
      .copyLabels, label: LocalizedText(vi: "Tờ nhãn", en: "Labels"),
      summary: LocalizedText(
        vi: "Ghi tờ nhãn của các bản vừa thêm ra tệp",
        en: "Write the label sheet of the copies just added to a file"),
      contexts: ["copyCataloguing"], flags: .keyBar),
  ]
}
