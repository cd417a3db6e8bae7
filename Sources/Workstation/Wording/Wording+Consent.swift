public import LibraryCore

/// What is said to a patron about the keeping of personal data, and what came of it.
extension Wording {
  /// The words of `CitizenConsent.wording`, which the patron hears or reads before Enter is pressed.
  ///
  /// They say what the data are, what for, by whom, and what the patron may ask for (Law 91/2025/QH15). A change of them is a new
  /// version.
  func consentQuestion(library: String, isChild: Bool) -> [String] {
    [
      isChild
        ? say(
          vi: "Enter = NGƯỜI GIÁM HỘ ĐỒNG Ý cho \(library) lưu dữ liệu của trẻ:",
          en: "Enter = THE GUARDIAN AGREES that \(library) keeps data of the child:")
        : say(
          vi: "Enter = BẠN ĐỌC ĐỒNG Ý cho \(library) lưu dữ liệu:",
          en: "Enter = THE PATRON AGREES that \(library) keeps these data:"),
      say(
        vi:
          "họ tên, ngày sinh, giới tính, địa chỉ; của số căn cước chỉ lưu dấu kiểm, không lưu số.",
        en:
          "name, birth, sex, address; of the card's number a check value only, never the number."),
      say(
        vi:
          "Để cấp thẻ, cho mượn, nhắc trả, thống kê. Được xem, sửa, rút lại, xoá (Luật 91/2025).",
        en:
          "For the card, loans, reminders, statistics. To be seen, corrected, withdrawn (Law 91/2025)."
      ),
      say(
        vi: "Alt+K = cấp thẻ và ghi rõ là đã hỏi, chưa đồng ý.",
        en: "Alt+K = enrol, recorded as asked and not agreed."),
    ]
  }

  /// That the patron was asked and did not agree.
  public func consentRefused(on day: CalendarDay) -> String {
    say(
      vi: "Chưa đồng ý cho lưu dữ liệu cá nhân (hỏi ngày \(self.day(day)))",
      en: "No consent to the keeping of personal data (asked on \(self.day(day)))")
  }

  /// The category that an age proposes, before it is saved.
  func categoryProposal(_ proposal: CategoryProposal) -> String {
    say(
      vi: "\(proposal.age) tuổi: đề nghị đối tượng «\(proposal.name)»; chọn khác ở ô Đối tượng",
      en: "Aged \(proposal.age): category “\(proposal.name)” is proposed; choose another above")
  }

  /// Whether the patron agreed to the keeping of personal data, and when; that nobody asked.
  public func consentState(_ state: ConsentState) -> String {
    switch state {
    case .given(let day, let wording):
      say(vi: "đồng ý ngày \(self.day(day))", en: "given on \(self.day(day))")
        + (wording.map { ", \($0)" } ?? "")
    case .refused(let day):
      say(
        vi: "hỏi ngày \(self.day(day)), chưa đồng ý",
        en: "asked on \(self.day(day)), not given")
    case .missing: say(vi: "chưa ghi", en: "not recorded")
    }
  }

  /// The words before it.
  public var consentLabel: String {
    say(vi: "Cho lưu dữ liệu", en: "Consent to data")
  }

  /// Until when a new card is good and which rule says so.
  public func membershipTerm(_ term: MembershipTerm) -> String {
    let until = term.until.map { say(vi: "giá trị đến \(day($0))", en: "good until \(day($0))") }
    let months =
      term.rule.value > 0
      ? say(vi: "\(term.rule.value) tháng, ", en: "\(term.rule.value) months, ") : ""
    return (until ?? say(vi: "không thời hạn", en: "without an end"))
      + " (\(months)\(ruleRow(term.rule.decidedBy)))"
  }
}
