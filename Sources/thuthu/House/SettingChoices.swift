import LibraryCore
import LibraryStore
import Terminal
import Workstation

extension HouseSetting {
  /// What a setting may be where only a few things make sense.
  static func choices(_ name: String) -> [String]? {
    switch name {
    case filingOrder: FilingOrder.allCases.map(\.rawValue)
    case keywords: KeywordPolicy.allCases.map(\.rawValue)
    case shelfMarkScheme: ShelfMarkScheme.allCases.map(\.rawValue)
    case shelfMarkEnding: NameCode.Ending.allCases.map(\.rawValue)
    case language: Language.allCases.map(\.rawValue)
    case keyMap: SettingPlaces.here.keyMaps
    case theme: SettingPlaces.here.themes
    case consoleFont: ConsoleFontChoice.allCases.map(\.rawValue)
    case letters: LetterChoice.allCases.map(\.rawValue)
    case wantedByItself, countReturns, borrowedBefore, previousBorrower: ["yes", "no"]
    default: nil
    }
  }
}

extension JSONValue {
  /// A setting with its value, null where it was never set.
  static func setting(_ name: String, in house: HouseConfiguration) -> JSONValue {
    ["name": .text(name), "value": .optional(house.settings[name])]
  }
}
