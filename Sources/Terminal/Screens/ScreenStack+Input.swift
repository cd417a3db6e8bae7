/// Who gets which input, and what has to wait.
///
/// Two laws of the desk live here. No scan is lost: while a question is open, scans are kept whole
/// and go to the screen below, in order, when it closes; only a field for a code takes one itself.
/// A scan's Enter never answers a question:
/// what was decoded before a question's first frame was not meant for it and waits as well.
extension ScreenStack {
  /// Events on their way to screens.
  struct Intake {
    enum Item {
      case event(InputEvent)
      /// Letters that turned out to be typed by a person and not to begin a scan.
      case decided(String)
    }

    /// Where letters went that may yet turn out to be the front of a scan.
    enum Destination: Equatable {
      case screen(Int)
      case command
      case held
    }

    /// The next one stands at the end.
    var queue: [Item] = []
    var held: [InputEvent] = []
    /// The letters since the last other event, by where they went.
    var run: [(destination: Destination, text: String)] = []
    /// Letters that are commands, kept until it is clear that they do not begin a scan.
    var undecided: (text: String, until: Moment)?

    mutating func note(_ text: String, wentTo destination: Destination) {
      if run.last?.destination == destination {
        run[run.count - 1].text += text
      } else {
        run.append((destination, text))
      }
    }
  }

  /// When `timePassed` has something to do.
  var deadline: Moment? { intake.undecided?.until }

  /// The codes that no screen has taken, in the order they were scanned.
  var unansweredScans: [String] {
    let queued = intake.queue.reversed().compactMap { item in
      if case .event(let event) = item { event } else { nil }
    }
    return (intake.held + queued).compactMap { event in
      if case .scan(let scan) = event { scan.code } else { nil }
    }
  }

  var hasQueued: Bool { !intake.queue.isEmpty }

  /// Takes events decoded in one drain and works through them.
  func receive(_ events: [InputEvent], at now: Moment) {
    enqueue(events)
    process(at: now)
  }

  func enqueue(_ events: [InputEvent]) {
    guard !events.isEmpty else { return }
    intake.queue.insert(contentsOf: events.reversed().map { .event($0) }, at: 0)
  }

  func timePassed(to now: Moment) {
    guard let undecided = intake.undecided, undecided.until <= now else { return }
    intake.undecided = nil
    intake.queue.append(.decided(undecided.text))
    process(at: now)
  }

  /// Works through what is queued and through what waited for a question that is gone.
  ///
  /// It stops between two events when `goesOn` says so; never while an unseen question is on top,
  /// since what was queued before its first frame must not be taken for an answer to it.
  func process(at now: Moment, while goesOn: () -> Bool = { true }) {
    while !hasQuit {
      if !intake.held.isEmpty, !isBlocked {
        intake.queue += intake.held.reversed().map { .event($0) }
        intake.held = []
      }
      guard let item = intake.queue.popLast() else { return }
      switch item {
      case .decided(let text): take(text: text, isDecided: true, at: now)
      case .event(let event): take(event, at: now)
      }
      if !mustWait && !goesOn() { return }
    }
  }

  private var isBlocked: Bool { isTooSmall || top?.screen.isQuestion == true }

  /// Whether the screen on top takes what is scanned now.
  private var mayTakeScan: Bool {
    guard isBlocked else { return true }
    return !isTooSmall && !mustWait && top?.screen.takesScans == true
  }

  private func take(_ event: InputEvent, at now: Moment) {
    isDirty = true
    switch event {
    case .resize(let rows, let columns):
      resize(to: Size(rows: rows, columns: columns))
    case .closed:
      quit()
    case .text(let text):
      if intake.undecided == nil || isRepeating(text) {
        if decideFirst(then: event) { return }
        take(text: text, isDecided: false, at: now)
      } else {
        keepUndecided((intake.undecided?.text ?? "") + text, at: now)
      }
    case .scan(let scan):
      take(scan)
    case .key, .paste, .unknown:
      if decideFirst(then: event) { return }
      intake.run = []
      status = nil
      if mustWait { intake.held.append(event) } else { deliver(event) }
    }
  }

  /// Whether a question is open that nobody has seen yet.
  private var mustWait: Bool {
    guard let top else { return false }
    return top.screen.isQuestion && !top.wasShown
  }

