import ArgumentParser
import LibraryCore

/// The fields of a patron as options, the same for adding and editing.
struct PatronFields: ParsableArguments {
  @Option(help: .say("code", vi: "Đối tượng bạn đọc.", en: "The category."))
  var category: String?

  @Option(help: .say("day", vi: "Ngày hoặc năm sinh.", en: "Day or year of birth."))
  var born: String?

  @Option(help: .say("number", vi: "Điện thoại.", en: "The telephone."))
  var phone: String?

  @Option(help: .say("text", vi: "Địa chỉ.", en: "The address."))
  var address: String?

  @Option(help: .say("text", vi: "Thư điện tử.", en: "The e-mail."))
  var email: String?

  @Option(help: .say("day", vi: "Thẻ có giá trị đến ngày.", en: "The last day the card is good."))
  var expires: String?

  @Option(
    name: .customLong("class"),
    help: .say("name", vi: "Lớp, ví dụ 10A1.", en: "The class, such as 10A1."))
  var schoolClass: String?

  @Option(
    name: .customLong("school-year"),
    help: .say("year", vi: "Năm học, ví dụ 2026-2027.", en: "The school year, such as 2026-2027."))
  var schoolYear: String?

  @Option(
    help: .say(
      "code", vi: "Nghề nghiệp, theo danh mục.", en: "The occupation, from the library's list."))
  var occupation: String?

  @Option(help: .say("sex", vi: "Giới tính: nam hoặc nữ.", en: "The sex: male or female."))
  var sex: String?

  @Option(help: .say("card", vi: "Thẻ của người giám hộ.", en: "The guardian's card."))
  var guardian: String?

  @Option(
    name: .customLong("guardian-name"),
    help: .say("name", vi: "Tên người giám hộ.", en: "The guardian's name."))
  var guardianName: String?

  @Option(
    name: .customLong("guardian-phone"),
    help: .say("number", vi: "Điện thoại người giám hộ.", en: "The guardian's telephone."))
  var guardianPhone: String?

  @Option(
    help: .say(
      "day", vi: "Ngày ký đồng ý cho lưu dữ liệu cá nhân.",
      en: "The day of consent to the keeping of personal data."))
  var consent: String?

  @Option(
    name: .customLong("consent-wording"),
    help: .say("version", vi: "Bản văn đã ký.", en: "The version of the words signed."))
  var consentWording: String?

  @Flag(
    name: .customLong("no-consent"),
    help: .say(
      vi: "Hôm nay đã hỏi mà chưa đồng ý cho lưu dữ liệu cá nhân.",
      en: "Asked today, without consent to the keeping of personal data."))
  var noConsent = false

  @Option(help: .say("file", vi: "Tệp ảnh chân dung.", en: "The file of the photograph."))
  var photo: String?

  @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
  var note: String?

  func validate() throws {
    guard consent == nil || !noConsent else {
      throw ValidationError(
        .say(
          vi: "--consent và --no-consent loại trừ nhau",
          en: "--consent and --no-consent exclude each other"))
    }
  }

  /// What was typed, field by field; `today` is the day of a consent that was asked for and not given.
  func typed(on today: CalendarDay) -> [PatronField: String] {
    let fields: [(PatronField, String?)] = [
      (.category, category), (.born, born), (.phone, phone), (.address, address),
      (.email, email), (.expiresOn, expires), (.note, note),
      (.className, schoolClass), (.schoolYear, schoolYear), (.guardian, guardian),
      (.guardianName, guardianName), (.guardianPhone, guardianPhone), (.consentOn, consent),
      (.consentWording, consentWording), (.photo, photo), (.occupation, occupation),
      (.sex, sex), (.consentRefusedOn, noConsent ? today.iso : nil),
    ]
    var typed: [PatronField: String] = [:]
    for (field, text) in fields { typed[field] = text }
    return typed
  }
}
