public import LibraryCore
import VietnameseText

extension Desk {
  /// Takes the barcodes of a text file, one per line, as scans of a stocktake.
  ///
  /// Lines are written in groups, each whole or not at all. After a stop in the middle the same file is simply loaded again:
  /// what was taken reads as seen before. `progress` gets the lines read so far, and ends the load by answering false.
  public func loadShelf(
    file path: String, stocktake: EntityID, shelf: String? = nil,
    progress: (Int) -> Bool = { _ in true }
  ) throws -> ShelfLoad {
    var lines = try LineReader(path: path)
    var load = ShelfLoad()
    var isDone = false
    while !isDone, load.refusals.isEmpty {
      let group = try lines.next(upTo: Desk.linesPerTransaction)
      isDone = group.count < Desk.linesPerTransaction
      let before = load
      load = try act { transaction in
        var load = before
        for line in group where load.refusals.isEmpty {
          try transaction.take(line, into: &load, stocktake, shelf)
        }
        return load
      }
      guard progress(load.lines) else { break }
      LibraryFile.letOthersWrite()
    }
    return load
  }

  /// Few enough that another desk waits no longer than it takes to notice.
  private static let linesPerTransaction = 200
}

extension DeskTransaction {
  fileprivate mutating func take(
    _ line: String, into load: inout ShelfLoad, _ stocktake: EntityID, _ shelf: String?
  ) throws {
    load.lines += 1
    if line.allSatisfy(\.isWhitespace) { return }
    if let fault = Barcode.fault(in: line) {
      load.faultCount += 1
      if load.faults.count < ShelfLoad.faultsListedMaximum {
        load.faults.append(ShelfLoad.LineFault(line: load.lines, fault: fault))
      }
      return
    }
    switch try scanShelf(line, stocktake, shelf) {
    case .seen(let seen): load.findings[seen.finding, default: 0] += 1
    case .refused(let reasons, _): load.refusals = reasons
    case .unknownStocktake:
      load.refusals = [.invalidValue(field: "stocktake", typed: stocktake.description)]
    case .unknownItem: break
    }
  }
}
