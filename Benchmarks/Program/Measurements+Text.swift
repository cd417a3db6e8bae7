import VietnameseText

extension Measurements {
  /// Folding and sort keys of titles; the figures stand alone until there is a peer to put beside them.
  static func text(_ house: BenchHouse) -> [BenchRow] {
    var generator = TitleGenerator(seed: 3)
    let titles = (0..<50_000).map { _ in generator.nextTitle() }
    func row(_ name: String, _ work: (String, inout [UInt8]) -> Void) -> BenchRow {
      var samples = Samples()
      var bytes: [UInt8] = []
      for _ in 0..<5 {
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
        name: name, unit: "k/s", ours: Double(titles.count) * 1000 / samples.median)
    }
    return [
      row("titles folded") { $0.appendFolded(.lettersAndSpelling, to: &$1) },
      row("sort keys of titles") { SortKey.appendCatalogue($0, to: &$1) },
      row("titles brought to NFC") { $1.append(contentsOf: $0.nfc.utf8) },
    ]
  }
}
