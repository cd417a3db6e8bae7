import LibraryCore
import LibraryStore
import Terminal

/// What a form has to say about the address in it: today's units for former ones, or how the typed text may go on.
///
/// Nothing is changed until somebody takes a choice.
struct AddressHelp: Equatable {
  /// Whole addresses to choose from.
  private(set) var choices: [String] = []
  private(set) var place = 0
  /// Whether the address names units that are no more.
  private(set) var isFormer = false
  /// The province of today where no commune can be proposed.
  private(set) var provinceNow: String?

  static let choicesMaximum = 9

  var choice: String? { choices.isEmpty ? nil : choices[place] }

  /// Looks at the address anew; how it may go on is told only while it is typed.
  mutating func look(
    at address: String, _ units: AdministrativeUnits?, on day: CalendarDay, isTyped: Bool
  ) {
    self = AddressHelp()
    guard let units else { return }
    let reading = AddressReading(address, units, on: day)
    switch reading.standing {
    case .former:
      isFormer = true
      choices = Array(reading.proposals.map(\.text).prefix(AddressHelp.choicesMaximum))
      provinceNow = reading.provinceNow
    case .current: break
    case .unknown where isTyped:
      choices = units.suggestions(for: address, on: day, limit: AddressHelp.choicesMaximum)
    case .unknown: break
    }
  }

  mutating func next() { if !choices.isEmpty { place = (place + 1) % choices.count } }

  /// The line that says so; nil where there is nothing to say.
  func line(_ words: Wording) -> String? {
    let count = choices.count > 1 ? " (\(place + 1)/\(choices.count))" : ""
    if let choice {
      return
        (isFormer
        ? words.say(vi: "Địa chỉ nay: ", en: "Address today: ")
        : words.say(vi: "Có phải: ", en: "Is it: ")) + choice + count
    }
    return isFormer
      ? provinceNow.map {
        words.say(vi: "Địa chỉ theo đơn vị cũ; nay thuộc \($0)", en: "Former units; now in \($0)")
      } : nil
  }
}

extension PatronFormScreen {
  private static let addressField = PatronField.address.key

  /// Reads the units when the first form needs them, off the main thread.
  func readUnits() -> [Effect] {
    if workplace.addressTable != nil {
      lookAtAddress()
      return []
    }
    let places = workplace.appearance.places
    return [.job(name: "units") { AddressTable(places) }]
  }

  func take(_ table: AddressTable) -> [Effect] {
    workplace.addressTable = table
    lookAtAddress()
    guard let faulty = table.faults.first else { return [] }
    return [.status(words.addressTableFault(faulty), .statusWarning)]
  }

  /// To be called when the address or the focus changed.
  func lookAtAddress() {
    let isFocused =
      form.items.indices.contains(form.focus)
      && form.items[form.focus].id == PatronFormScreen.addressField
    let address = form[PatronFormScreen.addressField]?.text ?? ""
    addressHelp.look(
      at: address, workplace.addressTable?.units, on: workplace.desk.today, isTyped: isFocused)
  }

  /// Puts the shown choice into the form.
  func takeAddress() -> [Effect] {
    guard let choice = addressHelp.choice else { return [.bell] }
    form.setText(choice, for: PatronFormScreen.addressField)
    lookAtAddress()
    return []
  }

  /// Says what is to be known of the address, or else that the phone number will be kept in another form.
  func drawAddressHelp(into surface: inout Surface, row: Int) {
    let phone = PatronDraft(fields: [.phone: form[PatronField.phone.key]?.text ?? ""]).notices.first
    guard let line = addressHelp.line(words) ?? phone.map(words.entryNotice) else { return }
    surface.write(
      line, at: Point(row: row, column: 2), role: addressHelp.isFormer ? .warning : .muted,
      width: max(0, surface.size.columns - 4))
  }
}
