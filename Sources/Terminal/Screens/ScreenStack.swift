/// The screens on top of each other, and every rule about who gets which event when.
///
/// Knows no terminal and no clock: the application's loop and `ScreenDriver` both feed it.
final class ScreenStack {
  struct Entry {
    let id: Int
    let screen: any Screen
    /// Whether a person has seen it: until then a question takes no input at all.
    var wasShown = false
    var jobs: [String: JobTicket] = [:]
  }

  /// What the terminal is to do besides showing the next frame.
  struct Signals {
    var bells = 0
    var flashes = 0
    var wantsRepaint = false
  }

  let settings: ScreenSettings
  let startJob: (Job) -> Void
  let post: @Sendable (JobMessage) -> Void

  var entries: [Entry] = []
  var size: Size
  var status: (text: String, role: Role)?
  var pendingKeys: [Key] = []
  var intake = Intake()
  var signals = Signals()
  var isDirty = true
  private(set) var hasQuit = false
  private(set) var runningJobs = 0
  private var lastID = 0

  init(
    _ first: any Screen, size: Size, settings: ScreenSettings,
    post: @escaping @Sendable (JobMessage) -> Void, startJob: @escaping (Job) -> Void
  ) {
    self.size = size
    self.settings = settings
    self.post = post
    self.startJob = startJob
    push(first)
  }

  var top: Entry? { entries.last }

  var isTooSmall: Bool {
    size.rows < settings.minimumSize.rows || size.columns < settings.minimumSize.columns
  }

  /// The part of the terminal that screens may draw on.
  var screenSize: Size {
    Size(rows: max(0, size.rows - (settings.chrome?.rows ?? 0)), columns: size.columns)
  }

  func resize(to size: Size) {
    self.size = size
    isDirty = true
    for entry in entries { send(.appeared(screenSize), to: entry.id) }
  }

  func takeSignals() -> Signals {
    defer { signals = Signals() }
    return signals
  }

  /// Hands a job's message to its screen, unless it is stale.
  func deliver(_ message: JobMessage, at now: Moment) {
    if message.isLast { runningJobs -= 1 }
    isDirty = true
    guard !message.ticket.isStale else { return }
    send(.message(message.value), to: message.ticket.owner)
    process(at: now)
  }

  func quit() {
    hasQuit = true
    for entry in entries { abandonJobs(of: entry) }
  }

  // MARK: Effects

  func send(_ event: ScreenEvent, to id: Int) {
    guard let entry = entries.first(where: { $0.id == id }) else { return }
    isDirty = true
    apply(entry.screen.update(event), from: id)
  }

  func perform(_ command: CommandID) {
    guard let top else { return }
    isDirty = true
    if let reason = top.screen.disabledReason(for: command) {
      status = (reason, .statusWarning)
      signals.bells += 1
    } else if let effects = settings.handleForAll(command, top.screen) {
      apply(effects, from: top.id)
    } else {
      send(.command(command), to: top.id)
    }
  }

  private func apply(_ effects: [Effect], from id: Int) {
    for effect in effects {
      switch effect {
      case .push(let screen): push(screen)
      case .replace(let screen): replace(id, by: screen)
      case .close(let value): close(id, handing: value)
      case .home(let value): goHome(handing: value)
      case .quit: quit()
      case .bell: signals.bells += 1
      case .flash: signals.flashes += 1
      case .status(let text, let role): status = (text, role)
      case .job(let name, let work): start(name, of: id) { _ in work() }
      case .longJob(let name, let work): start(name, of: id, work)
      case .run(let command): perform(command)
      case .repaint: signals.wantsRepaint = true
      }
    }
  }

  private func push(_ screen: any Screen) {
    lastID += 1
    entries.append(Entry(id: lastID, screen: screen))
    pendingKeys = []
    send(.appeared(screenSize), to: lastID)
  }

  private func replace(_ id: Int, by screen: any Screen) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return push(screen) }
    abandonJobs(of: entries[index])
    lastID += 1
    entries[index] = Entry(id: lastID, screen: screen)
    pendingKeys = []
    send(.appeared(screenSize), to: lastID)
  }

  private func close(_ id: Int, handing value: (any Sendable)?) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
    abandonJobs(of: entries[index])
    entries.remove(at: index)
    pendingKeys = []
    if entries.isEmpty { return quit() }
    if index > 0 { send(.returned(value), to: entries[index - 1].id) }
  }

  private func goHome(handing value: (any Sendable)?) {
    for entry in entries.dropFirst() { abandonJobs(of: entry) }
    entries.removeSubrange(min(1, entries.count)...)
    pendingKeys = []
    if let first = entries.first { send(.returned(value), to: first.id) }
  }

  /// Work is always done, even for a screen that is gone: only its answer is dropped.
  private func start(
    _ name: String, of id: Int, _ work: @escaping @Sendable (JobTicket) -> any Sendable
  ) {
    let ticket = JobTicket(owner: id, name: name, post: post)
    if let index = entries.firstIndex(where: { $0.id == id }) {
      entries[index].jobs.updateValue(ticket, forKey: name)?.makeStale()
    } else {
      ticket.makeStale()
    }
    runningJobs += 1
    startJob(Job(ticket: ticket, work: work))
  }

  private func abandonJobs(of entry: Entry) {
    for ticket in entry.jobs.values { ticket.makeStale() }
  }
}
