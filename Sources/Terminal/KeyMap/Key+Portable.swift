extension Key {
  /// Whether the key reaches the program from any terminal, a vt220 on a serial line included.
  ///
  /// `ctrl+s` and `ctrl+q` stop and start a serial line; `ctrl+i`, `ctrl+m`, `ctrl+j`, `ctrl+h` and
  /// `ctrl+[` are Tab, Enter, Backspace and Esc; other combinations need newer protocols.
  public var isPortable: Bool {
    switch code {
    case .function(let number):
      modifiers.isEmpty && number <= 20
    case .character(let character):
      switch modifiers {
      case []: true
      case .alt: character.isASCII
      case .control: Self.portableControls.contains(character)
      default: false
      }
    default:
      modifiers.isEmpty
    }
  }

  private static let portableControls: Set<Character> = Set("abcdefgklnoprtuvwxyz@\\]^_ ")
}
