import LibraryCore
import LibraryStore
import Testing

@Suite("Debts of a family")
struct FamilyDebtTests {
  @Test("what guardian and siblings owe stands against a child where a rule says so")
  func family() throws {
    let library = try TestLibrary()
    let desk = library.desk
    try library.addItem("VV.1")
    let parent = try library.addPatron("ME1", name: "Trần Thị Mai")
    for card in ["CON1", "CON2"] {
      try library.addPatron(card, [.guardian: "\(parent.rawValue)"])
    }
    for card in ["ME1", "CON2"] {
      let entry = AccountEntry(.charge, Money(dong: 3000), charge: .other, note: "in ảnh")
      #expect(try desk.enter(entry, for: card).op != nil)
    }
    #expect(try desk.checkOut("VV.1", to: "CON1", dryRun: true).reasons == nil)
    _ = try desk.setRule(RuleScope(), values: [.familyOwedMaximum: 5999])
    let reasons = try desk.checkOut("VV.1", to: "CON1", dryRun: true).reasons
    #expect(reasons?.map(\.code) == ["familyOwesTooMuch"])
    let own = try desk.checkOut("VV.1", to: "ME1", dryRun: true)
    #expect(own.reasons == nil, "a guardian answers for what the children owe: 3.000 đ")
    #expect(try desk.patron("CON1")?.familyOwed == Money(dong: 6000))
  }
}
