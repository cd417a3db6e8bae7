import Testing

@testable import Terminal

@Suite("Bracketed paste")
struct PasteTests {
  private let begin = "\u{1B}[200~"
  private let end = "\u{1B}[201~"

  @Test("a paste is one event with its line ends as LF, however reads cut it")
  func oneEvent() {
    let bytes = Array("\(begin)Số đỏ\r\nB00001\rx\n\u{1B}[31m\(end)y".utf8)
    for size in 1...bytes.count {
      var decoder = InputDecoder()
      var events: [InputEvent] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        let part = bytes[start..<min(start + size, bytes.count)]
        events += decoder.decode(part, at: .init(milliseconds: 5))
      }
      #expect(events == [.paste("Số đỏ\nB00001\nx\n\u{1B}[31m"), .text("y")], "reads of \(size)")
    }
  }

  @Test("a paste that never ends is handed out after a while")
  func withoutEnd() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\(begin)abc".utf8, at: .init(milliseconds: 0)) == [])
    #expect(decoder.isMidSequence)
    #expect(decoder.timePassed(to: .init(milliseconds: 999)) == [])
    #expect(decoder.timePassed(to: .init(milliseconds: 1_000)) == [.paste("abc")])
    #expect(decoder.decode("d".utf8, at: .init(milliseconds: 1_001)) == [.text("d")])
  }

  @Test("a huge paste comes in parts and nothing of it is lost")
  func huge() {
    let text = String(repeating: "Truyện Kiều\r\n", count: 200_000)
    let bytes = Array((begin + text + end).utf8)
    var decoder = InputDecoder()
    var parts: [String] = []
    for start in stride(from: 0, to: bytes.count, by: 4_095) {
      let part = bytes[start..<min(start + 4_095, bytes.count)]
      for event in decoder.decode(part, at: .init(milliseconds: 5)) {
        guard case .paste(let text) = event else {
          Issue.record("\(event)")
          continue
        }
        parts.append(text)
      }
    }
    #expect(parts.count > 1)
    #expect(parts.joined() == String(repeating: "Truyện Kiều\n", count: 200_000))
  }
}
