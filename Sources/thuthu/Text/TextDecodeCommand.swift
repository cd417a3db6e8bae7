import ArgumentParser
import VietnameseText

/// Text in legacy encodings, as bytes or as the letters they were taken for.
struct TextDecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: .say(
      vi: "Đổi chữ cũ (TCVN3, VNI, …) và chữ hỏng sang Unicode dựng sẵn.",
      en: "Turn legacy encodings (TCVN3, VNI, …) and spoilt text into composed Unicode."))

  /// A person chooses among these at most.
  private static let candidatesMaximum = 3

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("encoding", vi: EncodingChoice.choices, en: EncodingChoice.choices))
  var encoding: EncodingChoice = .automatic

  func run() throws {
    let output = Output()
    defer { output.flush() }
    var input = LineInput()
    while let line = try input.next() {
      let received = ReceivedText(line.last == 0x0D ? line.dropLast() : line)
      answer(received, output)
      if !input.hasLine { output.flush() }
    }
  }

  private func answer(_ received: ReceivedText, _ output: Output) {
    let reading = encoding.reading(of: [received])
    let text = reading?.text ?? received.shown
    guard global.json else { return output.line(text) }
    let candidates = LegacyDetector().readings(of: [received])
    let confidence = reading?.confidence ?? candidates.first { $0.encoding == nil }?.confidence ?? 1
    output.line([
      "text": .text(received.shown), "decoded": .text(text),
      "encoding": .text(reading.name), "confidence": .share(confidence),
      "guesses": .list(
        (reading?.guesses ?? []).map {
          ["received": .text($0.received), "meant": .text($0.meant)]
        }),
      "candidates": .list(
        candidates.prefix(TextDecodeCommand.candidatesMaximum).map { candidate in
          [
            "encoding": .text(Optional(candidate).name), "decoded": .text(candidate.text),
            "confidence": .share(candidate.confidence),
          ]
        }),
    ])
  }
}

extension LegacyReading? {
  /// The name of the encoding; text that is right as it stands is `utf8`.
  fileprivate var name: String { self?.encoding?.rawValue ?? EncodingChoice.asDeclared.name }
}

extension EncodingChoice {
  static let choices = all.map(\.name).joined(separator: ", ")
}
