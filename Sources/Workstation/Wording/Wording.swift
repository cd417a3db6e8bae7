public import LibraryCore
public import LibraryStore
public import Terminal
import VietnameseText

/// Every sentence the program says, in the language of the person in front of it.
///
/// Each phrase is given in Vietnamese and in English at once: leaving one out does not compile. Vietnamese comes first and is
/// a librarian's Vietnamese; the English follows the field's terms (docs/glossary.md).
public struct Wording: Sendable {
  public let language: Language
  /// The names that the house's lists give to codes.
  private var names: [TermKind: [String: String]] = [:]

  public init(_ language: Language) { self.language = language }

  /// The same wording, which names what is on the lists of `house` instead of giving codes.
  public func naming(_ house: HouseConfiguration) -> Wording {
    var wording = self
    for kind in TermKind.allCases { wording.names[kind] = house.names(kind) }
    return wording
  }

  /// What people call a code of a list; the code itself where no list has it.
  public func term(_ kind: TermKind, _ code: String) -> String { names[kind]?[code] ?? code }

  /// The phrase in the language spoken here.
  public func say(vi: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch language {
    case .vietnamese: vi()
    case .english: en()
    }
  }

  public func say(_ text: LocalizedText) -> String { text[language] }

  /// A code fit to show: control characters made visible, at most 40 characters.
  public func visible(_ code: String) -> String {
    let shown = code.unicodeScalars.prefix(41).map { scalar in
      scalar.properties.generalCategory == .control ? "␦" : String(scalar)
    }
    return shown.count <= 40 ? shown.joined() : shown.prefix(39).joined() + "…"
  }

  /// A day as people here read it: `dd/MM/yyyy` in Vietnamese, `YYYY-MM-DD` in English.
  public func day(_ day: CalendarDay) -> String { say(vi: day.vietnamese, en: day.iso) }

  /// When a copy is due: the day, or the time on it.
  public func due(_ due: Due) -> String {
    due.time.map { "\($0.text) \(day(due.day))" } ?? day(due.day)
  }

  /// A due date that staff asked for; without a time the rules say when on that day.
  func requestedDue(_ requested: RequestedDue) -> String {
    requested.time.map { "\($0.text) \(day(requested.day))" } ?? day(requested.day)
  }

  /// The same where there is little room: a time stands with its day, without the year.
  public func shortDue(_ due: Due) -> String {
    due.time.map { "\($0.text) \(shortDay(due.day))" } ?? day(due.day)
  }

  /// A day without its year, where that is plain: `24/11`, `11-24`.
  func shortDay(_ day: CalendarDay) -> String {
    say(vi: String(day.vietnamese.prefix(5)), en: String(day.iso.suffix(5)))
  }

  public func moment(_ moment: LibraryCore.Moment) -> String {
    "\(day(moment.day)) \(moment.clock)"
  }

  public func money(_ amount: Money) -> String { amount.vietnamese }

  /// An amount as receipts say it, in Vietnamese in either language; in figures where it has no words.
  public func moneyInWords(_ amount: Money) -> String {
    AmountInWords.dong(amount.dong) ?? money(amount)
  }

  public func weekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: say(vi: "thứ Hai", en: "Monday")
    case .tuesday: say(vi: "thứ Ba", en: "Tuesday")
    case .wednesday: say(vi: "thứ Tư", en: "Wednesday")
    case .thursday: say(vi: "thứ Năm", en: "Thursday")
    case .friday: say(vi: "thứ Sáu", en: "Friday")
    case .saturday: say(vi: "thứ Bảy", en: "Saturday")
    case .sunday: say(vi: "Chủ nhật", en: "Sunday")
    }
  }
}
