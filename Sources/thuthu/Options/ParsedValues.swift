public import ArgumentParser
public import LibraryCore
public import MARC
public import Terminal
public import VietnameseText

// The library's own values as they are typed on the command line.

extension Language: ExpressibleByArgument {}

extension ConsoleFontChoice: ExpressibleByArgument {}

extension LetterChoice: ExpressibleByArgument {}

extension LibraryCore.Moment: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}

extension RequestedDue: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) {
    guard let day = CalendarDay(iso: argument) ?? CalendarDay(vietnamese: argument) else {
      return nil
    }
    self = day
  }
}

extension EntityID: ExpressibleByArgument {
  public init?(argument: String) {
    guard let number = Int64(argument), number > 0 else { return nil }
    self.init(rawValue: number)
  }
}

extension OpID: ExpressibleByArgument {
  public init?(argument: String) {
    guard let number = Int64(argument), number > 0 else { return nil }
    self.init(rawValue: number)
  }
}

extension PatronCard.Standing: ExpressibleByArgument {}

extension SchoolClass: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension SchoolYear: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ClassMove: ExpressibleByArgument {
  /// `10A1=11A1`, or `12A1=-` for leaving.
  public init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let from = SchoolClass(parts[0]) else { return nil }
    if parts[1] == "-" {
      self.init(from: from, to: .leaves)
    } else if let to = SchoolClass(parts[1]) {
      self.init(from: from, to: .moves(to: to))
    } else {
      return nil
    }
  }
}

extension Money: ExpressibleByArgument {
  public init?(argument: String) { self.init(typed: argument) }
}

extension RecordKind: ExpressibleByArgument {}

extension StaffRole: ExpressibleByArgument {}

extension TermKind: ExpressibleByArgument {}

extension TallyKind: ExpressibleByArgument {}

extension ChargeKind: ExpressibleByArgument {}

extension PaymentMethod: ExpressibleByArgument {}

extension Audience: ExpressibleByArgument {}

extension ItemStatus: ExpressibleByArgument {}

extension WrittenEncoding: ExpressibleByArgument {}

extension SecondNationalDay: ExpressibleByArgument {}

extension ShelfMarkScheme: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
}

extension NameCode.Ending: ExpressibleByArgument {}

extension RecordFormat: ExpressibleByArgument {
  public init?(argument: String) {
    guard let name = FormatName(argument: argument), name.canBeWritten, let format = name.format
    else { return nil }
    self = format
  }

  public static var allValueStrings: [String] {
    FormatName.allCases.filter(\.canBeWritten).map(\.rawValue)
  }
}

extension ImportOptions.Match: ExpressibleByArgument {}

extension ImportOptions.OnMatch: ExpressibleByArgument {}
extension ImportOptions.OnSeveral: ExpressibleByArgument {}

extension ImportOptions.Copies: ExpressibleByArgument {}

extension SearchField: ExpressibleByArgument {}

extension HitOrder: ExpressibleByArgument {}

extension FilingOrder: ExpressibleByArgument {}

extension ItemOrder: ExpressibleByArgument {}

extension PatronOrder: ExpressibleByArgument {}

extension Sex: ExpressibleByArgument {
  public init?(argument: String) { self.init(typed: argument) }
}

extension Drawer: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension EncodingChoice: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }

  public var defaultValueDescription: String { name }
}

extension PatronMapping.Wish: ExpressibleByArgument {
  public init?(argument: String) { self.init(typed: argument) }
}
