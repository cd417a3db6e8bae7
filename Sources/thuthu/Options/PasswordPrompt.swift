import Foundation
import Glibc
import Terminal

/// Where a password comes from: the file that `THUTHU_PASSWORD_FILE` names, or the terminal.
enum PasswordPrompt {
  /// The password of the account `login`; nil where there is neither a file nor a terminal.
  static func password(for login: String?) throws -> String? {
    if let path = ProcessInfo.processInfo.environment["THUTHU_PASSWORD_FILE"], !path.isEmpty {
      return try firstLine(of: path)
    }
    let who = login.map { " (\($0))" } ?? ""
    return ask(.say(vi: "Mật khẩu\(who): ", en: "Password\(who): "))
  }

  /// A new password: from `path` where it is given, otherwise typed twice at the terminal.
  static func newPassword(from path: String?) throws -> String? {
    if let path { return try firstLine(of: path) }
    guard let password = ask(.say(vi: "Mật khẩu mới: ", en: "New password: ")) else { return nil }
    let again = ask(.say(vi: "Gõ lại mật khẩu: ", en: "The same again: "))
    guard again == password else {
      throw CommandFault.usage(
        .say(vi: "hai lần gõ mật khẩu khác nhau", en: "the two passwords differ"))
    }
    return password
  }

  private static func firstLine(of path: String) throws -> String {
    let bytes = try InputFile.contents(of: path)
    return String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// Asks at the controlling terminal with the echo off; nil where there is none.
  private static func ask(_ question: String) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else { return nil }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer { tcsetattr(terminal, TCSAFLUSH, &settings) }
    var letters = TerminalText(.asked)
    _ = letters.shown(question).utf8CString.withUnsafeBytes {
      write(terminal, $0.baseAddress, $0.count - 1)
    }
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(terminal, &byte, 1) == 1, byte != 0x0A { line.append(byte) }
    _ = write(terminal, "\n", 1)
    return String(decoding: line, as: UTF8.self)
  }
}
