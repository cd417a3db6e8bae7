/// Where slips are printed.
public enum SlipPrinter: Equatable, Sendable {
  /// The printing system's own printer, or the one of that name.
  case printingSystem(queue: String?)
  /// A device such as `/dev/usb/lp0`.
  case device(String)
  case network(host: String, port: Int)

  /// Reads `lp`, `lp:NAME`, an absolute path or `host:port`; nil for anything else.
  public init?(_ text: String) {
    if text == "lp" {
      self = .printingSystem(queue: nil)
    } else if text.hasPrefix("lp:"), SlipPrinter.isName(text.dropFirst(3)) {
      self = .printingSystem(queue: String(text.dropFirst(3)))
    } else if text.hasPrefix("/"), text.count > 1 {
      self = .device(text)
    } else if let colon = text.lastIndex(of: ":"),
      let port = Int(text[text.index(after: colon)...]), (1...65_535).contains(port)
    {
      var host = text[..<colon]
      if host.first == "[", host.last == "]" { host = host.dropFirst().dropLast() }
      guard SlipPrinter.isName(host) else { return nil }
      self = .network(host: String(host), port: port)
    } else {
      return nil
    }
  }

  public var text: String {
    switch self {
    case .printingSystem(let queue): queue.map { "lp:" + $0 } ?? "lp"
    case .device(let path): path
    case .network(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
  }

  private static func isName(_ name: Substring) -> Bool {
    !name.isEmpty && name.first != "-" && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}

/// How a slip printer is told the letters of a slip.
public enum SlipLetters: String, CaseIterable, Sendable {
  /// Two pages of TCVN 3, small letters and capitals, switched within a line: Epson.
  case tcvn = "30"
  /// One page of TCVN: Xprinter and most printers sold in Vietnam.
  case vietnam = "27"
  /// As pictures, which every printer knows.
  case raster
  /// Without marks, for a printer that knows nothing else.
  case plain
}

/// The width of the roll.
public enum SlipPaper: String, CaseIterable, Sendable {
  case narrow = "58"
  case wide = "80"

  public var columns: Int {
    switch self {
    case .narrow: 32
    case .wide: 48
    }
  }
}

/// What the house decided of its slips.
public struct SlipSettings: Equatable, Sendable {
  public var printer: SlipPrinter?
  public var letters: SlipLetters
  public var paper: SlipPaper
  /// Whether a visit's slip is printed when the visit ends, without being asked for.
  public var isAutomatic: Bool

  public init(
    printer: SlipPrinter? = nil, letters: SlipLetters = .raster, paper: SlipPaper = .wide,
    isAutomatic: Bool = false
  ) {
    self.printer = printer
    self.letters = letters
    self.paper = paper
    self.isAutomatic = isAutomatic
  }
}
