import LibraryCore
import LibraryStore
import MARC
import Testing

/// Records for tests, made of what a cataloguer would key.
enum Books {
  static func book(
    _ title: String, by author: String? = nil, control: String? = nil, source: String? = "VN-TP",
    isbn: String? = nil, classMark: String? = nil, subjects: [String] = [], more: [Field] = []
  ) -> Record {
    var fields: [Field] = []
    if let control { fields.append(Field(control: "001", control)) }
    if control != nil, let source { fields.append(Field(control: "003", source)) }
    if let isbn { fields.append(Field("020", [Subfield("a", isbn)])) }
    if let classMark { fields.append(Field("082", "0", "4", [Subfield("a", classMark)])) }
    if let author { fields.append(Field("100", "1", " ", [Subfield("a", author)])) }
    fields.append(Field("245", "1", "0", [Subfield("a", title)]))
    fields.append(
      Field("260", [Subfield("a", "Hà Nội :"), Subfield("b", "Kim Đồng,"), Subfield("c", "2019.")]))
    for subject in subjects { fields.append(Field("653", [Subfield("a", subject)])) }
    return Record(leader: .newBook, fields: fields + more)
  }
}

extension SaveOutcome {
  /// The thing that was saved; the test fails where none was.
  func id(_ location: SourceLocation = #_sourceLocation) throws -> EntityID {
    guard case .saved(let id, _) = self else {
      Issue.record("\(self)", sourceLocation: location)
      throw NothingSaved()
    }
    return id
  }

  func op(_ location: SourceLocation = #_sourceLocation) throws -> OpID {
    guard case .saved(_, let op) = self else {
      Issue.record("\(self)", sourceLocation: location)
      throw NothingSaved()
    }
    return op
  }

  struct NothingSaved: Error {}
}
