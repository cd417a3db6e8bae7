import Foundation

/// Measures the program beside a peer or floor in the same run and prints the ratios as a table.
@main
enum Bench {
  static func main() throws {
    let house = try BenchHouse(arguments: Array(CommandLine.arguments.dropFirst()))
    print(house.introduction)
    BenchTable.printHead()
    for measurement in measurements where house.isWanted(measurement.name) {
      for row in try measurement.rows(house) { BenchTable.print(row) }
    }
  }

  /// In the order of the table; the name is what `--only` asks for.
  private static var measurements: [(name: String, rows: (BenchHouse) throws -> [BenchRow])] {
    [
      ("start", Measurements.start),
      ("keys", Measurements.keys),
      ("editor", Measurements.editor),
      ("burst", Measurements.burst),
      ("checkout", Measurements.checkout),
      ("loans", Measurements.loans),
      ("desk", Measurements.deskLines),
      ("parse", Measurements.parse),
      ("convert", Measurements.convert),
      ("import", Measurements.importRecords),
      ("search", Measurements.search),
      ("memory", Measurements.memory),
      ("text", Measurements.text),
      ("pack", Measurements.pack),
    ]
  }
}

/// What is measured, a file each.
enum Measurements {}
