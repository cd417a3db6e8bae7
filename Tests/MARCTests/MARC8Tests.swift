import MARC
import Testing

struct MARC8Tests {
  /// The text of a subfield whose bytes are these in MARC-8, and what was found wrong.
  private func decoded(_ bytes: [UInt8]) throws -> (text: String, faults: [Fault]) {
    let body = Array("  \u{1F}a".utf8) + bytes
    let length = 24 + 12 + 1 + body.count + 2
    func number(_ value: Int, _ digits: Int) -> String {
      String(repeating: "0", count: digits - String(value).count) + String(value)
    }
    let front = "\(number(length, 5))nam  2200037 a 4500245\(number(body.count + 1, 4))00000\u{1E}"
    let steps = try readAll(Array(front.utf8) + body + [0x1E, 0x1D])
    let record = try #require(steps.records.first)
    return (record.first("245")?.text("a") ?? "", steps.faults)
  }

  private func decoded(_ text: String) throws -> (text: String, faults: [Fault]) {
    try decoded(text.unicodeScalars.map { UInt8($0.value) })
  }

  @Test("Vietnamese letters of the extended Latin set are read")
  func vietnamese() throws {
    let name = try decoded("Nguy\u{E3}\u{E4}en Th\u{F2}i \u{BD}\u{BC}ng \u{A3}\u{B3}")
    #expect(name.text == "Nguyễn Thị ương Đđ")
    #expect(name.faults == [])
  }

  @Test("escapes to other scripts and back are followed")
  func escapes() throws {
    #expect(try decoded("a\u{1B}(Nabc\u{1B}(Bz").text == "aАБЦz")
    #expect(try decoded("\u{1B}$1!0!\u{1B}(B.").text == "一.")
    #expect(try decoded("x\u{1B}b2\u{1B}s").text == "x₂")
  }

  @Test("what is no MARC-8 is shown and told, and the rest of the text stands")
  func invalid() throws {
    let halves = ["ab\u{1B}$1!", "ab\u{1B}$1!0", "ab\u{1B}$1!!!"]
    for half in halves {
      #expect(try decoded(half).faults == [.invalidMARC8])
      #expect(try decoded(half).text == "ab\u{FFFD}")
    }
    for text in ["ab\u{FF}cd", "ab\u{1B}", "ab\u{80}cd", "ab\u{E4}"] {
      let result = try decoded(text)
      #expect(
        result.faults == [.invalidMARC8], "\(text.debugDescription) \(result.text.debugDescription)"
      )
      #expect(result.text.hasPrefix("ab"))
    }
    #expect(try decoded("ab\u{FF}cd").text.contains("cd"))
  }

  @Test("every subfield begins anew in the basic sets")
  func subfields() throws {
    #expect(try decoded("\u{1B}(Nabc\u{1F}babc").text == "АБЦ")
    let field = try decoded("x\u{1B}(Nabc")
    #expect(field.faults == [])
  }

  @Test("MARC-8 strings agree with their twins in Unicode, line by line")
  func oracle() throws {
    guard let shared = RecordFiles.shared else { return }
    for folder in ["ruby-marc-tests/marc8/data", "pymarc-tests"] {
      let marc8 = try lines(of: "\(shared)/\(folder)/test_marc8.txt")
      let unicode = try lines(of: "\(shared)/\(folder)/test_utf8.txt")
      #expect(marc8.count == unicode.count)
      var told = 0
      for (marc8, unicode) in zip(marc8, unicode) {
        let result = try decoded(marc8)
        guard result.faults.isEmpty else {
          told += 1
          continue
        }
        #expect(result.text == String(decoding: unicode, as: UTF8.self))
      }
      // One pair uses codes that are in no table of MARC-8.
      #expect(told <= 1)
    }
  }

  private func lines(of path: String) throws -> [[UInt8]] {
    try RecordFiles.contents(of: path).split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Array($0.filter { $0 != 0x0D }) }
  }
}
