import CSodium
import VietnameseText

/// A password as it is stored: argon2id with its own salt and limits, in libsodium's text form.
///
/// The limits are libsodium's interactive ones (64 MiB, some tenths of a second on an old machine). The text goes into an op
/// like any other field, so the log must be read through `LogEntry`, which never shows it.
struct PasswordHash {
  let text: String

  init(text: String) { self.text = text }

  /// Hashes `password`; fails only where the machine has no memory left for it.
  init?(hashing password: String) {
    guard PasswordHash.isReady else { return nil }
    let bytes = PasswordHash.bytes(password)
    var hash = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let status = crypto_pwhash_str(
      &hash, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_opslimit_interactive()),
      crypto_pwhash_memlimit_interactive())
    guard status == 0 else { return nil }
    text = String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func verifies(_ password: String) -> Bool {
    guard PasswordHash.isReady else { return false }
    let bytes = PasswordHash.bytes(password)
    return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
  }

  /// The same password typed by different input methods must give the same bytes.
  private static func bytes(_ password: String) -> [CChar] {
    password.nfc.utf8.map { CChar(bitPattern: $0) }
  }

  private static let isReady = sodium_init() >= 0
}
