/// The few words that widgets say of their own accord.
public enum WidgetWording {
  public static let required = LocalizedText(vi: "Phải điền ô này", en: "This field is required")
  public static let badDate = LocalizedText(
    vi: "Ngày không có trong lịch (ngày/tháng/năm)", en: "No such day (day/month/year)")
  public static let reasonRequired = LocalizedText(
    vi: "Hãy ghi lý do trước khi trả lời", en: "Write the reason first")
  public static let reason = LocalizedText(vi: "Lý do", en: "Reason")
  public static let noCommand = LocalizedText(
    vi: "Không có lệnh nào như vậy", en: "No such command")
  public static let needsAnswerKey = LocalizedText(
    vi: "Lệnh này không chạy bằng Enter, hãy bấm", en: "Enter does not run this; press")
  public static let close = LocalizedText(vi: "Đóng", en: "Close")
  public static let closeFirst = LocalizedText(
    vi: "Hãy đóng trang này (Esc) trước", en: "Close this page (Esc) first")
  static let notOffered = LocalizedText(
    vi: "Không phải câu trả lời cho câu hỏi này", en: "No answer to this question")
  public static let noKey = LocalizedText(vi: "chưa có phím", en: "no key")

  /// How many scans wait for a question to be answered.
  static func waitingScans(_ count: Int) -> LocalizedText {
    LocalizedText(
      vi: "[\(count) mã quét đang chờ]", en: count == 1 ? "[1 scan waits]" : "[\(count) scans wait]"
    )
  }
}
