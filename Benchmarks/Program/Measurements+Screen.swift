import Foundation

extension Measurements {
  /// From the start of the program to its first screen, ready for keys.
  static func start(_ house: BenchHouse) throws -> [BenchRow] {
    let library = try house.bigLibrary()
    let terminal = house.program("terminal")
    let samples = try alternate(rounds: 5) { _ in
      try OtherProgram.run(terminal, ["first", "15", house.thuthu, "--library", library])
    } floor: { _ in
      try OtherProgram.run(terminal, ["first", "15", house.program("hello")])
    }
    return [
      BenchRow(
        name: "start to first screen", unit: "ms", ours: samples.ours.median / 1000,
        floor: samples.floor.median / 1000, goal: .ratioAtMost(4))
    ]
  }

  /// From a key at the desk's line, which looks the line up, to the first byte on the screen.
  static func keys(_ house: BenchHouse) throws -> [BenchRow] {
    let library = try house.bigLibrary()
    let terminal = house.program("terminal")
    let samples = try alternate(rounds: 4) { _ in
      try OtherProgram.run(terminal, ["keys", "100", house.thuthu, "--library", library])
    } floor: { _ in
      try OtherProgram.run(terminal, ["keys", "100", house.program("echo")])
    }
    return [
      BenchRow(
        name: "key to screen, median", unit: "ms", ours: samples.ours.median / 1000,
        floor: samples.floor.median / 1000),
      BenchRow(
        name: "key to screen, p99", unit: "ms", ours: samples.ours.p99 / 1000,
        floor: samples.floor.p99 / 1000, goal: .atMost(1)),
    ]
  }

  /// What the program holds in memory after 2,000 scans, 500 searches and some walking about.
  static func memory(_ house: BenchHouse) throws -> [BenchRow] {
    let library = try house.copyOfLibrary("memory")
    let path = "\(library)/steps"
    try daysWork(house).joined(separator: "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let answer = try OtherProgram.run(
      house.program("terminal"), ["day", path, house.thuthu, "--library", library])
    guard answer.count == 2 else { throw BenchHouse.Fault("the program told no memory") }
    return [
      BenchRow(
        name: "resident after a day's work", unit: "MB", ours: answer[0] / 1024, goal: .atMost(40)),
      BenchRow(name: "of it private", unit: "MB", ours: answer[1] / 1024),
    ]
  }

  /// Twenty readers borrow fifty books and bring them back; then 500 searches in the catalogue.
  private static func daysWork(_ house: BenchHouse) -> [String] {
    let escape = "\u{1B}"
    let (checkOut, takeBack, automatic) = ("\(escape)OQ", "\(escape)OR", "\(escape)[24~")
    let (patrons, catalogue, inventory) = ("\(escape)OS", "\(escape)[15~", "\(escape)[17~")
    var steps: [String] = []
    var next = BigLibrary.firstOfDay
    for card in BigLibrary.cardsOfDay {
      let books = (next..<next + 50).map { BigLibrary.barcode($0, of: house.titles) + "\r" }
      next += 50
      steps += [checkOut, card + "\r"] + books + [takeBack] + books + [automatic, escape]
    }
    steps += [patrons, "nguyen", escape, inventory, escape, catalogue]
    var generator = TitleGenerator(seed: 7)
    for _ in 0..<500 {
      let words = generator.nextTitle().split(separator: " ").prefix(3)
      steps += [words.joined(separator: " "), "\u{15}"]
    }
    return steps + [escape]
  }
}
