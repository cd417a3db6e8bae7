import GRDB
public import LibraryCore
import MARC
import VietnameseText

extension HouseSetting {
  /// How shelf marks are made, a `ShelfMarkScheme`; behind a point and a code the same for one stack.
  public static let shelfMarkScheme = "shelfmark.scheme"
  /// What stands at the end of a name's code, a `NameCode.Ending`.
  public static let shelfMarkEnding = "shelfmark.ending"
  /// The library's own number of a rhyme, which stands behind this.
  static let shelfMarkRhyme = "shelfmark.rhyme."
  /// The mark that was decided for a heading, which stands behind this.
  static let shelfMarkDecided = "shelfmark.mark."
  /// The library's own Dewey number beside a class of the 19, which stands behind this.
  static let classCrosswalk = "class.crosswalk."
}

/// Which values the settings of shelf marks can have.
enum ShelfMarkSettings {
  static func allow(_ name: String, _ value: String) -> Bool {
    if name == HouseSetting.shelfMarkEnding { return NameCode.Ending(rawValue: value) != nil }
    if name.hasPrefix(HouseSetting.shelfMarkRhyme) {
      return Int(value).map(RhymeTable.numbers.contains) ?? false
    }
    let isScheme =
      name == HouseSetting.shelfMarkScheme || name.hasPrefix(HouseSetting.shelfMarkScheme + ".")
    return !isScheme || ShelfMarkScheme(rawValue: value) != nil
  }
}

extension HouseConfiguration {
  /// The scheme of a stack, or else of the library; marks by the National Library's code where nothing is said.
  public func shelfMarkScheme(of location: String? = nil) -> ShelfMarkScheme {
    let own = location.flatMap { settings["\(HouseSetting.shelfMarkScheme).\($0)"] }
    return (own ?? settings[HouseSetting.shelfMarkScheme]).flatMap { ShelfMarkScheme(named: $0) }
      ?? .nameCode
  }

  public var shelfMarkEnding: NameCode.Ending {
    settings[HouseSetting.shelfMarkEnding].flatMap(NameCode.Ending.init(rawValue:)) ?? .second
  }

  public var ownRhymes: [String: Int] {
    behind(HouseSetting.shelfMarkRhyme).compactMapValues { Int($0) }
  }

  public var decidedShelfMarks: [String: String] { behind(HouseSetting.shelfMarkDecided) }

  public var ownCrosswalk: [String: String] { behind(HouseSetting.classCrosswalk) }

  /// The settings whose names begin so, by what stands behind.
  private func behind(_ prefix: String) -> [String: String] {
    var found: [String: String] = [:]
    for (name, value) in settings where name.hasPrefix(prefix) {
      found[String(name.dropFirst(prefix.count))] = value
    }
    return found
  }
}

extension Desk {
  /// Keeps the mark that a cataloguer decided for a heading, or forgets it where `mark` is nil.
  public func decideShelfMark(_ mark: String?, for heading: String) throws -> SaveOutcome {
    let key = ShelfMarking.key(heading)
    let mark = mark?.nfc.split(separator: " ").joined(separator: " ")
    return try act { transaction in
      var reasons = transaction.missing(.editItem)
      if key.isEmpty || mark?.isEmpty == true { reasons.append(.nameMissing) }
      guard reasons.isEmpty else { return .refused(reasons) }
      let name = HouseSetting.shelfMarkDecided + key
      guard transaction.configuration.settings[name] != mark else {
        return .unchanged(id: Desk.house)
      }
      let body = OpBody.settingSaved(name: name, value: mark)
      return .saved(id: Desk.house, op: try transaction.append(body, on: Desk.house))
    }
  }

  /// Gives a rhyme the library's own number, or the table's again where `number` is nil.
  public func setRhyme(_ rhyme: String, _ number: Int?) throws -> SaveOutcome {
    try setSetting(HouseSetting.shelfMarkRhyme + rhyme, number.map(String.init))
  }

  /// Sets how marks are made, in one stack or in the library.
  public func setShelfMarkScheme(_ scheme: ShelfMarkScheme?, of location: String?) throws
    -> SaveOutcome
  {
    let place = location.map { "\(HouseSetting.shelfMarkScheme).\($0)" }
    return try setSetting(place ?? HouseSetting.shelfMarkScheme, scheme?.rawValue)
  }

  /// Puts a Dewey number beside a class of the 19; empty says that none fits, nil that the table's holds again.
  public func setCrosswalk(_ national: String, _ dewey: String?) throws -> SaveOutcome {
    try setSetting(HouseSetting.classCrosswalk + national.uppercased(), dewey)
  }

  /// The number that the next copy of a stack would get, by the call numbers of all copies.
  public func nextNumber(inStack stack: String) throws -> Int {
    try consider { facts in
      let found = try Int.fetchOne(
        facts.db,
        sql: """
          SELECT max(CAST(substr(call_number, ?) AS INTEGER)) FROM item
          WHERE call_number LIKE ? ESCAPE '\\' AND item.status <> 'removed'
          """,
        arguments: [
          stack.count + 2, stack.replacing("%", with: "\\%").replacing("_", with: "\\_") + ".%",
        ])
      return (found ?? 0) + 1
    }
  }

  /// Counts the marks of all records and copies beside their headings.
  public func inferShelfMarks(_ table: RhymeTable) throws -> MarkInference {
    var inference = MarkInference(table)
    try eachRecord(withCopies: true) { _, record in
      let facts = ShelfMarkFacts(record)
      let bibliography = Bibliography(record)
      let marks =
        bibliography.classMarks.compactMap(\.mark)
        + bibliography.itemStatements.compactMap(\.callNumber)
      for mark in Set(marks).sorted() {
        inference.take(mark, author: facts.author, title: facts.title)
      }
      return true
    }
    return inference
  }
}
