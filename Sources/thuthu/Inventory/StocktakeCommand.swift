import ArgumentParser

/// Inventory (kiểm kê).
struct StocktakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stocktake",
    abstract: .say(vi: "Kiểm kê.", en: "Stocktakes."),
    subcommands: [
      StocktakeStartCommand.self, StocktakeScanCommand.self, StocktakeLoadCommand.self,
      StocktakeStatusCommand.self, StocktakeReportCommand.self, StocktakeCloseCommand.self,
    ])
}
