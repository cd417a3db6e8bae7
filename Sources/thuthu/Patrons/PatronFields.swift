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

  @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
  var note: String?

  /// What was typed, field by field.
  var typed: [PatronField: String] {
    let fields: [(PatronField, String?)] = [
      (.category, category), (.born, born), (.phone, phone), (.address, address),
      (.email, email), (.expiresOn, expires), (.note, note),
    ]
    var typed: [PatronField: String] = [:]
    for (field, text) in fields { typed[field] = text }
    return typed
  }
}
