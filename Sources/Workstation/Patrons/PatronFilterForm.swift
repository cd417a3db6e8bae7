import LibraryCore
import LibraryStore
import Terminal

/// Asks which patrons are listed: those of a sex, of an occupation, or all.
enum PatronFilterForm {
  static func screen(_ workplace: Workplace, _ filter: PatronFilter) -> any Screen {
    let words = workplace.wording
    let everybody = FieldChoice("", label: words.say(vi: "tất cả", en: "all"))
    let choose = words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")
    return FormScreen(
      workplace: workplace, purpose: .looking,
      title: words.say(vi: "LỌC BẠN ĐỌC", en: "FILTER PATRONS"),
      items: [
        Form.Item(
          "sex", label: words.fieldName("sex"),
          field: Field(
            .choice(
              [everybody] + Sex.allCases.map { FieldChoice($0.rawValue, label: words.sex($0)) }),
            text: filter.sex?.rawValue ?? ""), width: 30, hint: choose),
        Form.Item(
          "occupation", label: words.fieldName("occupation"),
          field: Field(
            .choice([everybody] + occupations(workplace, filter.occupation)),
            text: filter.occupation ?? ""), width: 30, hint: choose),
      ]
    ) { form in
      let occupation = form["occupation"]?.text ?? ""
      return .saved(
        PatronFilter(
          sex: form["sex"].flatMap { Sex(rawValue: $0.text) },
          occupation: occupation.isEmpty ? nil : occupation), note: nil)
    }
  }

  /// The house's list, with the occupation that is filtered by where the list has lost it.
  private static func occupations(_ workplace: Workplace, _ stored: String?) -> [FieldChoice] {
    let listed = (workplace.house?.choices(.occupation) ?? []).map {
      FieldChoice($0.code, label: $0.name)
    }
    let missing = stored.map { code in listed.contains { $0.value == code } ? [] : [code] } ?? []
    return listed + missing.map { FieldChoice($0, label: $0) }
  }
}
