public import LibraryCore
import Terminal

/// Where letters go that somebody named in one line.
public enum LetterDestination: Equatable, Sendable {
  /// The printing system, page by page.
  case printingSystem(SlipPrinter)
  /// A roll printer, each letter as wide as the roll and cut from the next.
  case roll(SlipPrinter)
  case file(String)

  /// Reads a printer as the settings name one, or the path of a file.
  ///
  /// A path is a printer below `/dev`, or where it is `slipPrinter`, the one of the settings; nothing that names a printer ever
  /// becomes a file of that name.
  public init(_ text: String, slipPrinter: SlipPrinter?) {
    switch SlipPrinter(text) {
    case .printingSystem(let queue)?: self = .printingSystem(.printingSystem(queue: queue))
    case .network(let host, let port)?: self = .roll(.network(host: host, port: port))
    case .device(let path)? where path.hasPrefix("/dev/") || .device(path) == slipPrinter:
      self = .roll(.device(path))
    case .device, nil: self = .file(text)
    }
  }

  /// Where the chosen slip printer takes letters; nil where none is chosen.
  public init?(_ slipPrinter: SlipPrinter?) {
    guard let slipPrinter else { return nil }
    if case .printingSystem = slipPrinter {
      self = .printingSystem(slipPrinter)
    } else {
      self = .roll(slipPrinter)
    }
  }
}

extension SlipDelivery {
  /// Prints letters, each on a page or a piece of roll of its own; nil when the printer took all of them.
  public static func send(_ letters: [String], _ settings: SlipSettings) -> Fault? {
    guard let printer = settings.printer else { return .noPrinter }
    if case .printingSystem = printer {
      return send(letters.joined(separator: ReminderPaper.newPage), settings)
    }
    guard let font = ConsoleFonts.builtIn?.large else { return .noFont }
    let codes = SlipPrinterCodes(letters: settings.letters, paper: settings.paper, font: font)
    return send(letters.flatMap { codes.slip($0) }, to: printer)
  }
}

extension Wording {
  /// A list to be read by a program belongs into a file.
  public func listIsNoLetter(_ printer: SlipPrinter) -> String {
    say(
      vi: "Danh sách nhắn tin là tệp, không in ở máy in phiếu \(printer.text)",
      en: "The list for messages is a file; \(printer.text) prints letters only")
  }
}
