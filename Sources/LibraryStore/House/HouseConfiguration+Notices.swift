public import LibraryCore

extension HouseConfiguration {
  /// What staff should know of a patron's typed fields: a category that the list lacks.
  public func notices(of fields: [PatronField: String?]) -> [EntryNotice] {
    notice(.patronCategory, fields[.category] ?? nil)
  }

  /// What staff should know of a copy's typed fields: a type, location or library that the lists lack.
  public func notices(of fields: [ItemField: String?]) -> [EntryNotice] {
    notice(.itemType, fields[.type] ?? nil) + notice(.location, fields[.location] ?? nil)
      + notice(.library, fields[.library] ?? nil)
  }

  /// An entry may be named by its code or by its name; a blank one clears the field.
  private func notice(_ kind: TermKind, _ typed: String?) -> [EntryNotice] {
    guard let typed = typed?.tidied else { return [] }
    let known = codes(kind)
    let folded = typed.lowercased()
    let isKnown =
      known.contains { $0.lowercased() == folded }
      || choices(kind).contains { $0.name.lowercased() == folded }
    return isKnown ? [] : [.unknownCode(kind, typed, known: known)]
  }
}
