import ArgumentParser
import Foundation
import LibraryCore
import Workstation

/// Whether an address that names units of before July 2025 is brought up to date.
struct AddressOption: ParsableArguments {
  @Flag(
    help: .say(
      vi: "Địa chỉ theo đơn vị hành chính cũ thì ghi theo xã, tỉnh nay, nếu rõ là xã nào.",
      en: "Bring an address of former units up to date, where one commune alone can be meant."))
  var currentAddress = false

  /// Looks at the draft's address as was asked for, and gives what is to be told.
  func settle(_ draft: inout PatronDraft, on day: CalendarDay) -> [EntryNotice] {
    draft.settled(on: day, bringsAddressUp: currentAddress)
  }
}

extension PatronDraft {
  /// Looks at the address, brings it up to date where that is wanted, and gives what is to be told of the draft.
  mutating func settled(on day: CalendarDay, bringsAddressUp: Bool) -> [EntryNotice] {
    guard self[.address] != nil, let units = AddressTable.forCommands.units else { return notices }
    let notice = settleAddress(units, on: day, bringsUp: bringsAddressUp)
    return notices + (notice.map { [$0] } ?? [])
  }
}

extension AddressTable {
  /// The table, read once; what is wrong with a file is told on standard error.
  static let forCommands: AddressTable = {
    let table = AddressTable(SettingPlaces(environment: ProcessInfo.processInfo.environment))
    let errors = Output(to: 2)
    for faulty in table.faults { errors.line("thuthu: " + Speech.words.addressTableFault(faulty)) }
    errors.flush()
    return table
  }()
}

extension JSONValue {
  init(_ notice: EntryNotice) {
    let data: JSONValue
    switch notice {
    case .phoneRenumbered(let typed, let stored), .addressBroughtUp(let typed, let stored):
      data = ["typed": .text(typed), "stored": .text(stored)]
    case .nameInCapitals(let onCard, let stored):
      data = ["onCard": .text(onCard), "stored": .text(stored)]
    case .unknownCode(let kind, let code, let known):
      data = [
        "list": .text(kind.rawValue), "code": .text(code),
        "known": .list(known.map { .text($0) }),
      ]
    case .emailDoubtful(let email): data = ["typed": .text(email)]
    case .guardianMissing(let age): data = ["age": age.map { .count($0) } ?? .null]
    case .categoryProposed(let code, let name, let age):
      data = ["category": .text(code), "name": .text(name), "age": .count(age)]
    case .consentMissing: data = .object([])
    case .holdWaitsAgain(let kept): data = .waitsAgain(kept)
    case .citizenCard(let fault): data = ["fault": .text(fault.rawValue)]
    case .addressFormer(let proposals):
      data = ["proposals": .list(proposals.map { .text($0) })]
    }
    self = ["code": .text(notice.code), "data": data]
  }

  /// The notices of an entry as members to be added to its outcome; none where there are none.
  static func notices(_ notices: [EntryNotice]) -> JSONValue {
    notices.isEmpty
      ? .object([]) : ["notices": .list(notices.map { JSONValue($0) })]
  }
}

extension Wording {
  /// What was done, with what is stored otherwise than it was typed.
  func done(_ sentence: String, _ notices: [EntryNotice]) -> String {
    ([sentence] + notices.map(entryNotice)).joined(separator: "; ")
  }
}
