import LibraryCore
import LibraryStore

/// Copies that are alike but for their barcodes.
struct CopyBatch {
  let draft: ItemDraft
  let count: Int
  /// The barcode of the first; nil takes the running numbers of the series.
  let first: String?

  /// What was added before it ended, and what ended it early.
  struct Added {
    var ops: [OpID] = []
    var barcodes: [String] = []
    var refusals: [Refusal] = []
    var fault: (any Error)?
    /// Whether the record itself is no longer there.
    var isRecordGone = false

    var isWhole: Bool { refusals.isEmpty && fault == nil && !isRecordGone }
  }

  /// Adds those with running numbers all at once; those with numbers of their own one by one, until one is refused.
  func add(at desk: Desk) -> Added {
    var added = Added()
    guard first != nil else {
      do {
        switch try desk.addItems(draft, count: count) {
        case .added(_, let op, let barcodes): (added.ops, added.barcodes) = ([op], barcodes)
        case .refused(let reasons): added.refusals = reasons
        case .unknown: added.isRecordGone = true
        }
      } catch {
        added.fault = error
      }
      return added
    }
    var copies: Set<EntityID> = []
    do {
      for index in 0..<count where added.isWhole {
        var copy = draft
        copy.barcode = first.map { CopyBatch.barcode(after: $0, by: index) }
        switch try desk.addItem(copy) {
        case .saved(let id, let op):
          added.ops.append(op)
          copies.insert(id)
        case .refused(let reasons): added.refusals = reasons
        case .unknown, .unchanged: added.isRecordGone = true
        }
      }
      added.barcodes = try desk.items(of: draft.record).filter { copies.contains($0.item.id) }
        .map(\.item.barcode.text)
    } catch {
      added.fault = error
    }
    return added
  }

  /// The code whose number at the end is higher by `distance`, as wide as before; the same code where it has none.
  static func barcode(after code: String, by distance: Int) -> String {
    let digits = code.reversed().prefix { $0.isASCII && $0.isNumber }.prefix(18)
    guard distance > 0, let number = Int(String(digits.reversed())) else { return code }
    let text = String(number + distance)
    let zeros = String(repeating: "0", count: max(0, digits.count - text.count))
    return code.dropLast(digits.count) + zeros + text
  }
}
