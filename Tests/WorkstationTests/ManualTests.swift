import Foundation
import Terminal
import Testing

/// The manual pages name what the code knows.
@Suite("The manual")
struct ManualTests {
  private func words(of page: String) throws -> Set<Substring> {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("man/\(page)"), encoding: .utf8)
    return Set(text.split(whereSeparator: \.isWhitespace))
  }

  @Test("every role is in the page on themes")
  func roles() throws {
    let words = try words(of: "thuthu-theme.5")
    for role in Role.standard { #expect(words.contains(Substring(role.name)), "\(role.name)") }
  }

  @Test("every context of the widgets is in the page on key maps")
  func contexts() throws {
    let words = try words(of: "thuthu-keys.5")
    for context in KeyContext.standard {
      #expect(words.contains(Substring(context.name)), "\(context.name)")
    }
  }
}
