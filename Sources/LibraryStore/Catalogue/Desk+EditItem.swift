public import LibraryCore

extension Desk {
  /// Changes fields of the copy under `barcode`; a nil or empty text clears a field.
  ///
  /// A copy that a reader has is not made lost, missing, damaged or withdrawn here: that is for the loan, with what it costs.
  public func editItem(_ barcode: String, _ fields: [ItemField: String?]) throws -> SaveOutcome {
    try act { transaction in
      guard transaction.staff.may(.editItem) else { return .refused([.noPermission(.editItem)]) }
      guard let label = Barcode(barcode), let known = try transaction.facts.item(label) else {
        return .unknown(barcode)
      }
      switch try transaction.facts.itemChanges(fields, of: known) {
      case .failure(let refusals): return .refused(refusals.reasons)
      case .success(let changes):
        if let loan = known.loan, let status = changes.statusOutOfUse {
          let withdrawn: [Refusal] = status == .withdrawn ? [.itemOnLoanToOther(loan)] : []
          return .refused(withdrawn + [.statusWhileLent(loan, status)])
        }
        guard !changes.isEmpty else { return .unchanged(id: known.item.id) }
        let op = try transaction.append(.itemSaved(changes), on: known.item.id)
        return .saved(id: known.item.id, op: op)
      }
    }
  }
}

extension Desk {
  /// What staff should know of these fields as they are given to the copy under `barcode`: codes that the lists lack, and the reader
  /// whom a copy out of use would leave waiting again.
  public func notices(
    ofEditing barcode: String, _ fields: [ItemField: String?]
  ) throws -> [EntryNotice] {
    try consider { facts in
      facts.configuration.notices(of: fields)
        + (try facts.waitsAgain(ifEdited: barcode, fields).map { [.holdWaitsAgain($0)] } ?? [])
    }
  }
}

extension DeskFacts {
  fileprivate func waitsAgain(
    ifEdited barcode: String, _ fields: [ItemField: String?]
  ) throws -> SetAside? {
    guard let typed = fields[.status], case .success(let status) = ItemField.status.reading(typed),
      [ItemField.status.set(status)].statusOutOfUse != nil,
      let kept = try Barcode(barcode).flatMap({ try item($0) })?.setAside
    else { return nil }
    return try placed(kept)
  }
}

extension [FieldChange] {
  /// The status that these changes give a copy, where nobody can borrow it then and it still belongs to the stock's books.
  var statusOutOfUse: ItemStatus? {
    let status = last { $0.number == ItemField.status.rawValue }?.value.flatMap(ItemStatus.init)
    return status == .available || status == .removed ? nil : status
  }
}

extension Item {
  /// The field as the log and the tables hold it.
  func stored(_ field: ItemField) -> String? {
    switch field {
    case .record: record.description
    case .barcode: barcode.text
    case .callNumber: callNumber
    case .location: location
    case .type: type
    case .status: status.rawValue
    case .price: price.map { String($0.dong) }
    case .copyNumber: copyNumber
    case .note: note
    case .batch: nil
    case .source: source
    case .document: document
    case .acquiredOn: acquiredOn?.iso
    case .library: library
    }
  }
}
