import Testing

@testable import Terminal

@Suite("Screens on a stack")
struct ScreenDriverTests {
  private let desk = DeskSample()

  private func driver(jobs: ScreenDriver.JobTiming = .atOnce) -> ScreenDriver {
    ScreenDriver(desk, size: Size(rows: 12, columns: 40), settings: .sample, jobs: jobs)
  }

  @Test("keys in, screen out")
  func keysInScreenOut() {
    let driver = driver()
    driver.type("Số")
    #expect(driver.lines[0] == "> Số")
    #expect(driver.surface.cursor == Point(row: 0, column: 4))
    driver.press(Key(.enter))
    #expect(driver.lines.prefix(2) == [">", "Số"])
  }

  @Test("a dialog is drawn over the screen below and hands back its answer")
  func dialog() {
    let driver = driver()
    driver.press(.function(2))
    #expect(driver.lines[0] == ">")
    #expect(driver.lines[3] == "    Lend you _")
    driver.type("vì")
    driver.press(Key(.enter))
    #expect(desk.accepted == ["answer you:vì"])
    #expect(driver.top === desk)
  }

  @Test("a key sequence waits for its rest and a wrong rest is swallowed with a bell")
  func keySequence() {
    let driver = driver()
    driver.press(.control("x"))
    driver.type("k")
    #expect(desk.events == ["kill"])
    driver.press(.control("x"))
    driver.type("zu")
    #expect(driver.bells == 1)
    #expect(desk.field == "u")
    driver.press(.control("x"), Key(.escape))
    #expect(driver.bells == 1)
  }

  @Test("a command that every screen has comes before the screen's own")
  func commandForAll() {
    var settings = ScreenSettings.sample
    settings.handleForAll = { command, _ in
      command.name == "help" ? [.status("help!", .status)] : nil
    }
    let driver = ScreenDriver(desk, size: Size(rows: 12, columns: 40), settings: settings)
    driver.press(.function(1))
    #expect(driver.lines[11] == "help!")
    driver.type("x")
    #expect(driver.lines[11] == "")
  }

  @Test("a command that cannot run says why and is not run")
  func disabledCommand() {
    let driver = driver()
    driver.press(.function(3))
    #expect(driver.lines[11] == "Nothing to count.")
    #expect(driver.bells == 1)
    #expect(desk.events == [])
  }

  @Test("closing the last screen quits")
  func lastScreen() {
    let driver = driver()
    driver.press(.function(10))
    #expect(driver.hasQuit)
    #expect(driver.top == nil)
  }

  @Test("a job's answer comes back, and its progress before it")
  func jobs() {
    let driver = driver()
    driver.press(.function(4))
    #expect(desk.events == ["message half", "message whole"])
  }

  @Test("a newer job of the same name makes the older one's answer stale")
  func staleJobs() {
    let driver = driver(jobs: .onDemand)
    driver.scan("B00001")
    driver.press(.function(3), .function(3), .function(4))
    #expect(driver.waitingJobs == 3)
    driver.runJobs()
    #expect(desk.events == ["message 1", "message half", "message whole"])
  }

  @Test("answers for a screen that is gone are dropped")
  func jobOfClosedScreen() {
    let driver = driver(jobs: .onDemand)
    driver.press(.function(4), .function(10))
    driver.runJobs()
    #expect(desk.events == [])
  }

  @Test("a terminal too small shows a note, keeps scans and recovers")
  func tooSmall() {
    let driver = driver()
    driver.resize(to: Size(rows: 5, columns: 20))
    #expect(driver.lines == ["The terminal is too", "small.", "", "", ""])
    driver.scan("B00001")
    #expect(desk.accepted == [])
    for size in [(1, 1), (0, 0), (2, 3)] {
      driver.resize(to: Size(rows: size.0, columns: size.1))
    }
    driver.resize(to: Size(rows: 10, columns: 40))
    #expect(desk.accepted == ["B00001"])
    #expect(driver.lines[1] == "B00001")
    #expect(desk.size == Size(rows: 10, columns: 40))
  }

  @Test("what stands below the screens takes its rows from them")
  func chrome() {
    var settings = ScreenSettings.sample
    settings.chrome = ChromeSample()
    let driver = ScreenDriver(desk, size: Size(rows: 12, columns: 40), settings: settings)
    #expect(desk.size == Size(rows: 10, columns: 40))
    driver.scan("B00001")
    driver.press(.control("x"))
    #expect(driver.lines[10] == "")
    #expect(driver.lines[11] == "desk 1 -")
    driver.scan("B00002")
    #expect(driver.lines[10] == "lent B00002")
  }

  @Test("a status of two rows takes the second from the screen, which draws itself in what is left")
  func longStatus() {
    var settings = ScreenSettings.sample
    settings.chrome = ChromeSample(isTall: true)
    let driver = ScreenDriver(desk, size: Size(rows: 12, columns: 40), settings: settings)
    driver.scan("B00002")
    #expect(driver.lines[9] == "lent B00002")
    #expect(desk.size == Size(rows: 10, columns: 40))
  }

  private final class ChromeSample: Chrome {
    let rows = 2
    var isTall = false
    init(isTall: Bool = false) { self.isTall = isTall }
    func rows(for state: ChromeState, columns: Int) -> Int {
      isTall && state.status != nil ? 3 : 2
    }
    func draw(_ state: ChromeState, into surface: inout Surface) {
      surface.write(state.status?.text ?? "", at: Point(row: 0, column: 0))
      surface.write(
        "\(state.context) \(state.pendingKeys.count) \(state.isBusy ? "busy" : "-")",
        at: Point(row: 1, column: 0))
    }
  }
}
