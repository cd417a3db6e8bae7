/// Turns the bytes of a terminal and the times they were read into whole events.
///
/// Pure: no terminal, no clock. `read` takes what one read gave, any number of times; `endDrain`
/// hands out the events when nothing more is readable; `timePassed` settles what only time can
/// settle (a lone Escape, a sequence that was cut off). Bytes are never dropped: what is no key and
/// no text comes out as `.unknown`.
public struct InputDecoder: Sendable {
  private let sequences: KeySequences
  private let erase: UInt8
  private let escapeTimeout: UInt64

  /// The beginning of something that has not ended yet.
  private var pending: [UInt8] = []
  private var pendingSince = Moment(nanoseconds: 0)
  private var paste: PasteReader?
  private var run = TypedRun()
  private var lastReturn: Moment?
  private var events: [InputEvent] = []

  private static let escape: UInt8 = 0x1B
  /// Longer answers of a terminal are swallowed without being remembered.
  private static let pendingMaximum = 4_096
  private static let pasteTimeout: UInt64 = 1_000

  /// `erase` is the terminal's own erase character; `escapeTimeout` is in milliseconds.
  public init(
    sequences: KeySequences = KeySequences(), erase: UInt8 = 0x7F, escapeTimeout: UInt64 = 25
  ) {
    self.sequences = sequences
    self.erase = erase
    self.escapeTimeout = escapeTimeout
  }

  /// When `timePassed` has something to do.
  public var deadline: Moment? {
    if let paste { return paste.lastRead.advanced(milliseconds: Self.pasteTimeout) }
    return pending.isEmpty ? nil : pendingSince.advanced(milliseconds: pendingTimeout)
  }

  /// Whether a sequence or a paste has begun and not ended.
  public var isMidSequence: Bool { deadline != nil }

  /// Takes the bytes of one read.
  public mutating func read(_ bytes: some Sequence<UInt8>, at time: Moment) {
    timePasses(to: time)
    let input = pending + bytes
    pending = []
    var rest = input[...]
    while !rest.isEmpty {
      if paste != nil {
        guard let after = paste?.read(rest, at: time, into: &events) else { return }
        paste = nil
        rest = after
      } else if let length = readOne(rest, at: time) {
        rest = rest.dropFirst(length)
      } else {
        keepPending(rest, at: time)
        return
      }
    }
  }

  /// Hands out everything read since the last time.
  public mutating func endDrain() -> [InputEvent] {
    run.deliver(into: &events)
    defer { events = [] }
    return events
  }

  /// Settles what has waited long enough.
  public mutating func timePassed(to time: Moment) -> [InputEvent] {
    timePasses(to: time)
    return endDrain()
  }

  /// One read that is a whole drain.
  public mutating func decode(_ bytes: some Sequence<UInt8>, at time: Moment) -> [InputEvent] {
    read(bytes, at: time)
    return endDrain()
  }

  // MARK: What only time can settle

  private var pendingTimeout: UInt64 {
    guard pending.first == Self.escape, pending.count > 2 else { return escapeTimeout }
    switch pending[1] {
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      return 1_000
    default: return escapeTimeout * 4
    }
  }

  private mutating func timePasses(to time: Moment) {
    guard let deadline, deadline <= time else { return }
    if var paste {
      paste.finish(into: &events)
      self.paste = nil
    } else {
      let cutOff = pending
      pending = []
      settle(cutOff[...])
    }
  }

  /// Makes the best of a sequence whose rest did not come.
  private mutating func settle(_ bytes: ArraySlice<UInt8>) {
    guard bytes.first == Self.escape else {
      run.type("\u{FFFD}", at: pendingSince, into: &events)
      return
    }
    let rest = bytes.dropFirst()
    if rest.isEmpty {
      add(.key(Key(.escape)))
    } else if rest.first == Self.escape {
      add(.key(Key(.escape)))
      settle(rest)
    } else if rest.count == 1, let byte = rest.first, (0x20..<0x7F).contains(byte) {
      add(.key(.alt(Character(Unicode.Scalar(byte)))))
    } else {
      events.append(.unknown(Array(bytes)))
    }
  }

  private mutating func keepPending(_ bytes: ArraySlice<UInt8>, at time: Moment) {
    pending = Array(bytes)
    pendingSince = time
    if pending.count > Self.pendingMaximum {
      pending.removeSubrange(Self.pendingMaximum / 2..<pending.count - 1)
    }
  }

  // MARK: One thing after the other

  /// Reads what stands at the front and returns its length, or nil when more must come.
  private mutating func readOne(_ bytes: ArraySlice<UInt8>, at time: Moment) -> Int? {
    let byte = bytes[bytes.startIndex]
    switch byte {
    case 0x20..<0x7F:
      run.type(Unicode.Scalar(byte), at: time, into: &events)
    case 0x80...:
      return readText(bytes, at: time)
    case Self.escape:
      return readEscape(bytes, at: time)
    case 0x0D:
      run.end(by: .enter, at: time, into: &events)
    case 0x0A:
      if let lastReturn, time.milliseconds(since: lastReturn) < Scan.gapMaximum { break }
      run.end(by: .enter, at: time, into: &events)
    case 0x09:
      run.end(by: .tab, at: time, into: &events)
    case 0x08, 0x7F, erase:
      add(.key(Key(.backspace)))
    default:
      if !run.typeControl(byte, at: time), let key = Key(control: Unicode.Scalar(byte)) {
        add(.key(key))
      }
    }
    lastReturn = byte == 0x0D ? time : nil
    return 1
  }

  private mutating func readText(_ bytes: ArraySlice<UInt8>, at time: Moment) -> Int? {
    lastReturn = nil
    switch UTF8Reader.read(bytes) {
    case .incomplete: return nil
    case .invalid(let length):
      run.type("\u{FFFD}", at: time, into: &events)
      return length
    case .scalar(let scalar, let length):
      if (0x80..<0xA0).contains(scalar.value) {
        events.append(.unknown(Array(bytes.prefix(length))))
      } else {
        run.type(scalar, at: time, into: &events)
      }
      return length
    }
  }

  private mutating func readEscape(_ bytes: ArraySlice<UInt8>, at time: Moment) -> Int? {
    lastReturn = nil
    switch EscapeSequence.read(bytes, known: sequences) {
    case .incomplete: return nil
    case .key(let key, let length):
      if key == Key(.enter) || key == Key(.tab) {
        run.end(by: key.code == .enter ? .enter : .tab, at: time, into: &events)
      } else {
        add(.key(key))
      }
      return length
    case .character(let scalar, let length):
      run.type(scalar, at: time, into: &events)
      return length
    case .pasteBegin(let length):
      run.close(into: &events)
      paste = PasteReader(at: time)
      return length
    case .unknown(let length):
      // An answer of the terminal may fall into the middle of a scan and must not cut it.
      events.append(.unknown(Array(bytes.prefix(length))))
      return length
    }
  }

  /// Adds an event that ends what was being typed.
  private mutating func add(_ event: InputEvent) {
    run.close(into: &events)
    events.append(event)
  }
}
