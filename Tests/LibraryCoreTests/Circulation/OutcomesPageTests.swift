import Foundation
import LibraryCore
import Testing

@Suite struct OutcomesPageTests {
  @Test("the page of outcomes says what the code says")
  func page() throws {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/outcomes.md")
    if ProcessInfo.processInfo.environment["THUTHU_WRITE_PAGES"] != nil {
      try OutcomesPage.text.write(to: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == OutcomesPage.text)
  }

  @Test("a copy's status gives a refusal a name of its own")
  func itemStatus() {
    #expect(Refusal.itemStatus(.lost).code == "itemLost")
    #expect(Refusal.itemStatus(.missing).code == "itemMissing")
    #expect(Refusal.itemStatus(.damaged).code == "itemDamaged")
    #expect(Refusal.itemStatus(.damaged).permission == .overrideItemStatus)
    #expect(Refusal.itemWithdrawn.permission == nil)
  }
}
