import MARC
import Testing

@Suite("An editing session")
struct EditingSessionTests {
  private let record = Record(
    leader: .newBook,
    fields: [
      Field(control: "008", "190101s2019    vm                  vie d"),
      Field("245", "1", "0", [Subfield("a", "Truyện Kiều"), Subfield("c", "Nguyễn Du")]),
      Field("260", [Subfield("a", "Hà Nội"), Subfield("b", "Văn học")]),
      Field("653", [Subfield("a", "Thơ")]),
    ])

  private func session() -> Hand { Hand(EditingSession(record)) }

  private func type(_ text: String, _ hand: Hand) {
    for letter in text {
      #expect(hand.does { letter == "$" ? $0.delimitOrType() : $0.type(letter) })
    }
  }

  private func line(_ number: Int, _ session: Hand) -> String {
    session.fields[number - 1].line
  }

  @Test("a new field is typed as a cataloguer writes it: tag, indicators, sign, code, text")
  func newField() {
    let session = session()
    session.session.move(to: EditingPlace(line: 3, .text(0, offset: 0)))
    session.session.addLine()
    type("490", session)
    type("1#$aTủ sách$vtập 2", session)
    #expect(line(4, session) == "=490  1\\$aTủ sách$vtập 2")
    #expect(session.fields.count == 5)
  }

  @Test("the sign cuts a text at the cursor and drops the blanks there; Backspace joins again")
  func delimiter() {
    let session = session()
    session.session.move(to: EditingPlace(line: 2, .text(1, offset: 6)))
    type("$d", session)
    #expect(line(2, session) == "=245  10$aTruyện Kiều$cNguyễn$dDu")
    #expect(session.place == EditingPlace(line: 2, .text(2, offset: 0)))
    #expect(session.does { $0.deleteBack() })
    #expect(line(2, session) == "=245  10$aTruyện Kiều$cNguyễnDu")
    #expect(session.does { $0.undo() && $0.joinSubfields() == false })
    #expect(session.does { $0.move(.previousText) && $0.joinSubfields() })
    #expect(line(2, session) == "=245  10$aTruyện Kiều$cNguyễn Du")
  }

  @Test("the sign typed twice is a letter of the text")
  func literalSign() {
    let session = session()
    session.session.move(to: EditingPlace(line: 3, .text(0, offset: 99)))
    type("$$9", session)
    #expect(line(3, session) == "=260  \\\\$aHà Nội{dollar}9$bVăn học")
  }

  @Test("the leader and fixed fields are typed over, never longer")
  func typedOver() {
    let session = session()
    session.session.move(to: EditingPlace(line: 0, .text(0, offset: 5)))
    type("c", session)
    #expect(session.current.leader[5] == 0x63)
    #expect(session.does { $0.type("ê") == false })
    session.session.move(to: EditingPlace(line: 0, .text(0, offset: 24)))
    #expect(session.does { $0.type("0") == false })
    session.session.move(to: EditingPlace(line: 1, .text(0, offset: 35)))
    type("eng", session)
    #expect(session.fields[0].text == "190101s2019    vm                  eng d")
    #expect(session.does { $0.setPositions(from: 15, Array("xxu".utf8)) })
    #expect(session.fields[0].text.hasPrefix("190101s2019    xxu"))
  }

  @Test("a tag is typed over, and a field of data never becomes one of subfields")
  func tags() {
    let session = session()
    session.session.move(to: EditingPlace(line: 4, .tag(0)))
    type("700", session)
    #expect(line(4, session) == "=700  \\\\$aThơ")
    #expect(session.place == EditingPlace(line: 4, .indicator(0)))
    type("1 ", session)
    #expect(session.place == EditingPlace(line: 4, .text(0, offset: 0)))
    session.session.move(to: EditingPlace(line: 4, .tag(0)))
    #expect(session.does { $0.type("0") == false && $0.type("6") && $0.place.spot == .tag(1) })
  }

  @Test("typing is taken back word by word, and done again")
  func words() {
    let session = session()
    session.session.move(to: EditingPlace(line: 4, .text(0, offset: 99)))
    type(" lục bát", session)
    #expect(session.does { $0.undo() })
    #expect(session.fields[3].text("a") == "Thơ lục ")
    #expect(session.does { $0.undo() })
    #expect(session.fields[3].text("a") == "Thơ ")
    #expect(session.does { $0.undo() })
    #expect(session.fields[3].text("a") == "Thơ")
    #expect(session.does { $0.undo() == false })
    while session.does({ $0.redo() }) {}
    #expect(session.fields[3].text("a") == "Thơ lục bát")
  }

