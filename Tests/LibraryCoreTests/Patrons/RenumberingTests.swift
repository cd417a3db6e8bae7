import LibraryCore
import Testing

@Suite("Telephone numbers of before 2018")
struct RenumberingTests {
  static let prefixes = [
    ("0120", "070"), ("0121", "079"), ("0122", "077"), ("0126", "076"), ("0128", "078"),
    ("0123", "083"), ("0124", "084"), ("0125", "085"), ("0127", "081"), ("0129", "082"),
    ("0162", "032"), ("0163", "033"), ("0164", "034"), ("0165", "035"), ("0166", "036"),
    ("0167", "037"), ("0168", "038"), ("0169", "039"), ("0186", "056"), ("0188", "058"),
    ("0199", "059"),
  ]

  @Test("each old prefix has its new one, in every way of writing", arguments: prefixes)
  func renumbers(old: String, new: String) {
    #expect(PhoneNumbers.renumbered(old + "1234567") == new + "1234567")
    #expect(PhoneNumbers.renumbered("\(old) 123 4567") == "\(new) 123 4567")
    #expect(
      PhoneNumbers.renumbered("+84\(old.dropFirst())1234567") == "+84\(new.dropFirst())1234567")
    #expect(
      PhoneNumbers.renumbered("84 \(old.dropFirst()).123.4567") == "84 \(new.dropFirst()).123.4567")
    let renumbered = PhoneNumbers(new + "1234567")
    #expect(PhoneNumbers(PhoneNumbers.renumbered(old + "1234567") ?? "") == renumbered)
  }

  @Test(
    "other numbers stay, beside an old one too",
    arguments: [
      ("0912345678", nil), ("02438255397", nil), ("0130 123 4567", nil), ("0169", nil), ("", nil),
      ("01691234567 / 024 3825 5397", "0391234567 / 024 3825 5397"),
      ("0912 345 678; 0123-456-7890", "0912 345 678; 083-456-7890"), ("016912345678", nil),
    ])
  func keepsOthers(text: String, renumbered: String?) {
    #expect(PhoneNumbers.renumbered(text) == renumbered)
  }

  @Test("a number is stored as it is dialled now, and a second reading changes nothing")
  func stored() throws {
    let today = try #require(CalendarDay(iso: "2026-11-23"))
    #expect(PatronField.phone.read("0169 123 4567", today: today) == .value("039 123 4567"))
    #expect(PatronField.phone.read("039 123 4567", today: today) == .value("039 123 4567"))
    #expect(
      PatronDraft(name: "An", phone: " 01691234567").notices
        == [.phoneRenumbered(typed: "01691234567", stored: "0391234567")])
    #expect(PatronDraft(name: "An", phone: "0391234567").notices.isEmpty)
  }

  @Test("either prefix is looked for when one is typed")
  func searched() {
    #expect(PatronQuery("0169 123 4567").words.map(\.folded) == [["01691234567", "0391234567"]])
    #expect(PatronQuery("0391234567").words.map(\.folded) == [["0391234567", "01691234567"]])
    #expect(PatronQuery("0169").words.map(\.folded) == [["0169", "039"]])
    #expect(PatronQuery("0912345678").words.map(\.folded) == [["0912345678"]])
    #expect(PatronQuery("an 1987").words.map(\.folded) == [["an"], ["1987"]])
  }

  @Test("a citizen card in capitals gives an ordinary name, and the capitals are told")
  func citizenCard() throws {
    let card = try #require(
      CitizenCard(qr: "001087123456||NGUYỄN VĂN AN|02051987|Nam|Xã Tân Phú|15042021"))
    let draft = PatronDraft(card)
    #expect(draft[.name] == "Nguyễn Văn An")
    #expect(
      draft.notices == [
        .nameInCapitals(onCard: "NGUYỄN VĂN AN", stored: "Nguyễn Văn An"), .consentMissing,
      ])
    let ordinary = try #require(
      CitizenCard(qr: "001087123456||Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"))
    #expect(PatronDraft(ordinary).notices == [.consentMissing])
  }
}
