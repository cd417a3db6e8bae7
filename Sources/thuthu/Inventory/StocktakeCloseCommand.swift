import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Ends a stocktake.
struct StocktakeCloseCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: .say(vi: "Đóng đợt kiểm kê.", en: "Close a stocktake."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "id", vi: "Số đợt kiểm kê; không cần khi chỉ một đợt đang mở.",
      en: "The stocktake; not needed while only one is open."))
  var stocktake: EntityID?

  @Flag(
    name: .customLong("mark-missing"),
    help: .say(
      vi: "Ghi mọi bản thiếu là «không tìm thấy».",
      en: "Give every missing copy the status “missing”."))
  var markMissing = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let id = try session.stocktake(stocktake)
    return session.answer(
      try session.desk.closeStocktake(id, markMissing: markMissing), .stocktake,
      done: session.words.say(vi: "Đã đóng đợt kiểm kê \(id)", en: "Closed stocktake \(id)"))
  }
}
