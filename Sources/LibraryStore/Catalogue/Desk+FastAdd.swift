public import LibraryCore
import MARC

extension Desk {
  /// Adds a copy under `barcode` with a makeshift record of its title and author, so that it can be lent at once.
  ///
  /// Lending it is a checkout like any other: a fast add lifts no refusal. Title, copy and the loan that follows are one action,
  /// which goes by the op of the title; taken back, all three go.
  public func fastAdd(
    _ barcode: String, title: String, author: String? = nil, type: String? = nil
  ) throws -> SaveOutcome {
    try act { transaction in
      var reasons: [Refusal] = [Permission.editRecord, .editItem]
        .filter { !transaction.staff.may($0) }.map { .noPermission($0) }
      guard let title = title.tidied else { return .refused(reasons + [.nameMissing]) }
      var typed: [ItemField: String?] = [.barcode: barcode]
      if let type { typed[.type] = type }
      let changes: [FieldChange]
      switch try transaction.facts.itemChanges(typed, of: nil) {
      case .success(let read): changes = read
      case .failure(let refusals):
        reasons += refusals.reasons
        changes = []
      }
      guard reasons.isEmpty else { return .refused(reasons) }
      let record = transaction.journal.newEntity()
      let marc = Record(
        leader: .newBook, fields: Desk.makeshiftFields(title: title, author: author?.tidied))
      let op = try transaction.append(
        .recordSaved(RecordSaved(marc: marc.storageBytes)), on: record)
      let item = transaction.journal.newEntity()
      let copy = OpBody.itemSaved([ItemField.record.set(record.description)] + changes)
      try transaction.append(copy.caused(by: op), on: item)
      return .saved(id: item, op: op)
    }
  }

  /// What is known of a book that came to the desk before the cataloguer.
  private static func makeshiftFields(title: String, author: String?) -> [Field] {
    var statement = [Subfield("a", title)]
    if let author { statement.append(Subfield("c", author)) }
    return [
      Field("245", statement),
      Field("500", [Subfield("a", "Biểu ghi tạm, thêm nhanh tại quầy")]),
    ]
  }
}
