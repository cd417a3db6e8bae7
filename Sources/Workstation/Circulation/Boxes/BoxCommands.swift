import Terminal

extension CommandID {
  static let boxesOpen = CommandID("boxes.open")
  static let boxesSend = CommandID("boxes.send")
  static let boxesTakeBack = CommandID("boxes.takeBack")
  static let boxesUses = CommandID("boxes.uses")
  static let boxesPrint = CommandID("boxes.print")
  static let boxesOut = CommandID("boxes.out")
  static let boxesFilter = CommandID("boxes.filter")
  static let boxesPack = CommandID("boxes.pack")
}

extension KeyContext {
  static let boxes: [KeyContext] = [
    KeyContext(
      "boxes", title: LocalizedText(vi: "Trong sổ luân chuyển", en: "In the register of boxes"),
      parents: ["list"])
  ]
}

extension Command {
  static let boxes: [Command] = [
    Command(
      .boxesOpen, label: LocalizedText(vi: "Luân chuyển", en: "Boxes"),
      summary: LocalizedText(
        vi: "Sổ luân chuyển: thùng sách gửi tủ sách, trường, điểm phục vụ; nhận về, số lượt",
        en: "The register of boxes sent to reading rooms and schools: out, back, uses"),
      contexts: [KeyContext.global]),
    Command(
      .boxesSend, label: LocalizedText(vi: "Gửi thùng", en: "Send"),
      summary: LocalizedText(
        vi: "Cho mượn cả thùng theo một tệp mã vạch", en: "Lend a whole box from a file of barcodes"
      ),
      contexts: ["boxes"], permission: "circulation.checkout", flags: .keyBar),
    Command(
      .boxesTakeBack, label: LocalizedText(vi: "Nhận về", en: "Take back"),
      summary: LocalizedText(
        vi: "Ghi trả cả thùng theo tệp mã vạch, kèm số lượt cơ sở báo từng bản",
        en: "Take a box back from a file of barcodes, with the uses reported of each copy"),
      contexts: ["boxes"], permission: "circulation.return", flags: .keyBar),
    Command(
      .boxesUses, label: LocalizedText(vi: "Ghi lượt", en: "Uses"),
      summary: LocalizedText(
        vi: "Ghi số lượt luân chuyển cơ sở báo về cho thùng đang chọn",
        en: "Count the uses reported for the selected box"),
      contexts: ["boxes"], permission: "circulation.tally", flags: .keyBar),
    Command(
      .boxesPrint, label: LocalizedText(vi: "In phiếu", en: "Slip"),
      summary: LocalizedText(
        vi: "In phiếu luân chuyển của thùng đang chọn", en: "Print the slip of the selected box"),
      contexts: ["boxes"], flags: .keyBar),
    Command(
      .boxesOut, label: LocalizedText(vi: "Chưa về", en: "Out only"),
      summary: LocalizedText(
        vi: "Chỉ xem thùng chưa về đủ; nhấn lại thì xem cả sổ",
        en: "Show only boxes that are not all back; once more for all"),
      contexts: ["boxes"], flags: .keyBar),
    Command(
      .boxesFilter, label: LocalizedText(vi: "Lọc", en: "Filter"),
      summary: LocalizedText(
        vi: "Chỉ xem thùng gửi một nơi, hay gửi trong những ngày nào",
        en: "Show only the boxes of one institution, or sent on certain days"),
      contexts: ["boxes"], flags: .keyBar),
    Command(
      .boxesPack, label: LocalizedText(vi: "Đóng thùng", en: "Pack box"),
      summary: LocalizedText(
        vi: "Ghi các bản vừa quét cho bạn đọc này hôm nay thành một thùng luân chuyển",
        en: "Make what was lent to this patron today one box"),
      contexts: ["circulation"], permission: "circulation.checkout"),
  ]
}
