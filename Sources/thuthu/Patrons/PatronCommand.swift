import ArgumentParser

/// Patrons: enrolling, editing, finding.
struct PatronCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patron",
    abstract: .say(vi: "Bạn đọc.", en: "Patrons."),
    subcommands: [
      PatronAddCommand.self, PatronEditCommand.self, PatronListCommand.self,
      PatronSearchCommand.self, PatronImportCommand.self,
    ])
}
