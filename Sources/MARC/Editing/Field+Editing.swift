/// Changes to one subfield leave the bytes of the others as they are.
extension Field {
  /// Puts `subfields` in the place of all that were there; the indicators stay.
  public mutating func setSubfields(_ subfields: some Sequence<Subfield>) {
    precondition(!isControl, "a control field has no subfields")
    self = Field(tag, indicator1, indicator2, subfields)
  }

  public mutating func insert(_ subfield: Subfield, at place: Int) {
    changeSubfields { $0.insert(subfield, at: place) }
  }

  public mutating func append(_ subfield: Subfield) {
    changeSubfields { $0.append(subfield) }
  }

  public mutating func replaceSubfield(at place: Int, with subfield: Subfield) {
    changeSubfields { $0[place] = subfield }
  }

  public mutating func removeSubfield(at place: Int) {
    changeSubfields { $0.remove(at: place) }
  }

  /// Moves a subfield so that it stands at `destination` afterwards.
  public mutating func moveSubfield(from place: Int, to destination: Int) {
    changeSubfields { $0.insert($0.remove(at: place), at: destination) }
  }

  /// Puts `text` into the first subfield under `code`, or adds one at the end.
  public mutating func setText(_ text: some StringProtocol, of code: Code) {
    changeSubfields { subfields in
      if let place = subfields.firstIndex(where: { $0.code == code }) {
        subfields[place] = Subfield(code, text)
      } else {
        subfields.append(Subfield(code, text))
      }
    }
  }

  private mutating func changeSubfields(_ change: (inout [Subfield]) -> Void) {
    var all = Array(subfields)
    change(&all)
    setSubfields(all)
  }
}
