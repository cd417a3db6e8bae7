import Testing

@testable import Terminal

@Suite("Scans and questions")
struct HoldBackTests {
  private let desk = DeskSample()
  private let enter = InputEvent.key(Key(.enter))

  private func driver() -> ScreenDriver {
    ScreenDriver(desk, size: Size(rows: 12, columns: 40), settings: .sample)
  }

  private func scan(_ code: String, alreadyTyped: Int = 0) -> InputEvent {
    .scan(Scan(code: code, alreadyTyped: alreadyTyped))
  }

  @Test("200 codes in one drain are 200 outcomes in order, drawn once")
  func burst() {
    let driver = driver()
    let codes = (1...200).map { "B0\(1000 + $0)" }
    let frames = driver.frames
    driver.burst(codes)
    #expect(desk.accepted == codes)
    #expect(driver.frames == frames + 1)
  }

  @Test("a scan never answers a question; it waits and then goes to the screen below")
  func scansWait() {
    let driver = driver()
    driver.scan("B0001?")
    driver.burst(["B00002", "B00003"])
    #expect(desk.accepted == ["B0001?"])
    #expect(driver.heldEvents.count == 2)
    driver.press(Key(.enter))
    #expect(desk.accepted == ["B0001?", "answer B0001?:", "B00002", "B00003"])
  }

  @Test("a form takes a scan into the code field it was seen with; what was scanned before waits")
  func codeField() {
    let driver = driver()
    driver.press(.function(2))
    (driver.top as? QuestionSample)?.takesScans = true
    driver.scan("B00001")
    #expect(driver.lines[3] == "    Lend you B00001_")
    #expect(driver.heldEvents == [])
    let late = self.driver()
    late.send([.key(.function(2)), scan("B00002")])
    #expect(late.heldEvents == [scan("B00002")])
  }

  @Test("a burst that spans many questions gives every code its outcome")
  func manyQuestions() {
    let driver = driver()
    driver.burst(["B0001?", "B00002", "B0003?", "B0004?", "B00005"])
    #expect(desk.accepted == ["B0001?"])
    driver.type("y")
    #expect(desk.accepted == ["B0001?", "answer B0001?:yes", "B00002", "B0003?"])
    driver.type("y")
    driver.type("y")
    #expect(
      desk.accepted == [
        "B0001?", "answer B0001?:yes", "B00002", "B0003?", "answer B0003?:yes", "B0004?",
        "answer B0004?:yes", "B00005",
      ])
    #expect(driver.heldEvents == [])
  }

  @Test("keys decoded before a question's first frame were not meant for it")
  func keysBeforeFirstFrame() {
    let driver = driver()
    driver.send([scan("B0001?"), enter, .text("y"), .text("B7"), enter, .paste("p")])
    #expect(driver.lines[3] == "    Lend B0001? _")
    #expect(desk.accepted == ["B0001?"])
    driver.press(Key(.enter))
    #expect(desk.accepted == ["B0001?", "answer B0001?:", "", "yB7"])
    #expect(desk.events == ["paste(\"p\")"])
  }

  @Test("the front of a scan typed into a question is taken back")
  func takeBackFromQuestion() {
    let driver = driver()
    driver.press(.function(2))
    driver.send([.text("vì ")])
    driver.send([.text("B00")])
    driver.send([scan("B00001", alreadyTyped: 3)])
    #expect(driver.lines[3] == "    Lend you vì _")
    #expect(driver.heldEvents == [scan("B00001")])
    driver.press(Key(.enter))
    #expect(desk.accepted == ["answer you:vì ", "B00001"])
  }

  @Test("a scan that begins with an answer's letter is no answer")
  func letterThatAnswers() {
    let recorder = FrontOfScan(desk: desk)
    recorder.stack.receive([.key(.function(2))], at: recorder.time(0))
    recorder.draw()
    recorder.stack.receive([.text("y")], at: recorder.time(10))
    recorder.stack.receive([.text("0")], at: recorder.time(20))
    recorder.stack.timePassed(to: recorder.time(50))
    recorder.stack.receive([scan("y00001", alreadyTyped: 2)], at: recorder.time(52))
    #expect(recorder.stack.top?.screen is QuestionSample)
    recorder.stack.receive([.text("y")], at: recorder.time(100))
    #expect(desk.accepted == [])
    recorder.stack.timePassed(to: recorder.time(134))
    #expect(desk.accepted == [])
    recorder.stack.timePassed(to: recorder.time(135))
    #expect(desk.accepted == ["answer you:yes", "y00001"])
  }

  @Test("an answer typed just before a scan still answers, and the scan follows")
  func answerThenScan() {
    let recorder = FrontOfScan(desk: desk)
    recorder.stack.receive([.key(.function(2))], at: recorder.time(0))
    recorder.draw()
    recorder.stack.receive([.text("y")], at: recorder.time(10))
    recorder.stack.receive([.text("B0")], at: recorder.time(20))
    recorder.stack.receive([scan("B00001", alreadyTyped: 2)], at: recorder.time(30))
    #expect(desk.accepted == ["answer you:yes", "B00001"])
  }

  @Test("the front of a scan that waits unseen is not typed as well")
  func frontHeld() {
    let driver = driver()
    driver.send([scan("B0001?"), .text("x"), .text("B00")])
    driver.send([scan("B00002", alreadyTyped: 3)])
    driver.press(Key(.enter))
    #expect(desk.accepted == ["B0001?", "answer B0001?:", "B00002"])
    #expect(desk.field == "x")
  }

  @Test("the screen that takes a scan knows how much of it was typed there")
  func alreadyTyped() {
    let driver = driver()
    driver.send([.text("ab")])
    driver.send([.text("B0")])
    driver.send([scan("B00001", alreadyTyped: 2)])
    #expect(desk.field == "ab")
    #expect(desk.accepted == ["B00001"])
  }

  @Test("letters bound to commands wait to see whether they begin a scan, unless held down")
  func boundLetters() {
    let list = ListSample()
    let recorder = FrontOfScan(desk: list)
    recorder.stack.receive([.text("B")], at: recorder.time(0))
    recorder.stack.receive([scan("B00001", alreadyTyped: 1)], at: recorder.time(8))
    #expect(list.seen == ["B00001"])
    for repetition in 0..<4 {
      recorder.stack.receive([.text("j")], at: recorder.time(100 + 33 * UInt64(repetition)))
    }
    #expect(list.seen == ["B00001", "down", "down", "down"])
    recorder.stack.timePassed(to: recorder.time(300))
    #expect(list.seen == ["B00001", "down", "down", "down", "down"])
  }

  private final class ListSample: Screen {
    let context = "list"
    var seen: [String] = []
    func update(_ event: ScreenEvent) -> [Effect] {
      switch event {
      case .command(let command): seen.append(command.name)
      case .input(.scan(let scan)): seen.append(scan.code)
      case .input(let event): seen.append("\(event)")
      default: break
      }
      return []
    }
    func draw(into surface: inout Surface) {}
  }

  /// A stack with a clock that stands still unless told.
  private final class FrontOfScan {
    let stack: ScreenStack
    init(desk: any Screen) {
      stack = ScreenStack(
        desk, size: Size(rows: 12, columns: 40), settings: .sample, post: { _ in },
        startJob: { _ in })
      draw()
    }
    func time(_ milliseconds: UInt64) -> Moment { Moment(milliseconds: 1_000 + milliseconds) }
    func draw() {
      var surface = Surface(size: stack.size)
      stack.draw(into: &surface)
    }
  }
}
