import Glibc
import Terminal

/// Standard output with a buffer of its own: whole lines, few writes.
///
/// When the reader has gone away the program ends at once and without a word, as `head` expects.
final class Output {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// How text is written where a terminal reads it; files and pipes get it as it is.
  private var letters: TerminalText?
  private static let bufferBytes = 32 * 1024

  init(to descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    if isTerminal { letters = TerminalText(.asked) }
    buffer.reserveCapacity(Output.bufferBytes)
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  func line(_ text: String) {
    buffer += (letters?.shown(text) ?? text).utf8
    endLine()
  }

  func line(_ value: JSONValue) {
    value.write(to: &buffer)
    endLine()
  }

  func write(_ bytes: some Sequence<UInt8>) {
    buffer += bytes
    if buffer.count >= Output.bufferBytes { flush() }
  }

  private func endLine() {
    buffer.append(0x0A)
    if buffer.count >= Output.bufferBytes { flush() }
  }

  func flush() {
    var sent = 0
    while sent < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno == EPIPE {
        exit(ExitStatus.done.rawValue)
      } else if errno != EINTR {
        fail()
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Says why nothing more can be told, and ends.
  private func fail() -> Never {
    let reason = String(cString: strerror(errno))
    let sentence = String.say(
      vi: "thuthu: không ghi được kết quả ra: \(reason)\n",
      en: "thuthu: cannot write the answer: \(reason)\n")
    _ = Array(sentence.utf8).withUnsafeBytes { bytes in
      Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
    exit(ExitStatus.machine.rawValue)
  }

  /// Runs `work` and sends what it wrote, however it ends.
  func flushing<Value>(_ work: () throws -> Value) rethrows -> Value {
    defer { flush() }
    return try work()
  }
}
