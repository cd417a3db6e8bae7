import MARC
import Testing

@Suite("Random edits of real records")
struct EditingPropertyTests {
  private static let letters: [Character] = Array("aế$ 0#Đq'") + ["e\u{301}", "\u{301}"]

  @Test(
    "touch the fields at the cursor and no other, and all of them can be taken back and done again")
  func nothingElse() throws {
    var random = SeededGenerator(seed: 4)
    for record in try realRecords() {
      var session = EditingSession(record)
      for _ in 0..<120 {
        if Int.random(in: 0..<12, using: &random) == 0 {
          _ = Bool.random(using: &random) ? session.undo() : session.redo()
        }
        let (before, line) = (session.fields, session.place.line)
        edit(&session, &random)
        let after = session.fields
        let front = before.prefix(max(0, line - 2))
        #expect(after.prefix(front.count).elementsEqual(front))
        let back = before.dropFirst(line + 1)
        #expect(after.suffix(back.count).elementsEqual(back))
        #expect(session.place == placeAfterMoving(to: session.place, session))
      }
      while session.redo() {}
      let edited = session.record
      while session.undo() {}
      #expect(session.record.storageBytes == record.storageBytes)
      while session.redo() {}
      #expect(session.record == edited)
    }
  }

  private func realRecords() throws -> [Record] {
    var files = [
      try RecordFiles.fixture("books.utf8.mrc"), try RecordFiles.fixture("books.marc8.mrc"),
    ]
    if let shared = RecordFiles.shared {
      files += try RecordFiles.paths(
        below: shared + "/loc-vietnamese-40", endingIn: [".mrc", ".xml"]
      )
      .map(RecordFiles.contents)
    }
    return try files.flatMap { try readAll($0).records }
  }

  /// The cursor always stands where a cursor can stand.
  private func placeAfterMoving(to place: EditingPlace, _ session: EditingSession) -> EditingPlace {
    var copy = session
    copy.move(to: place)
    return copy.place
  }

  private func edit(_ session: inout EditingSession, _ random: inout SeededGenerator) {
    let moves: [EditingMovement] = [
      .left, .right, .wordLeft, .wordRight, .lineStart, .lineEnd, .nextText, .previousText,
      .recordStart, .recordEnd,
    ]
    let edits: [(inout EditingSession) -> Bool] = [
      { $0.deleteBack() }, { $0.deleteForward() }, { $0.deleteWord() }, { $0.clearText() },
      { $0.delimit() }, { $0.joinSubfields() }, { $0.duplicateSubfield() },
      { $0.deleteSubfield() }, { $0.moveSubfield(by: 1) }, { $0.moveSubfield(by: -1) },
      { $0.splitField() }, { $0.joinField() }, { $0.duplicateField() }, { $0.deleteField() },
      { $0.moveField(by: 1) }, { $0.moveField(by: -1) }, { $0.paste("dán $a\tvào") },
      { $0.compose(erasing: 1, "ố") },
      {
        $0.addLine()
        return true
      },
    ]
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: _ = session.move(moves.randomElement(using: &random) ?? .left)
    case 3..<6: _ = session.type(Self.letters.randomElement(using: &random) ?? "a")
    case 6:
      session.move(
        to: EditingPlace(
          line: Int.random(in: 0...40, using: &random),
          .text(
            Int.random(in: 0...3, using: &random), offset: Int.random(in: 0...30, using: &random))
        ))
    default: _ = edits.randomElement(using: &random)?(&session)
    }
  }
}
