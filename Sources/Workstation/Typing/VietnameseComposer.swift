import Terminal
import VietnameseText

/// Types Vietnamese into a field, as the workplace's keyboard is set.
struct VietnameseComposer: TextComposer {
  private let keyboard: Keyboard
  private let mayBeCode: Bool
  private var typing = VietnameseTyping(TypingRules(.telex))

  init(_ keyboard: Keyboard, mayBeCode: Bool) {
    self.keyboard = keyboard
    self.mayBeCode = mayBeCode
  }

  mutating func type(_ key: Character, after text: ArraySlice<Character>) -> Composition? {
    guard isOn else { return nil }
    return Composition(typing.type(key, after: text))
  }

  mutating func erase(before text: ArraySlice<Character>) -> Composition? {
    guard isOn else { return nil }
    return Composition(typing.erase(before: text))
  }

  mutating func giveBack(_ text: ArraySlice<Character>) -> Composition? {
    guard isOn else { return nil }
    return Composition(typing.giveBack(text))
  }

  mutating func interrupt() { typing.interrupt() }

  /// Whether keys are composed; takes over how.
  private var isOn: Bool {
    mutating get {
      guard var rules = keyboard.rules else {
        typing.interrupt()
        return false
      }
      rules.mayBeCode = mayBeCode
      if typing.rules != rules { typing.rules = rules }
      return true
    }
  }
}

extension Composition {
  fileprivate init?(_ change: VietnameseTyping.Change?) {
    guard let change else { return nil }
    self.init(erased: change.erased, inserted: change.inserted)
  }
}

extension Keyboard {
  /// Has the words typed into `field` composed: names, titles, notes.
  ///
  /// Never for codes, dates, amounts, addresses of the net, passwords or paths.
  func writing(_ field: Field) -> Field {
    var field = field
    field.composer = VietnameseComposer(self, mayBeCode: false)
    return field
  }

  /// The same for a line that takes codes as well as words; what has a digit in it stays as typed.
  func searching(_ field: Field) -> Field {
    var field = field
    field.composer = VietnameseComposer(self, mayBeCode: true)
    return field
  }

  /// An empty field for a name, a title or a note.
  func words(_ text: String = "", maximumLength: Int = 1000) -> Field {
    writing(Field(.text, text: text, maximumLength: maximumLength))
  }

  /// An empty line for words and codes.
  func line(_ text: String = "", maximumLength: Int = 200) -> Field {
    searching(Field(.text, text: text, maximumLength: maximumLength))
  }
}
