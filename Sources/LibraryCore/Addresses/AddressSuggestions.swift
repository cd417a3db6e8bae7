import VietnameseText

extension AdministrativeUnits {
  /// How the address may go on that somebody is typing: communes and provinces of today whose names begin so, with tones or without.
  ///
  /// What stands before the last comma stays; behind a commune, the beginning of a province tells communes of one name apart.
  public func suggestions(for typed: String, on day: CalendarDay, limit: Int) -> [String] {
    guard typed.utf8.count <= AddressReading.lengthMaximum else { return [] }
    let comma = typed.lastIndex { ",;".contains($0) }
    let last = typed[(comma.map { typed.index(after: $0) } ?? typed.startIndex)...]
    guard let beginning = AddressBeginning(last) else { return [] }
    let behind = comma.map { String(typed[...$0]) + " " } ?? ""
    var found: [String] = []
    func add(_ text: String) { if text != typed, !found.contains(text) { found.append(text) } }
    if let comma, let previous = AddressParts(String(typed[..<comma]), self).parts.last,
      let name = previous.name
    {
      for index in communes(named: name)
      where beginning.begins(provinceNames[communes[index].province]) {
        add(proposal(index, behind: previous.before, on: day).text)
      }
    }
    for index in communes.indices where beginning.begins(communeNames[index]) {
      guard found.count < limit else { break }
      add(proposal(index, behind: behind, on: day).text)
    }
    for index in provinces.indices where beginning.begins(provinceNames[index]) {
      add(behind + name(of: provinces[index], on: day))
    }
    return Array(found.prefix(limit))
  }

  private func communes(named name: UnitName) -> [Int] {
    (named[name.key] ?? []).compactMap { entry in
      guard case .commune(let index) = entry.unit,
        name.kind == nil || name.kind == entry.name.kind
      else { return nil }
      return index
    }
  }
}

/// The beginning of a unit's name, compared without case and, where none are typed, without tones.
private struct AddressBeginning {
  private let kind: UnitName.Kind?
  private let words: ArraySlice<SearchToken>
  private let folded: String

  /// Two letters at least, so that not everything begins so.
  init?(_ typed: Substring) {
    let tokens = String(typed).searchTokens
    let (kind, count) = UnitName.kind(
      at: tokens[...], hasMarks: tokens.contains(where: \.hasMarks))
    self.kind = kind
    words = tokens.dropFirst(count)
    folded = words.map(\.folded).joined(separator: " ")
    guard folded.utf8.count > 1 else { return nil }
  }

  func begins(_ name: UnitName) -> Bool {
    guard name.key.hasPrefix(folded), kind == nil || kind == name.kind else { return false }
    return zip(words, name.exact.split(separator: " ")).allSatisfy { typed, word in
      !typed.hasMarks || word.hasPrefix(typed.exact)
    }
  }
}
