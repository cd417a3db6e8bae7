import ArgumentParser
import Foundation
import LibraryCore
import Terminal

/// The options every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("library"),
    help: .say(
      "dir", vi: "Thư mục của thư viện (hoặc THUTHU_LIBRARY; mặc định $XDG_DATA_HOME/thuthu).",
      en: "The library's folder (or THUTHU_LIBRARY; default $XDG_DATA_HOME/thuthu)."))
  var library: String?

  @Flag(
    name: .customLong("json"),
    help: .say(
      vi: "Trả lời mỗi dòng một đối tượng JSON.", en: "Answer with one JSON object per line."))
  var json = false

  @Option(
    name: .customLong("lang"),
    help: .say(
      "vi|en", vi: "Ngôn ngữ thông báo: vi hoặc en.", en: "Language of messages: vi or en."))
  var language: Language?

  @Option(
    name: .customLong("as"),
    help: .say(
      "login",
      vi: "Làm việc với tài khoản này; mật khẩu hỏi ở bàn phím hoặc lấy từ THUTHU_PASSWORD_FILE.",
      en:
        "Act as this member of staff; the password is asked for, or read from THUTHU_PASSWORD_FILE."
    ))
  var staff: String?

  @Option(
    name: .customLong("at"),
    help: .say(
      "moment", vi: "Ghi vào thời điểm này thay cho bây giờ (ISO 8601); cần quyền ghi lùi ngày.",
      en: "Act at this moment instead of now (ISO 8601); needs the permission to back-date."))
  var moment: LibraryCore.Moment?

  @Flag(
    name: .customLong("clock-is-right"),
    help: .say(
      vi: "Giờ máy đúng, dù xa việc ghi gần nhất; nhận như vậy rồi làm tiếp.",
      en: "The machine's clock is right, though far from the last action; note that and go on."))
  var clockIsRight = false

  /// The library's folder: the one named, or the one of the person who runs the program.
  var folder: String {
    let environment = ProcessInfo.processInfo.environment
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    return library ?? value("THUTHU_LIBRARY")
      ?? (value("XDG_DATA_HOME") ?? (value("HOME") ?? ".") + "/.local/share") + "/thuthu"
  }
}
