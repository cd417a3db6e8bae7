import LibraryCore
import LibraryStore
import Terminal

/// Asks until when the cards of a class or category are renewed, and whose.
enum RenewalForm {
  /// What was filled in.
  struct Wanted: Sendable {
    var group: PatronGroup
    var renewal: MembershipRenewal
  }

  static func screen(_ workplace: Workplace, _ group: PatronGroup, name: String) -> any Screen {
    let words = workplace.wording
    let today = workplace.desk.today
    let past = words.say(vi: "Ngày phải sau hôm nay", en: "The day must lie after today")
    return FormScreen(
      workplace: workplace, title: words.say(vi: "GIA HẠN THẺ", en: "RENEW CARDS"),
      lead: [StyledText(name, role: .heading)],
      items: [
        Form.Item(
          "until", label: words.say(vi: "Đến hết ngày", en: "Until"),
          field: Field(.date), width: 12,
          hint: words.say(
            vi: "Để trống: theo số tháng của đối tượng trong quy định",
            en: "Empty: for the months that the rules give the category"),
          check: { field in field.day.map { $0 <= today } == true ? past : nil }),
        Form.Item(
          "heldBack", label: words.say(vi: "Còn vướng", en: "Held back"),
          field: Field(
            .choice([
              FieldChoice("no", label: words.say(vi: "bỏ qua", en: "leave them out")),
              FieldChoice("yes", label: words.say(vi: "vẫn gia hạn", en: "renew them too")),
            ])), width: 24,
          hint: words.say(
            vi: "Người còn nợ tiền, bị hạn chế hoặc khoá thẻ",
            en: "Those who owe money, are restricted or blocked")),
      ]
    ) { form in
      .saved(
        Wanted(
          group: group,
          renewal: MembershipRenewal(
            until: form["until"]?.day, includesHeldBack: form["heldBack"]?.text == "yes")),
        note: nil)
    }
  }
}
