/// One line of text that a person edits or a scanner fills.
///
/// All positions count graphemes, so Backspace takes a letter with all its marks, however it came.
public struct Field: Sendable {
  public enum Response: Equatable, Sendable {
    /// The event means nothing to a field.
    case ignored
    case edited
    case moved
    /// The text does not belong into this field; nothing changed. Worth a bell.
    case refused
  }

  public let kind: FieldKind
  /// The most graphemes the field takes.
  public var maximumLength: Int
  public var placeholder: String
  /// What is wrong with the content; the field is drawn so until it is edited.
  public var error: String?
  /// Whether the content is shown as dots.
  public var isSecret = false
  /// Whether the content is only proposed: the first letter, code or paste takes its place, while any other key makes it one's own.
  public private(set) var isProposed = false
  /// Turns what is typed into other letters; only fields of kind `text` use it.
  public var composer: (any TextComposer)?

  private var content: Content
  /// The states before the last typed characters, newest last.
  private var typed: [Snapshot] = []

  struct Content: Equatable, Sendable {
    var characters: [Character] = []
    var cursor = 0
    var choice = 0
  }

  private struct Snapshot: Sendable {
    let content: Content
    let composer: (any TextComposer)?
    let error: String?
    let isProposed: Bool
  }

  public init(
    _ kind: FieldKind = .text, text: String = "", isProposed: Bool = false,
    maximumLength: Int = 1000, placeholder: String = ""
  ) {
    self.kind = kind
    self.maximumLength = maximumLength
    self.placeholder = placeholder.isEmpty && kind == .date ? "dd/mm/yyyy" : placeholder
    content = Content()
    setText(text)
    self.isProposed = isProposed && !text.isEmpty
  }

  /// The content; for a choice the value chosen.
  public var text: String { choice?.value ?? String(content.characters) }
  public var isEmpty: Bool { text.isEmpty }
  public var number: Int? { kind == .number ? Int(text) : nil }
  public var date: TypedDate? { kind == .date ? TypedDate(text) : nil }

  public var choice: FieldChoice? {
    guard case .choice(let choices) = kind, !choices.isEmpty else { return nil }
    return choices[content.choice]
  }

  /// The place of the cursor in graphemes.
  public var cursor: Int { content.cursor }
  var characters: [Character] { content.characters }

  /// Replaces the content from the program's side; the cursor goes to the end.
  public mutating func setText(_ text: String) {
    forgetTyping()
    error = nil
    isProposed = false
    if case .choice(let choices) = kind {
      content.choice = choices.firstIndex { $0.value == text } ?? 0
    } else {
      content.characters = Array(text)
      content.cursor = content.characters.count
    }
  }

  public mutating func update(_ event: ScreenEvent) -> Response {
    switch event {
    case .command(let command): perform(command)
    case .input(.text(let text)): type(text)
    case .input(.paste(let text)): paste(text)
    case .input(.scan(let scan)): receive(scan)
    case .takeBack(let count): takeBack(count)
    default: .ignored
    }
  }

  /// Restores what the field was before the last `count` typed characters.
  ///
  /// Used when the beginning of a scan was taken for typing: an input method may have made other
  /// letters of it, so deleting characters would not do.
  @discardableResult
  public mutating func takeBack(_ count: Int) -> Response {
    guard count > 0, !typed.isEmpty else { return .ignored }
    let snapshot = typed[max(0, typed.count - count)]
    typed.removeLast(min(count, typed.count))
    content = snapshot.content
    composer = snapshot.composer
    isProposed = snapshot.isProposed
    error = snapshot.error
    return .edited
  }
}

// MARK: - Text coming in

extension Field {
  /// More than a scanner sends and a person types in one breath.
  private static let snapshotsMaximum = 512
  /// Letters have a few marks; more is an attack on whoever draws them.
  private static let marksMaximum = 8

  private mutating func type(_ text: String) -> Response {
    var response = Response.ignored
    for character in text {
      if typed.count == Self.snapshotsMaximum { typed.removeFirst(Self.snapshotsMaximum / 2) }
      let before = Snapshot(
        content: content, composer: composer, error: error, isProposed: isProposed)
      typed.append(before)
      giveWay()
      let one = type(character)
      if one == .refused { (content, isProposed) = (before.content, before.isProposed) }
      if response == .ignored || one == .edited { response = one }
    }
    return response
  }

  private mutating func type(_ character: Character) -> Response {
    guard Self.isAllowed(character) else { return .refused }
    switch kind {
    case .choice(let choices):
      return choose(typing: character, among: choices)
    case .number:
      return TypedDate.isDigit(character) ? insert(String(character)) : .refused
    case .date:
      return typeDate(character)
    case .code:
      return insert(String(character))
    case .text:
      let head = content.characters[..<content.cursor]
      guard let composition = composer?.type(character, after: head) else {
        return insert(String(character))
      }
      return compose(composition)
    }
  }

  private mutating func typeDate(_ character: Character) -> Response {
    if content.cursor == content.characters.count {
      guard let text = TypedDate.typing(character, after: String(content.characters)) else {
        return .refused
      }
      return replaceHead(by: text)
    }
    var candidate = content.characters
    candidate.insert(character, at: content.cursor)
    return TypedDate.isBeginning(String(candidate)) ? insert(String(character)) : .refused
  }

  /// A proposal goes where something else is put in.
  private mutating func giveWay() {
    guard isProposed else { return }
    isProposed = false
    if case .choice = kind { return }
    content = Content()
  }

  private mutating func paste(_ text: String) -> Response {
    forgetTyping()
    giveWay()
    let clean = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    switch kind {
    case .choice: return .refused
    case .text: return put(clean)
    case .code, .number, .date: return put(Self.trimmed(clean))
    }
  }

