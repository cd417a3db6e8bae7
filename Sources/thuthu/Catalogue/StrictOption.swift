import ArgumentParser
import MARC
import Workstation

/// Whether faulty records are mended or left out.
struct StrictOption: ParsableArguments {
  @Flag(
    name: .customLong("strict"),
    help: .say(
      vi: "Bỏ lại mọi biểu ghi có lỗi, nói rõ biểu ghi nào, và kết thúc với mã 3.",
      en: "Leave out every record with a fault, say which, and end with status 3."))
  var isStrict = false

  var leniency: Leniency { isStrict ? .strict : .lenient }
}

extension Wording {
  /// That a record was left out for its faults, which were told before.
  func heldBack(_ number: Int) -> String {
    say(vi: "biểu ghi \(number): bỏ lại", en: "record \(number): left out")
  }
}
