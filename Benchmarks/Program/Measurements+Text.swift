import Foundation
import VietnameseText

extension Measurements {
  private static let textRounds = 5

  /// Folding and sort keys of titles, the keys beside those of ICU's collator.
  static func text(_ house: BenchHouse) throws -> [BenchRow] {
    var generator = TitleGenerator(seed: 3)
    let titles = (0..<50_000).map { _ in generator.nextTitle() }
    let peer = try collation(of: titles, house)
    func row(
      _ name: String, beside floor: Samples? = nil, goal: BenchRow.Goal = .none,
      _ work: (String, inout [UInt8]) -> Void
    ) -> BenchRow {
      var samples = Samples()
      var bytes: [UInt8] = []
      for _ in 0..<textRounds {
        samples += [
          microseconds {
            for title in titles {
              bytes.removeAll(keepingCapacity: true)
              work(title, &bytes)
            }
          }
        ]
      }
      return BenchRow(
        name: name, unit: "k/s", ours: Double(titles.count) * 1000 / samples.median,
        floor: floor.map { Double(titles.count) * 1000 / $0.median }, goal: goal)
    }
    return [
      typing(titles),
      row("titles folded", goal: .atLeast(1000)) { $0.appendFolded(.lettersAndSpelling, to: &$1) },
      row("sort keys of titles, catalogue", beside: peer, goal: .atLeast(1000)) {
        SortKey.appendCatalogue($0, to: &$1)
      },
      row("sort keys of titles, CLDR", beside: peer, goal: .atLeast(1000)) {
        SortKey.appendCLDR($0, to: &$1)
      },
      row("titles brought to NFC") { $1.append(contentsOf: $0.nfc.utf8) },
    ]
  }

  /// What ICU takes for the sort keys of the same titles.
  private static func collation(of titles: [String], _ house: BenchHouse) throws -> Samples? {
    let program = house.program("collation")
    guard FileManager.default.isExecutableFile(atPath: program) else {
      print("ICU is not installed: sort keys are not compared.")
      return nil
    }
    let path = "\(house.folder)/titles"
    try titles.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return Samples(try OtherProgram.run(program, [path, "\(textRounds)"]))
  }

  /// What a key costs, in Telex, in titles typed as people type them: mark and tone behind the word.
  private static func typing(_ titles: [String]) -> BenchRow {
    let lines = titles.prefix(5_000).map(telex)
    let keys = lines.reduce(0) { $0 + $1.count }
    var typing = VietnameseTyping(TypingRules(.telex))
    var samples = Samples()
    for _ in 0..<5 {
      samples += [microseconds { for line in lines { _ = typing.text(of: line) } } / Double(keys)]
    }
    return BenchRow(
      name: "a key typed", unit: "µs", ours: samples.median, goal: .atMost(2))
  }

  private static func telex(_ title: String) -> String {
    let marks: [Unicode.Scalar: Character] = [
      "\u{301}": "s", "\u{300}": "f", "\u{309}": "r", "\u{303}": "x", "\u{323}": "j",
      "\u{306}": "w",
      "\u{31B}": "w",
    ]
    let words = title.split(separator: " ").map { word in
      var keys = ""
      var late = ""
      for scalar in word.description.nfd.unicodeScalars {
        switch scalar {
        case "đ": keys += "dd"
        case "Đ": keys += "DD"
        case "\u{302}": keys.last.map { keys.append($0) }
        default:
          if let mark = marks[scalar] {
            late.append(mark)
          } else {
            keys.unicodeScalars.append(scalar)
          }
        }
      }
      return keys + late
    }
    return words.joined(separator: " ")
  }
}
