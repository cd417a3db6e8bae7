import Terminal
import Testing

@testable import Workstation

@Suite struct FieldNameTests {
  @Test(
    "no field is named to people by its key",
    arguments: [
      "day", "clock", "qr", "sessions", "weekdays", "group", "heading", "stocktake", "toCallNumber",
      "until", "pickup", "series", "last", "reason", "count", "drawer",
    ])
  func named(key: String) {
    for words in [Wording(.vietnamese), Wording(.english)] {
      let name = words.fieldName(key)
      #expect(name != key && name.first?.isUppercase == true)
    }
  }
}
