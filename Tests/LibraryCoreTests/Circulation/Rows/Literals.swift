public import LibraryCore

// So that a row of a table fits a line: a day and an amount are written as people write them.

extension CalendarDay: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let day = CalendarDay(iso: text) else { preconditionFailure("\(text) is no day") }
    self = day
  }
}

extension RequestedDue: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let due = RequestedDue(text) else { preconditionFailure("\(text) is no due date") }
    self = due
  }
}

extension Money: ExpressibleByIntegerLiteral {
  public init(integerLiteral dong: Int64) { self.init(dong: dong) }
}

extension EntityID: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int64) { self.init(rawValue: number) }
}

extension OpID: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int64) { self.init(rawValue: number) }
}
