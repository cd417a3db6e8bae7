public import LibraryCore
public import LibraryStore

/// The tables that shelf and class marks are made by: the nearest that can be read, the library's own numbers over them.
public struct ShelfMarkTables: Sendable {
  public let rhymes: RhymeTable
  public let crosswalk: ClassCrosswalk
  /// Only where somebody put one into the folder of tables.
  public let cutter: CutterTable?

  static let rhymesPath = "data/shelf-mark-rhymes.tsv"
  static let crosswalkPath = "data/class-crosswalk.tsv"
  static let cutterPath = "data/cutter.tsv"

  /// Nil where not even the program's own table can be read.
  public init?(_ places: SettingPlaces, _ house: HouseConfiguration?) {
    let near = places.nearerFiles(Self.rhymesPath).reversed().map(\.bytes)
    let own = BuiltInFile.named(Self.rhymesPath).map { [$0.bytes] } ?? []
    guard let table = (near + own).lazy.compactMap({ try? RhymeTable(tsv: $0) }).first else {
      return nil
    }
    rhymes = table.laying(house?.ownRhymes ?? [:])
    let crosswalk =
      places.nearerFiles(Self.crosswalkPath).last?.bytes
      ?? BuiltInFile.named(Self.crosswalkPath)?.bytes ?? []
    self.crosswalk = ClassCrosswalk(tsv: String(decoding: crosswalk, as: UTF8.self))
      .laying(house?.ownCrosswalk ?? [:])
    cutter = places.nearerFiles(Self.cutterPath).last.flatMap {
      CutterTable(tsv: String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  /// How the library makes marks, in a stack or as a rule, or as `scheme` and `ending` say.
  public func marking(
    _ house: HouseConfiguration?, location: String? = nil, scheme: ShelfMarkScheme? = nil,
    ending: NameCode.Ending? = nil
  ) -> ShelfMarking {
    ShelfMarking(
      scheme: scheme ?? house?.shelfMarkScheme(of: location) ?? .nameCode,
      ending: ending ?? house?.shelfMarkEnding ?? .second, rhymes: rhymes, cutter: cutter,
      learned: house?.decidedShelfMarks ?? [:])
  }
}

extension Desk {
  /// What a shelf mark is made of, with the next numbers of the stacks it may go to.
  public func shelfMarkFacts(_ known: ShelfMarkFacts, stack: String? = nil) throws -> ShelfMarkFacts
  {
    var facts = known
    facts.stack = stack ?? known.stack
    if let wanted = facts.stack ?? facts.stackBySize {
      facts.nextNumbers[wanted] = try nextNumber(inStack: wanted)
    }
    return facts
  }
}
