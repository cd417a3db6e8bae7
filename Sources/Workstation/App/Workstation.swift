public import Terminal

extension Workplace {
  /// The settings that run this workplace's screens, on a terminal or in a driver.
  public var screenSettings: ScreenSettings {
    ScreenSettings(
      keys: keyMap,
      chrome: StatusAndKeys(registry: registry, keys: keyMap, language: language),
      tooSmallNote: wording.say(
        vi: "Màn hình quá nhỏ: cần ít nhất 40 cột, 10 dòng. Mã quét vẫn được giữ.",
        en: "The screen is too small: 40 columns and 10 rows are needed. Scans are kept."),
      handleForAll: { [unowned self] in handleForAll($0, on: $1) })
  }

  /// The screen the program opens with.
  public func firstScreen() -> any Screen { DeskScreen(workplace: self) }
}
