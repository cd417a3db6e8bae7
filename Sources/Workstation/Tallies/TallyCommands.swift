import Terminal

extension CommandID {
  static let tallyOpen = CommandID("tally.open")
  static let tallyVisit = CommandID("tally.visit")
  static let tallyOnSite = CommandID("tally.onSite")
  static let tallyReference = CommandID("tally.reference")
  static let tallyTrip = CommandID("tally.trip")
  static let tallyEvent = CommandID("tally.event")
  static let tallyAudience = CommandID("tally.audience")
  static let diaryOpen = CommandID("diary.open")
  static let diaryEarlier = CommandID("diary.earlier")
  static let diaryLater = CommandID("diary.later")

  /// Counts one item of a subject group read on the spot.
  static func tallyGroup(_ group: Int) -> CommandID { CommandID("tally.group\(group)") }
}

extension KeyContext {
  static let tallies: [KeyContext] = [
    KeyContext("tally", title: LocalizedText(vi: "Khi đếm lượt", en: "While counting")),
    KeyContext(
      "diary", title: LocalizedText(vi: "Trong nhật ký thư viện", en: "In the library diary"),
      parents: ["list"]),
  ]
}

extension Command {
  static let tallies: [Command] =
    [
      Command(
        .tallyOpen, label: LocalizedText(vi: "Đếm lượt", en: "Count"),
        summary: LocalizedText(
          vi: "Đếm lượt bạn đọc, đọc tại chỗ, câu hỏi, chuyến lưu động",
          en: "Count visits, reading on the spot, questions, mobile trips"),
        contexts: [KeyContext.global], permission: "circulation.tally"),
      count(
        .tallyVisit, LocalizedText(vi: "Lượt bạn đọc", en: "Visit"),
        LocalizedText(vi: "Đếm một lượt bạn đọc", en: "Count one visit")),
      count(
        .tallyOnSite, LocalizedText(vi: "Đọc tại chỗ", en: "On the spot"),
        LocalizedText(
          vi: "Đếm một lượt đọc tại chỗ, không rõ môn loại",
          en: "Count one item read on the spot, of no known class")),
      count(
        .tallyReference, LocalizedText(vi: "Câu hỏi", en: "Question"),
        LocalizedText(vi: "Đếm một câu hỏi tra cứu", en: "Count one reference question")),
      count(
        .tallyTrip, LocalizedText(vi: "Lưu động", en: "Trip"),
        LocalizedText(vi: "Đếm một chuyến lưu động", en: "Count one mobile trip")),
      Command(
        .tallyEvent, label: LocalizedText(vi: "Sự kiện", en: "Event"),
        summary: LocalizedText(
          vi: "Ghi buổi tuyên truyền, sự kiện: hình thức, số buổi, số người dự",
          en: "Note events: their kind, how many, how many people came"),
        contexts: ["tally"], permission: "circulation.tally", flags: .keyBar),
      Command(
        .tallyAudience, label: LocalizedText(vi: "Người lớn/Thiếu nhi", en: "Adults/Children"),
        summary: LocalizedText(
          vi: "Đổi giữa người lớn và thiếu nhi", en: "Switch between adults and children"),
        contexts: ["tally"], flags: .keyBar),
      Command(
        .diaryOpen, label: LocalizedText(vi: "Nhật ký thư viện", en: "Diary"),
        summary: LocalizedText(
          vi: "Nhật ký thư viện: từng ngày có bao nhiêu lượt bạn đọc, lượt sách",
          en: "The library diary: visits and use, day by day"),
        contexts: [KeyContext.global, "tally"], flags: .keyBar),
      Command(
        .diaryEarlier, label: LocalizedText(vi: "Tháng trước", en: "Earlier"),
        summary: LocalizedText(vi: "Nhật ký của tháng trước", en: "The diary of the month before"),
        contexts: ["diary"], flags: .keyBar),
      Command(
        .diaryLater, label: LocalizedText(vi: "Tháng sau", en: "Later"),
        summary: LocalizedText(vi: "Nhật ký của tháng sau", en: "The diary of the month after"),
        contexts: ["diary"], flags: .keyBar),
    ]
    + (0...9).map { group in
      count(
        .tallyGroup(group), LocalizedText(vi: "Môn loại \(group)", en: "Class \(group)"),
        LocalizedText(
          vi: "Đếm một lượt đọc tại chỗ, môn loại \(group)",
          en: "Count one item of class \(group) read on the spot"))
    }

  private static func count(
    _ id: CommandID, _ label: LocalizedText, _ summary: LocalizedText
  ) -> Command {
    Command(
      id, label: label, summary: summary, contexts: ["tally"], permission: "circulation.tally")
  }
}
