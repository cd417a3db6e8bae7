import ArgumentParser
import Glibc
import LibraryCore
import LibraryStore
import SelfCheck
import Synchronization
import Terminal
import Workstation

/// Serves self-check machines until it is ended.
struct SelfCheckCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "sip2",
    abstract: .say(
      vi: "Phục vụ máy tự mượn trả theo giao thức SIP2.", en: "Serve self-check machines by SIP2."),
    discussion: .say(
      vi:
        "Chạy đến khi bị dừng (Ctrl+C). Máy đăng nhập bằng tài khoản của mình (93), hoặc làm việc cho người mở lệnh này.",
      en:
        "Runs until it is ended (Ctrl+C). Machines sign in with an account of their own (93), or act for whoever gave this command."
    ))

  @OptionGroup var global: GlobalOptions

  @Option(
    name: .customLong("listen"),
    help: .say(
      "place", vi: "Địa chỉ và cổng; mặc định theo thiết lập, hoặc 127.0.0.1:6001.",
      en: "Address and port; by default the setting's, or 127.0.0.1:6001."))
  var place: String?

  @Option(
    help: .say(
      "words", vi: "Cách máy muốn: crlf, plainDates, noMarks, anyChecksum.",
      en: "How machines want it: crlf, plainDates, noMarks, anyChecksum."))
  var habits: String?

  @Flag(
    help: .say(
      vi: "Máy nào cũng phải đăng nhập.", en: "Every machine has to sign in."))
  var signIn = false

  @Flag(help: .say(vi: "In từng tin hỏi và đáp.", en: "Print every message and answer."))
  var verbose = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let house = try session.desk.houseConfiguration()
    let text = [place ?? house.settings[HouseSetting.selfCheck], habits].compactMap { $0 }
      .joined(separator: " ")
    guard let plan = SelfCheckPlan(text) else {
      throw CommandFault.badInput(session.words.wrongPlan(text))
    }
    let isVerbose = verbose
    let words = session.words
    // Machines are served on threads of their own.
    let log = Mutex(Output(to: STDERR_FILENO))
    let server: SelfCheckServer
    do {
      server = try SelfCheckServer(
        SelfCheckHouse(
          file: session.desk.file, clock: SystemClock(), desk: signIn ? nil : session.desk,
          habits: plan.habits, words: { Wording($0 == .english ? .english : .vietnamese) }),
        address: plan.address, port: plan.port
      ) { event in
        if case .exchanged = event, !isVerbose { return }
        log.withLock {
          $0.line(words.selfCheckEvent(event))
          $0.flush()
        }
      }
    } catch let fault as SelfCheckFault {
      throw CommandFault.machine(words.cannotListen(fault))
    }
    session.answer(
      ["outcome": "listening", "address": .text(plan.address), "port": .count(Int(server.port))],
      words.listening(plan.address, server.port))
    session.output.flush()
    server.run()
    return .done
  }
}
