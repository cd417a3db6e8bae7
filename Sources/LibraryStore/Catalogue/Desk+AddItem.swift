import GRDB
public import LibraryCore

extension Desk {
  /// Adds a copy to a record; without a barcode it gets the next running number of its series.
  public func addItem(_ draft: ItemDraft) throws -> SaveOutcome {
    try act { try $0.addItem(draft) }
  }

  /// The barcode that the next copy of a series would get; nil for a prefix no label could carry.
  public func nextBarcode(prefix: String? = nil) throws -> String? {
    try consider { facts in
      try facts.configuration.copySeries(prefix)?.next(facts.db)
    }
  }
}

extension HouseConfiguration {
  var barcodePrefix: String { settings[HouseSetting.barcodePrefix] ?? "" }

  /// The runs of accession numbers that the library has declared.
  public var accessionSeries: [AccessionSeries] {
    terms(.series).compactMap { AccessionSeries(firstNumber: $0.code) }
  }

  /// The series behind a typed prefix, or the library's own where none was typed.
  func copySeries(_ typed: String?) -> LabelSeries? {
    guard var series = LabelSeries(.copies, typed ?? barcodePrefix) else { return nil }
    let declared = accessionSeries.first { $0.prefix.lowercased() == series.prefix.lowercased() }
    series.first = declared?.first
    return series
  }
}

/// All that speaks against saving a copy as it was typed.
struct ItemRefusals: Error {
  var reasons: [Refusal]
}

extension DeskTransaction {
  mutating func addItem(_ draft: ItemDraft, batch: EntityID? = nil) throws -> SaveOutcome {
    guard staff.may(.editItem) else { return .refused([.noPermission(.editItem)]) }
    guard try RecordRow.fetch(draft.record, db)?.status == .active else {
      return .unknown(draft.record.description)
    }
    var draft = draft
    if draft.barcode == nil {
      guard let series = configuration.copySeries(draft.series) else {
        let prefix = draft.series ?? configuration.barcodePrefix
        return .refused([.invalidValue(field: "series", typed: prefix)])
      }
      draft.barcode = try series.next(db)
    }
    switch try facts.itemChanges(draft.fields, of: nil) {
    case .failure(let refusals): return .refused(refusals.reasons)
    case .success(let changes):
      let origin =
        [ItemField.record.set(draft.record.description)]
        + (batch.map { [ItemField.batch.set($0.description)] } ?? [])
      let id = journal.newEntity()
      return .saved(id: id, op: try append(.itemSaved(origin + changes), on: id))
    }
  }
}

extension DeskFacts {
  /// The changes that what was typed makes to a copy, or to a new one where `known` is nil.
  func itemChanges(
    _ typed: [ItemField: String?], of known: ItemFacts?
  ) throws -> Result<[FieldChange], ItemRefusals> {
    var changes: [FieldChange] = []
    var reasons: [Refusal] = []
    for (field, text) in typed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      switch field.reading(text) {
      case .success(let value):
        if known.map({ $0.item.stored(field) != value }) ?? (value != nil) {
          changes.append(field.set(value))
        }
      case .failure(let fault): reasons.append(fault.refusal)
      }
    }
    if let barcode = changes.first(where: { $0.number == ItemField.barcode.rawValue })?.value,
      let label = Barcode(barcode), let holder = try item(label),
      holder.item.id != known?.item.id
    {
      reasons.append(.barcodeTaken(label, title: holder.title))
    }
    if let barcode = changes.first(where: { $0.number == ItemField.barcode.rawValue })?.value {
      reasons += try Barcode(barcode).map { try sharing($0) } ?? []
    }
    return reasons.isEmpty ? .success(changes) : .failure(ItemRefusals(reasons: reasons))
  }
}