  /// Puts the code of a scan, whole and unaltered, or refuses it whole.
  ///
  /// A code field is filled anew; a text field takes the code at the cursor.
  public mutating func receive(_ scan: Scan) -> Response {
    takeBack(scan.alreadyTyped)
    forgetTyping()
    let before = content
    giveWay()
    switch kind {
    case .choice: return .refused
    case .code: content = Content()
    case .text, .number, .date: break
    }
    let response = put(scan.code)
    if response != .edited { content = before }
    return response
  }

  /// Inserts all of a text, or nothing when a part of it may not stand here.
  private mutating func put(_ text: String) -> Response {
    guard !text.isEmpty, text.allSatisfy(Self.isAllowed) else { return .refused }
    switch kind {
    case .date:
      var date = ""
      for character in text {
        guard let next = TypedDate.typing(character, after: date) else { return .refused }
        date = next
      }
      content = Content()
      return insert(date)
    case .number:
      return text.allSatisfy(TypedDate.isDigit) ? insert(text) : .refused
    case .text, .code:
      return insert(text)
    case .choice:
      return .refused
    }
  }

  private mutating func insert(_ text: String) -> Response {
    replaceHead(by: String(content.characters[..<content.cursor]) + text)
  }

  private mutating func compose(_ composition: Composition) -> Response {
    let kept = content.characters[..<content.cursor].dropLast(composition.erased)
    return replaceHead(by: String(kept) + composition.inserted)
  }

  /// Replaces what stands before the cursor; marks join the letter they follow.
  private mutating func replaceHead(by head: String) -> Response {
    let all = Array(head + String(content.characters[content.cursor...]))
    guard all.count <= maximumLength, all.allSatisfy(Self.isAllowed) else { return .refused }
    content.characters = all
    content.cursor = min(head.count, all.count)
    error = nil
    return .edited
  }

  private mutating func choose(
    typing character: Character, among choices: [FieldChoice]
  ) -> Response {
    guard character != " " else { return step(by: 1) }
    let order = choices.indices.map { (content.choice + 1 + $0) % choices.count }
    let found = order.first {
      choices[$0].label.first?.lowercased() == character.lowercased()
    }
    guard let found else { return .refused }
    content.choice = found
    error = nil
    return .edited
  }

  private static func isAllowed(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    return scalars.count <= marksMaximum
      && scalars.allSatisfy { DisplayWidth.shown($0) != nil }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...last])
  }
}

// MARK: - Commands

extension Field {
  private mutating func perform(_ command: CommandID) -> Response {
    if kind == .text, let response = composeAgain(command) { return response }
    guard let operation = Self.operations[command] else { return .ignored }
    forgetTyping()
    isProposed = false
    if case .choice = kind {
      switch command {
      case .fieldLeft: return step(by: -1)
      case .fieldRight: return step(by: 1)
      default: return .ignored
      }
    }
    let before = content
    operation(&content)
    guard content.characters == before.characters else {
      error = nil
      return .edited
    }
    return .moved
  }

  /// Lets the input method take a letter or give a word back; nil where it has nothing to do with it.
  private mutating func composeAgain(_ command: CommandID) -> Response? {
    let head = content.characters[..<content.cursor]
    switch command {
    case .fieldDeleteBack:
      guard let composition = composer?.erase(before: head) else { return nil }
      typed = []
      return compose(composition)
    case .fieldGiveBack:
      guard let composition = composer?.giveBack(head) else { return .refused }
      typed = []
      return compose(composition)
    default: return nil
    }
  }

  private mutating func step(by distance: Int) -> Response {
    guard case .choice(let choices) = kind, !choices.isEmpty else { return .refused }
    content.choice = (content.choice + distance + choices.count) % choices.count
    error = nil
    return .edited
  }

  /// A new beginning: what was typed so far stays, and nothing composes with it.
  private mutating func forgetTyping() {
    typed = []
    composer?.interrupt()
  }

  private static let operations: [CommandID: @Sendable (inout Content) -> Void] = [
    .fieldLeft: { $0.cursor = max(0, $0.cursor - 1) },
    .fieldRight: { $0.cursor = min($0.characters.count, $0.cursor + 1) },
    .fieldHome: { $0.cursor = 0 },
    .fieldEnd: { $0.cursor = $0.characters.count },
    .fieldWordLeft: { $0.cursor = $0.wordStart },
    .fieldWordRight: { $0.cursor = $0.wordEnd },
    .fieldDeleteBack: { $0.delete(from: max(0, $0.cursor - 1), to: $0.cursor) },
    .fieldDeleteForward: { $0.delete(from: $0.cursor, to: $0.cursor + 1) },
    .fieldDeleteWord: { $0.delete(from: $0.wordStart, to: $0.cursor) },
    .fieldClear: { $0.delete(from: 0, to: $0.characters.count) },
  ]
}

extension Field.Content {
  /// The start of the word before the cursor.
  fileprivate var wordStart: Int {
    let head = characters[..<cursor]
    let word = head.lastIndex { $0 != " " } ?? 0
    return head[..<word].lastIndex(of: " ").map { $0 + 1 } ?? 0
  }

  /// The end of the word behind the cursor.
  fileprivate var wordEnd: Int {
    let tail = characters[cursor...]
    guard let word = tail.firstIndex(where: { $0 != " " }) else { return characters.count }
    return tail[word...].firstIndex(of: " ") ?? characters.count
  }

  fileprivate mutating func delete(from start: Int, to end: Int) {
    characters.removeSubrange(start..<min(end, characters.count))
    cursor = start
  }
}
