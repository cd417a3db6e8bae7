import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Slips of the desk, their templates, and the slip printer.
struct SlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slip",
    abstract: .say(
      vi: "Phiếu in ở quầy: mượn, trả, giữ sách, thu tiền; mẫu và máy in.",
      en: "Slips of the desk: loans, returns, holds, payments; templates and printer."),
    subcommands: [
      Visit.self, Hold.self, Transfer.self, Box.self, Receipt.self, Test.self,
      SlipTemplateCommand.self,
    ])

  struct Visit: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "visit",
      abstract: .say(
        vi: "Phiếu của lượt mượn, trả, nộp tiền mới nhất hôm nay.",
        en: "The slips of today's last visit: loans, returns, payments."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: SlipTarget

    @Option(
      help: .say(
        "card", vi: "Số thẻ; không có thì người được phục vụ sau cùng.",
        en: "The card; without one whoever was served last."))
    var patron: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      let slips = try SlipWriter(session.desk, session.words).visit(of: patron)
      return try target.deliver(slips, session)
    }
  }

  struct Hold: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "hold",
      abstract: .say(
        vi: "Phiếu kẹp trong bản giữ cho người chờ, hoặc bản chuyển đi nơi khác.",
        en: "The slip for a copy on the hold shelf, or on its way to another library."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: SlipTarget

    @Argument(help: .say("hold", vi: "Số giữ chỗ.", en: "The hold's number."))
    var hold: EntityID

    func run(in session: LibrarySession) throws -> ExitStatus {
      let slip = try SlipWriter(session.desk, session.words).hold(hold)
      return try target.deliver(slip.map { [$0] } ?? [], session)
    }
  }

  struct Transfer: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "transfer",
      abstract: .say(
        vi: "Phiếu đi kèm một bản gửi sang thư viện khác.",
        en: "The slip that goes with a copy to another library."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: SlipTarget

    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      let slip = try SlipWriter(session.desk, session.words).transfer(of: barcode)
      return try target.deliver([slip].compactMap { $0 }, session)
    }
  }

  struct Box: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "box",
      abstract: .say(
        vi: "Phiếu luân chuyển: danh sách các bản đi theo thùng.",
        en: "The list of copies that goes with a box."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: SlipTarget

    @Argument(help: .say("box", vi: "Số thùng.", en: "The box's number."))
    var box: EntityID

    func run(in session: LibrarySession) throws -> ExitStatus {
      let slip = try SlipWriter(session.desk, session.words).box(box)
      return try target.deliver([slip].compactMap { $0 }, session)
    }
  }

  struct Receipt: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "receipt",
      abstract: .say(
        vi: "Phiếu thu, phiếu chi của một khoản đã ghi.",
        en: "The receipt of a payment, a deposit or money handed back."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: SlipTarget

    @Argument(help: .say("op", vi: "Số việc của khoản.", en: "The action that made the entry."))
    var entry: OpID

    func run(in session: LibrarySession) throws -> ExitStatus {
      let slip = try SlipWriter(session.desk, session.words).receipt(entry)
      return try target.deliver([slip].compactMap { $0 }, session)
    }
  }

  struct Test: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: .say(
        vi: "In phiếu thử: mỗi bảng chữ một dòng, để chọn bảng đọc đúng.",
        en: "Print a test slip: a line in each kind of letters, to choose the one that reads right."
      ))

    @OptionGroup var global: GlobalOptions

    @Option(
      help: .say(
        "printer", vi: "lp, lp:TÊN, /dev/usb/lp0 hoặc máy:cổng; mặc định theo thiết lập.",
        en: "lp, lp:NAME, /dev/usb/lp0 or host:port; by default as set."))
    var printer: SlipPrinter?

    func run(in session: LibrarySession) throws -> ExitStatus {
      var settings = try session.desk.houseConfiguration().slipSettings
      settings.printer = printer ?? settings.printer
      if let fault = TestSlip.send(settings, session.words) {
        throw CommandFault.machine(session.words.slipDeliveryFault(fault))
      }
      let choices = SlipLetters.allCases.enumerated().map { number, letters in
        "\(number + 1). \(letters.rawValue): \(session.words.slipLetters(letters))"
      }
      session.answer(
        ["outcome": "sent"],
        session.words.say(
          vi: "Đã gửi. Dòng nào đọc đúng thì đặt slips.letters theo dòng ấy:",
          en: "Sent. Set slips.letters to the line that reads right:") + "\n"
          + choices.joined(separator: "\n"))
      return .done
    }
  }
}

/// Where slips go: a file or standard output, or the slip printer.
struct SlipTarget: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: .say(
      "file", vi: "Tệp để ghi; không có thì ra đầu ra chuẩn.",
      en: "The file to write; standard output without one."))
  var output = "-"

  @Flag(
    name: .customLong("print"),
    help: .say(vi: "In ở máy in phiếu đã chọn.", en: "Print with the chosen slip printer."))
  var isPrinted = false

  @Option(
    help: .say(
      "printer", vi: "In ở máy này: lp, lp:TÊN, /dev/usb/lp0 hoặc máy:cổng.",
      en: "Print here: lp, lp:NAME, /dev/usb/lp0 or host:port."))
  var printer: SlipPrinter?

  /// Whether standard output is left to what is said of it.
  var isElsewhere: Bool { output != "-" || isPrinted || printer != nil }

  func deliver(_ slips: [Slip], _ session: LibrarySession) throws -> ExitStatus {
    guard !slips.isEmpty else {
      session.answer(
        ["outcome": "nothing"],
        session.words.say(
          vi: "Không có gì để in phiếu.", en: "There is nothing to print a slip of."))
      return .refused
    }
    // A printer named as the file is a printer, too.
    var named = printer
    if case .network? = SlipPrinter(output) { named = named ?? SlipPrinter(output) }
    if isPrinted || named != nil { return try print(slips, on: named, session) }
    if session.isJSON, output == "-" {
      for slip in slips {
        session.output.line([
          "outcome": "slip", "kind": .text(slip.kind.rawValue), "text": .text(slip.text),
        ])
      }
      return .done
    }
    try write(slips.map(\.text).joined(separator: "\n"), session)
    return .done
  }

  private func print(
    _ slips: [Slip], on printer: SlipPrinter?, _ session: LibrarySession
  ) throws -> ExitStatus {
    var settings = try session.desk.houseConfiguration().slipSettings
    settings.printer = printer ?? settings.printer
    for slip in slips {
      if let fault = SlipDelivery.send(slip.text, settings) {
        throw CommandFault.machine(session.words.slipDeliveryFault(fault))
      }
    }
    session.answer(
      ["outcome": "printed", "slips": .count(slips.count)],
      session.words.say(
        vi: "Đã in \(slips.count) phiếu.", en: "Printed \(counted(slips.count, "slip"))."))
    return .done
  }

  func write(_ text: String, _ session: LibrarySession) throws {
    session.output.flush()
    let file = try OutputFile(output)
    var bytes = Array(text.utf8)
    try file.write(&bytes)
    try file.close()
  }
}
