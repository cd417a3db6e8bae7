import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Notes copies met at the shelf.
struct StocktakeScanCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: .say(
      vi: "Ghi các bản gặp trên giá; không nêu mã thì đọc từ đầu vào chuẩn.",
      en: "Note copies met at the shelf; without barcodes they are read from standard input."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("barcode", vi: "Mã vạch các bản.", en: "The copies' barcodes."))
  var barcodes: [String] = []

  @Option(
    help: .say(
      "id", vi: "Số đợt kiểm kê; không cần khi chỉ một đợt đang mở.",
      en: "The stocktake; not needed while only one is open."))
  var stocktake: EntityID?

  @Option(help: .say("text", vi: "Giá đang đứng.", en: "The shelf you stand at."))
  var shelf: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let stocktake = try session.stocktake(stocktake)
    var status = ExitStatus.done
    for barcode in barcodes {
      status = status.or(try scan(barcode, stocktake, session))
    }
    guard barcodes.isEmpty else { return status }
    var input = LineInput()
    while let line = try input.next() {
      let barcode = String(decoding: line.filter { $0 != 0x0D }, as: UTF8.self)
      if barcode.allSatisfy(\.isWhitespace) { continue }
      status = status.or(try scan(barcode, stocktake, session))
      session.output.flush()
    }
    return status
  }

  private func scan(_ barcode: String, _ stocktake: EntityID, _ session: LibrarySession) throws
    -> ExitStatus
  {
    let outcome = try session.desk.scanShelf(barcode, stocktake: stocktake, shelf: shelf)
    session.answer(outcome.json, session.words.lines(outcome))
    return outcome.status
  }
}

extension Wording {
  fileprivate func lines(_ outcome: ScanOutcome) -> [String] {
    switch outcome {
    case .seen(let seen):
      let title = seen.item.map { "  \($0.title)" } ?? ""
      let loan = seen.loan.map { "  \($0.patronName) (\($0.card))" } ?? ""
      return ["\(seen.barcode)  \(finding(seen.finding))\(title)\(loan)"]
    case .refused(let reasons, let item):
      return [say(vi: "KHÔNG ghi ", en: "NOT noted ") + (item.map { label($0) } ?? "")]
        + lines(reasons)
    case .unknownItem(let typed): return [unknownItem(typed)]
    case .unknownStocktake(let id):
      return [say(vi: "Không có đợt kiểm kê \(id)", en: "There is no stocktake \(id)")]
    }
  }
}
