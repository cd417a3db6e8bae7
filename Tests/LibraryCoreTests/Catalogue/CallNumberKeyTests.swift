import LibraryCore
import Testing

@Suite struct CallNumberKeyTests {
  private func isBefore(_ left: String, _ right: String) -> Bool {
    CallNumberKey.bytes(left).lexicographicallyPrecedes(CallNumberKey.bytes(right))
  }

  @Test(
    "call numbers stand in the order of the shelf",
    arguments: [
      ["TK.00003", "TN.22004", "VL.1", "VV.9", "VV.10", "VV.002774", "005.1", "895.922"],
      ["895", "895 NG527A", "895.9", "895.92", "895.9223", "895.92234", "895.923"],
      ["5", "005.1 NGU 2020", "05.2", "320.1", "1000"],
      ["895.922 D", "895.922 \u{110}", "895.922 E", "895.922 NA", "895.922 NG", "895.922 NGU"],
      ["895.922 N527", "895.922 N53", "895.922 NG527A", "895.922 NG527B", "895.922 NG53"],
      ["895.922 NG527 T.2", "895.922 NG527 T.10", "895.922 NG527 T11"],
      ["895.922 NNA", "895.922 NNA 2008", "895.922 NNA 2009"],
      ["", "A", "VV", "VV.1", "VV 895.922", "VV 895.922 NNA"],
    ])
  func shelfOrder(shelf: [String]) {
    for (left, right) in zip(shelf, shelf.dropFirst()) {
      #expect(isBefore(left, right), "\(left) < \(right)")
      #expect(!isBefore(right, left), "\(right) > \(left)")
    }
  }

  @Test("how a call number is typed does not move the copy")
  func spellings() {
    #expect(CallNumberKey.bytes("vv 10") == CallNumberKey.bytes("VV.0010"))
    #expect(CallNumberKey.bytes("895,922/NGU") == CallNumberKey.bytes("895.922 ngu"))
    #expect(CallNumberKey.bytes("\u{110}C 1") == CallNumberKey.bytes("\u{111}c.1"))
    #expect(CallNumberKey.bytes("Th\u{1A1}\u{301} 1") == CallNumberKey.bytes("TH\u{1EDA}.1"))
  }

  @Test("a call number of any length gives a key that an index can hold")
  func longText() {
    let long = String(repeating: "895.922 NG527A ", count: 700)
    #expect(CallNumberKey.bytes(long).count <= 160)
  }
}
