import LibraryCore
import LibraryStore
public import Terminal

extension Workplace {
  /// The settings that run this workplace's screens, on a terminal or in a driver.
  public var screenSettings: ScreenSettings {
    ScreenSettings(
      keys: appearance,
      chrome: chrome, tooSmallNote: wording.tooSmall,
      handleForAll: { [unowned self] in handleForAll($0, on: $1) })
  }

  /// The screen the program opens with: the desk, or the question who works there.
  public func firstScreen() -> any Screen {
    isOccupied ? DeskScreen(workplace: self) : SignInScreen(workplace: self, opensDesk: true)
  }

  private var isOccupied: Bool {
    catchUp()
    return house?.staff.contains { $0.id == desk.staffID } ?? true
  }
}

extension Wording {
  /// What stands on a screen too small to work on.
  var tooSmall: String {
    say(
      vi: "Màn hình quá nhỏ: cần ít nhất 40 cột, 10 dòng. Mã quét vẫn được giữ.",
      en: "The screen is too small: 40 columns and 10 rows are needed. Scans are kept.")
  }
}
