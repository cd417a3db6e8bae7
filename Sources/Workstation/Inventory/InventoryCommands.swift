import Terminal

extension CommandID {
  static let inventoryOpen = CommandID("inventory.open")
  static let inventoryNew = CommandID("inventory.new")
  static let inventoryShelf = CommandID("inventory.shelf")
  static let inventoryLoad = CommandID("inventory.load")
  static let inventoryReport = CommandID("inventory.report")
  static let inventoryNextList = CommandID("inventory.nextList")
  static let inventoryClose = CommandID("inventory.close")
}

extension KeyContext {
  static let inventory: [KeyContext] = [
    KeyContext(
      "stocktakes", title: LocalizedText(vi: "Trong danh sách kiểm kê", en: "Among stocktakes"),
      parents: ["list"]),
    KeyContext(
      "stocktake", title: LocalizedText(vi: "Khi quét kiểm kê", en: "While taking stock"),
      parents: ["line", "list"], takesText: true),
    KeyContext(
      "stocktakeReport", title: LocalizedText(vi: "Trong kết quả kiểm kê", en: "In its report"),
      parents: ["list"]),
  ]
}

extension Command {
  static let inventory: [Command] = [
    Command(
      .inventoryOpen, label: LocalizedText(vi: "Kiểm kê", en: "Stocktakes"),
      summary: LocalizedText(
        vi: "Các đợt kiểm kê: mở, quét tiếp, xem kết quả",
        en: "Stocktakes: open one, go on scanning, read the result"),
      contexts: [KeyContext.global], flags: .keyBar),
    Command(
      .inventoryNew, label: LocalizedText(vi: "Đợt mới", en: "New"),
      summary: LocalizedText(vi: "Mở đợt kiểm kê mới", en: "Open a new stocktake"),
      contexts: ["stocktakes"], permission: "inventory.manage", flags: .keyBar),
    Command(
      .inventoryShelf, label: LocalizedText(vi: "Giá", en: "Shelf"),
      summary: LocalizedText(
        vi: "Đặt tên giá, ngăn đang quét", en: "Name the shelf that is being scanned"),
      contexts: ["stocktake"], permission: "inventory.scan", flags: .keyBar),
    Command(
      .inventoryLoad, label: LocalizedText(vi: "Nạp tệp", en: "Load"),
      summary: LocalizedText(
        vi: "Nạp tệp mã vạch, mỗi dòng một mã", en: "Load a file of barcodes, one to a line"),
      contexts: ["stocktake"], permission: "inventory.scan", flags: .keyBar),
    Command(
      .inventoryReport, label: LocalizedText(vi: "Kết quả", en: "Report"),
      summary: LocalizedText(
        vi: "Kết quả kiểm kê: thiếu bản nào, bản nào cần xử lý",
        en: "The result: what is missing and what has to be seen to"),
      contexts: ["stocktake", "stocktakes"], flags: .keyBar),
    Command(
      .inventoryNextList, label: LocalizedText(vi: "Danh sách khác", en: "Next list"),
      summary: LocalizedText(
        vi: "Chuyển giữa bản thiếu và bản cần xử lý",
        en: "Switch between missing copies and those to see to"),
      contexts: ["stocktakeReport"], flags: .keyBar),
    Command(
      .inventoryClose, label: LocalizedText(vi: "Đóng đợt", en: "Close"),
      summary: LocalizedText(
        vi: "Đóng đợt kiểm kê và ghi lại bản thiếu",
        en: "Close the stocktake and write down what is missing"),
      contexts: ["stocktake"], permission: "inventory.manage", danger: .dangerous, flags: .keyBar),
  ]
}
