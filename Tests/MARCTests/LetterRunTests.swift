import MARC
import Testing

@Suite("Letters of long texts")
struct LetterRunTests {
  @Test("letters are those that a person sees, whichever way they are counted")
  func letters() {
    let texts = [
      "", "a", "Nguyễn Du – «Kiều»", "數都 かな", "e\u{302}\u{301}x", "か\u{3099}", "a\r\nb", "👍🏽 x",
      "ʰ\u{300}",
      "한국\u{11A8}", "x\u{200D}y", "\u{AD}\u{85}é",
    ]
    for text in texts {
      let run = LetterRun(ArraySlice(text.utf8))
      let all = Array(text)
      #expect(run.count == all.count, "\(text)")
      #expect(Array(run.letters(0..<run.count)) == all)
      for place in all.indices { #expect(run.letter(place) == all[place]) }
      #expect(run.letter(all.count) == nil && run.letter(-1) == nil)
    }
  }

  @Test("broken bytes are one letter each and stay what they are")
  func broken() {
    let bytes: [UInt8] = [0x61, 0xC3, 0x62, 0xE1, 0xBA, 0x20, 0xFF, 0xC4, 0x91]
    let run = LetterRun(bytes[...])
    #expect(String(run.letters(0..<run.count)) == "a\u{FFFD}b\u{FFFD} \u{FFFD}đ")
    let cut = LetterRun(bytes[1...])
    #expect(cut.count == run.count - 1)
  }

  @Test(
    "in a text of very many letters words are found at the cursor, and typing changes only there")
  func longText() {
    let text = String(repeating: "Chữ Việt có dấu, ", count: 5300)
    var session = EditingSession(
      Record(leader: .newBook, fields: [Field("520", [Subfield("a", text)])]))
    session.move(to: EditingPlace(line: 1, .text(0, offset: 45_004)))
    #expect(session.letters(line: 1, subfield: 0).count > 90_000)
    let isTyped = session.perform(.type("ế"))
    #expect(isTyped)
    let letters = Array(session.fields[0].text("a") ?? "")
    #expect(letters[45_004] == "ế" && letters.count == Array(text).count + 1)
    let isDeleted = session.perform(.verb(.deleteBack))
    #expect(isDeleted && session.fields[0].text("a") == text)
    let isMoved = session.move(.wordLeft)
    #expect(isMoved)
    guard case .text(_, let offset) = session.place.spot else { return }
    #expect(letters[offset - 1] == " " && letters[offset] != " ")
  }
}