  /// Lets undecided letters go before an event that shows they are no scan.
  private func decideFirst(then event: InputEvent) -> Bool {
    guard let undecided = intake.undecided else { return false }
    intake.undecided = nil
    intake.queue += [.event(event), .decided(undecided.text)]
    return true
  }

  private func deliver(_ event: InputEvent) {
    guard let top else { return }
    if case .key(let key) = event, press(key, in: top) { return }
    pendingKeys = []
    send(.input(event), to: top.id)
  }

  /// Runs the key's command, or waits for the rest of a sequence.
  private func press(_ key: Key, in top: Entry) -> Bool {
    switch settings.keys.resolve(pendingKeys + [key], in: top.screen.context) {
    case .command(let command):
      pendingKeys = []
      perform(command)
    case .pending:
      pendingKeys.append(key)
    case .unbound where pendingKeys.isEmpty:
      return false
    case .unbound:
      pendingKeys = []
      signals.bells += key == Key(.escape) ? 0 : 1
    }
    return true
  }

  // MARK: Text

  private func take(text: String, isDecided: Bool, at now: Moment) {
    status = nil
    if mustWait {
      intake.note(text, wentTo: .held)
      intake.held.append(.text(text))
      return
    }
    guard let top else { return }
    let rest = text[firstBoundLetter(in: text, context: top.screen.context)...]
    let plain = text[..<rest.startIndex]
    if !plain.isEmpty {
      intake.note(String(plain), wentTo: .screen(top.id))
      send(.input(.text(String(plain))), to: top.id)
    }
    guard let letter = rest.first else { return }
    if !plain.isEmpty {
      intake.queue.append(isDecided ? .decided(String(rest)) : .event(.text(String(rest))))
    } else if !isDecided && pendingKeys.isEmpty {
      keepUndecided(text, at: now)
    } else {
      intake.note(String(letter), wentTo: .command)
      if rest.count > 1 {
        let others = String(rest.dropFirst())
        intake.queue.append(isDecided ? .decided(others) : .event(.text(others)))
      }
      _ = press(Key(.character(letter)), in: top)
    }
  }

  private func keepUndecided(_ text: String, at now: Moment) {
    intake.undecided = (text, now.advanced(milliseconds: Scan.gapMaximum))
  }

  /// Whether a key is being held down: its repetitions come as fast as a slow scanner types.
  private func isRepeating(_ text: String) -> Bool {
    guard let undecided = intake.undecided, top?.screen.isQuestion == false else { return false }
    return Set(undecided.text + text).count == 1
  }

  private func firstBoundLetter(in text: String, context: String) -> String.Index {
    if !pendingKeys.isEmpty { return text.startIndex }
    return text.indices.first { index in
      settings.keys.resolve([Key(.character(text[index]))], in: context) != .unbound
    } ?? text.endIndex
  }

  // MARK: Scans

  private func take(_ scan: Scan) {
    status = nil
    pendingKeys = []
    var scan = scan
    if let undecided = intake.undecided {
      intake.undecided = nil
      let ofScan = min(scan.alreadyTyped, undecided.text.count)
      scan.alreadyTyped -= ofScan
      let typed = undecided.text.dropLast(ofScan)
      if !typed.isEmpty {
        intake.queue += [.event(.scan(scan)), .decided(String(typed))]
        return
      }
    }
    let receiver = mayTakeScan ? top?.id : nil
    scan.alreadyTyped = takeBack(scan.alreadyTyped, exceptFrom: receiver)
    intake.run = []
    if let receiver {
      send(.input(.scan(scan)), to: receiver)
    } else {
      intake.held.append(.scan(scan))
    }
  }

  /// Takes the front of a scan back from wherever its letters went, and returns how many of them
  /// the receiver of the scan has itself.
  private func takeBack(_ count: Int, exceptFrom receiver: Int?) -> Int {
    var left = count
    var receiverHas = 0
    while left > 0, let (destination, text) = intake.run.popLast() {
      let part = min(left, text.count)
      left -= part
      switch destination {
      case .command: break
      case .held: dropHeld(part)
      case .screen(let id) where id == receiver: receiverHas += part
      case .screen(let id): send(.takeBack(part), to: id)
      }
    }
    return receiverHas
  }

  /// Takes letters from the end of what waits.
  private func dropHeld(_ count: Int) {
    var left = count
    while left > 0, case .text(let text) = intake.held.last {
      intake.held.removeLast()
      if text.count > left { intake.held.append(.text(String(text.dropLast(left)))) }
      left -= min(left, text.count)
    }
  }
}
