/// Measurements of one kind, in microseconds unless said otherwise.
struct Samples {
  private(set) var values: [Double]

  init(_ values: [Double] = []) { self.values = values }

  static func += (left: inout Samples, right: [Double]) { left.values += right }

  var median: Double { percentile(50) }
  var p99: Double { percentile(99) }
  var total: Double { values.reduce(0, +) }

  private func percentile(_ percent: Int) -> Double {
    precondition(!values.isEmpty, "something was measured")
    return values.sorted()[values.count * percent / 100]
  }
}

extension Duration {
  var microseconds: Double {
    Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12
  }
}

/// The microseconds that `work` takes.
func microseconds(_ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return start.duration(to: .now).microseconds
}

/// Measures ours and the floor in turns, so that whatever else the machine does falls on both.
func alternate(
  rounds: Int, ours: (Int) throws -> [Double], floor: (Int) throws -> [Double]
) rethrows -> (ours: Samples, floor: Samples) {
  var samples = (ours: Samples(), floor: Samples())
  for round in 0..<rounds {
    samples.ours += try ours(round)
    samples.floor += try floor(round)
  }
  return samples
}
