public import LibraryCore

extension HouseConfiguration {
  public var slipSettings: SlipSettings {
    SlipSettings(
      printer: settings[HouseSetting.slipPrinter].flatMap(SlipPrinter.init),
      letters: settings[HouseSetting.slipLetters].flatMap(SlipLetters.init) ?? .raster,
      paper: settings[HouseSetting.slipPaper].flatMap(SlipPaper.init) ?? .wide,
      isAutomatic: settings[HouseSetting.slipAutomatic] == "yes")
  }

  /// When notices are due, as the house set it.
  public var reminderSteps: ReminderSteps {
    settings[HouseSetting.reminderSteps].flatMap(ReminderSteps.init) ?? .usual
  }
}

extension SlipSettings {
  /// Whether a setting of slips may have this value; true for any other setting.
  static func allow(_ name: String, _ value: String) -> Bool {
    switch name {
    case HouseSetting.slipPrinter: SlipPrinter(value) != nil
    case HouseSetting.slipLetters: SlipLetters(rawValue: value) != nil
    case HouseSetting.slipPaper: SlipPaper(rawValue: value) != nil
    case HouseSetting.slipAutomatic: ["yes", "no"].contains(value)
    case HouseSetting.reminderSteps: ReminderSteps(value) != nil
    default: true
    }
  }
}
