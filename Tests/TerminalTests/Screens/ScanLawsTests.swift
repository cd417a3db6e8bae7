import Testing

@testable import Terminal

/// A desk with a scanner and a person, over the real decoder and the real stack, at random.
@Suite("The laws of scans, at random")
struct ScanLawsTests {
  private final class Day {
    let desk = DeskSample()
    let stack: ScreenStack
    var decoder = InputDecoder()
    var now: UInt64 = 1_000
    var random: SeededRandom
    var scanned: [String] = []
    var typedAtDesk = ""
    var reason = ""
    var reasons: [String] = []

    init(seed: UInt64) {
      random = SeededRandom(seed: seed)
      stack = ScreenStack(
        desk, size: Size(rows: 24, columns: 80), settings: .sample, post: { _ in },
        startJob: { _ in })
      draw()
    }

    var isAsked: Bool { stack.top?.screen.isQuestion == true }

    func draw() {
      var surface = Surface(size: stack.size)
      stack.draw(into: &surface)
    }

    /// One pass of the loop: read, work, let waiting times pass, draw.
    func receive(_ text: String, drawing: Bool = true) {
      let time = Moment(milliseconds: now)
      stack.timePassed(to: time)
      stack.receive(decoder.timePassed(to: time) + decoder.decode(text.utf8, at: time), at: time)
      if drawing { draw() }
    }

    func pause() {
      now += UInt64.random(in: 50...400, using: &random)
      receive("")
    }

    func code() -> String {
      let length = Int.random(in: 6...12, using: &random)
      let letters = Array("By0123456789é")
      let body = (0..<length).map { _ in letters.randomElement(using: &random) ?? "0" }
      let code = String(body) + (Int.random(in: 0...4, using: &random) == 0 ? "?" : "")
      scanned.append(code)
      return code
    }

    func scan() {
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        receive((0..<Int.random(in: 1...9, using: &random)).map { _ in code() + "\r" }.joined())
      case 1:
        for letter in code() + "\r" {
          now += UInt64.random(in: 0...20, using: &random)
          receive(String(letter), drawing: Bool.random(using: &random))
        }
      default:
        let text = code() + "\r\n" + code() + "\r\n"
        let cut = text.index(
          text.startIndex, offsetBy: Int.random(in: 0..<text.count, using: &random))
        receive(String(text[..<cut]))
        now += UInt64.random(in: 0...20, using: &random)
        receive(String(text[cut...]))
      }
      pause()
    }

    func type() {
      let letter = ["h", "ế", "u\u{31B}"].randomElement(using: &random) ?? "h"
      if isAsked { reason += letter } else { typedAtDesk += letter }
      receive(letter)
      pause()
    }

    func answer() {
      guard isAsked else { return }
      let isYes = reason.isEmpty && Bool.random(using: &random)
      reasons.append(isYes ? "yes" : reason)
      reason = ""
      receive(isYes ? "y" : "\r")
      pause()
    }
  }

  @Test(
    "every code has one outcome, in order, and no field keeps a piece of one", arguments: 0..<60)
  func laws(seed: Int) {
    let day = Day(seed: UInt64(seed))
    for _ in 0..<120 {
      switch Int.random(in: 0...5, using: &day.random) {
      case 0...1: day.scan()
      case 2...3: day.type()
      default: day.answer()
      }
    }
    while day.isAsked { day.answer() }
    let isAnswer: (String) -> Bool = { $0.hasPrefix("answer ") }
    #expect(day.desk.accepted.filter { !isAnswer($0) } == day.scanned)
    let answered = day.desk.accepted.filter(isAnswer).compactMap {
      $0.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init)
    }
    #expect(answered == day.reasons)
    #expect(day.desk.field == day.typedAtDesk)
    #expect(day.stack.intake.held == [])
  }
}
