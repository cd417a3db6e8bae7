import LibraryCore
import LibraryStore
import Terminal

/// Prints the test slip and takes the answer which of its lines reads right.
final class TestSlipScreen: Screen {
  private struct Answer: Sendable {
    var fault: SlipDelivery.Fault?
  }

  let context = "slipTest"
  private let workplace: Workplace
  private var table = Table(columns: [], count: SlipLetters.allCases.count)
  private var isSent = false
  /// What came of printing, in a line.
  private var state: String

  init(workplace: Workplace) {
    self.workplace = workplace
    state = workplace.wording.say(vi: "Đang gửi phiếu thử…", en: "Sending the test slip…")
  }

  private var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared where !isSent:
      isSent = true
      return send()
    case .message(let answer as Answer):
      state =
        answer.fault.map(words.slipDeliveryFault)
        ?? words.say(
          vi: "Máy in đã nhận. Chọn dòng đọc đúng rồi Enter.",
          en: "The printer took it. Choose the line that reads right, then Enter.")
      return answer.fault == nil ? [] : [.bell]
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return choose(SlipLetters.allCases[row])
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "PHIẾU THỬ", en: "TEST SLIP"), into: &surface)
    surface.write(state, at: Point(row: 2, column: 1), role: .text)
    table.columns = [
      TableColumn("", width: .fixed(3), alignment: .trailing), TableColumn("", width: .flexible()),
    ]
    table.draw(
      into: &surface,
      in: Rect(
        row: 4, column: 1, rows: max(0, surface.size.rows - 4),
        columns: max(0, surface.size.columns - 2))
    ) { range in
      range.map { TableRow(["\($0 + 1)", words.slipLetters(SlipLetters.allCases[$0])]) }
    }
  }

  private func send() -> [Effect] {
    workplace.catchUp()
    let settings = workplace.house?.slipSettings ?? SlipSettings()
    let words = words
    return [
      .job(name: "testSlip") { Answer(fault: TestSlip.send(settings, words)) }
    ]
  }

  private func choose(_ letters: SlipLetters) -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.setSetting(HouseSetting.slipLetters, letters.rawValue)
    }
    switch outcome {
    case .saved, .unchanged:
      workplace.catchUp()
      return workplace.good(words.slipLetters(letters)) + [.close(nil)]
    case .refused(let reasons): return workplace.refused(reasons)
    case .unknown, nil: return effects
    }
  }
}
