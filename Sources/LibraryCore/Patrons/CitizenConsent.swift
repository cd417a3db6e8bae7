/// What is said to a patron whose citizen card was read, and what the answer is kept as.
///
/// The keeping of personal data asks for a consent that was informed of which data, for what and by whom, and that was given:
/// silence is none, and nothing is ticked beforehand (Law 91/2025/QH15, Decree 356/2025/NĐ-CP; field/vietnam.md 5.4). The words
/// stand on the screen while the key is pressed, so their version is kept with the day; the moment is that of the op. Who does not
/// consent may have a card all the same, because a loan needs to know who owes the copy; that the patron was asked and did not
/// consent is kept too.
public enum CitizenConsent {
  /// The version of the words on the screen; a new one for every change of what they say.
  public static let wording = "CC-1"

  /// The same words, agreed to by the guardian of a child.
  public static let guardianWording = "CC-1-GH"
}

extension PatronDraft {
  /// The patron, or the guardian of a child, said yes on `day` to the words that were shown.
  public mutating func recordConsent(on day: CalendarDay) {
    let isChild =
      Audience(
        age: Patron.age(born: readBirth(on: day), on: day),
        category: self[.category] ?? Patron.defaultCategory) == .child
    self[.consentOn] = day.iso
    self[.consentWording] = isChild ? CitizenConsent.guardianWording : CitizenConsent.wording
  }

  /// The patron was asked on `day` and did not say yes.
  public mutating func recordNoConsent(on day: CalendarDay) {
    self[.consentOn] = nil
    self[.consentWording] = nil
    self[.consentRefusedOn] = day.iso
  }

  private func readBirth(on day: CalendarDay) -> String? {
    guard case .value(let born) = PatronField.born.read(self[.born], today: day) else { return nil }
    return born
  }

  /// Whether a citizen card was read and nobody wrote down what its holder says to the keeping of the data.
  var lacksConsent: Bool {
    citizenNumber != nil
      && [PatronField.consentOn, .consentRefusedOn].allSatisfy { (self[$0] ?? "").isEmpty }
  }
}
