public import Terminal

extension CommandRegistry {
  /// Every command of the workstation: key maps, help, palette and manual are made from this list.
  public static let workstation = CommandRegistry(
    contexts: [
      KeyContext.standard, KeyContext.circulation, KeyContext.boxes, KeyContext.holds,
      KeyContext.catalogue,
      KeyContext.copyCataloguing, KeyContext.targets, KeyContext.patrons, KeyContext.inventory,
      KeyContext.house, KeyContext.tallies, KeyContext.money, KeyContext.slips,
      KeyContext.selfCheck,
    ].flatMap { $0 },
    commands: [
      Command.standard, Command.circulation, Command.boxes, Command.holds, Command.catalogue,
      Command.patrons,
      Command.copyCataloguing, Command.targets, Command.inventory, Command.house,
      Command.tallies, Command.money, Command.slips, Command.selfCheck, Command.typing,
    ].flatMap { $0 })
}
