import MARC
import Testing

struct EditingTests {
  private let title = Field("245", "1", "0", [Subfield("a", "Viê\u{323}t"), Subfield("c", "X")])
  private let record = Record(
    leader: .newBook,
    fields: [
      Field(control: "001", "1"), Field("245", [Subfield("a", "Viê\u{323}t"), Subfield("c", "X")]),
      Field("650", [Subfield("a", "Thơ")]), Field("650", [Subfield("a", "Văn")]),
    ])

  @Test("editing one subfield leaves the bytes of the others")
  func oneSubfield() {
    var field = title
    field.setText("Y", of: "c")
    field.setText("Z", of: "h")
    #expect(field.first("a")?.bytes == title.first("a")?.bytes)
    #expect(field.subfields.map(\.text) == ["Viê\u{323}t", "Y", "Z"])
    field.moveSubfield(from: 2, to: 0)
    field.removeSubfield(at: 1)
    field.insert(Subfield("b", "!"), at: 1)
    field.replaceSubfield(at: 0, with: Subfield("x", "0"))
    #expect(field.subfields.map { "\($0.code)\($0.text)" } == ["x0", "b!", "cY"])
    field.indicator2 = "4"
    #expect(field.indicator1 == "1")
    #expect(field.indicator2 == "4")
  }

  @Test("a field is filed behind those of the same or a lower tag")
  func insertion() {
    var edited = record.editable
    #expect(edited.insert(Field("300", [Subfield("a", "1 tr.")])) == 2)
    #expect(edited.insert(Field(control: "000", "")) == 0)
    edited.moveField(from: 4, to: 5)
    edited.replaceFirst(with: Field(control: "001", "2"))
    edited.removeFields("300")
    #expect(edited.record.fields.map(\.tag) == ["000", "001", "245", "650", "650"])
    #expect(edited.record.fields("650").map { $0.text("a") } == ["Văn", "Thơ"])
  }

  @Test("a record edited back to what it was is the record it was")
  func unchanged() {
    var edited = record.editable
    let removed = edited.fields.removeLast()
    #expect(edited.record != record)
    edited.fields.append(removed)
    #expect(edited.record == record)
  }

  @Test("a difference shows changed, added and removed fields beside the same")
  func difference() {
    var edited = record.editable
    edited.fields[1].setText("Y", of: "c")
    edited.fields.remove(at: 3)
    edited.fields.append(Field("700", [Subfield("a", "Đào Duy Anh")]))
    edited.leader[5] = 0x63
    let difference = RecordDifference(from: record, to: edited.record)
    #expect(
      difference.lines == [
        .same(record.editable.fields[0]),
        .changed(from: record.editable.fields[1], to: edited.fields[1]),
        .same(record.editable.fields[2]),
        .removed(record.editable.fields[3]),
        .added(edited.fields[3]),
      ])
    #expect(difference.leaders?.new[5] == 0x63)
    #expect(!difference.isEmpty)
  }

  @Test("lengths in the leader are no difference")
  func computedLeader() {
    var edited = record.editable
    for position in 0..<5 { edited.leader[position] = 0x39 }
    #expect(RecordDifference(from: record, to: edited.record).isEmpty)
  }
}
