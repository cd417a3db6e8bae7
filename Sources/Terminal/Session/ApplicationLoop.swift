import CTerminal
import Glibc

/// Reads all that is readable, works through it, draws once, and then sleeps until something comes.
final class ApplicationLoop {
  private let session: TerminalSession
  private let stack: ScreenStack
  private let painter: ScreenPainter
  private let workers: WorkerPool
  private let mailbox: Mailbox
  private var decoder: InputDecoder
  private var surface: Surface
  private var beacon = IdleBeacon()
  private var lastFrame = Moment.now
  private var isInterrupted = false
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// While more input or more work waits, frames are no closer than this: 200 scans that take a
  /// millisecond each are three frames, and a serial line is not flooded.
  private static let burstFrameInterval: UInt64 = 100
  /// After so long the terminal is read again, so that no kernel buffer overflows meanwhile.
  private static let workSlice: UInt64 = 16

  init(
    _ first: any Screen, session: TerminalSession, settings: ScreenSettings,
    options: TerminalOptions, style: @escaping (Role, ColorDepth) -> Style
  ) {
    let mailbox = Mailbox()
    let workers = WorkerPool()
    self.session = session
    self.mailbox = mailbox
    self.workers = workers
    decoder = session.makeDecoder(options)
    painter = ScreenPainter(
      depth: session.colorDepth, lettering: session.lettering
    ) { style($0, $1).shown(on: TerminalSession.environment("TERM") ?? "") }
    surface = Surface(size: session.size, drawsPlainLines: session.drawsPlainLines)
    stack = ScreenStack(
      first, size: session.size, settings: settings, post: { mailbox.post($0) },
      startJob: { workers.start($0) })
  }

  func run() -> Application.Ending {
    while !stack.hasQuit {
      takeSignals()
      for message in mailbox.takeAll() { stack.deliver(message, at: .now) }
      takeInput()
      let isBusy = stack.hasQueued || isReadable
      let isFrameDue = Moment.now.milliseconds(since: lastFrame) >= Self.burstFrameInterval
      if !isBusy || isFrameDue { draw() }
      if !isBusy && !stack.hasQuit { sleep() }
    }
    return isInterrupted ? .interrupted(unanswered: stack.unansweredScans) : .quit
  }

  func finishJobs() { workers.finish() }

  // MARK: Input

  private func takeInput() {
    drainTerminal()
    stack.enqueue(decoder.endDrain() + decoder.timePassed(to: .now))
    stack.timePassed(to: .now)
    let sliceEnd = Moment.now.advanced(milliseconds: Self.workSlice)
    stack.process(at: .now) { .now < sliceEnd }
  }

  private func drainTerminal() {
    let end = Moment.now.advanced(milliseconds: Self.workSlice)
    while isReadable, Moment.now < end {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 && (errno == EINTR || errno == EAGAIN) { return }
      guard count > 0 else { return interrupt() }
      beacon.consumed += count
      decoder.read(buffer[..<count], at: .now)
    }
  }

  private var isReadable: Bool {
    guard !isInterrupted else { return false }
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0
  }

  /// What was read before is still worked through.
  private func interrupt() {
    guard !isInterrupted else { return }
    isInterrupted = true
    stack.enqueue(decoder.endDrain() + [.closed])
  }

  private func takeSignals() {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(session.signalDescriptor, &bytes, bytes.count)
    for byte in bytes.prefix(max(0, count)) {
      switch Int(byte) {
      case Int(CT_SIGNAL_QUIT): interrupt()
      case Int(CT_SIGNAL_SUSPEND):
        session.suspend()
        session.resume()
        fitToTerminal()
      case Int(CT_SIGNAL_CONTINUE):
        session.resume()
        fitToTerminal()
      default:
        ct_screen_fit()
        fitToTerminal()
      }
    }
  }

  /// Takes over the terminal's size and draws everything anew.
  private func fitToTerminal() {
    painter.forget()
    painter.lettering = session.lettering
    ct_repaint()
    surface = Surface(size: session.size, drawsPlainLines: session.drawsPlainLines)
    stack.resize(to: session.size)
    stack.process(at: .now)
  }

  // MARK: Output

  private func draw() {
    let signals = stack.takeSignals()
    if signals.wantsRepaint {
      painter.forget()
      ct_repaint()
    }
    if stack.isDirty || signals.wantsRepaint {
      stack.draw(into: &surface)
      painter.paint(&surface)
      beacon.frames += 1
      lastFrame = .now
    }
    // One bell a frame: a burst is one noise, not two hundred.
    if signals.bells > 0 { ct_bell() }
    if signals.flashes > 0 { session.beginFlash() }
    session.endFlash(at: .now)
  }

  // MARK: Sleep

  private func sleep() {
    let isIdle =
      stack.runningJobs == 0 && stack.deadline == nil && mailbox.isEmpty && !stack.isDirty
      && !decoder.isMidSequence
    if isIdle { beacon.tell(session) }
    let now = Moment.now
    let deadlines = [decoder.deadline, stack.deadline, session.flashEnd].compactMap(\.self)
    let timeout = deadlines.min().map { $0 <= now ? 0 : $0.milliseconds(since: now) + 1 }
    var descriptors = [STDIN_FILENO, session.signalDescriptor, mailbox.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    poll(&descriptors, nfds_t(descriptors.count), timeout.map { Int32($0) } ?? -1)
    // The time asleep is no part of a burst.
    lastFrame = .now
  }
}
