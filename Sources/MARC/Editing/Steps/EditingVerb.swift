/// A change to a record at the cursor that needs nothing more to be said; the raw value is its name in macros.
public enum EditingVerb: String, CaseIterable, Hashable, Sendable {
  case newLine = "new-line"
  case duplicateField = "duplicate-field"
  case deleteField = "delete-field"
  case moveFieldUp = "field-up"
  case moveFieldDown = "field-down"
  case splitField = "split-field"
  case joinField = "join-field"
  case delimit = "subfield"
  case duplicateSubfield = "duplicate-subfield"
  case deleteSubfield = "delete-subfield"
  case moveSubfieldLeft = "subfield-left"
  case moveSubfieldRight = "subfield-right"
  case joinSubfields = "join-subfield"
  case deleteBack = "delete-back"
  case deleteForward = "delete-forward"
  case deleteWord = "delete-word"
  case clearText = "clear"
}

extension EditingSession {
  /// Does what the verb says where the cursor stands; false where that is not possible.
  public mutating func perform(_ verb: EditingVerb) -> Bool {
    switch verb {
    case .newLine:
      addLine()
      return true
    case .duplicateField: return duplicateField()
    case .deleteField: return deleteField()
    case .moveFieldUp: return moveField(by: -1)
    case .moveFieldDown: return moveField(by: 1)
    case .splitField: return splitField()
    case .joinField: return joinField()
    case .delimit: return delimit()
    case .duplicateSubfield: return duplicateSubfield()
    case .deleteSubfield: return deleteSubfield()
    case .moveSubfieldLeft: return moveSubfield(by: -1)
    case .moveSubfieldRight: return moveSubfield(by: 1)
    case .joinSubfields: return joinSubfields()
    case .deleteBack: return deleteBack()
    case .deleteForward: return deleteForward()
    case .deleteWord: return deleteWord()
    case .clearText: return clearText()
    }
  }
}
