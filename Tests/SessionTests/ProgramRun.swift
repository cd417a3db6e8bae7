import Foundation
import Glibc

/// A program run to its end without a terminal: its status and what it wrote.
struct ProgramRun {
  /// The exit status, or 1000 and the number of the signal that ended it.
  let status: Int
  let output: String
  let errors: String

  enum Failure: Error {
    case notStarted(String)
  }

  var lines: [Substring] { output.split(separator: "\n") }

  /// Runs `program` in `folder`, which has to be there and may be written, with `input` on standard input.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], input: String,
    folder: String
  ) throws {
    let scratch = "\(folder)/run-\(UUID().uuidString)"
    try input.write(toFile: scratch + ".in", atomically: false, encoding: .utf8)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, scratch + ".in", O_RDONLY, 0)
    for (descriptor, name) in [(STDOUT_FILENO, ".out"), (STDERR_FILENO, ".err")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, scratch + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A test runs on threads that block signals; a program must not inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var process: pid_t = 0
    let failure = CStrings.with([program] + arguments) { arguments in
      CStrings.with(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    guard failure == 0 else { throw Failure.notStarted(program) }
    var ending: Int32 = 0
    while waitpid(process, &ending, 0) < 0, errno == EINTR {}
    let signal = ending & 0x7F
    status = signal == 0 ? Int((ending >> 8) & 0xFF) : 1000 + Int(signal)
    output = try String(contentsOfFile: scratch + ".out", encoding: .utf8)
    errors = try String(contentsOfFile: scratch + ".err", encoding: .utf8)
    for name in [".in", ".out", ".err"] { unlink(scratch + name) }
  }
}

/// Strings as C wants them for a new program: an array of pointers with a null at its end.
enum CStrings {
  static func with<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(&pointers)
  }
}