  @Test("letters that were the front of a scan are withdrawn, and what was typed before them stays")
  func withdrawn() {
    let session = session()
    session.session.move(to: EditingPlace(line: 4, .text(0, offset: 99)))
    let start = session.session.mark
    type(" lục ", session)
    let mark = session.session.mark
    type("VV00", session)
    session.session.withdraw(to: mark)
    #expect(session.fields[3].text("a") == "Thơ lục ")
    session.session.withdraw(to: start)
    #expect(session.record == record)
    #expect(session.canRedo == false)
  }

  @Test("long typing keeps few copies and is still taken back to its beginning")
  func longTyping() {
    let session = session()
    session.session.move(to: EditingPlace(line: 4, .text(0, offset: 99)))
    for _ in 0..<600 { type(" nhà", session) }
    let mark = session.session.mark
    type("VV", session)
    session.session.withdraw(to: mark)
    #expect(session.fields[3].text("a")?.count == 3 + 600 * 4)
    while session.does({ $0.undo() }) {}
    #expect(session.record == record)
    while session.does({ $0.redo() }) {}
    #expect(session.fields[3].text("a")?.count == 3 + 600 * 4)
  }

  @Test("fields are split at the cursor, joined, moved, doubled, cut and pasted")
  func fieldsMove() {
    let session = session()
    session.session.move(to: EditingPlace(line: 3, .code(1)))
    #expect(session.does { $0.splitField() })
    #expect(session.fields.map(\.tag.text) == ["008", "245", "260", "260", "653"])
    #expect(line(4, session) == "=260  \\\\$bVăn học")
    #expect(session.does { $0.moveField(by: -1) && $0.joinField() })
    #expect(line(3, session) == "=260  \\\\$bVăn học$aHà Nội")
    #expect(
      session.does { $0.moveSubfield(by: -1) && $0.duplicateSubfield() && $0.deleteSubfield() })
    #expect(line(3, session) == "=260  \\\\$aHà Nội$bVăn học")
    #expect(session.does { $0.duplicateField() })
    let cut = session.fields(fromLine: 5, toLine: 4)
    #expect(session.does { $0.deleteFields(fromLine: 5, toLine: 4) })
    #expect(session.does { $0.paste(cut) })
    #expect(session.fields.map(\.tag.text) == ["008", "245", "260", "260", "653"])
    while session.does({ $0.undo() }) {}
    #expect(session.record.storageBytes == record.storageBytes)
  }

  @Test("a line without a tag and a subfield without a code are not finished")
  func unfinished() {
    let session = session()
    #expect(session.unfinished == nil)
    session.session.move(to: EditingPlace(line: 4, .text(0, offset: 2)))
    type("$", session)
    #expect(session.unfinished == EditingPlace(line: 4, .code(1)))
    type("x", session)
    session.session.addLine()
    type("24", session)
    #expect(session.unfinished == EditingPlace(line: 5, .tag(2)))
  }

  @Test("a letter typed beside a broken byte or a decomposed letter leaves their bytes")
  func brokenBytes() throws {
    let bytes: [UInt8] = [0x56, 0xC3, 0x20] + Array("e\u{302}\u{323}t".utf8)
    let stored = Array("\u{1}".utf8) + Array("00000nam a2200000 a 4500".utf8)
    let body: [UInt8] = [0x20, 0x20, 0x1F, 0x61] + bytes
    let storage = stored + [0x0B] + Array("500".utf8) + [UInt8(body.count)] + body + [0xFF]
    let broken = try Record(storage: storage)
    let session = Hand(EditingSession(broken))
    session.session.move(to: EditingPlace(line: 1, .text(0, offset: 4)))
    #expect(session.does { $0.type("!") })
    let after = try #require(session.fields[0].first("a")).bytes
    #expect(Array(after) == bytes.dropLast(1) + [0x21, 0x74])
    #expect(session.does { $0.deleteBack() && $0.deleteBack() })
    #expect(Array(try #require(session.fields[0].first("a")).bytes) == [0x56, 0xC3, 0x20, 0x74])
  }
}

/// A session in which a test can act inside an expectation.
private final class Hand {
  var session: EditingSession

  init(_ session: EditingSession) { self.session = session }

  var fields: [Field] { session.fields }
  var place: EditingPlace { session.place }
  var current: EditableRecord { session.current }
  var record: Record { session.record }
  var canRedo: Bool { session.canRedo }
  var unfinished: EditingPlace? { session.unfinished }

  func fields(fromLine first: Int, toLine last: Int) -> [Field] {
    session.fields(fromLine: first, toLine: last)
  }

  func does(_ act: (inout EditingSession) -> Bool) -> Bool { act(&session) }
}

extension EditingSession {
  /// What the `$` key does.
  mutating func delimitOrType() -> Bool {
    if case .code = place.spot { return type("$") }
    return delimit()
  }
}
