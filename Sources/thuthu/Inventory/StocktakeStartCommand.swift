import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Opens a stocktake.
struct StocktakeStartCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: .say(vi: "Mở đợt kiểm kê.", en: "Open a stocktake."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("name", vi: "Tên đợt kiểm kê.", en: "The stocktake's name."))
  var name: String

  @Option(help: .say("code", vi: "Chỉ kho này.", en: "Only this location."))
  var location: String?

  @Option(help: .say("call-number", vi: "Từ ký hiệu này.", en: "From this call number."))
  var from: String?

  @Option(
    help: .say(
      "call-number", vi: "Đến hết ký hiệu này.", en: "To this call number, all that begins with it."
    ))
  var to: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let outcome = try session.desk.openStocktake(
      StocktakeScope(name: name, location: location, fromCallNumber: from, toCallNumber: to))
    return session.answer(
      outcome, .stocktake,
      done: session.words.say(
        vi: "Đã mở đợt kiểm kê \(outcome.id?.description ?? ""): \(name)",
        en: "Opened stocktake \(outcome.id?.description ?? ""): \(name)"))
  }
}

extension LibrarySession {
  /// The stocktake that a command means: the one named, or the only open one.
  func stocktake(_ named: EntityID?) throws -> EntityID {
    if let named { return named }
    let open = try desk.stocktakes().filter { !$0.isClosed }
    guard open.count == 1 else {
      throw CommandFault.usage(
        open.isEmpty
          ? words.say(
            vi: "không có đợt kiểm kê nào đang mở", en: "there is no open stocktake")
          : words.say(
            vi:
              "có \(open.count) đợt kiểm kê đang mở: chọn bằng --stocktake (\(open.map { "\($0.id)" }.joined(separator: ", ")))",
            en:
              "\(counted(open.count, "stocktake is", "stocktakes are")) open: choose one with --stocktake (\(open.map { "\($0.id)" }.joined(separator: ", ")))"
          ))
    }
    return open[0].id
  }
}
