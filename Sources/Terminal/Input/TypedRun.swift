/// Characters that followed each other quickly: the beginning of a scan, or just text.
///
/// Only the times at which bytes were read count, never how reads happened to cut them.
struct TypedRun {
  /// What ended up in the run, control characters included.
  private var code = String.UnicodeScalarView()
  private var length = 0
  private var printable = 0
  /// What of the run was already handed out as text.
  private var delivered = ""
  /// What of the run has not been handed out at all.
  private var undelivered = String.UnicodeScalarView()
  private var lastTyped = Moment(nanoseconds: 0)

  /// Longer runs are no code of any scanner and need not be remembered.
  private static let lengthMaximum = 65_536

  var isEmpty: Bool { code.isEmpty }

  /// Adds a character; what was typed before a pause is closed first.
  mutating func type(_ scalar: Unicode.Scalar, at time: Moment, into events: inout [InputEvent]) {
    if !isUnbroken(at: time) || length >= Self.lengthMaximum { close(into: &events) }
    code.append(scalar)
    undelivered.append(scalar)
    length += 1
    printable += 1
    lastTyped = time
  }

  /// Adds a control character that stands in the middle of a code, as some labels carry them.
  ///
  /// It stays in the code, which no item has then: better a code nobody knows than one whose
  /// damaged remains belong to another book.
  mutating func typeControl(_ byte: UInt8, at time: Moment) -> Bool {
    guard !isEmpty, length < Self.lengthMaximum, isUnbroken(at: time) else { return false }
    code.append(Unicode.Scalar(byte))
    undelivered.append(Unicode.Scalar(byte))
    length += 1
    lastTyped = time
    return true
  }

  /// Ends the run with Enter or Tab: a scan, or text and a key.
  mutating func end(
    by terminator: Scan.Terminator, at time: Moment, into events: inout [InputEvent]
  ) {
    if printable >= Scan.lengthMinimum, isUnbroken(at: time) {
      let scan = Scan(
        code: String(code), terminator: terminator, alreadyTyped: delivered.count)
      self = TypedRun()
      events.append(.scan(scan))
    } else {
      close(into: &events)
      events.append(.key(Key(terminator == .enter ? .enter : .tab)))
    }
  }

  /// Hands out what was typed and forgets the run: what follows begins anew.
  mutating func close(into events: inout [InputEvent]) {
    deliver(into: &events)
    self = TypedRun()
  }

  /// Hands out what was typed and remembers the run, since its rest may still come.
  mutating func deliver(into events: inout [InputEvent]) {
    guard !undelivered.isEmpty else { return }
    var text = String.UnicodeScalarView()
    for scalar in undelivered {
      guard let control = Key(control: scalar) else {
        text.append(scalar)
        continue
      }
      add(text, to: &events)
      text.removeAll()
      events.append(.key(control))
    }
    add(text, to: &events)
    undelivered.removeAll()
  }

  private mutating func add(_ text: String.UnicodeScalarView, to events: inout [InputEvent]) {
    guard !text.isEmpty else { return }
    delivered.unicodeScalars += text
    events.append(.text(String(text)))
  }

  private func isUnbroken(at time: Moment) -> Bool {
    isEmpty || time.milliseconds(since: lastTyped) < Scan.gapMaximum
  }
}

extension Key {
  /// The key that sends a control character: Ctrl and the letter 64 places further on.
  init?(control scalar: Unicode.Scalar) {
    guard scalar.value < 0x20 else { return nil }
    let letter = Unicode.Scalar(UInt8(scalar.value) + 0x40)
    self = .control(scalar.value == 0 ? " " : Character(letter.properties.lowercaseMapping))
  }
}
