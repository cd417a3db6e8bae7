public import LibraryCore
import Terminal

/// A slip that prints the same line with every kind of letters, numbered, so that a person sees which reads right.
public enum TestSlip {
  /// The bytes of the slip; nil where the font is missing.
  public static func codes(_ paper: SlipPaper, _ words: Wording) -> [UInt8]? {
    guard let font = ConsoleFonts.builtIn?.large else { return nil }
    func codes(_ letters: SlipLetters) -> SlipPrinterCodes {
      SlipPrinterCodes(letters: letters, paper: paper, font: font)
    }
    var bytes: [UInt8] = []
    for (number, letters) in SlipLetters.allCases.enumerated() {
      bytes += codes(.plain).body("\(number + 1). \(letters.rawValue)\n")
      bytes += codes(letters).body(sample + "\n")
    }
    let heading = words.say(vi: "Dong nao doc dung?", en: "Which line reads right?")
    return codes(.plain).slip(heading + "\n", then: bytes)
  }

  /// Sends the slip to the printer of the settings; the printing system gets the line as text, since it knows all letters.
  public static func send(_ settings: SlipSettings, _ words: Wording) -> SlipDelivery.Fault? {
    guard let printer = settings.printer else { return .noPrinter }
    if case .printingSystem = printer { return SlipDelivery.send(sample + "\n", settings) }
    guard let bytes = codes(settings.paper, words) else { return .noFont }
    return SlipDelivery.send(bytes, to: printer)
  }

  /// Small letters and capitals with every mark, short enough for the narrow roll.
  static let sample = "Đọc sách: ăâêôơư ẮẦỄỘỢỮ ỳỷỹ"
}
