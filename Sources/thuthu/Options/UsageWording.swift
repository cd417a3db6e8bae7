import Workstation

/// The argument parser's complaints in the language of the person who typed.
///
/// The parser's own sentences are English around quoted parts; the part outside the quotes names the complaint. One that this
/// table does not know is passed on as it came.
enum UsageWording {
  static func sentence(_ message: String) -> String {
    let help = String.say(
      vi: " («thuthu --help» cho xem cách dùng)", en: " (“thuthu --help” shows the usage)")
    return Speech.words.say(vi: vietnamese(message), en: message) + help
  }

  static func vietnamese(_ message: String) -> String {
    let pieces = message.drop(while: \.isNumber).split(
      separator: "'", omittingEmptySubsequences: false
    ).map(String.init)
    let quoted = stride(from: 1, to: pieces.count, by: 2).map { "«\(pieces[$0])»" }
    let skeleton = stride(from: 0, to: pieces.count, by: 2).map { pieces[$0] }.joined(
      separator: "'")
    guard let known = table.first(where: { skeleton.hasPrefix($0.english) }),
      quoted.count >= known.parts
    else { return message }
    return known.vietnamese(quoted)
  }

  private struct Complaint {
    /// The beginning of the sentence, an apostrophe for each quoted part.
    var english: String
    var parts: Int
    var vietnamese: @Sendable ([String]) -> String
  }

  private static let table: [Complaint] = [
    Complaint(english: "Unknown option '. Did you mean '", parts: 2) {
      "không có tuỳ chọn \($0[0]); có phải \($0[1])?"
    },
    Complaint(english: "Unknown option '", parts: 1) { "không có tuỳ chọn \($0[0])" },
    Complaint(english: "Missing value for '", parts: 1) { "thiếu giá trị cho \($0[0])" },
    Complaint(english: "Missing expected argument '", parts: 1) { "thiếu \($0[0])" },
    Complaint(english: "Missing one of: '", parts: 1) {
      "thiếu một trong: \($0.joined(separator: ", "))"
    },
    Complaint(english: "Unexpected argument '", parts: 1) { "không có lệnh hay tham số \($0[0])" },
    Complaint(english: " unexpected arguments: '", parts: 1) {
      "không có lệnh hay tham số \($0.joined(separator: " "))"
    },
    Complaint(english: "The value ' is invalid for '. Please provide one of '", parts: 3) {
      "\($0[0]) không hợp lệ cho \($0[1]); hãy chọn \($0.dropFirst(2).joined(separator: ", "))"
    },
    Complaint(english: "The value ' is invalid for '", parts: 2) {
      "\($0[0]) không hợp lệ cho \($0[1])"
    },
    Complaint(english: "Missing required subcommand", parts: 0) { _ in "thiếu lệnh con" },
  ]
}
