public import ArgumentParser
public import LibraryCore
public import Terminal

// The library's own values as they are typed on the command line.

extension Language: ExpressibleByArgument {}

extension LibraryCore.Moment: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
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

extension Money: ExpressibleByArgument {
  public init?(argument: String) { self.init(typed: argument) }
}
