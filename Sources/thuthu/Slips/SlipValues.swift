public import ArgumentParser
public import LibraryCore
public import Workstation

// The values of slips and reminders as they are typed on the command line.

extension SlipPrinter: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension SlipKind: ExpressibleByArgument {}

extension ReminderPaper: ExpressibleByArgument {}

extension ReminderWay: ExpressibleByArgument {}
