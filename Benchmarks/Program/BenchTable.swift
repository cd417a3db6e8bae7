import Foundation

/// One line of the table: what we take, what the floor takes, and whether the goal is reached.
struct BenchRow {
  enum Goal {
    /// Our figure is at most so many times the floor's.
    case ratioAtMost(Double)
    /// Our figure is at least so many times the floor's.
    case ratioAtLeast(Double)
    /// Our figure itself is at most this.
    case atMost(Double)
    /// Our figure itself is at least this.
    case atLeast(Double)
    case none
  }

  var name: String
  var unit: String
  var ours: Double
  /// The median, where `ours` is a 99th percentile.
  var median: Double?
  var floor: Double?
  var goal = Goal.none

  var ratio: Double? { floor.map { ours / $0 } }

  var isReached: Bool? {
    switch goal {
    case .ratioAtMost(let limit): ratio.map { $0 <= limit }
    case .ratioAtLeast(let limit): ratio.map { $0 >= limit }
    case .atMost(let limit): ours <= limit
    case .atLeast(let limit): ours >= limit
    case .none: nil
    }
  }
}

/// The table on standard output, in Markdown; a row is printed as soon as it is known.
enum BenchTable {
  private static let widths = [42, 8, 12, 12, 7, 10, 7]

  static func printHead() {
    printLine(["what", "p50", "ours", "floor", "ratio", "goal", "reached"])
    printLine(widths.map { String(repeating: "-", count: $0) })
  }

  static func print(_ row: BenchRow) {
    let goal =
      switch row.goal {
      case .ratioAtMost(let limit): "≤ \(limit)×"
      case .ratioAtLeast(let limit): "≥ \(limit)×"
      case .atMost(let limit): "≤ \(number(limit)) \(row.unit)"
      case .atLeast(let limit): "≥ \(number(limit)) \(row.unit)"
      case .none: ""
      }
    printLine([
      row.name, row.median.map(number) ?? "", "\(number(row.ours)) \(row.unit)",
      row.floor.map { "\(number($0)) \(row.unit)" } ?? "", row.ratio.map { number($0) + "×" } ?? "",
      goal, row.isReached.map { $0 ? "yes" : "no" } ?? "",
    ])
  }

  private static func printLine(_ cells: [String]) {
    let padded = zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count))
    }
    Swift.print("| " + padded.joined(separator: " | ") + " |")
    fflush(nil)
  }

  /// Three figures are as many as mean anything here.
  private static func number(_ value: Double) -> String {
    let decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2
    return String(format: "%.\(decimals)f", value)
  }
}
