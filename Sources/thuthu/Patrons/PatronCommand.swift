import ArgumentParser

/// Patrons: enrolling, editing, finding, and what surrounds them.
struct PatronCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patron",
    abstract: .say(vi: "Bạn đọc.", en: "Patrons."),
    subcommands: [
      PatronAddCommand.self, PatronEditCommand.self, PatronListCommand.self,
      PatronSearchCommand.self, PatronImportCommand.self, PatronDetailsCommand.self,
      PatronCardCommand.self, PatronRemarkCommand.self, PatronRenewCommand.self,
      PatronExpiringCommand.self, PatronPromoteCommand.self, PatronMergeCommand.self,
      PatronTwinsCommand.self,
    ])
}
