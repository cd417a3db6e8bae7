import LibraryCore
import LibraryStore
import Terminal

/// Prints letters on a worker thread, and says that readers were reminded only once the printer took all of them.
final class LetterPrintingScreen: Screen {
  private struct Answer: Sendable {
    var fault: SlipDelivery.Fault?
  }

  let context = "reader"
  private let workplace: Workplace
  private let letters: [String]
  private let settings: SlipSettings
  /// What is done once the letters are on paper, with what to hand back and to say.
  private let printed: () throws -> (any Sendable, [Effect])
  private var isSent = false
  private var state: [StyledText]

  init(
    workplace: Workplace, _ letters: [String], _ settings: SlipSettings,
    printed: @escaping () throws -> (any Sendable, [Effect])
  ) {
    self.workplace = workplace
    self.letters = letters
    self.settings = settings
    self.printed = printed
    let words = workplace.wording
    let printer = settings.printer?.text ?? ""
    state = [
      StyledText(
        words.say(
          vi: "Đang in \(letters.count) giấy ở \(printer)…",
          en: "Printing \(letters.count) letters on \(printer)…"))
    ]
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared where !isSent:
      isSent = true
      let (letters, settings) = (letters, settings)
      return [
        .job(name: "letters") { Answer(fault: SlipDelivery.send(letters, settings)) }
      ]
    case .message(let answer as Answer): return take(answer)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    default: return []
    }
  }

  private func take(_ answer: Answer) -> [Effect] {
    if let fault = answer.fault {
      state = [
        StyledText(words.slipDeliveryFault(fault), role: .error),
        StyledText(
          words.say(
            vi: "Chưa ghi nhận là đã nhắc ai. Bấm Esc, bật máy in rồi in lại.",
            en: "Nobody is noted as reminded. Press Esc, see to the printer and print again.")),
      ]
      return [.bell]
    }
    var effects: [Effect] = []
    guard let (value, done) = workplace.attempt(&effects, printed) else { return effects }
    return effects + [.close(value)] + done
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "IN GIẤY NHẮC", en: "PRINTING LETTERS"), into: &surface)
    var text = TextView(state)
    text.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 2, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 4)))
  }
}
