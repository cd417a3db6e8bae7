import CSodium
import GRDB

/// What the number of a citizen card comes to: enough to know the card again, and not the number itself.
///
/// Each library has a salt of its own, the name its file was born with, so that nobody can tell from two libraries' files that
/// they know the same person, and no table of all numbers made once opens every file. There are few enough numbers that whoever
/// has the file and time could still try them all; it keeps them from the eye, not from an attacker, and is shown nowhere.
enum CitizenKey {
  /// What salted keys begin with, which no older one does.
  private static let mark = "s."

  static func of(_ number: String, in db: Database) throws -> String {
    let salt = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM origin ORDER BY idx LIMIT 1"))
    guard let salt else { preconditionFailure("an open library has its origin's row") }
    return mark + hash("thuthu citizen card \(UInt64(bitPattern: salt)) \(number)")
  }

  /// As keys were before libraries had a salt.
  static func unsalted(_ number: String) -> String { hash("thuthu citizen card \(number)") }

  /// Whether two keys speak of two numbers; a salted one and an older one say nothing of each other.
  static func differ(_ left: String, _ right: String) -> Bool {
    left.hasPrefix(mark) == right.hasPrefix(mark) && left != right
  }

  private static func hash(_ text: String) -> String {
    let text = Array(text.utf8)
    var hash = [UInt8](repeating: 0, count: 32)
    guard crypto_generichash(&hash, hash.count, text, UInt64(text.count), nil, 0) == 0 else {
      preconditionFailure("libsodium refused to hash \(text.count) bytes")
    }
    return hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
