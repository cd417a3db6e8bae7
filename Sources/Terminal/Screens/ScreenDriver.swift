/// Runs screens without a terminal: keys in, screen out.
///
/// This is the way to script and to test screens. Events go through the very rules of the real
/// loop (key sequences, questions that hold scans back, jobs, stale answers), only the clock and the
/// threads are the driver's own: nothing waits and nothing depends on time.
///
/// ```swift
/// let driver = ScreenDriver(CirculationScreen(), settings: settings)
/// driver.scan("P0001")
/// driver.burst(["B0001", "B0002"])
/// driver.press(Key(.escape))
/// #expect(driver.lines[0] == "Nguyễn Văn An")
/// ```
///
/// Each call is one drain of the terminal followed by one frame, with a person's pause after it.
public final class ScreenDriver {
  public enum JobTiming: Sendable {
    /// Jobs run as soon as they are started.
    case atOnce
    /// Jobs wait for `runJobs`, so that a test can act while they are running.
    case onDemand
  }

  private let stack: ScreenStack
  private let jobs: JobQueue
  private let timing: JobTiming
  private var now = Moment(milliseconds: 1_000)

  /// The last frame.
  public private(set) var surface: Surface
  public private(set) var frames = 0
  public private(set) var bells = 0
  public private(set) var flashes = 0
  /// How often everything had to be drawn anew, as after another theme was chosen.
  public private(set) var repaints = 0

  /// Jobs that were started and not run, and messages that were posted and not delivered.
  private final class JobQueue {
    var waiting: [Job] = []
    let mailbox = Mailbox()
  }

  public init(
    _ first: any Screen, size: Size = Size(rows: 24, columns: 80), settings: ScreenSettings,
    jobs timing: JobTiming = .atOnce
  ) {
    let jobs = JobQueue()
    self.jobs = jobs
    self.timing = timing
    surface = Surface(size: size)
    stack = ScreenStack(
      first, size: size, settings: settings, post: { [mailbox = jobs.mailbox] in mailbox.post($0) },
      startJob: { jobs.waiting.append($0) })
    finishDrain()
  }

  /// The screen as text, one string a row, blanks at the end left out.
  public var lines: [String] { surface.lines }

  /// The screen on top, nil when the last one has closed.
  public var top: (any Screen)? { stack.top?.screen }
  public var hasQuit: Bool { stack.hasQuit }
  /// Scans and keys that wait for a question to be answered.
  public var heldEvents: [InputEvent] { stack.intake.held }
  public var waitingJobs: Int { jobs.waiting.count }

  /// Delivers events decoded in one drain, then draws.
  public func send(_ events: [InputEvent]) {
    stack.receive(events, at: now)
    finishDrain()
  }

  public func type(_ text: String) { send([.text(text)]) }

  public func press(_ keys: Key...) {
    for key in keys { send([.key(key)]) }
  }

  public func scan(_ code: String) { send([.scan(Scan(code: code))]) }

  /// Codes that arrive in one write.
  public func burst(_ codes: [String]) { send(codes.map { .scan(Scan(code: $0)) }) }

  public func paste(_ text: String) { send([.paste(text)]) }

  /// Runs a command as if its key had been pressed.
  public func run(_ command: CommandID) {
    stack.perform(command)
    stack.process(at: now)
    finishDrain()
  }

  public func resize(to size: Size) {
    send([.resize(rows: size.rows, columns: size.columns)])
  }

  /// Runs the jobs that are waiting and those they lead to.
  public func runJobs() {
    while !jobs.waiting.isEmpty || !jobs.mailbox.isEmpty {
      let waiting = jobs.waiting
      jobs.waiting = []
      for job in waiting { job.run() }
      for message in jobs.mailbox.takeAll() { stack.deliver(message, at: now) }
    }
    draw()
  }

  private func finishDrain() {
    if timing == .atOnce { runJobs() }
    draw()
    now = now.advanced(milliseconds: 1_000)
    guard stack.deadline != nil else { return }
    stack.timePassed(to: now)
    finishDrain()
  }

  private func draw() {
    let signals = stack.takeSignals()
    bells += signals.bells
    flashes += signals.flashes
    if signals.wantsRepaint { repaints += 1 }
    guard stack.isDirty || signals.wantsRepaint else { return }
    if surface.size != stack.size { surface = Surface(size: stack.size) }
    stack.draw(into: &surface)
    frames += 1
  }
}
